"""What the council has appropriated for the year so far."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given
from sagsgang.figures.ledger import AREAS, GRAINS, ORIGINAL, SPENDING, SUPPLEMENTARY
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Korrigeret budget",
    unit=Unit.KR,
    inputs={"original": ORIGINAL, "supplementary": SUPPLEMENTARY},
    expression="original + supplementary",
    grains=GRAINS,
    by=AREAS,
    told_with=(SPENDING,),
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """The original budget and what was appropriated since."""
    return Decimal(sum(cells["original"]) + sum(cells["supplementary"]))
