"""F10: a difference in a table or in running text, or a corrected budget, is not what the figures
it is the difference or sum of make it.
"""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.tables.derived.answers import in_tables
from sagsgang.checking.tables.derived.words import Kind
from sagsgang.checking.text.claim import Says, answers
from sagsgang.checking.text.deltas import read_told
from sagsgang.checking.text.differences import difference_claims
from sagsgang.minutes import Minutes

CODE = "F10"
TITLE = Words(da="Forskellen passer ikke med tallene", en="Difference differs from its terms")
FAMILY = Family.FIGURES
SEVERITY = Severity.BLOCKS
STATUS = Status.FIRM

KINDS = frozenset({Kind.DIFFERENCE, Kind.BALANCE})
_SAYS = Says(da="Forskellen", en="The difference")


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every line of a table that calls itself a difference, or a budget with its corrections; and
    differences that running text states beside their terms.
    """
    yield from in_tables(minutes, context, KINDS)
    for number in range(len(minutes.items)):
        yield from context.not_recomputed(number)
        claims = difference_claims(context.views.read_once(read_told, number))
        yield from answers(context, number, claims, says=_SAYS)
