"""What is left of a pool."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given
from sagsgang.figures.ledger import DRAWN, GRAINS, POOL
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Tilbage af puljer",
    unit=Unit.KR,
    inputs={"amount": POOL, "drawn": DRAWN},
    expression="amount - drawn",
    grains=GRAINS,
    by=("pool",),
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """What was put into the pools less what was drawn from them."""
    return Decimal(sum(cells["amount"]) - sum(cells["drawn"]))
