"""What running text says of its own figures: shares, sums, changes, each recomputed."""
