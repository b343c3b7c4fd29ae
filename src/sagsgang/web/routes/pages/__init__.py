"""What the pages of the way show, worked out before it is drawn."""
