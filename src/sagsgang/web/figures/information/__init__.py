"""Ledelsesinformation: the municipality's figures with picture, table, words and source."""
