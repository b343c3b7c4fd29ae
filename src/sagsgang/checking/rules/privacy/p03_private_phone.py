"""P03: the phone number of a private person."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.privacy.masking import masked_number
from sagsgang.checking.privacy.passage import Passage, passages
from sagsgang.checking.privacy.people import known_people
from sagsgang.checking.privacy.phones import find_private_phones
from sagsgang.checking.privacy.telling import Secret, standing, tell
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes
from sagsgang.minutes.attachment import FragmentKind

CODE = "P03"
TITLE = Words(da="Et privat telefonnummer", en="Private phone number")
FAMILY = Family.PRIVACY
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

_ADVICE = Words(
    da="Fjern nummeret, hvis det er en privatpersons.",
    en="Remove the number if it is a private person's.",
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every private number once an item, or once a page or sheet of an attachment."""
    known = known_people(minutes)

    def secrets(passage: Passage) -> Iterator[Secret]:
        if passage.fragment and passage.fragment.kind is FragmentKind.METADATA:
            return
        for phone in find_private_phones(passage.text, known):
            masked = masked_number(phone.text)
            yield Secret(phone.start, phone.end, phone.key, masked, phone.confidence)

    yield from tell(context, passages(minutes, context), secrets, _message, _ADVICE)


def _message(masked: str, passage: Passage) -> Words:
    place = standing(passage)
    return Words(
        f"Er {masked} {place.da} en privatpersons telefonnummer?",
        f"Is {masked} {place.en} a private person's phone number?",
    )
