"""Prices: the index that turns money of one year into another year's prices."""

from sagsgang.figures.sources.prices.source import SOURCE

__all__ = ["SOURCE"]
