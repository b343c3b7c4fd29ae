"""The commands of figures: take them in, ask for one, list the indicators, make a report."""
