"""Sagsgang: from the figures to the decision, and back."""

__version__ = "0.1.0"
