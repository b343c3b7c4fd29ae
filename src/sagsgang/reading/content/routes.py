"""Where a case goes and has been: stations with dates, earlier treatments, references to other
meetings."""

import datetime
import re
from functools import lru_cache

from sagsgang.language.dates import find_dates
from sagsgang.minutes import Absence, CaseStop, EarlierTreatment, Reference
from sagsgang.reading.content.attendance import absences, from_prose
from sagsgang.reading.layout.headings import Head, decided_by
from sagsgang.reading.layout.sheet import without_sign

_TAIL = re.compile(r"(?:[\s,;:.(–-]|\b(?:den|d\.?|møde|mødet|på mødet|på møde|i møde))+$", re.I)
_FRONT = re.compile(
    r"^(?i:behandles|behandlet|beslutning|forelægges|afgøres|høring|høres|sendes)?\s*(?:(?:i|af|"
    r"hos|fra|for|til)\s+)?(?=[A-ZÆØÅ])"
)
_TERM = re.compile(
    r"\s*\(?\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?\)?\s*$|^(?:19|20)\d\d\s*[-–]\s*(?:19|"
    r"20)?\d\d\s*:?\s*"
)
_BODY = re.compile(
    r"udvalg|byråd|kommunalbestyrelse|direktion|råd\b|rådet\b|\bmed\b|-med\b|"
    r"borgerrepræsentation|bestyrelse|styregruppe|forum|magistrat|nævn|gruppe|^[A-ZÆØÅ]{2,5}$",
    re.I,
)
_DATED_FIRST = re.compile(r"^[\s:,–-]*(?P<body>[A-ZÆØÅ][^.:;]{2,90})$")
_REFERENCE = re.compile(
    r"(?:sag|punkt|pkt\.?|dagsordenspunkt)\s*(?:nr\.?)?\s*(?P<item>\d{1,4})\s+(?:på|i|fra|"
    r"af)\s+(?P<body>(?:[A-ZÆØÅ]|byråd|kommunalbestyrelse|"
    r"udvalg)[^,.()\[\]\d]{2,90}?)(?:s?\s*(?:møde|mødet))?\s*,?\s*(?:den|d\.)?\s*$"
)
_ITEM_OF = re.compile(r"[0-9]\s+(?:på|i|fra|af)\s")
_ABSENT_LINE = re.compile(
    r"^(?P<heading>(?:fraværende|afbud|ikke til stede)\b[^:]*):?\s*(?P<names>.*)$", re.I
)
_ABSENT_BEHIND = re.compile(
    r"(?<=[.\s])(?P<heading>Fraværende|Afbud|Ikke til stede):\s*(?P<names>[A-ZÆØÅ].{3,150}?)\.?$"
)
_ITEM = re.compile(r"^[\s,]*(?:punkt|pkt\.?|sag)(?:\s?nr\.?)?\s*(?P<item>\d+[a-z]?)\s*:?\s*", re.I)


def body_name(text: str) -> str:
    """A body's name without "den", punctuation and term."""
    name = _TAIL.sub("", text.strip())
    return _TERM.sub("", name).strip(" ,.:;–-")


def read_route(paragraphs: list[str]) -> tuple[CaseStop, ...]:
    """Stations of a route: one a line ("X den D"), a table of body and date, or bodies in a
    sentence."""
    stops: list[CaseStop] = []
    for line in (line for block in paragraphs for line in block.split("\n")):
        stops += _stops(without_sign(line.strip()))
    return tuple(stops)


@lru_cache(maxsize=2048)
def _stops(line: str) -> list[CaseStop]:
    line = line.replace("\t", " ").strip()
    if not line:
        return []
    dates = find_dates(line)
    if not dates:
        if len(line) < 200 and _BODY.search(line) and "." not in line.rstrip("."):
            pieces = re.split(
                r"[,;]\s+(?=[A-ZÆØÅ])|\s+og\s+(?=[A-ZÆØÅ])|\s*(?:->|→|>)\s*", line.rstrip(".")
            )
            names = [body_name(piece) for piece in pieces]
            if all(
                _BODY.search(name) and name[:1].isupper() and len(name.split()) < 9
                for name in names
            ):
                return [CaseStop(body=name) for name in names]
        return []
    stops = []
    start = 0
    for found in dates:
        before = line[start : found.start]
        before = re.sub(r"^(?:[\s,;.]|\bog\b|\bsamt\b)+", "", before)
        name = body_name(_FRONT.sub("", before, count=1))
        if not name and start == 0 and len(dates) == 1:
            name = body_name(re.sub(r"^[\s:,;–-]+", "", line[found.end :]))
        if name and name[0].isupper() and len(name) < 110 and "." not in name:
            stops.append(CaseStop(body=name, date=found.date))
        start = found.end
    return stops


