"""How many appeals were decided on their merits."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Input
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain

INDICATOR = Declared(
    title="Realitetsbehandlede klagesager",
    unit=Unit.COUNT,
    inputs={
        "upheld": Input("Stadfæstede", "appeals.upheld"),
        "changed": Input("Ændrede og ophævede", "appeals.changed"),
        "remitted": Input("Hjemviste", "appeals.remitted"),
    },
    expression="upheld + changed + remitted",
    grains=(Grain.YEAR,),
    by=("law", "paragraph", "subject"),
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """Every outcome but those in which nothing was decided."""
    return Decimal(sum(cells["upheld"]) + sum(cells["changed"]) + sum(cells["remitted"]))
