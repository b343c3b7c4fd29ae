"""Forms of the follow-up room."""
