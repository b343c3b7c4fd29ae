"""What the cash draw is expected to exceed that of the adjusted budget by."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given
from sagsgang.figures.ledger import FORECAST, GRAINS, ORIGINAL, SUPPLEMENTARY, outside_cash
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Kassetræk ud over det korrigerede budget",
    unit=Unit.KR,
    inputs={
        "original": outside_cash(ORIGINAL),
        "supplementary": outside_cash(SUPPLEMENTARY),
        "forecast": outside_cash(FORECAST),
    },
    expression="forecast - original - supplementary",
    grains=GRAINS,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """All that is expected, less all that is appropriated so far."""
    budget = sum(cells["original"]) + sum(cells["supplementary"])
    return Decimal(sum(cells["forecast"]) - budget)
