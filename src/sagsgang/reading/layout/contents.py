"""The table of contents: its titles, without leaders and page numbers, and where it ends."""

import re
from functools import lru_cache
from typing import NamedTuple

from sagsgang.language.case_numbers import parse_case_number
from sagsgang.reading.canonical import Role
from sagsgang.reading.layout.headings import decided_by, known_word
from sagsgang.reading.layout.items import is_group
from sagsgang.reading.layout.labels import label_of, opens_document
from sagsgang.reading.layout.sheet import Sheet
from sagsgang.reading.trace import TraceBuilder

_SURE = re.compile(
    r"^(?:indholdsfortegnelse|indholdsliste|indhold|sagsliste|punktoversigt|oversigt over "
    r"(?:punkter|sager)|"
    r"liste over punkter|dagsordensoversigt|"
    r"sagsoversigt|sager til behandling|dagsordens?punkter|dagsordenpunkter|punkter på "
    r"dagsordenen)\s*:?(?:\s+side)?$",
    re.I,
)
_MAYBE = re.compile(
    r"^(?:åben dagsorden|åbne punkter|åbne sager|åben|åbent møde|punkter|sager|dagsorden|"
    r"oversigt|følgende "
    r"sager behandles)\s*:?$",
    re.I,
)
_LEADER = re.compile(
    r"(?:\.{3,}+|…++|_{3,}+|(?<!\. )(?:\. ){3,}+\.?|·{3,}+)\s*"
    r"(?:[Ss][Ii][Dd][Ee]\s*)?(?P<page>\d{1,4})\s*$|"
    r"\.{2,}\s*[Ss][Ii][Dd][Ee]\s*\d{1,4}\s*$|(?:\.{5,}|…{2,})\s*$",
)
_LEADER_SIGNS = ("..", "…", "___", ". . .", "···")
_PAGE = re.compile(r"(?:\t|\s{2,}|\s)(?:side\s*)?(?P<page>\d{1,4})\s*$", re.I)
_NUMBER = re.compile(
    r"^(?:dagsordens?punkt|punkt|pkt|sag|nr|ad|emne)\.?(?:\s?nr\.?)?\s*\d{1,4}[a-z]?"
    r"\s*(?:[.:)]|[-–](?=\s))?\s+(?=\S)|"
    r"^\d{1,4}[a-z]?\s*(?:[.:)]|[-–](?=\s)|\t|\s)\s*(?=\D)",
    re.I,
)
_BARE = re.compile(r"^(?:punkt|pkt\.?|sag)?(?:\s?nr\.?)?\s*\d{1,4}\s*[.:]?$", re.I)
_ACCESS = re.compile(
    r"^\((?:åbent?|lukket|offentlig|fortrolig)\)\s*|"
    r"^(?-i:Åbent?|Lukket)\s+(?!punkt\b|sag\b)(?=(?-i:[A-ZÆØÅ]))",
    re.I,
)
_GROUP = re.compile(r"^(?:åben|åbne|åbent|lukket|lukkede) \w+:?$", re.I)
_SPACED_OUT = 4  # filled lines without leaders between two lines with leaders, at most


class Contents(NamedTuple):
    """`titles` as listed; `behind` is the first line (from 0) after the contents; `groups` are
    the keys of group headings."""

    titles: list[str]
    behind: int
    groups: frozenset[str]


def is_contents_heading(line: str) -> bool:
    """Whether a line is the heading of a table of contents."""
    return _SURE.match(line) is not None


def title_key(title: str) -> str:
    """A title's letters and digits alone, to compare what is printed twice."""
    return "".join(filter(str.isalnum, title)).casefold()


def read_contents(sheet: Sheet, trace: TraceBuilder) -> Contents:
    """The table of contents; an empty one when there is none."""
    heading, entries = _find(sheet)
    if not entries:
        return Contents([], 0, frozenset())
    titles: list[str] = []
    groups: set[str] = set()
    for lines, title in _entries(sheet, entries):
        if title is None:
            groups.update(title_key(sheet.text[i]) for i in lines)
            trace.place(lines[0], lines[-1], "furniture")
        else:
            trace.place(lines[0], lines[-1], f"contents[{len(titles)}]")
            titles.append(title)
    for index in entries:
        if not trace.is_placed(index):
            trace.place(index, index, "furniture")
    if heading is not None:
        trace.place(heading, heading, "furniture")
    return Contents(titles, entries[-1] + 1, frozenset(groups))


