"""What the whole year is expected to come to."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given
from sagsgang.figures.ledger import AREAS, FORECAST, GRAINS
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Forventet regnskab",
    unit=Unit.KR,
    inputs={"forecast": FORECAST},
    expression="forecast",
    grains=GRAINS,
    by=AREAS,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """The latest forecast of the year."""
    return Decimal(sum(cells["forecast"]))
