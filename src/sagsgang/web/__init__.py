"""The website: the archive that people read, and later the workplace; the only room with Django."""
