"""What is a case number, of which kind, and whether a KLE number is formed as KL forms them.

KLE: main group, group and subject, an action facet (a letter and two digits), a serial number and
a year: `15.00.30-G01-1-20`. ESDH: year and serial number, `24/19987`. Anything else is other.
"""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["kle", "esdh", "other"]


@dataclass(frozen=True, slots=True)
class FoundCaseNumber:
    """A case number at `start`–`end` of a text, without its label.

    `canonical` of a well-formed KLE number has dashes, a capital facet and a year of two digits
    (`85.02.02p35-55-2021` → `85.02.02-P35-55-21`); of a malformed one it is what is printed.
    """

    start: int
    end: int
    text: str
    kind: Kind
    canonical: str
    is_valid: bool


_DASH = "[-‐‑–—−]"
_GAP = rf"(?:[^\S\n]?{_DASH}[^\S\n]?|[^\S\n])"

_KLE = re.compile(
    rf"(?P<subject>[0-9]{{2}}\.[0-9]{{2}}\.[0-9]{{2}}){_GAP}?(?P<facet>[A-ZÆØÅ][0-9]{{2}})"
    rf"{_GAP}(?P<serial>[0-9]{{1,6}}){_GAP}(?P<year>[0-9]{{2}}|(?:19|20)[0-9]{{2}})",
    re.IGNORECASE,
)
#: What is meant as a KLE number, well formed or not: a subject, then a facet or most of one.
_MEANT_AS_KLE = re.compile(
    rf"[0-9]{{2}}(?:[.,][0-9]{{2}}[.,]?[0-9]{{2}}|[0-9]{{2}}[.,]?[0-9]{{2}}(?={_DASH}[A-ZÆØÅ]))"
    rf"(?:[.{_DASH[1:-1]}]{{1,2}}|[^\S\n]?{_DASH}{{0,2}}[^\S\n]?)"
    rf"[A-ZÆØÅ][A-ZÆØÅ]?[0-9OIl]{{0,4}}(?:(?:[-‐‑–—−/.]{{1,2}}|{_GAP})[0-9]{{1,6}}){{0,3}}",
    re.IGNORECASE,
)
_SUBJECT_ALONE = re.compile(r"[0-9]{2}\.[0-9]{2}\.[0-9]{2}")
_KLE_WITH_YEAR = re.compile(
    rf"[0-9]{{2}}\.[0-9]{{2}}(?:\.[0-9]{{2}})?{_GAP}?[A-ZÆØÅ][0-9]{{2}}{_GAP}(?:19|20)[0-9]{{2}}/[0-9]{{1,7}}"
)
_ESDH = re.compile(r"(?P<year>[0-9]{2}|(?:19|20)[0-9]{2})/(?P<serial>[0-9]{1,7})")
_OTHER = re.compile(
    rf"""
    (?:[A-ZÆØÅ]{{1,6}}{_DASH}?|[0-9]{{3}}{_DASH})(?:19|20)[0-9]{{2}}{_DASH}(?P<long_serial>[0-9]{{3,8}})
        (?:{_DASH}[0-9]{{1,4}})?
  | (?P<year>[0-9]{{2}}|(?:19|20)[0-9]{{2}})[^\S\n]?{_DASH}[^\S\n]?(?P<serial>[0-9]{{4,8}})[A-Z]?
  | (?P<slash_year>[0-9]{{2}}|(?:19|20)[0-9]{{2}})/(?P<document>[0-9]{{2,7}}{_DASH}[0-9]{{1,4}})
  | [A-ZÆØÅ]{{1,6}}{_DASH}?[0-9]{{2}}/[0-9]{{3,7}}
  | [0-9]{_DASH}[0-9]{{2}}(?:{_DASH}[0-9]{{1,5}}){{2,4}}
    """,
    re.VERBOSE,
)
#: What counts as a number only when a label says so.
_LABELLED = re.compile(rf"(?=(?:\D*[0-9]){{3}})[A-ZÆØÅ0-9][\w./{_DASH[1:-1]}]{{2,29}}")

