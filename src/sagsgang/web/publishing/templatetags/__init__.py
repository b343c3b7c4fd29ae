"""Tags of publishing."""
