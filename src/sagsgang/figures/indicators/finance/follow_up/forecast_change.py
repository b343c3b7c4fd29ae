"""What the forecast has moved by since the one before."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given
from sagsgang.figures.ledger import AREAS, BEFORE, FORECAST, GRAINS
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Ændring siden forrige skøn",
    unit=Unit.KR,
    inputs={"forecast": FORECAST, "before": BEFORE},
    expression="forecast - before",
    grains=GRAINS,
    by=AREAS,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """The latest forecast less the one before it."""
    return Decimal(sum(cells["forecast"]) - sum(cells["before"]))
