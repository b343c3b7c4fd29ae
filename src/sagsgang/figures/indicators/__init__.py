"""The indicators, one file and its page each, by family."""