_LABEL = re.compile(
    r"(?:sags?(?:[-\s]?(?:nr|nummer|id|ident))?|j(?:ournal)?\.?\s?-?(?:nr|nummer)|journal|"
    r"dok(?:ument)?\.?\s?-?(?:nr|nummer|id)|esdh(?:[-\s]?(?:sagsnr|nr|sag))?|acadre(?:[-\s]?(?:nr|sag))?|"
    r"kle(?:[-\s]?(?:nr|nummer|emne))?)(?:\.?\s?:|\.|(?=\s))\s{0,3}",
    re.IGNORECASE,
)
_LABEL_BEFORE = re.compile(_LABEL.pattern + r"\Z", re.IGNORECASE)
_DIGIT = re.compile(r"[0-9]")
_LONGEST = 80
_SHORTEST_SERIAL = 5
_LABEL_REACH = 24

_CANDIDATE = re.compile(
    rf"(?<![\w.,/{_DASH[1:-1]}])(?:"
    rf"(?P<kle>[0-9]{{2}}\.[0-9]{{2}}(?:\.[0-9]{{2}})?{_GAP}?[A-ZÆØÅa-zæøå][0-9]"
    rf"|[0-9]{{2}}\.?[0-9]{{2}}\.?[0-9]{{2}}{_DASH}[A-ZÆØÅ])"
    rf"|(?:[A-ZÆØÅ]{{1,6}}{_DASH}?)?[0-9]{{2,4}}(?:/|[^\S\n]?{_DASH}[^\S\n]?)[0-9])"
)


def parse_case_number(text: str) -> FoundCaseNumber | None:
    """The case number that the whole of `text` is, a label ("Sagsnr.:") in front allowed.

    After a label more is believed: "24/5" and "1234567" are case numbers there, and nowhere else.
    """
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return None
    start = len(text) - len(text.lstrip(" \t\xa0(["))
    label = _LABEL.match(text, start)
    if label:
        start = label.end()
    number = text[start:].rstrip(" \t\n\r\xa0)].,;:")
    if number.isdigit() and len(number) < _SHORTEST_SERIAL:
        return None  # "Sag nr. 571" is an agenda item
    read = _read(number, is_labelled=label is not None)
    if read is None:
        return None
    kind, canonical, is_valid = read
    return FoundCaseNumber(start, start + len(number), number, kind, canonical, is_valid)


def find_case_numbers(text: str) -> list[FoundCaseNumber]:
    """The case numbers in `text`, in order; in prose only what can hardly be anything else."""
    found: list[FoundCaseNumber] = []
    end = 0
    for candidate in _CANDIDATE.finditer(text):
        start = candidate.start()
        if start < end:
            continue
        patterns = (_KLE, _KLE_WITH_YEAR, _MEANT_AS_KLE) if candidate["kle"] else (_OTHER, _ESDH)
        for pattern in patterns:
            match = pattern.match(text, start)
            if match is None or not _ends_here(text, match.end()):
                continue
            head = text[max(0, start - _LABEL_REACH) : start]
            is_labelled = _LABEL_BEFORE.search(head) is not None
            if not is_labelled and not candidate["kle"] and _is_short(match):
                continue
            read = _read(match.group(), is_labelled=is_labelled)
            if read:
                found.append(FoundCaseNumber(start, match.end(), match.group(), *read))
                end = match.end()
            break
    return found


def suggest_kle(text: str) -> str | None:
    """The KLE number that `text` must have meant, when there is one obvious repair; else None.

    Repaired: a facet of one digit (`G1` → `G01`), a facet run into the serial number
    (`P3555` → `P35-55`), `O` for zero, and other separators than points and dashes.
    A well-formed number needs no repair and gives None.
    """
    printed = "".join(text.split())
    if _KLE.fullmatch(text.strip()):
        return None
    match = _REPAIRABLE.fullmatch(printed)
    if match is None:
        return None
    digits = match["digits"].upper().replace("O", "0").replace("I", "1").replace("L", "1")
    serial = match["serial"]
    if len(digits) == 1:
        digits = "0" + digits
    if serial is None and len(digits) > 2:
        digits, serial = digits[:2], digits[2:]
    if serial is None or len(digits) != 2:
        return None
    subject = ".".join((match["main"], match["group"], match["subject"]))
    return f"{subject}-{match['letter'].upper()}{digits}-{serial}-{match['year'][-2:]}"


