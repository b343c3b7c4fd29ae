"""How much of the adjusted budget is spent."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given
from sagsgang.figures.ledger import AREAS, GRAINS, ORIGINAL, SPENDING_TO_DATE, SUPPLEMENTARY
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Forbrugsprocent",
    unit=Unit.PERCENT,
    decimals=1,
    inputs={"original": ORIGINAL, "supplementary": SUPPLEMENTARY, "spending": SPENDING_TO_DATE},
    expression="spending / (original + supplementary) * 100",
    grains=GRAINS,
    by=AREAS,
    denominator="korrigeret budget for hele året",
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """What is spent of every hundred kroner of the year's budget."""
    budget = sum(cells["original"]) + sum(cells["supplementary"])
    return Decimal(sum(cells["spending"])) / Decimal(budget) * 100 if budget else None
