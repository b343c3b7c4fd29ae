"""What is expected beyond the budget when last year's money is left unspent."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Parameter, Sign
from sagsgang.figures.ledger import AREAS, FORECAST, GRAINS, ORIGINAL, SUPPLEMENTARY
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Forventet afvigelse uden overførsler fra sidste år",
    unit=Unit.KR,
    inputs={"original": ORIGINAL, "supplementary": SUPPLEMENTARY, "forecast": FORECAST},
    parameters={"carried": Parameter("Overført fra sidste år i kr.", Unit.KR)},
    expression="forecast - (original + supplementary - carried)",
    grains=GRAINS,
    by=AREAS,
    sign=Sign.OVERSPEND,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """What is expected to be spent beyond what was appropriated for this year alone."""
    budget = sum(cells["original"]) + sum(cells["supplementary"])
    return Decimal(sum(cells["forecast"])) - Decimal(budget) + given["carried"]