_REPAIRABLE = re.compile(
    r"(?P<main>[0-9]{2})[.,]?(?P<group>[0-9]{2})[.,]?(?P<subject>[0-9]{2})[-‐‑–—−.]{0,2}"
    r"(?P<letter>[A-ZÆØÅ])(?P<digits>[0-9OoIl]{1,8})"
    r"(?:[-‐‑–—−./]{1,2}(?P<serial>[0-9]{1,6}))?[-‐‑–—−./]{1,2}(?P<year>[0-9]{2}|(?:19|20)[0-9]{2})",
    re.IGNORECASE,
)


def _read(number: str, *, is_labelled: bool) -> tuple[Kind, str, bool] | None:
    """Kind, canonical form and validity of `number`, or None when it is something else."""
    kle = _KLE.fullmatch(number)
    if kle:
        canonical = f"{kle['subject']}-{kle['facet'].upper()}-{kle['serial']}-{kle['year'][-2:]}"
        return "kle", canonical, True
    if _KLE_WITH_YEAR.fullmatch(number):
        return "other", "".join(number.split()), True
    if _MEANT_AS_KLE.fullmatch(number):
        return "kle", number, False
    if _SUBJECT_ALONE.fullmatch(number):
        return ("kle", number, False) if is_labelled and not _is_day(number) else None
    compact = re.sub(rf"\s*{_DASH}\s*", "-", number)
    esdh = _ESDH.fullmatch(number)
    if esdh:
        is_number = is_labelled or not _is_span(esdh["year"], esdh["serial"])
        return ("esdh", number, True) if is_number and _is_year(esdh["year"]) else None
    other = _OTHER.fullmatch(number)
    if other:
        year, serial = other["year"], other["serial"] or other["long_serial"]
        is_span = serial is not None and len(serial) == 4 and _is_full_year(serial)
        if (year and not _is_year(year)) or (is_span and not is_labelled):
            return None
        # numbered within a year, as records systems do; anything else is a house of its own
        return ("esdh" if year or serial or other["slash_year"] else "other"), compact, True
    if is_labelled and _LABELLED.fullmatch(number) and not _is_day(number):
        return "other", compact, True
    return None


def _is_short(match: re.Match[str]) -> bool:
    """Whether the serial number is too short to be believed in prose without a label."""
    groups = match.groupdict()
    if match.re is _ESDH:
        return len(groups["serial"]) < 3
    if groups["document"]:
        return False
    serial = groups["serial"]
    return serial is not None and len(serial) < (5 if len(groups["year"]) == 4 else 6)


def _ends_here(text: str, end: int) -> bool:
    following = text[end : end + 2]
    if not following or not (following[0].isalnum() or following[0] in "/-_.,:"):
        return True
    return following[0] in ".,:-" and not following[1:].isalnum()


def _is_year(digits: str) -> bool:
    return len(digits) == 4 or not 40 < int(digits) < 80


def _is_full_year(digits: str) -> bool:
    return digits.startswith(("19", "20"))


def _is_span(year: str, serial: str) -> bool:
    """Whether `year/serial` is a day and a month, a school year or a fraction of a day."""
    if len(year) == 2:
        is_day = 1 <= int(year) <= 31 and len(serial) <= 2 and 1 <= int(serial) <= 12
        return is_day or len(serial) == 1 or serial == f"{int(year) + 1:02}"
    next_year = str(int(year) + 1)
    return serial in (next_year, next_year[2:])


def _is_day(number: str) -> bool:
    """Whether three pairs of digits are a date: "12.05.25" is, "15.20.24" is a subject."""
    parts = re.split(r"[./-]", number)
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return False
    return 1 <= int(parts[0]) <= 31 and 1 <= int(parts[1]) <= 12 and len(parts[2]) in (2, 4)
