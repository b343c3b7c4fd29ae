"""The workplace's pages of publishing."""
