"""What was spent in a year."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given
from sagsgang.figures.ledger import AREAS, SPENDING
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain

INDICATOR = Declared(
    title="Årets regnskab",
    unit=Unit.KR,
    inputs={"spending": SPENDING},
    expression="spending",
    grains=(Grain.YEAR,),
    by=AREAS,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """The whole year's spending."""
    return Decimal(sum(cells["spending"]))
