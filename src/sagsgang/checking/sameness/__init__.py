"""Figures that stand in several places: which mentions are of the same thing, and whether they
agree.
"""
