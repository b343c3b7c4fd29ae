"""What the year is expected to draw on the cash."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given
from sagsgang.figures.ledger import FORECAST, GRAINS, outside_cash
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Forventet kassetræk",
    unit=Unit.KR,
    inputs={
        "forecast": outside_cash(FORECAST),
    },
    expression="forecast",
    grains=GRAINS,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """All that is expected to be paid, less all that comes in."""
    return Decimal(sum(cells["forecast"]))
