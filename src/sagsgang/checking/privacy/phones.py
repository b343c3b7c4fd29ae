"""Which phone numbers in a text are a private person's, and not a switchboard's or an officer's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.privacy.columns import Columns
from sagsgang.checking.privacy.people import is_public, people_named
from sagsgang.checking.privacy.sentences import sentence_at

#: Danish numbers have eight digits and begin with 2 to 9.
_PHONE = re.compile(
    r"(?<![\w.,/:-])(?<![0-9][ \u00a0])(?P<code>(?:\+|00)45[ \u00a0-]?)?"
    r"(?:(?P<pairs>[2-9][0-9](?P<part>[ \u00a0.-])[0-9]{2}(?P=part)[0-9]{2}(?P=part)[0-9]{2})"
    r"|(?P<halves>[2-9][0-9]{3}[ \u00a0-][0-9]{4})|(?P<whole>[2-9][0-9]{7}))"
    r"(?![\w/]|[.,:-][0-9]|[ \u00a0][0-9])(?!\s?(?:kr|mio|pct|%|m2|stk))"
)
_MAYBE = re.compile(
    r"[2-9][0-9](?:([ \u00a0.-])[0-9]{2}\1[0-9]{2}\1[0-9]{2}|[0-9]{2}[ \u00a0-]?[0-9]{4})"
)
_LABEL = re.compile(
    r"(?:\b(?:tlf|tel|telefon|mobil|mob|sms|ring(?:es|e)?(?:\s(?:op|til))?(?:\s(?:til|på))?|træffes\spå)\w*)"
    r"[.:\s]{0,3}(?:(?:nr|nummer|er|på|privat)\w{0,3}[.:\s]{0,3})?\Z|\W(?:[TM]):?\s?\Z",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\b(?:tlf|telefon|mobil|mob)", re.IGNORECASE)
#: What stands beside the number of an office, a line for all, or somebody at work.
_OFFICE = re.compile(
    r"kommune|forvaltning|sekretariat|direkte|sagsbehandler|afdeling|hovednummer|omstilling|"
    r"borgerservice|henvend|kontakt|presse|vagt|\w{4}linje|hotline|rådgivning|åbningstid|telefontid|"
    r"jobcent|\bcenter\b|centret|rådhus|region|styrelse|ministeri|klinik|hospital|sygehus|skole|"
    r"forening|klub|\bA/S\b|\bApS\b|\bCVR|\bEAN|fax|www\.|\.dk\b|reception|akut|alarm|krise|bestil|"
    r"tilmeld|booking|kørsel|udvalg|byråd|firma|virksomhed|projektleder|konsulent|chef\b|leder\b|"
    r"direktør|koordinator|medarbejder|politi|nævn|fond",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:privat\w*|borger(?:en|ens)?|ansøger(?:en|ens)?|klager(?:en|ens)?|pårørende\w*|"
    r"forælder|forældre\w*|moren|faren|mor|far|mødre|datter\w*|søn\w{0,3}|ægtefælle\w*|samlever\w*|"
    r"nabo(?:en|ens)?|hans|hendes|hjemme)\b",
    re.IGNORECASE,
)
_LABEL_REACH = 30
_BESIDE = 20
_LINE = 80


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number at `start`–`end`, and how sure it is to be a private person's."""

    start: int
    end: int
    text: str
    confidence: float

    @property
    def key(self) -> str:
        """Its eight digits."""
        return re.sub(r"[^0-9]", "", self.text)[-8:]


def find_private_phones(text: str, known: frozenset[str]) -> Iterator[Phone]:
    """The numbers that stand beside a person who is not there by office, or are called private."""
    if not _MAYBE.search(text):
        return
    columns = Columns(text)
    for match in _PHONE.finditer(text):
        before = text[max(0, match.start() - _LABEL_REACH) : match.start()]
        is_said = _LABEL.search(before.rpartition("\n")[2]) is not None
        is_headed = not is_said and _HEAD.search(columns.head(match.start())) is not None
        if not (is_said or is_headed or match["pairs"] or match["code"]):
            continue
        first, last = sentence_at(text, *match.span())
        around = text[first : match.start()] + " " + text[match.end() : last]
        beside = "" if is_headed else _lines_beside(text, first, last)
        if _OFFICE.search(around):
            continue
        is_said_private = _PRIVATE.search(around) is not None
        if not is_said_private and _OFFICE.search(beside):
            continue
        people = people_named(text[first:last], in_cells=True)
        private = [one for one in people if not is_public(one, text[first:last], known)]
        if people and not private:
            continue
        is_beside = any(
            0 <= match.start() - first - one.end <= _BESIDE
            or 0 <= one.start + first - match.end() <= _BESIDE
            for one in private
        )
        if (is_headed or is_said or match["code"]) and (private or is_said_private):
            yield Phone(match.start(), match.end(), match[0], 0.8)
        elif match["pairs"] and match["part"] != "." and is_beside:
            yield Phone(match.start(), match.end(), match[0], 0.6)


def _lines_beside(text: str, first: int, last: int) -> str:
    """The lines right above and below, as in a letterhead: an office stands above its number."""
    above = text[max(0, first - _LINE) : first]
    below = text[last : last + _LINE]
    said = []
    if above.endswith("\n") and not above.endswith("\n\n"):
        said.append(above[:-1].rpartition("\n")[2])
    if below.startswith("\n") and not below.startswith("\n\n"):
        said.append(below[1:].partition("\n")[0])
    return " ".join(said)
