"""Pages of the follow-up room."""
