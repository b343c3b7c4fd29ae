"""The pages of a meeting that is held."""
