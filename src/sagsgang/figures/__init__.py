"""Data become figures: observations from their sources, indicators computed one way each."""
