"""StatBank: the tables of Statistics Denmark, open to everybody (CC BY 4.0)."""

from sagsgang.figures.sources.statbank.source import SOURCE

__all__ = ["SOURCE"]
