"""The commands of figures: ask for one, and list the indicators there are."""
