"""What the cash has fallen by since the year began."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Input, Window
from sagsgang.figures.ledger import GRAINS
from sagsgang.figures.observation import Unit

INDICATOR = Declared(
    title="Kassetræk siden nytår",
    unit=Unit.KR,
    inputs={
        "opening": Input("Kassebeholdning ved årets start", "cash.balance", Window.OPENING),
        "balance": Input(
            "Kassebeholdning ved periodens slutning", "cash.balance", Window.LAST_MONTH
        ),
    },
    expression="opening - balance",
    grains=GRAINS,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """What there was at the end of December less what there is."""
    return Decimal(sum(cells["opening"]) - sum(cells["balance"]))
