"""F10: a difference in a table, or a corrected budget, is not what the lines it is the difference
or sum of make it.
"""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.tables.derived.answers import in_tables
from sagsgang.checking.tables.derived.words import Kind
from sagsgang.minutes import Minutes

CODE = "F10"
TITLE = Words(da="Forskellen passer ikke med tallene", en="Difference differs from its terms")
FAMILY = Family.FIGURES
SEVERITY = Severity.BLOCKS
STATUS = Status.TRIAL

KINDS = frozenset({Kind.DIFFERENCE, Kind.BALANCE})


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every line of a table that calls itself a difference, or a budget with its corrections."""
    yield from in_tables(minutes, context, KINDS)
