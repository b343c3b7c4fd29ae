"""The most that exceeding the frame is said to cost: as much as the overrun itself."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given
from sagsgang.figures.ledger import FORECAST, GRAINS, ORIGINAL, in_frame
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Største mulige sanktion på service",
    unit=Unit.KR,
    inputs={"original": in_frame(ORIGINAL, "service"), "forecast": in_frame(FORECAST, "service")},
    expression="max(forecast - original, 0)",
    grains=GRAINS,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """The municipality's own overrun, or nothing where it keeps its frame."""
    overrun = Decimal(sum(cells["forecast"]) - sum(cells["original"]))
    return overrun if overrun > 0 else Decimal(0)
