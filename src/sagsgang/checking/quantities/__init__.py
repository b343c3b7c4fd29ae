"""Quantities in running text, read only when something is checked."""

from sagsgang.checking.quantities.passage import Passage, Prose, read_prose
from sagsgang.checking.quantities.quantity import Hedge, Quantity, Unit
from sagsgang.checking.quantities.reader import Mark, read_marks, read_quantities

__all__ = [
    "Hedge",
    "Mark",
    "Passage",
    "Prose",
    "Quantity",
    "Unit",
    "read_marks",
    "read_prose",
    "read_quantities",
]
