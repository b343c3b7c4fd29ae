"""What of the expected deviation the explanations do not explain."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Sign
from sagsgang.figures.ledger import EXPLAINED, FORECAST, GRAINS, ORIGINAL, SUPPLEMENTARY
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Uforklaret del af den forventede afvigelse",
    unit=Unit.KR,
    inputs={
        "original": ORIGINAL,
        "supplementary": SUPPLEMENTARY,
        "forecast": FORECAST,
        "explained": EXPLAINED,
    },
    expression="forecast - original - supplementary - explained",
    grains=GRAINS,
    by=("committee", "policy_area"),
    sign=Sign.OVERSPEND,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """The expected deviation less each line that explains some of it."""
    budget = sum(cells["original"]) + sum(cells["supplementary"])
    return Decimal(sum(cells["forecast"]) - budget - sum(cells["explained"]))
