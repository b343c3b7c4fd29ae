"""P05: a private e-mail address."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.privacy.emails import find_private_emails
from sagsgang.checking.privacy.masking import masked_email
from sagsgang.checking.privacy.passage import Passage, lines_of, passages
from sagsgang.checking.privacy.telling import Secret, standing, tell
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes

CODE = "P05"
TITLE = Words(da="En privat e-mailadresse", en="Private e-mail address")
FAMILY = Family.PRIVACY
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

_ADVICE = Words(
    da="Fjern adressen, eller skriv en, der hører til embedet eller foreningen.",
    en="Remove the address, or write one that belongs to the office or the association.",
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Every private address once an item, or once a page or sheet of an attachment."""
    read, lines = passages(minutes, context), lines_of(minutes, context)
    yield from tell(context, read, _secrets, _message, _ADVICE, lines)


def _secrets(passage: Passage) -> Iterator[Secret]:
    if passage.is_closed:
        return
    for email in find_private_emails(passage.text):
        severity, confidence = (Severity.NOTES, 0.5) if email.is_shared else (None, 0.85)
        key = email.text.casefold()
        yield Secret(email.start, email.end, key, masked_email(email.text), confidence, severity)


def _message(masked: str, passage: Passage) -> Words:
    place = standing(passage)
    return Words(
        f"{masked} {place.da} er en privat e-mailadresse.",
        f"{masked} {place.en} is a private e-mail address.",
    )
