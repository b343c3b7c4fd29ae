"""The year's accounts against its budget."""
