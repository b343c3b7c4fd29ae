"""What the indicators take from the ledger: the same inputs under the same Danish titles.

Financing is left out of all but the cash, so that what is told of a municipality as a whole is what
its committees spend. Money is in kroner and + is an expense. The adjusted budget is the original
and the supplementary appropriations given so far.
"""

from sagsgang.figures.indicator import Input, Window
from sagsgang.figures.periods import Grain

#: The dimensions that a ledger is split by.
AREAS = ("committee", "policy_area", "account", "dranst", "frame")
#: A follow-up is made in a month, at a quarter's end or for the year.
GRAINS = (Grain.MONTH, Grain.QUARTER, Grain.YEAR)
#: Main function 8.22, movements of the cash, in the authorised chart of accounts.
CASH_ACCOUNTS = ("8.22*",)

#: What the committees' figures leave out: taxes, block grants, loans and other financing.
_FINANCING = {"frame": ("financing",)}

ORIGINAL = Input("Oprindeligt budget", "ledger.original_budget", Window.YEAR, without=_FINANCING)
SUPPLEMENTARY = Input(
    "Tillægsbevillinger",
    "ledger.supplementary_appropriation",
    Window.YEAR_TO_DATE,
    none_is_zero=True,
    without=_FINANCING,
)
SPENDING = Input("Forbrug", "ledger.spending", Window.YEAR, without=_FINANCING)
SPENDING_TO_DATE = Input(
    "Forbrug siden januar", "ledger.spending", Window.YEAR_TO_DATE, without=_FINANCING
)
FORECAST = Input("Forventet regnskab", "ledger.forecast_outturn", Window.LATEST, without=_FINANCING)
BEFORE = Input(
    "Forventet regnskab ved forrige opfølgning",
    "ledger.forecast_outturn",
    Window.BEFORE_LATEST,
    without=_FINANCING,
)
EXPLAINED = Input("Forklaringer", "ledger.explanation", Window.PERIOD)
POOL = Input("Puljer", "pool.amount", Window.YEAR)
DRAWN = Input("Brugt af puljer", "pool.drawn", Window.YEAR_TO_DATE, none_is_zero=True)


def in_frame(each: Input, *frames: str) -> Input:
    """The input, of what counts in these frames only."""
    return Input(
        each.title,
        each.series,
        each.window,
        {"frame": frames},
        each.area,
        each.none_is_zero,
    )


def outside_cash(each: Input) -> Input:
    """The input, of all accounts but those of the cash itself, on which everything is balanced."""
    return Input(
        each.title,
        each.series,
        each.window,
        none_is_zero=each.none_is_zero,
        without={"account": CASH_ACCOUNTS},
    )
