"""Sub-headings: which lines that are not in the table of headings are headings all the same, and
whether they open a section of their own (`other`) or stand within one (`topic`)."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from sagsgang.reading.canonical import Role
from sagsgang.reading.layout.below_title import is_meta
from sagsgang.reading.layout.headings import Head
from sagsgang.reading.layout.part import House, Part
from sagsgang.reading.layout.sheet import Sheet, is_bullet, is_point, point_number
from sagsgang.reference.headings import heading_key

#: Kinds whose text may have sub-headings of its own.
_SUBDIVIDED = {
    "presentation",
    "description",
    "history",
    "involvement",
    "assessment",
    "alternatives",
    "timeline",
    "financial_implications",
    "legal_implications",
    "other_implications",
    "policies",
    "topic",
    "other",
    "summary",
}
_RUN_IN = re.compile(r"^(?P<word>[A-ZÆØÅ][\w \-/,]{3,45}?)\s*:\s+(?=\S)")
#: Words with a colon that are no headings.
_LABELS = {
    "kilde",
    "note",
    "bemærk",
    "for stemte",
    "imod stemte",
    "imod",
    "for",
    "nb",
    "obs",
    "ad",
    "bilag",
    "tabel",
    "figur",
}
_CONTAINERS = {"presentation", "description"}
#: Kinds in which only another section's heading can stand, set as the house sets its headings.
_CLOSED = {"decision", "absent"}
#: Kinds whose text has no sub-headings: a heading within them opens the next section.
_SENTENCES = {"recommendation", "legal_basis", "deciding_body"}
#: A body and a date: what stands below "Videre proces".
_STOP = re.compile(r"(?:udvalg|råd|bestyrelse|direktion|-med)\w*,? (?:den |d\. ?)?\d{1,2}", re.I)
#: Looks that make a line a heading by themselves.
_LONGEST = 110
_PLAIN_LOOKS = {"plain", "colon"}


def look(sheet: Sheet, index: int) -> str:
    """How a heading is set: as a heading, bold, in italics, underlined, in capitals, numbered,
    with a colon, or plain."""
    text = sheet.text[index]
    if sheet.depth[index]:
        return "set"
    if index in sheet.bold:
        return "bold"
    if index in sheet.italic:
        return "italic"
    if index + 1 in sheet.rules:
        return "underlined"
    if text.isupper() and len(text) > 3:
        return "upper"
    if is_point(text) and not is_bullet(text):
        return "numbered"
    return "colon" if text.endswith(":") else "plain"


def common_look(sheet: Sheet, lines: list[int]) -> str:
    """How most of these headings are set."""
    looks = Counter(look(sheet, line) for line in lines)
    return looks.most_common(1)[0][0] if looks else "plain"


def find_subheadings(sheet: Sheet, outlines: list[list[Part]], house: House) -> dict[int, int]:
    """The lines that are headings not in the table, each with the column where text begins on the
    same line (0: on the lines below)."""
    found: dict[int, int] = {}
    for part in (part for parts in outlines for part in parts):
        if part.kind in ("earlier_treatments", "course") or part.foreign:
            continue
        for index in range(part.first + (1 if part.head.column else 0), part.last + 1):
            if not sheet.text[index]:
                continue
            if (
                len(sheet.text[index]) <= _LONGEST
                and _may_stand_in(sheet, index, part, house)
                and is_subheading(sheet, index, part.last, house.look)
            ):
                found[index] = 0
            elif house.runs_in and (column := _runs_in(sheet, index)):
                found[index] = column
    return found


def _runs_in(sheet: Sheet, index: int) -> int:
    """Where the text begins behind a heading of few words at the front of a paragraph; 0 if
    none."""
    text = sheet.text[index]
    if not text or not sheet.starts_paragraph(index) or index in sheet.tables:
        return 0
    match = _RUN_IN.match(text)
    if match is None or match["word"].casefold() in _LABELS or len(match["word"].split()) > 4:
        return 0
    return sheet.column_of(index, text[match.end() :])


def _may_stand_in(sheet: Sheet, index: int, part: Part, house: House) -> bool:
    if part.kind in _SUBDIVIDED or part.kind in ("recommendation", "legal_basis"):
        return True
    return (
        bool(sheet.text[index])
        and look(sheet, index) == house.look
        and (house.look not in _PLAIN_LOOKS or part.kind not in _CLOSED)
    )


def find_recurring(
    sheet: Sheet, outlines: list[list[Part]], subheadings: dict[int, int]
) -> set[str]:
    """Headings not in the table that come again in many items: sections of their own."""
    seen: Counter[str] = Counter()
    ordered = sorted(subheadings)
    for parts in outlines:
        if parts:
            own = ordered[
                bisect_left(ordered, parts[0].first) : bisect_right(ordered, parts[-1].last)
            ]
            seen.update({heading_key(_words(sheet, index, subheadings[index])) for index in own})
    least = max(2, 0.3 * len(outlines))
    return {key for key, count in seen.items() if count >= least}


def _words(sheet: Sheet, index: int, column: int) -> str:
    """The words of a heading, without the text that may follow them on the line."""
    text = sheet.text[index]
    return text.split(":", 1)[0] if column else text.rstrip(": ")


def subdivide(
    sheet: Sheet, parts: list[Part], house: House, subheadings: dict[int, int]
) -> list[Part]:
    """The parts with their sub-headings (`topic`) and the sections of words not in the table
    (`other`)."""
    out: list[Part] = []
    for part in parts:
        out.append(part)
        end = part.last
        for index in range(part.first + (1 if part.head.column else 0), end + 1):
            if index not in subheadings:
                continue
            column = subheadings[index]
            words = _words(sheet, index, column)
            kind, level = _kind_of(sheet, index, part, house, words)
            told = any(sheet.text[i] for i in range(part.first, index))
            if kind == "topic" and part.kind in _SENTENCES and told and not column:
                kind, level = "other", 1  # these have no parts of their own
            if kind == "topic" and (column or part.kind not in _SUBDIVIDED):
                continue
            previous = out[-1]
            previous.last = index - 1
            while previous.last >= previous.first and not sheet.text[previous.last]:
                previous.last -= 1
            head = Head(index, kind, words, True, column)
            out.append(Part(head, kind, index + (0 if column else 1), end, level))
    return out


def _kind_of(sheet: Sheet, index: int, part: Part, house: House, words: str) -> tuple[str, int]:
    if part.level == 2:
        return "topic", 2
    depth, above = sheet.depth[index], sheet.depth[part.head.line]
    if sheet.has_set_headings and depth and above:
        if depth > above:
            return "topic", 2
        if sheet.flowed:
            return "other", 1
    if heading_key(words) in house.recurring or (house.runs_in and words.isupper()):
        return "other", 1
    if house.runs_in and "**" in sheet.raw[index].lstrip()[:3]:
        return "other", 1
    if house.steady and depth and depth == above:
        return "other", 1
    if (
        house.look in ("bold", "italic", "underlined", "upper", "numbered", "colon")
        and look(sheet, index) == house.look
    ):
        return "other", 1
    if (
        sheet.has_set_headings
        and depth
        and above
        and depth <= above
        and part.kind not in _CONTAINERS
    ):
        return "other", 1
    return "topic", 2


def is_subheading(sheet: Sheet, index: int, last: int, house_look: str = "plain") -> bool:
    """Whether a line that is not in the table is a heading: set as one, or short, alone, and with
    prose below."""
    text = sheet.text[index]
    if not text or len(text) > _LONGEST or index in sheet.tables:
        return False
    mark = sheet.marks.get(index)
    if mark is not None and mark.role in (Role.LIST, Role.FOOTNOTE):
        return False
    if sheet.depth[index]:
        return not is_bullet(text) and any(map(str.isalpha, text))
    if house_look in ("upper", "underlined") and look(sheet, index) == house_look:
        return len(text) < 70 and text[-1] not in ".,;" and not is_point(text) and not is_meta(text)
    if index in sheet.bold or index in sheet.italic:
        return not text.endswith((".", ",", ";")) and not is_point(text)
    if sheet.has_set_headings:
        return False
    below = sheet.next_filled(index)
    if below is None or below > last:
        return False
    if _is_listed(sheet, index, below):
        return False
    if (
        house_look == "colon"
        and text.endswith(":")
        and sheet.starts_paragraph(index)
        and len(text) < 45
    ):
        return (
            text[0].isupper()
            and len(text.split()) <= 4
            and not is_point(sheet.text[below])
            and not sheet.text[below].casefold().startswith("at ")
            and below not in sheet.tables
        )
    if house_look == "numbered" and look(sheet, index) == "numbered" and len(text) < 50:
        return (
            sheet.starts_paragraph(index) and sheet.ends_paragraph(index) and text[-1] not in ".,;:"
        )
    return _looks_like_heading(sheet, text, index, below)


def _is_listed(sheet: Sheet, index: int, below: int) -> bool:
    """Whether a line is a point of a list: the next point, or the one before, stands beside it."""
    number = point_number(sheet.text[index])
    if number is None:
        return False
    above = index - 1
    while above >= 0 and not sheet.text[above]:
        above -= 1
    before = point_number(sheet.text[above]) if above >= 0 else None
    return point_number(sheet.text[below]) == number + 1 or before == number - 1


#: Words that end a sentence's beginning, never a heading.
_UNFINISHED = {
    "at",
    "de",
    "den",
    "det",
    "der",
    "som",
    "om",
    "og",
    "eller",
    "til",
    "for",
    "med",
    "på",
    "i",
    "af",
    "er",
    "har",
    "tage",
    "godkende",
    "drøfte",
    "hvor",
    "blandt",
    "fra",
    "samt",
    "var",
    "blev",
    "viser",
    "vil",
    "kan",
    "skal",
    "ved",
    "jf",
}


def _looks_like_heading(sheet: Sheet, text: str, index: int, below: int) -> bool:
    if not (text[0].isupper() or text[0].isdigit()) or text[-1] in '.,;:!%»”"':
        return False
    words = text.split()
    if words[-1].casefold() in _UNFINISHED or "indstiller" in text:
        return False
    if len(text) > 85 or len(words) > 11 or ": " in text or not any(map(str.isalpha, text)):
        return False
    if is_point(text) and not (sheet.starts_paragraph(index) and sheet.ends_paragraph(index)):
        return False
    if not sheet.starts_paragraph(index) or below in sheet.tables or is_meta(text):
        return False
    following = sheet.text[below]
    if sheet.ends_paragraph(index):
        prose = (
            len(following) > 60
            or _STOP.search(following) is not None
            or (following.endswith((".", ":")) and len(following) > 20)
        )
        return prose or is_point(following) or is_bullet(following)
    # right above its text: only when the lines are cut at a width and this one is clearly shorter
    if (
        not sheet.tight
        or not following[0].isupper()
        or (sheet.wrapped and len(text) > sheet.width * 0.6)
    ):
        return False
    return len(following) > max(50, len(text)) or following.endswith(".")
