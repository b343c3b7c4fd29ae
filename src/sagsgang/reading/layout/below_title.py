"""The lines between an item's title and its first heading: case number, initials, route, open or
closed."""

import re
from dataclasses import dataclass, field

from sagsgang.language.case_numbers import parse_case_number
from sagsgang.minutes import CaseNumber, CaseNumberKind
from sagsgang.reading.layout.items import is_group, is_of_one
from sagsgang.reading.layout.sheet import Sheet
from sagsgang.reading.trace import TraceBuilder

_THING = r"(?:\s+(?:punkt|sag|dagsordenspunkt|dagsorden))?\)?\.?$"
_OPEN = re.compile(rf"^\(?(?:åben|åbent|offentlig|offentligt){_THING}", re.I)
_CLOSED = re.compile(rf"^\(?(?:lukket|fortrolig|fortroligt){_THING}", re.I)
_INITIALS = re.compile(
    r"^(?:[Ss]agsbeh(?:andler)?\.?:?\s*)?(?P<initials>[A-ZÆØÅ]{2,5}(?:/[A-ZÆØÅ]{2,5})+(?:-[A-ZÆØÅ]{2,5})?|[A-ZÆØÅ]{2,5}-[A-ZÆØÅ]{2,5}|[A-ZÆØÅ]{2,4})$"
)
_ROUTE = re.compile(r"^[A-ZÆØÅ]{2,6}(?:\s*(?:->|→|>|\s[-–]\s)\s*[A-ZÆØÅ]{2,6})+$")
_LABELLED = re.compile(
    r"(?P<label>sagsnr|sagsnummer|sags[- ]?id|brevid|brevnr|j\.? ?nr|journalnr|journalnummer|"
    r"journal nr|sag nr|sag|dok\.? ?nr|doknr|dokumentnr|acadre|kle-?(?:nr|emne)?|"
    r"sagsbehandler|sagsansvarlig|ansvarlig|forvaltning|afdeling|center|fagområde|initialer|"
    r"sagstype|punkttype|status|åben/lukket|sagsbeh|dir\.? ?initialer)(?:\.?\s*:\s*|"
    r"\.\s+(?=\S*\d))",
    re.I,
)
_CASE_LABELS = ("sagsn", "sags-", "sags ", "sagsid", "sag", "j", "journal", "dok", "acadre", "kle")
_ACCESS_CASE = re.compile(r"^(?P<access>åbent?|lukket)\s*[-–:,]\s*(?P<case>\S.{4,40})$", re.I)


@dataclass(slots=True)
class Below:
    """What those lines say; `text_first` is the first line that is none of them and no heading.

    `signs` are lines of the first section that are initials or a route, with their field.
    """

    case_number: CaseNumber | None = None
    initials: str | None = None
    route_line: str | None = None
    is_closed: bool | None = None
    text_first: int | None = None
    signs: dict[int, str] = field(default_factory=dict)


def case_number(text: str) -> CaseNumber | None:
    """A case number from a whole line or cell."""
    found = parse_case_number(text)
    if found is None:
        return None
    return CaseNumber(
        text=found.text,
        kind=CaseNumberKind(found.kind),
        canonical=found.canonical,
        is_valid=found.is_valid,
    )


def is_meta(line: str) -> bool:
    """Whether a line is of those that stand between a title and the text."""
    return bool(
        _LABELLED.match(line)
        or _ACCESS_CASE.match(line)
        or _OPEN.match(line)
        or _CLOSED.match(line)
        or _ROUTE.match(line)
        or (_INITIALS.match(line) and ("/" in line or "-" in line))
        or (len(line) < 70 and parse_case_number(line) is not None)
    )


