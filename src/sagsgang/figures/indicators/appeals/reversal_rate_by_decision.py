"""The share of appeals that ended in another decision, each decision counted once."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Direction, Given, Input
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain

INDICATOR = Declared(
    title="Omgørelsesprocent talt pr. afgørelse",
    unit=Unit.PERCENT,
    decimals=1,
    inputs={
        "upheld": Input("Stadfæstede talt pr. afgørelse", "appeals.upheld_by_decision"),
        "changed": Input("Ændrede og ophævede talt pr. afgørelse", "appeals.changed_by_decision"),
        "remitted": Input("Hjemviste talt pr. afgørelse", "appeals.remitted_by_decision"),
    },
    expression="(changed + remitted) / (upheld + changed + remitted) * 100",
    grains=(Grain.YEAR,),
    by=("law", "paragraph", "subject"),
    direction=Direction.LOW_IS_GOOD,
    denominator="afgørelser, Ankestyrelsen har realitetsbehandlet",
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """Changed and remitted of every hundred decided, whatever numbers a decision was given."""
    decided = sum(cells["upheld"]) + sum(cells["changed"]) + sum(cells["remitted"])
    counted = sum(cells["changed"]) + sum(cells["remitted"])
    return Decimal(counted) * 100 / Decimal(decided) if decided else None
