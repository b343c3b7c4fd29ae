"""F15: an average is not that of the figures or the months it is the average of."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.tables.derived.answers import in_tables
from sagsgang.checking.tables.derived.words import Kind
from sagsgang.minutes import Minutes

CODE = "F15"
TITLE = Words(da="Gennemsnittet passer ikke med perioden", en="Average differs from its period")
FAMILY = Family.FIGURES
SEVERITY = Severity.WARNS
STATUS = Status.FIRM

KINDS = frozenset({Kind.AVERAGE})


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The averages printed in tables."""
    yield from _in_tables(minutes, context)


def _in_tables(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every line of a table that is the mean of others, or their sum for each month."""
    yield from in_tables(minutes, context, KINDS)
