"""The pages of hearings: for those who ask, for those who are asked, and the files."""
