"""What the accounts differ from the original budget by."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Sign
from sagsgang.figures.ledger import AREAS, ORIGINAL, SPENDING
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain

INDICATOR = Declared(
    title="Afvigelse mellem regnskab og oprindeligt budget",
    unit=Unit.KR,
    inputs={"original": ORIGINAL, "spending": SPENDING},
    expression="spending - original",
    grains=(Grain.YEAR,),
    by=AREAS,
    sign=Sign.OVERSPEND,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """What was spent beyond the budget that the council adopted before the year."""
    return Decimal(sum(cells["spending"]) - sum(cells["original"]))
