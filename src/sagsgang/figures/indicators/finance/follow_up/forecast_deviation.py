"""What the year is expected to differ from the adjusted budget by."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Sign
from sagsgang.figures.ledger import AREAS, FORECAST, GRAINS, ORIGINAL, SUPPLEMENTARY
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Forventet afvigelse fra korrigeret budget",
    unit=Unit.KR,
    inputs={"original": ORIGINAL, "supplementary": SUPPLEMENTARY, "forecast": FORECAST},
    expression="forecast - original - supplementary",
    grains=GRAINS,
    by=AREAS,
    sign=Sign.OVERSPEND,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """What is expected to be spent beyond what is appropriated so far."""
    budget = sum(cells["original"]) + sum(cells["supplementary"])
    return Decimal(sum(cells["forecast"]) - budget)
