"""P01: a personal number (CPR) in the minutes or an attachment."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.privacy.passage import Passage, passages
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
    read = [*passages(minutes, context, closed=True)]
    told = {secret.key for passage in read if not passage.fragment for secret in _secrets(passage)}
    rest = [
        passage
        for passage in _lines(context)
        if any(secret.key not in told for secret in _secrets(passage))
    ]
    yield from tell(context, iter([*read, *rest]), _secrets, _message, _ADVICE)


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


def _lines(context: Context) -> Iterator[Passage]:
    """The lines of the document, for what the reader kept nowhere: its head, foot and lists."""
    for number, line in enumerate(context.lines, start=1):
        yield Passage(line, Words("dokumentet", "the document"), lines=(number, number))


def _message(masked: str, passage: Passage) -> Words:
    place = standing(passage)
    return Words(
        f"{masked} {place.da} har form som et personnummer.",
        f"{masked} {place.en} has the form of a personal number.",
    )
