"""F24: three amounts of an item would add up but for one wrong digit."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.text.claim import Says, in_prose
from sagsgang.checking.text.exact import exact_claims
from sagsgang.minutes import Minutes

CODE = "F24"
TITLE = Words(da="Beløbene går op på nær ét ciffer", en="Amounts add up but for one digit")
FAMILY = Family.FIGURES
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The amounts in whole kroner of every item, wherever in it they stand."""
    yield from in_prose(context, exact_claims, says=Says(da="Beløbene", en="The amounts"))