def _entries(sheet: Sheet, lines: list[int]) -> list[tuple[list[int], str | None]]:
    """The lines of each entry with its title; None for a heading over a group of entries."""
    text = sheet.text
    leaders = any(_has_leader(text[i]) for i in lines)
    paged = not leaders and _paged(sheet, lines)
    numbered = sum(1 for i in lines if _NUMBER.match(text[i])) * 2 > len(lines)
    found: list[tuple[list[int], str | None]] = []
    pending: list[int] = []
    for position, index in enumerate(lines):
        line = text[index]
        if (
            line.isdigit()
            or line.casefold() in ("side", "sider", "sidetal")
            or set(line) <= set("|-: ")
        ):
            continue
        following = text[lines[position + 1]] if position + 1 < len(lines) else ""
        if numbered and pending and _NUMBER.match(line):
            found.append((pending, _title(sheet, pending, leaders, paged, numbered)))
            pending = []
        pending.append(index)
        paged_here = _has_leader(line) if leaders else paged and _page_at(line) is not None
        if (leaders or paged) and not paged_here:
            continue  # the page number stands at the end of an entry's last line
        if (
            not leaders
            and not paged
            and position + 1 < len(lines)
            and lines[position + 1] == index + 1
            and (following[:1].islower() or (numbered and _goes_on(following)))
        ):
            continue
        found.append((pending, _title(sheet, pending, leaders, paged, numbered)))
        pending = []
    if pending:
        found.append((pending, _title(sheet, pending, leaders, paged, numbered)))
    return found


def _goes_on(line: str) -> bool:
    """Whether a line among numbered entries can only be the rest of the entry above."""
    return not (_NUMBER.match(line) or is_group(line) or line.endswith(":") or line.isdigit())


def _title(
    sheet: Sheet, lines: list[int], leaders: bool, paged: bool, numbered: bool
) -> str | None:
    pieces = []
    for index in lines:
        line = sheet.text[index]
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            line = " ".join(cell for cell in cells if not cell.isdigit())
        elif leaders:
            line = _LEADER.sub("", line)
        elif paged and (at := _page_at(line)) is not None:
            line = line[:at]
        pieces.append(line.strip())
    if numbered and not _NUMBER.match(pieces[0]):
        return None
    whole = " ".join(filter(None, pieces))
    return _ACCESS.sub("", _NUMBER.sub("", whole, count=1).strip()) or None


@lru_cache(maxsize=2048)
def _has_leader(line: str) -> bool:
    return (
        any(sign in line for sign in _LEADER_SIGNS)
        and _LEADER.search(line) is not None
        and len(line) > 8
    )


def _page_at(line: str) -> int | None:
    """Where a page number stands at the end of an entry."""
    match = _PAGE.search(line)
    return match.start() if match and match.start() > 5 else None


def _paged(sheet: Sheet, lines: list[int]) -> bool:
    """Whether the entries end in page numbers: numbers that never fall, on most entries."""
    entries = [i for i in lines if not sheet.text[i].isdigit()]
    pages = [
        int(match["page"])
        for i in entries
        if (match := _PAGE.search(sheet.text[i])) and match.start() > 5
    ]
    return (
        len(pages) >= 2
        and len(pages) * 10 >= len(entries) * 6
        and pages == sorted(pages)
        and pages[-1] < 1900
    )


def _find(sheet: Sheet) -> tuple[int | None, list[int]]:
    """The heading's line, if any, and the lines of the entries."""
    text = sheet.text
    marked = sorted(i for i, mark in sheet.marks.items() if mark.role is Role.CONTENTS and text[i])
    limit = min(len(text), 200)
    sure = next((i for i in range(limit) if text[i] and _SURE.match(text[i])), None)
    if marked:
        return (sure if sure is not None and sure < marked[0] else None), marked
    if entries := _with_leaders(sheet, sure):
        return sure, entries
    if sure is not None and (entries := _plain(sheet, sure)):
        return sure, entries
    for index in range(min(len(text), 80)):
        if text[index] and _MAYBE.match(text[index]) and (entries := _plain(sheet, index, 3)):
            numbered = sum(1 for i in entries if _NUMBER.match(text[i]))
            if numbered * 2 > len(entries) and len(entries) > 1:
                return index, entries
    return None, _listed_twice(sheet)