def read_treatments(paragraphs: list[str]) -> tuple[EarlierTreatment, ...]:
    """What bodies said earlier: each opened by a line with body and date, its text and absentees
    below."""
    treatments: list[EarlierTreatment] = []
    head: Head | None = None
    texts: list[str] = []
    absent: list[Absence] = []
    awaiting: str | None = None

    def close() -> None:
        nonlocal texts, absent
        if head is not None:
            treatments.append(
                EarlierTreatment(
                    body=body_name(head.body or ""),
                    date=head.date,
                    item=head.item,
                    text="\n\n".join(texts),
                    absent=tuple(absent),
                )
            )
        texts, absent = [], []

    for block in paragraphs:
        for line in block.split("\n"):
            line = line.strip()
            opened = treatment_head(line)
            if opened is not None:
                close()
                head, rest = opened
                awaiting = None
                if match := _ABSENT_BEHIND.search(rest):
                    absent += absences(match["names"], match["heading"])
                    rest = rest[: match.start()].rstrip()
                if rest:
                    texts.append(rest)
            elif head is None:
                continue
            elif match := _ABSENT_LINE.match(line):
                awaiting = match["heading"]
                named = absences(match["names"], awaiting)
                if named:
                    absent += named
                    awaiting = None
            elif awaiting is not None and (named := absences(line, awaiting)):
                absent += named
            else:
                awaiting = None
                absent += from_prose(line)
                if match := _ABSENT_BEHIND.search(line):
                    absent += absences(match["names"], match["heading"])
                    line = line[: match.start()].rstrip()
                texts.append(line)
    close()
    return tuple(treatments)


def treatment_head(line: str) -> tuple[Head, str] | None:
    """Body, date and item number a line announces, and the words of the decision behind them on
    the same line."""
    if not line or len(line) > 400 or _ABSENT_LINE.match(line):
        return None
    if len(line) < 220 and (head := decided_by(line)) is not None:
        return head, ""
    dates = find_dates(line[:160])
    if not dates:
        return None
    found = dates[0]
    before, after = line[: found.start], line[found.end :]
    number = None
    if match := _ITEM.match(after):
        number, after = match["item"], after[match.end() :]
    if not before.strip(" -–•"):
        # "07-02-2022 Økonomiudvalget 2022" or "07-02-2022: …"
        match = _DATED_FIRST.match(after)
        if match is None or not _BODY.search(match["body"]):
            return None
        return Head(0, "decision", line, body=match["body"], date=found.date), ""
    name = body_name(_FRONT.sub("", without_sign(before), count=1))
    if (
        not name
        or not name[0].isupper()
        or len(name) > 100
        or "." in name
        or not _BODY.search(name)
        or len(name.split()) > 12
    ):
        return None
    rest = after.lstrip(" ,:;.–-)")
    if rest and number is None and not after.lstrip().startswith((":", ",", ".", "–", "-", ")")):
        return None
    if rest[:1].islower() and after.lstrip().startswith(","):
        return None  # a sentence that goes on
    return Head(0, "decision", line, body=name, date=found.date, item=number), rest


def read_references(text: str) -> tuple[Reference, ...]:
    """Mentions of items of other meetings: "sag nr. 6 i Beskæftigelsesudvalgets møde den 18.
    september 2023"."""
    found: list[Reference] = []
    if _ITEM_OF.search(text) is None:
        return ()
    for date in find_dates(text):
        before = text[max(0, date.start - 150) : date.start]
        match = _REFERENCE.search(re.sub(r"\b(?:den|d\.)\s*$", "", before).rstrip() + " ")
        if match:
            found.append(
                Reference(body=_nominative(match["body"]), date=date.date, item=match["item"])
            )
    return tuple(dict.fromkeys(found))


def _nominative(body: str) -> str:
    name = body.strip()
    if match := re.match(r"^(.*udvalg)s?(?:mødet?)?$", name):
        return match[1] + "et"
    if re.search(r"(?:udvalget|rådet|bestyrelsen|direktionen|byrådet)s$", name, re.I):
        return name[:-1]
    return name


def same_day(date: datetime.date | None, at: datetime.datetime | None) -> bool:
    """Whether a printed date is the meeting's own; true when either is unknown."""
    return date is None or at is None or date == at.date()
