"""What each page of the archive shows, put together from what was stored and read."""
