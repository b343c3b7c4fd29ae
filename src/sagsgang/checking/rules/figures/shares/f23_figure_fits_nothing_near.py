"""F23: a share, or a part of an amount, that none of the figures it stands beside makes."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.text.claim import Says, in_prose
from sagsgang.checking.text.products import product_claims
from sagsgang.checking.text.shares import share_claims
from sagsgang.minutes import Minutes

CODE = "F23"
TITLE = Words(
    da="Tallet passer ikke med dem, det står ved", en="Figure fits none of those beside it"
)
FAMILY = Family.FIGURES
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL

_SAYS = Says(da="Regnet af de nærmeste tal", en="From the nearest figures")


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Shares and parts whose whole is not named, when none of the figures around them fits."""
    for find in (share_claims, product_claims):
        yield from in_prose(context, find, says=_SAYS, guesses=True)
