"""Figures that should add up."""
