"""F03: a share, a change in percent or an amount for each of something is not what the counts make
it.
"""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.tables.derived.answers import in_tables
from sagsgang.checking.tables.derived.words import Kind
from sagsgang.checking.text.claim import Says, in_prose
from sagsgang.checking.text.shares import share_claims
from sagsgang.minutes import Minutes

CODE = "F03"
TITLE = Words(da="Procenten passer ikke med antallene", en="Share differs from the counts")
FAMILY = Family.FIGURES
SEVERITY = Severity.WARNS
STATUS = Status.FIRM

KINDS = frozenset({Kind.SHARE, Kind.CHANGE, Kind.RATIO})


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The shares printed in tables, and those the text states beside their counts."""
    yield from _in_tables(minutes, context)
    yield from in_prose(context, share_claims, says=Says(da="Andelen", en="The share"))


def _in_tables(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every line of a table that is a share of, or a change in percent between, other lines."""
    yield from in_tables(minutes, context, KINDS)
