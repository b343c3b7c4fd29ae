"""Appropriation (B): money without financing, statements that contradict their section."""
