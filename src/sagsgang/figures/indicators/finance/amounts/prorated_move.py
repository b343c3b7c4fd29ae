"""What a yearly budget that moves in the middle of a year moves this year."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Parameter
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain

INDICATOR = Declared(
    title="Nettobeløb, der flyttes i året",
    unit=Unit.KR,
    inputs={},
    parameters={
        "moved": Parameter("Budget, der flyttes, i kr. pr. år", Unit.KR),
        "returned": Parameter("Budget, der går den anden vej, i kr. pr. år", Unit.KR, Decimal(0)),
        "months": Parameter("Måneder af året, det gælder for", Unit.COUNT, Decimal(12)),
    },
    expression="(moved - returned) * months / 12",
    grains=(Grain.YEAR,),
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """A twelfth of the net for each month."""
    return (given["moved"] - given["returned"]) / 12 * given["months"]
