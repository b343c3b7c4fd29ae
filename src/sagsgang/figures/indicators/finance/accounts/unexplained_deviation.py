"""What of the accounts' deviation the explanations do not explain."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Sign
from sagsgang.figures.ledger import EXPLAINED, ORIGINAL, SPENDING, SUPPLEMENTARY
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain

INDICATOR = Declared(
    title="Uforklaret del af afvigelsen",
    unit=Unit.KR,
    inputs={
        "original": ORIGINAL,
        "supplementary": SUPPLEMENTARY,
        "spending": SPENDING,
        "explained": EXPLAINED,
    },
    expression="spending - original - supplementary - explained",
    grains=(Grain.YEAR,),
    by=("committee", "policy_area"),
    sign=Sign.OVERSPEND,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """The deviation less each line that explains some of it."""
    budget = sum(cells["original"]) + sum(cells["supplementary"])
    return Decimal(sum(cells["spending"]) - budget - sum(cells["explained"]))
