"""What the cash draw is expected to exceed that of the original budget by."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given
from sagsgang.figures.ledger import FORECAST, GRAINS, ORIGINAL, outside_cash
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Kassetræk ud over det oprindelige budget",
    unit=Unit.KR,
    inputs={
        "original": outside_cash(ORIGINAL),
        "forecast": outside_cash(FORECAST),
    },
    expression="forecast - original",
    grains=GRAINS,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """All that is expected, less all that was budgeted before the year."""
    return Decimal(sum(cells["forecast"]) - sum(cells["original"]))
