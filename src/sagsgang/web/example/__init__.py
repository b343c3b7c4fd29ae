"""The invented municipality that a new installation shows."""
