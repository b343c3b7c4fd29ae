"""What is done with a case's figures."""

from sagsgang.web.cases.figures.services.freezing import figures_freeze
from sagsgang.web.cases.figures.services.refreshing import figures_refresh
from sagsgang.web.cases.figures.services.renewing import figures_reuse
from sagsgang.web.cases.figures.services.writing import (
    FigureInput,
    figure_change,
    figure_insert,
    figure_remove,
)

__all__ = [
    "FigureInput",
    "figure_change",
    "figure_insert",
    "figure_remove",
    "figures_freeze",
    "figures_refresh",
    "figures_reuse",
]
