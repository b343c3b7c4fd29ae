"""Formats: bytes → canonical lines and what the file knows about each."""
