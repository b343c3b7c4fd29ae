"""Decisions (D): what was decided, and whether it was."""
