"""How much of what the country has the municipality has."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Parameter
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain

INDICATOR = Declared(
    title="Kommunens andel af landets tal",
    unit=Unit.PERCENT,
    decimals=2,
    inputs={},
    parameters={
        "local": Parameter("Kommunens tal", Unit.COUNT),
        "national": Parameter("Landets tal", Unit.COUNT),
    },
    expression="local / national * 100",
    grains=(Grain.YEAR,),
    denominator="landets tal",
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """What the municipality has of every hundred in the country."""
    return given["local"] * 100 / given["national"] if given["national"] else None
