"""The share of appeals decided on their merits that were changed or repealed."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Direction, Given, Input
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain

INDICATOR = Declared(
    title="Ændringsprocent",
    unit=Unit.PERCENT,
    decimals=1,
    inputs={
        "upheld": Input("Stadfæstede", "appeals.upheld"),
        "changed": Input("Ændrede og ophævede", "appeals.changed"),
        "remitted": Input("Hjemviste", "appeals.remitted"),
    },
    expression="changed / (upheld + changed + remitted) * 100",
    grains=(Grain.YEAR,),
    by=("law", "paragraph", "subject"),
    direction=Direction.LOW_IS_GOOD,
    denominator="realitetsbehandlede sager: stadfæstede, ændrede eller ophævede, og hjemviste",
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """Changed or repealed of every hundred decided on their merits."""
    decided = sum(cells["upheld"]) + sum(cells["changed"]) + sum(cells["remitted"])
    counted = sum(cells["changed"])
    return Decimal(counted) * 100 / Decimal(decided) if decided else None
