"""Figures that are a share, a rate or a rank of others."""