def read_below(sheet: Sheet, first: int, end: int, path: str, trace: TraceBuilder) -> Below:
    """What lines `first` to `end` (exclusive) say; reading stops at the first line of running
    text."""
    below = Below()
    for index in range(first, end):
        line = sheet.text[index]
        if not line:
            continue
        if is_group(line) and not (_OPEN.match(line) or _CLOSED.match(line)):
            if is_of_one(line):
                below.is_closed = not line.casefold().startswith("åb")
            trace.place(index, index, f"{path}.is_closed" if is_of_one(line) else "furniture")
            continue
        name = _take(line, sheet.raw[index], below, index - first)
        if name is None:
            below.text_first = index
            break
        trace.place(index, index, f"{path}.{name}" if name != "markup" else name)
    return below


def take_signs(line: str, below: Below) -> str | None:
    """The field that initials or a route right under the first heading are; None for any other
    line."""
    if below.route_line is None and _ROUTE.match(line):
        below.route_line = line
        return "route_line"
    if below.initials is None and ("/" in line or "-" in line) and (match := _INITIALS.match(line)):
        below.initials = match["initials"]
        return "initials"
    return None


def _take(line: str, raw: str, below: Below, depth: int) -> str | None:
    """The name of the field a line became."""
    if len(line) < 90 and below.case_number is None and (number := case_number(line)):
        below.case_number = number
        return "case_number"
    if (match := _ACCESS_CASE.match(line)) and (number := case_number(match["case"])):
        below.is_closed = match["access"].casefold() == "lukket"
        below.case_number = below.case_number or number
        return "case_number"
    if _OPEN.match(line) or _CLOSED.match(line):
        below.is_closed = bool(_CLOSED.match(line))
        return "is_closed"
    if _ROUTE.match(line):
        below.route_line = line
        return "route_line"
    if len(line) < 250 and _LABELLED.match(line):
        _labelled(line, below)
        return "case_number" if below.case_number else "markup"
    if below.initials is None and (match := _INITIALS.match(line)):
        below.initials = match["initials"]
        return "initials"
    if below.case_number is None and len(line) < 60 and depth < 3 and (number := _in_cells(raw)):
        below.case_number = number
        return "case_number"
    return None


def take_labels(line: str, below: Below) -> None:
    """The case number and access on the line of an item's number: "Punkt: 87    Acadre sagsnr:
    10/22019    Åben sag"."""
    if _LABELLED.search(line):
        _labelled(line, below)
    elif (number := case_number(line.strip())) is not None:
        below.case_number = number
    if match := re.search(r"\b(åben|åbent|lukket) (?:sag|punkt)\b", line, re.I):
        below.is_closed = match[1].casefold() == "lukket"


def _labelled(line: str, below: Below) -> None:
    """Values behind labels on one line: "Sagsnr.: 24/123   Sagsbehandler: AB"."""
    labels = list(_LABELLED.finditer(line))
    of_document = False  # a document's number is taken only where no case has one
    for position, match in enumerate(labels):
        end = labels[position + 1].start() if position + 1 < len(labels) else len(line)
        value = re.split(r"\s{2,}|\t", line[match.end() : end].strip(" ,;|\t–-"))[0]
        label = match["label"].casefold()
        if label.startswith(("sagsbeh", "initial", "sagsansv")):
            below.initials = below.initials or value or None
        elif label == "åben/lukket":
            below.is_closed = value.casefold().startswith("lukket")
        elif (
            label.startswith(_CASE_LABELS)
            and not label.startswith("sagst")
            and (below.case_number is None or (of_document and not label.startswith("dok")))
            and value
        ):
            number = case_number(value)
            if (
                number is None
                and not label.startswith("kle")
                and any(map(str.isdigit, value))
                and len(value) < 40
            ):
                number = CaseNumber(
                    text=value, kind=CaseNumberKind.OTHER, canonical=value, is_valid=True
                )
            below.case_number = number or below.case_number
            of_document = label.startswith("dok")


def _in_cells(raw: str) -> CaseNumber | None:
    """The case number in a cell of a line such as "24/123<tab>Åben sag"."""
    if "\t" not in raw and "  " not in raw:
        return None
    cells = (case_number(cell) for cell in re.split(r"\t+|\s{2,}", raw.strip()))
    return next((number for number in cells if number), None)
