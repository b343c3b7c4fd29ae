"""Figures in the text of a case: put in, kept up to date while it is a draft, frozen when sent."""
