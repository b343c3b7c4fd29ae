"""Figures: data, and what is computed of it exactly."""
