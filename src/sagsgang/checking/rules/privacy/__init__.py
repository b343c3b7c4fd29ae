"""Rules on what may not be published about people."""
