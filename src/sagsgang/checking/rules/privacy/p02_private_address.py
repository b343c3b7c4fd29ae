"""P02: where a person lives."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.privacy.addresses import find_home_addresses
from sagsgang.checking.privacy.masking import masked_address
from sagsgang.checking.privacy.passage import Passage, passages
from sagsgang.checking.privacy.telling import Secret, standing, tell
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes
from sagsgang.minutes.attachment import FragmentKind

CODE = "P02"
TITLE = Words(da="En privat adresse", en="Private address")
FAMILY = Family.PRIVACY
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

_ADVICE = Words(
    da="Fjern adressen, eller skriv den ejendom, sagen angår, ved dens matrikelnummer.",
    en="Remove the address, or name the property by its land register number.",
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every address of a home once an item, or once a page or sheet of an attachment."""
    yield from tell(context, passages(minutes, context), _secrets, _message, _ADVICE)


def _secrets(passage: Passage) -> Iterator[Secret]:
    if passage.fragment and passage.fragment.kind is FragmentKind.METADATA:
        return
    for home in find_home_addresses(passage.text):
        key = " ".join(home.text.casefold().split())
        yield Secret(home.start, home.end, key, masked_address(home.text), home.confidence)


def _message(masked: str, passage: Passage) -> Words:
    place = standing(passage)
    return Words(
        f"{masked} {place.da} ser ud til at være, hvor en person bor.",
        f"{masked} {place.en} seems to be where somebody lives.",
    )
