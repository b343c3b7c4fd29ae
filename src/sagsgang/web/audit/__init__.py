"""What was done, once: every write of the website leaves one row here."""
