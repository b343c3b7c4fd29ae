"""The least that the year is expected to differ from the adjusted budget by."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Parameter, Sign
from sagsgang.figures.ledger import AREAS, FORECAST, GRAINS, ORIGINAL, SUPPLEMENTARY
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Laveste forventede afvigelse",
    unit=Unit.KR,
    inputs={"original": ORIGINAL, "supplementary": SUPPLEMENTARY, "forecast": FORECAST},
    parameters={"margin": Parameter("Usikkerhed til hver side i kr.", Unit.KR)},
    expression="forecast - original - supplementary - margin",
    grains=GRAINS,
    by=AREAS,
    sign=Sign.OVERSPEND,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """The expected deviation and the margin below it."""
    budget = sum(cells["original"]) + sum(cells["supplementary"])
    return Decimal(sum(cells["forecast"]) - budget) - given["margin"]
