"""What in a text is a personal number (CPR), and how sure that is.

DDMMYY-SSSS: a date, whose century the seventh digit gives, and a serial number. The check by
modulus 11 only makes surer: since 2007 numbers are given out that fail it. A case number, a phone
or account number and an amount are left alone. Source: cpr.dk, "Opbygning af CPR-nummeret".
"""

import datetime
import re
from dataclasses import dataclass, replace

from sagsgang.checking.privacy.columns import Columns
from sagsgang.checking.seen import has_long_number
from sagsgang.language.case_numbers import find_case_numbers

_DASH = r"\-‐‑‒–—−" + "\u00ad"
_BLANK = " \u00a0\u2007\u2009\u202f\u200b"
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)

#: What may be one; `tight` is the form that is taught, the others are written now
#: and then; what stands `apart` may be a period, and what is `short` has lost its zero.
_CANDIDATE = re.compile(
    rf"""
    (?:(?<![0-9A-Za-zÆØÅæøå])|(?<=[cC][pP][rR])|(?<=[nN][rR]))(?<![0-9][{_DASH}/])
    (?:
      (?P<tight>[0-9]{{6}}[{_DASH}](?:\u200b|\n)?[0-9]{{4}})
    | (?P<spaced>[0-9]{{6}}[{_BLANK}]{{1,2}}[0-9]{{4}}
        |[0-9]{{6}}[/.][0-9]{{4}}
        |[0-9]{{2}}[{_BLANK}./{_DASH}][0-9]{{2}}[{_BLANK}./{_DASH}][0-9]{{2}}[{_BLANK}./{_DASH}][0-9]{{4}})
    | (?P<apart>[0-9]{{6}}[{_BLANK}]{{1,2}}[{_DASH}/][{_BLANK}]{{0,2}}[0-9]{{4}}
        |[0-9]{{6}}[{_DASH}][{_BLANK}]{{1,2}}[0-9]{{4}})
    | (?P<bare>[0-9]{{10}})
    | (?P<short>[0-9]{{9}}|[0-9]{{5}}[{_DASH}][0-9]{{4}})
    | (?P<long>[0-9]{{2}}(?P<part>[{_BLANK}./{_DASH}]?)[0-9]{{2}}(?P=part)(?:19|20)[0-9]{{2}}
        [{_DASH}][0-9]{{4}})
    )
    (?![0-9A-Za-zÆØÅæøå])(?![{_DASH}/][0-9])
    """,
    re.VERBOSE,
)
_LABEL = re.compile(
    r"(?<![a-zæøå])(?:cpr|person[\s-]?n(?:umme)?r|fødselsnummer)[\s./_-]{0,2}(?:n(?:umme)?r\w{0,4})?"
    r"\.?:?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[0-9]{3}|[.!?]\s")
