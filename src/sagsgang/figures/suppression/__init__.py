"""Small cells: which values of tables of people are not shown, so that nobody is found in them."""

from sagsgang.figures.suppression.hiding import SMALLEST, hidden_cells
from sagsgang.figures.suppression.shown import suppress
from sagsgang.figures.suppression.table import Dimension, Table

__all__ = ["SMALLEST", "Dimension", "Table", "hidden_cells", "suppress"]
