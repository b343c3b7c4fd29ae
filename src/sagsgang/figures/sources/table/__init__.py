"""Any table: a mapping says which column is the period, the area, a dimension or a value."""

from sagsgang.figures.sources.table.guessing import Guess, guess, layout_key
from sagsgang.figures.sources.table.source import SOURCE

__all__ = ["SOURCE", "Guess", "guess", "layout_key"]
