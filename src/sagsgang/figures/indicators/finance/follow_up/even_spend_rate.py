"""The spend rate of an even year in which some accounts are posted late."""

from datetime import date
from decimal import Decimal

from sagsgang.figures.indicator import Cells, Counted, Declared, Given, Input, Parameter, Window
from sagsgang.figures.ledger import AREAS, GRAINS, ORIGINAL, SPENDING, SUPPLEMENTARY
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Period
from sagsgang.reference.late_accounts import late_accounts


def _late(period: Period) -> dict[str, tuple[str, ...]]:
    """The accounts that are posted late in the year of a period."""
    accounts = late_accounts(date(period.calendar_year, 1, 1))
    return {"account": tuple(f"{account}*" for account in accounts)}


INDICATOR = Declared(
    title="Jævn forbrugsprocent",
    unit=Unit.PERCENT,
    decimals=1,
    inputs={
        "original": ORIGINAL,
        "supplementary": SUPPLEMENTARY,
        "late_original": Input(
            "Oprindeligt budget på konti, der bogføres forsinket",
            ORIGINAL.series,
            Window.YEAR,
            where_at=_late,
        ),
        "late_supplementary": Input(
            "Tillægsbevillinger på konti, der bogføres forsinket",
            SUPPLEMENTARY.series,
            Window.YEAR_TO_DATE,
            none_is_zero=True,
            where_at=_late,
        ),
    },
    parameters={
        "months": Parameter(
            "Måneder til og med perioden", Unit.COUNT, counted=Counted.MONTHS_TO_DATE
        ),
        "delay": Parameter("Måneder, som de er forsinket", Unit.COUNT, Decimal(1)),
    },
    expression=(
        "((original + supplementary) * months - (late_original + late_supplementary) * delay)"
        " / 12 / (original + supplementary) * 100"
    ),
    grains=GRAINS,
    by=AREAS,
    told_with=(SPENDING,),
    denominator="korrigeret budget for hele året",
)


def recompute(cells: Cells, given: Given) -> Decimal | None:
    """A twelfth a month; of what is posted late so many months fewer."""
    budget = sum(cells["original"]) + sum(cells["supplementary"])
    late = sum(cells["late_original"]) + sum(cells["late_supplementary"])
    if not budget:
        return None
    on_time = Decimal(budget - late) * given["months"]
    posted = on_time + Decimal(late) * (given["months"] - given["delay"])
    return posted / 12 / Decimal(budget) * 100
