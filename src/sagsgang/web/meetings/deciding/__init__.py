"""Decisions as they were made: part by part, by vote, with dissent, and what follows from them."""
