"""The pages of the archive: which selector fills which template."""
