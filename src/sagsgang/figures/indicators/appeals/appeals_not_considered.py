"""How many appeals ended without a decision on their merits."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Input
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain

INDICATOR = Declared(
    title="Klagesager, der ikke blev realitetsbehandlet",
    unit=Unit.COUNT,
    inputs={"not_considered": Input("Afviste, henviste og bortfaldne", "appeals.not_considered")},
    expression="not_considered",
    grains=(Grain.YEAR,),
    by=("law", "paragraph", "subject"),
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """Those that were dismissed, passed on or withdrawn."""
    return Decimal(sum(cells["not_considered"]))
