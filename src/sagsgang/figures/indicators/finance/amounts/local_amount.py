"""What of a national amount falls to the municipality by its population."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Parameter
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain

INDICATOR = Declared(
    title="Kommunens del af et beløb for landet",
    unit=Unit.KR,
    inputs={},
    parameters={
        "national": Parameter("Beløb for hele landet i kr.", Unit.KR),
        "population": Parameter("Kommunens befolkning", Unit.PERSONS),
        "country": Parameter("Landets befolkning", Unit.PERSONS),
    },
    expression="national * population / country",
    grains=(Grain.YEAR,),
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """As much a head as in the whole country."""
    each = given["national"] / given["country"] if given["country"] else None
    return None if each is None else each * given["population"]
