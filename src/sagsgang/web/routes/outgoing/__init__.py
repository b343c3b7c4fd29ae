"""The municipality's own answers to hearings of others, approved by those they were left to."""
