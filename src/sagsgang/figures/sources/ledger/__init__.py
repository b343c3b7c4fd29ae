"""Ledger extracts: budget, supplementary appropriations, spending and forecast by account."""

from sagsgang.figures.sources.ledger.source import SOURCE

__all__ = ["SOURCE"]
