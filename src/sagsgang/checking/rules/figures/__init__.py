"""Figures (F): numbers that disagree with each other."""
