"""Lines of a table that follow from its other lines: differences, shares, averages and ranks."""
