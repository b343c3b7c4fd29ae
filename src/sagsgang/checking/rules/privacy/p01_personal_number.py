"""P01: a personal number (CPR) in the minutes or an attachment."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.privacy.passage import Passage, lines_of, passages
from sagsgang.checking.privacy.personal_number import find_personal_numbers
from sagsgang.checking.privacy.telling import Secret, standing, tell
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes
from sagsgang.minutes.attachment import FragmentKind

CODE = "P01"
TITLE = Words(da="Et personnummer", en="Personal number")
FAMILY = Family.PRIVACY
SEVERITY = Severity.BLOCKS
STATUS = Status.FIRM

_ADVICE = Words(
    da="Fjern nummeret, også af filens skjulte dele, før noget offentliggøres.",
    en="Remove the number, from hidden parts of the file too, before anything is published.",
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every personal number once an item, or once a page or sheet of an attachment."""
    read, lines = passages(minutes, context, closed=True), lines_of(minutes, context)
    yield from tell(context, read, _secrets, _message, _ADVICE, lines)


def _secrets(passage: Passage) -> Iterator[Secret]:
    # the metadata of files is P10's
    if passage.fragment and passage.fragment.kind is FragmentKind.METADATA:
        return
    for number in find_personal_numbers(passage.text):
        severity = None if number.is_sure else Severity.WARNS
        if passage.is_closed:
            severity = Severity.NOTES
        yield Secret(
            number.start, number.end, number.digits, number.masked, number.confidence, severity
        )


def _message(masked: str, passage: Passage) -> Words:
    place = standing(passage)
    return Words(
        f"{masked} {place.da} har form som et personnummer.",
        f"{masked} {place.en} has the form of a personal number.",
    )
