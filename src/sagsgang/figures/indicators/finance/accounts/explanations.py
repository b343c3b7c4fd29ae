"""What the explanations of a deviation say that each thing cost or saved."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Sign
from sagsgang.figures.ledger import EXPLAINED, GRAINS
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Forklaringer på afvigelsen",
    unit=Unit.KR,
    inputs={"explained": EXPLAINED},
    expression="explained",
    grains=GRAINS,
    by=("committee", "policy_area", "explanation"),
    sign=Sign.OVERSPEND,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """All lines together, what saved money being negative."""
    return Decimal(sum(cells["explained"]))
