"""The share of appeals decided on their merits that ended in another decision."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Direction, Given, Input
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain

INDICATOR = Declared(
    title="Omgørelsesprocent",
    unit=Unit.PERCENT,
    decimals=1,
    inputs={
        "upheld": Input("Stadfæstede", "appeals.upheld"),
        "changed": Input("Ændrede og ophævede", "appeals.changed"),
        "remitted": Input("Hjemviste", "appeals.remitted"),
    },
    expression="(changed + remitted) / (upheld + changed + remitted) * 100",
    grains=(Grain.YEAR,),
    by=("law", "paragraph", "subject"),
    direction=Direction.LOW_IS_GOOD,
    denominator="realitetsbehandlede sager: stadfæstede, ændrede eller ophævede, og hjemviste",
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """Changed and remitted of every hundred decided on their merits."""
    reversed_ = sum(cells["changed"]) + sum(cells["remitted"])
    decided = reversed_ + sum(cells["upheld"])
    return Decimal(reversed_) / Decimal(decided) * 100 if decided else None
