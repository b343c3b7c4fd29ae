"""What of last year's unused money may be carried over."""

from decimal import Decimal

from sagsgang.figures.indicator import Cells, Declared, Given, Parameter
from sagsgang.figures.ledger import AREAS, ORIGINAL, SPENDING, SUPPLEMENTARY
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain

INDICATOR = Declared(
    title="Overførsel til næste år",
    unit=Unit.KR,
    inputs={"original": ORIGINAL, "supplementary": SUPPLEMENTARY, "spending": SPENDING},
    parameters={
        "highest": Parameter("Højeste overførsel i pct. af korrigeret budget", Unit.PERCENT),
    },
    expression=(
        "min(original + supplementary - spending, (original + supplementary) * highest / 100)"
    ),
    grains=(Grain.YEAR,),
    by=AREAS,
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """What is left, or the most of the budget that may be; what is overspent goes with it whole."""
    budget = Decimal(sum(cells["original"]) + sum(cells["supplementary"]))
    left = budget - sum(cells["spending"])
    most = budget * given["highest"] / 100
    return left if left < most else most
