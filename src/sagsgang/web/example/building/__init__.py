"""The example municipality at work: built through the services, as if over the past months."""
