"""Pages on which decisions are written and read."""
