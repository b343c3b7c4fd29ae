"""P06: health, benefits or social affairs of a person who is named."""

from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.privacy.conditions import find_told_conditions
from sagsgang.checking.privacy.masking import masked_name
from sagsgang.checking.privacy.passage import Passage, passages
from sagsgang.checking.privacy.people import known_people
from sagsgang.checking.privacy.telling import Secret, standing, tell
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes
from sagsgang.minutes.attachment import FragmentKind

CODE = "P06"
TITLE = Words(da="Helbred eller sociale forhold om en navngiven", en="Health of a named person")
FAMILY = Family.PRIVACY
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

_ADVICE = Words(
    da="Fjern navnet, eller flyt sagen til et lukket punkt.",
    en="Remove the name, or move the case to a closed item.",
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """Whoever is named in a sentence about health, benefits or social affairs, and not by office.

    Told by initials, with the word that tells of the person.
    """
    known = known_people(minutes)

    def secrets(passage: Passage) -> Iterator[Secret]:
        # the names in a file's properties are P10's
        if passage.fragment and passage.fragment.kind is FragmentKind.METADATA:
            return
        for told in find_told_conditions(passage.text, known):
            start = min(told.start, told.named.start)
            end = max(told.end, told.named.end)
            masked = f"{masked_name(told.named.name)}: {told.word.lower()}"
            yield Secret(start, end, told.named.key, masked, 0.6)

    yield from tell(context, passages(minutes, context), secrets, _message, _ADVICE)


def _message(masked: str, passage: Passage) -> Words:
    place = standing(passage)
    return Words(
        f"{masked} {place.da}: siger det noget privat om en navngiven person?",
        f"{masked} {place.en}: does it tell something private of a named person?",
    )
