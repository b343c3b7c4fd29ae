"""The commands that take figures in and list what was taken in."""
