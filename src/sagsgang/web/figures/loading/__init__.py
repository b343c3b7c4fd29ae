"""Loading figures: a file is handed in, read, looked at, and counts when somebody says so."""
