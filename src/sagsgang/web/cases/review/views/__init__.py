"""The pages of comments, finance statement and approval."""
