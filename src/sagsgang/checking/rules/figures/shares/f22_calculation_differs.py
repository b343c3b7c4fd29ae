"""F22: a calculation the text writes out, or a part, a month, a price for each, does not hold."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.text.claim import Says, in_prose
from sagsgang.checking.text.products import product_claims
from sagsgang.minutes import Minutes

CODE = "F22"
TITLE = Words(da="Regnestykket i teksten passer ikke", en="Calculation in the text does not hold")
FAMILY = Family.FIGURES
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The products and quotients that the running text states."""
    yield from in_prose(context, product_claims, says=Says(da="Regnestykket", en="The calculation"))
