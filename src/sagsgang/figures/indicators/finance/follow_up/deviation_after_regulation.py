"""What the year is expected to cost the municipality when the block grant has been regulated."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Parameter, Sign
from sagsgang.figures.ledger import AREAS, FORECAST, GRAINS, ORIGINAL, SUPPLEMENTARY
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Forventet afvigelse efter midtvejsregulering",
    unit=Unit.KR,
    inputs={"original": ORIGINAL, "supplementary": SUPPLEMENTARY, "forecast": FORECAST},
    parameters={
        "regulation": Parameter("Midtvejsregulering i kr., + betales tilbage", Unit.KR),
        "from_pool": Parameter("Heraf dækket af en pulje i kr.", Unit.KR, Decimal(0)),
    },
    expression="forecast - original - supplementary + regulation - from_pool",
    grains=GRAINS,
    by=AREAS,
    sign=Sign.OVERSPEND,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """The expected deviation and what the state takes back of it, less what a pool pays."""
    budget = sum(cells["original"]) + sum(cells["supplementary"])
    paid = given["regulation"] - given["from_pool"]
    return Decimal(sum(cells["forecast"]) - budget) + paid