_OTHER_LABEL = re.compile(
    r"(?:faktura|ordre|konto|reg(?:istrerings)?[.\s-]{0,2}nr|telefon|tlf|mobil|\bfax|\bean\b|\bcvr|"
    r"\bp-?(?:nr|nummer)|produktionsenhed|bestilling|vare-?(?:nr|nummer)|rekvisition|matrikel|kunde|"
    r"kontrakt|\bgln\b|\bisbn|\bissn|serie-?n|løbe-?n|bilags-?n|\bkr\b\.?|beløb|betaling|giro|"
    r"projekt-?n|aftale-?n|version|\biban\b|stelnummer|ejendoms?-?n|\bbbr\b|\bbfe\b)"
    r"[\w.-]{0,12}(?:\s?[:#]?\s?(?:er|nr\.?|nummer)?)?\s{0,2}\Z",
    re.IGNORECASE,
)
_CASE_LABEL = re.compile(
    r"(?:sags?|journal|j\.?|dok(?:ument)?|esdh|acadre|sbsys|emn)[\s.-]{0,2}"
    r"(?:n(?:umme)?r|id)\b[.\s:#]{0,3}\Z|\bsag\s\Z",
    re.IGNORECASE,
)
_CURRENCY_AFTER = re.compile(r"\s?(?:kr\b|mio\b|mia\b|t\.kr|%|pct\b|m2\b|m²|kWh|timer\b)")
_NUMBER_BEFORE = re.compile(r"[0-9][.,\s]\Z|[0-9]{2}:\Z|[-−+#]\Z|[=&?/]\Z")
_NUMBER_AFTER = re.compile(r"[.,:][0-9]| [0-9]|[%‰]|[=&]")
_LABEL_REACH = 40
#: Among several numbers of one form at least every other is a personal number, or they are another
#: kind of number: of those that are given out few fail modulus 11, of others ten in eleven do.
_MEANT = 0.5
_SEVERAL = 4
_OLDEST = 1900
_SUBSTITUTE_DAY = 60


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A personal number at `start`–`end`, its ten digits, and how sure it is to be one (0–1).

    `is_sure` when it must be one: written as taught, or said to be one, a date, and checked;
    `is_said` when a word before it or the head of its column calls it so.
    """

    start: int
    end: int
    digits: str
    is_sure: bool
    confidence: float
    is_said: bool = False

    @property
    def masked(self) -> str:
        """As it may be told: the day of birth alone."""
        return f"{self.digits[:6]}-XXXX"


def born(digits: str) -> datetime.date | None:
    """The day of birth that ten digits give; None when there is no such day."""
    day, month, year, seventh = int(digits[:2]), int(digits[2:4]), int(digits[4:6]), int(digits[6])
    if seventh <= 3:
        century = 1900
    elif seventh in (4, 9):
        century = 2000 if year <= 36 else 1900
    else:
        century = 2000 if year <= 57 else 1800
    try:
        return datetime.date(century + year, month, day)
    except ValueError:
        return None


def has_check_digit(digits: str) -> bool:
    """Whether the ten digits fulfil the check by modulus 11."""
    return sum(w * int(d) for w, d in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def find_personal_numbers(text: str) -> list[PersonalNumber]:
    """The personal numbers in `text`, in order."""
    candidates = list(_CANDIDATE.finditer(text)) if has_long_number(text) else []
    if not candidates:
        return []
    taken = [
        (number.start, number.end)
        for number in find_case_numbers(text)
        if number.kind == "kle" or number.is_valid
    ]
    columns = Columns(text)
    read = [
        (match, _read(match, text, columns))
        for match in candidates
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    bare = [number for match, number in read if match["bare"]]
    are_other = _are_other([number is not None for number in bare])
    tight = [number for match, number in read if match["tight"] and number]
    are_coded = _are_other([has_check_digit(number.digits) for number in tight])
    found = []
    for match, number in read:
        if number is None or (match["bare"] and are_other and not number.is_said):
            continue
        if match["tight"] and are_coded and not number.is_said:
            number = replace(number, is_sure=False, confidence=0.4)
        found.append(number)
    return found


def _are_other(meant: list[bool]) -> bool:
    return len(meant) >= _SEVERAL and sum(meant) < _MEANT * len(meant)


def _read(match: re.Match[str], text: str, columns: Columns) -> PersonalNumber | None:
    start, end = match.span()
    digits = re.sub(r"[^0-9]", "", match[0])
    before = text[max(0, start - _LABEL_REACH) : start]
    line = before.rpartition("\n")[2]
    heads = columns.head(start)
    labels = list(_LABEL.finditer(line))
    is_said = _LABEL.search(heads) is not None or (
        bool(labels) and not _BETWEEN.search(line, labels[-1].end())
    )
    if match["long"]:
        digits = digits[:4] + digits[6:]
    if (match["short"] or match["apart"]) and not is_said:
        return None
    if match["short"]:
        digits = "0" + digits
    # in a sentence in a cell, the head of the column says nothing of its numbers
    alone = heads if _is_alone(text, start, end) else ""
    if not is_said and (_OTHER_LABEL.search(line) or _OTHER_LABEL.search(alone)):
        return None
    day = born(digits)
    if is_said and day is None and _SUBSTITUTE_DAY < int(digits[:2]) <= _SUBSTITUTE_DAY + 31:
        # a number given for use until there is a real one: the day plus sixty
        day = born(f"{int(digits[:2]) - _SUBSTITUTE_DAY:02}{digits[2:]}")
    if day is None or (digits[6:] == "0000" and not is_said):
        return None
    checks = has_check_digit(digits)
    if is_said or match["long"]:
        return PersonalNumber(start, end, digits, checks, 0.99 if checks else 0.9, is_said)
    is_case = _CASE_LABEL.search(line) or _CASE_LABEL.search(alone)
    if match["tight"]:
        if _CURRENCY_AFTER.match(text, end) or (is_case and not checks):
            return None
        is_sure = checks and not is_case and day.year >= _OLDEST
        confidence = 0.5 if is_case else 0.98 if is_sure else 0.7
        return PersonalNumber(start, end, digits, is_sure, confidence)
    if not checks or is_case or _is_in_a_number(text, start, end, line):
        return None
    return PersonalNumber(start, end, digits, False, 0.6)


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether it is all that its cell holds."""
    return text[start - 1 : start] in ("\t", "\n", "") and text[end : end + 1] in ("\t", "\n", "")


def _is_in_a_number(text: str, start: int, end: int, line: str) -> bool:
    """Whether an unsure number is a piece of something longer, or has a unit."""
    return bool(
        _NUMBER_BEFORE.search(line)
        or _NUMBER_AFTER.match(text, end)
        or _CURRENCY_AFTER.match(text, end)
    )
