"""What service spending is expected to exceed the frame by without the buffer pool in it."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Input, Sign
from sagsgang.figures.ledger import FORECAST, GRAINS, ORIGINAL, POOL, in_frame
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Overskridelse af servicerammen uden bufferpulje",
    unit=Unit.KR,
    inputs={
        "original": in_frame(ORIGINAL, "service"),
        "forecast": in_frame(FORECAST, "service"),
        "buffer": Input(
            "Bufferpulje i servicerammen",
            POOL.series,
            POOL.window,
            {"pool": ("Buffer*", "buffer*")},
        ),
    },
    expression="forecast - original + buffer",
    grains=GRAINS,
    sign=Sign.OVERSPEND,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """What exceeds the frame and what the buffer, budgeted but not to be spent, covers already."""
    return Decimal(sum(cells["forecast"]) - sum(cells["original"]) + sum(cells["buffer"]))
