"""Tags for the pages of signing in."""
