"""What capital spending is expected to exceed the anlægsramme by."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Sign
from sagsgang.figures.ledger import AREAS, FORECAST, GRAINS, ORIGINAL, in_frame
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Forventet overskridelse af anlægsrammen",
    unit=Unit.KR,
    inputs={"original": in_frame(ORIGINAL, "anlaeg"), "forecast": in_frame(FORECAST, "anlaeg")},
    expression="forecast - original",
    grains=GRAINS,
    by=AREAS,
    sign=Sign.OVERSPEND,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """Expected gross capital spending less the original budget, which is the frame."""
    return Decimal(sum(cells["forecast"]) - sum(cells["original"]))
