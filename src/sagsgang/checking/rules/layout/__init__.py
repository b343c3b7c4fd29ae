"""Layout (L): what is left over, empty, doubled, or cannot be read by everyone."""
