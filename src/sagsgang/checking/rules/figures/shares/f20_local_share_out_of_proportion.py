"""F20: one of several local amounts is not the same part of its national amount as the others."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.text.claim import Says, in_prose
from sagsgang.checking.text.local_shares import local_share_claims
from sagsgang.minutes import Minutes

CODE = "F20"
TITLE = Words(
    da="Kommunens andel passer ikke med de andre", en="Local share out of proportion to the others"
)
FAMILY = Family.FIGURES
SEVERITY = Severity.NOTES
STATUS = Status.TRIAL


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The national amounts of one line and the municipality's in a line after it."""
    yield from in_prose(
        context, local_share_claims, says=Says(da="Kommunens andel", en="The local share")
    )
