"""What was appropriated, or moved between accounts and frames, since the budget was adopted."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given
from sagsgang.figures.ledger import AREAS, GRAINS, SPENDING, SUPPLEMENTARY
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Tillægsbevillinger og flytninger",
    unit=Unit.KR,
    inputs={"supplementary": SUPPLEMENTARY},
    expression="supplementary",
    grains=GRAINS,
    by=AREAS,
    told_with=(SPENDING,),
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """All of it, what was moved away being negative."""
    return Decimal(sum(cells["supplementary"]))