def _listed_twice(sheet: Sheet) -> list[int]:
    """A run of numbered lines at the top whose titles all come again below: contents without a
    heading."""
    text = sheet.text
    run: list[int] = []
    for index in range(min(len(text), 120)):
        line = text[index]
        if not line:
            continue
        if known_word(line) is not None or decided_by(line) is not None:
            break
        if _NUMBER.match(line) and parse_case_number(line) is None and line[-1] not in ".;,":
            run.append(index)
        elif run and index == run[-1] + 1 and sheet.raw[index].startswith("   "):
            continue
        elif len(run) >= 3:
            break
        else:
            run = []
    if len(run) < 3:
        return []
    last = run[-1]
    while last + 1 < len(text) and text[last + 1] and sheet.raw[last + 1].startswith("   "):
        last += 1
    below = {title_key(_NUMBER.sub("", line, count=1)) for line in text[last + 1 :] if line}
    again = sum(
        1
        for index in run
        if any(
            title_key(_NUMBER.sub("", text[index], count=1))[:30] == key[:30]
            for key in below
            if key
        )
    )
    entries = [index for index in range(run[0], last + 1) if text[index]]
    return entries if again >= 0.8 * len(run) else []


def _with_leaders(sheet: Sheet, heading: int | None) -> list[int]:
    """The run of lines with leaders, and the lines between them that belong to it."""
    text = sheet.text
    first = heading + 1 if heading is not None else 0
    run: list[int] = []
    since: list[int] = []
    for index in range(first, min(len(text), first + 700)):
        line = text[index]
        if not line:
            continue
        if _has_leader(line):
            run += [*since, index] if run or heading is not None else [index]
            since = []
        else:
            since.append(index)
            if (run or heading is not None) and len(since) > _SPACED_OUT:
                break
    with_leader = sum(1 for i in run if _has_leader(text[i]))
    return run if with_leader >= (1 if heading is not None else 2) else []


def _plain(sheet: Sheet, heading: int, among: int | None = None) -> list[int]:
    """Entries without leaders: short lines until a title comes that stood there before, among
    the first `among` entries."""
    text = sheet.text
    entries: list[int] = []
    keys: list[tuple[str, str]] = []
    index = heading
    while (following := sheet.next_filled(index)) is not None and len(entries) < 250:
        index = following
        line = text[index]
        key, digits = _entry_key(line), "".join(filter(str.isdigit, line))
        if key and any(
            _same(key, other) and (among is None or _may_be_same(digits, listed))
            for other, listed in keys[:among]
        ):
            return _without_first_item(sheet, entries)
        if (
            len(line) > 300
            or label_of(line) is not None
            or ((head := decided_by(line)) is not None and head.strong)
            or (": " in line and label_of(line.split(":")[0]))
        ):
            return []
        if (
            (opens_document(line) or known_word(line) is not None)
            and not _NUMBER.match(line)
            and not _MAYBE.match(line)
            and not (keys and _page_at(line) is not None)
        ) and not (opens_document(line) and (line.endswith(":") or _GROUP.match(line))):
            return []
        if key:
            keys.append((key, digits))
        entries.append(index)
    return []


def _same(key: str, other: str) -> bool:
    return key == other or (
        min(len(key), len(other)) > 14 and (key.startswith(other) or other.startswith(key))
    )


def _may_be_same(digits: str, other: str) -> bool:
    """Whether the digits of two lines allow that they are one title: an entry may have a page
    number behind, the title may lack its number."""
    return digits in other or other in digits


def _entry_key(line: str) -> str:
    bare = _LEADER.sub("", line).strip()
    if bare == line and len(bare) > 14 and (page := re.search(r"\s+\d{1,3}$", bare)):
        bare = bare[: page.start()]
    bare = _ACCESS.sub("", _NUMBER.sub("", bare, count=1))
    return "".join(filter(str.isalpha, bare)).casefold()


def _without_first_item(sheet: Sheet, entries: list[int]) -> list[int]:
    """The entries without what stands above the first item's title: its number, case number, or
    group."""
    text = sheet.text
    numbers = sum(1 for i in entries if text[i].isdigit())
    keys = [_entry_key(text[i]) for i in entries]
    while entries:
        line = text[entries[-1]]
        opened = _NUMBER.match(line)
        bare = _BARE.match(line) is not None or (
            opened is not None and parse_case_number(line[opened.end() :]) is not None
        )
        again = keys[len(entries) - 1] and keys[len(entries) - 1] in keys[: len(entries) - 1]
        group = (
            len(entries) > 1
            and not _NUMBER.match(line)
            and _NUMBER.match(text[entries[-2]])
            and not line[0].islower()
            and not line.isdigit()
        )
        if not ((bare and numbers < 3) or parse_case_number(line) is not None or again or group):
            break
        entries = entries[:-1]
    return entries
