"""The budget followed through the year: spending so far and what is expected."""
