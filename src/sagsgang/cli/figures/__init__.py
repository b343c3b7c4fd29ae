"""The commands that work with figures."""
