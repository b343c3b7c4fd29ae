"""What is spent since January."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given
from sagsgang.figures.ledger import AREAS, GRAINS, SPENDING_TO_DATE
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Forbrug siden januar",
    unit=Unit.KR,
    inputs={"spending": SPENDING_TO_DATE},
    expression="spending",
    grains=GRAINS,
    by=AREAS,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """Every month from January to the period's last."""
    return Decimal(sum(cells["spending"]))
