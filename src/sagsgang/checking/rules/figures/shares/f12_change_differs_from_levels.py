"""F12: a rise, a fall or a change in percent that running text states is not what the two levels
beside it make.
"""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.text.changes import change_claims
from sagsgang.checking.text.claim import Says, answers
from sagsgang.checking.text.deltas import read_told
from sagsgang.minutes import Minutes

CODE = "F12"
TITLE = Words(da="Ændringen passer ikke med tallene", en="Change differs from its levels")
FAMILY = Family.FIGURES
SEVERITY = Severity.BLOCKS
STATUS = Status.FIRM

_SAYS = Says(da="Ændringen", en="The change")


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every item's running text: changes beside the levels they lie between."""
    for number in range(len(minutes.items)):
        yield from context.not_recomputed(number)
        claims = change_claims(context.views.read_once(read_told, number))
        yield from answers(context, number, claims, says=_SAYS)
