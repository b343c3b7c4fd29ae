"""Tables seen as figures: cells as intervals, totals, and which sums they claim."""
