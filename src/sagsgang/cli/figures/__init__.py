"""The commands of figures: ask for one, list the indicators there are, make a report."""
