"""Tags of the follow-up room."""
