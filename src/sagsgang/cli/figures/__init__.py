"""The commands of figures: take them in, ask for one, and list the indicators there are."""
