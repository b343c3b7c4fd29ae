"""What exceeding the frame would cost, when the country exceeds its own by so much."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Parameter
from sagsgang.figures.ledger import FORECAST, GRAINS, ORIGINAL, in_frame
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Sanktion ved overskridelse af servicerammen (scenarie)",
    unit=Unit.KR,
    inputs={"original": in_frame(ORIGINAL, "service"), "forecast": in_frame(FORECAST, "service")},
    parameters={
        "national": Parameter("Landets samlede overskridelse i kr.", Unit.KR),
        "overruns": Parameter("Sum af de overskridende kommuners overskridelser i kr.", Unit.KR),
        "population": Parameter("Kommunens befolkning", Unit.PERSONS),
        "country": Parameter("Landets befolkning", Unit.PERSONS),
        "individual": Parameter("Individuel del i pct.", Unit.PERCENT, Decimal(60)),
    },
    expression=(
        "max(national, 0) * (individual / 100 * max(forecast - original, 0) / overruns"
        " + (1 - individual / 100) * population / country)"
    ),
    grains=GRAINS,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """Its part of what the municipalities pay after their overrun, and of what all pay alike."""
    if not given["overruns"] or not given["country"]:
        return None
    national = given["national"] if given["national"] > 0 else Decimal(0)
    overrun = Decimal(sum(cells["forecast"]) - sum(cells["original"]))
    own = overrun if overrun > 0 else Decimal(0)
    after_overrun = national * given["individual"] / 100 * own / given["overruns"]
    by_people = national * (100 - given["individual"]) / 100 * given["population"]
    return after_overrun + by_people / given["country"]
