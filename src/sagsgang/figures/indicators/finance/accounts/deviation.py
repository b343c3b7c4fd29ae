"""What the accounts differ from the adjusted budget by."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Sign
from sagsgang.figures.ledger import AREAS, ORIGINAL, SPENDING, SUPPLEMENTARY
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain

INDICATOR = Declared(
    title="Afvigelse mellem regnskab og korrigeret budget",
    unit=Unit.KR,
    inputs={"original": ORIGINAL, "supplementary": SUPPLEMENTARY, "spending": SPENDING},
    expression="spending - original - supplementary",
    grains=(Grain.YEAR,),
    by=AREAS,
    sign=Sign.OVERSPEND,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """What was spent beyond what had been appropriated."""
    budget = sum(cells["original"]) + sum(cells["supplementary"])
    return Decimal(sum(cells["spending"]) - budget)
