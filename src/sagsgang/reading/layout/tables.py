"""Tables: which lines are rows, where their cells are, and which row is the header."""

import re

from sagsgang.minutes import Table
from sagsgang.reading.canonical import Role
from sagsgang.reading.layout.sheet import Sheet, is_point

_GAP = re.compile(r"(?<=\S)(?: {2,}|\t+ *)(?=\S)")
_TABBED_POINT = re.compile(r"^\s*(?:\d{1,3}[.)]?|[-–•·▪●○*o]|[a-z][.)])\t")
_RULE = re.compile(r"^[|\s:+=_–-]*$")
_NUMBER = re.compile(
    r"^[(]?[-−–+]?\s?[\d.,]*\d(?:\s?(?:%|pct\.?|kr\.?|mio\.?.*|mia\.?.*|t\.kr\.?))?[)*]*$|^[-–−]$",
    re.I,
)
_YEARISH = re.compile(r"^(?:[A-ZÆØÅa-zæøå]+\.?\s)?(?:19|20)\d\d(?:[-/]\d{2,4})?$")
#: What stands in front of a gap in lines that are no rows: an item's number, a label, "at".
_NO_CELL = re.compile(
    r"^(?:at|(?:åbent|lukket) bilag|bilag \d+\W?|(?:dagsordens?punkt|punkt|pkt|sag|nr|"
    r"ad)\.?(?:\s?nr\.?)?\s*\d*[.:)]?|"
    r"(?:sagsnr|sagsnummer|j\.?\s?nr|journalnr|dok\.?\s?nr|acadre)\b.*)$",
    re.I,
)
_LEADER = ("....", "…", "_____", ". . .")
_LONGEST_LABEL = 45


def find_tables(sheet: Sheet) -> None:
    """Note in `sheet.tables` which lines are rows, and of which table."""
    if any(mark.table for mark in sheet.marks.values()):
        for index, mark in sheet.marks.items():
            if mark.role in (Role.TABLE_HEAD, Role.TABLE_ROW):
                sheet.tables[index] = mark.table
        return
    for number, rows in enumerate(_groups(sheet), start=1):
        for index in rows:
            sheet.tables[index] = number


def cells_of(sheet: Sheet, index: int) -> list[str]:
    """The cells of a row, cleaned."""
    raw = sheet.raw[index]
    if "\t" in raw:
        return [_clean(cell) for cell in raw.rstrip("\r\n").split("\t")]
    text = sheet.text[index]
    if text.startswith("|"):
        return [_clean(cell) for cell in text.strip("|").split("|")]
    return [_clean(cell) for cell in _GAP.split(text)]


def is_rule(text: str) -> bool:
    """Whether a row is only a drawn line ("---|---", "====")."""
    return bool(_RULE.match(text)) and any(sign in text for sign in "-=_–")


def tables_in(sheet: Sheet, first: int, last: int) -> tuple[Table, ...]:
    """The tables whose rows lie within lines `first` to `last` (from 0)."""
    grouped: dict[int, list[int]] = {}
    for index in range(first, last + 1):
        number = sheet.tables.get(index)
        if number is not None:
            grouped.setdefault(number, []).append(index)
    return tuple(table for rows in grouped.values() if (table := _table(sheet, rows)) is not None)


def _table(sheet: Sheet, lines: list[int]) -> Table | None:
    kept = [index for index in lines if not is_rule(sheet.text[index])]
    rows = _cells(sheet, kept)
    _join_labels(sheet, kept, rows)
    if not rows:
        return None
    width = max(map(len, rows))
    if width > 2:
        # an empty last column is a tab too many
        while width > 2 and all(len(row) < width or not row[width - 1] for row in rows):
            width -= 1
    padded = [tuple((row + [""] * width)[:width]) for row in rows]
    heads = sum(
        1 for index in kept if (mark := sheet.marks.get(index)) and mark.role is Role.TABLE_HEAD
    )
    ruled = len(kept) > 1 and any(
        is_rule(sheet.text[i]) or i in sheet.rules for i in range(kept[0] + 1, kept[1])
    )
    if heads and heads < len(padded):
        header = tuple(
            " ".join(filter(None, column)) for column in zip(*padded[:heads], strict=True)
        )
    elif len(padded) > 1 and (ruled or _is_header(padded)):
        heads, header = 1, padded[0]
    else:
        heads, header = 0, ()
    return Table(
        lines=(lines[0] + 1, lines[-1] + 1),
        header=header,
        rows=tuple(padded[heads:]),
        caption=_caption(sheet, lines[0]),
    )


def _cells(sheet: Sheet, lines: list[int]) -> list[list[str]]:
    rows = [cells_of(sheet, index) for index in lines]
    if not rows or any(
        "\t" in sheet.raw[index] or sheet.text[index].startswith("|") for index in lines
    ):
        return rows
    return _by_position(sheet, lines, rows)


def _join_labels(sheet: Sheet, lines: list[int], rows: list[list[str]]) -> None:
    """A label over two lines ("Anlæg/" "Rådighedsbeløb") is one row."""
    for at in range(len(rows) - 1, 0, -1):
        if len(rows[at]) == len(rows[at - 1]) == 1 and lines[at] == lines[at - 1] + 1:
            rows[at - 1] = [f"{rows[at - 1][0]} {rows[at][0]}"]
            del rows[at], lines[at]


def _by_position(sheet: Sheet, lines: list[int], rows: list[list[str]]) -> list[list[str]]:
    """Cells of rows set with blanks: a row with fewer cells has them in the columns they stand
    under."""
    spans = [_spans(sheet.raw[index]) for index in lines]
    columns = max(spans, key=len)
    placed = []
    for row, cells in zip(rows, spans, strict=True):
        if len(row) == len(columns) or len(cells) != len(row):
            placed.append(row)
            continue
        out = [""] * len(columns)
        free = 0
        for position, ((start, end), cell) in enumerate(zip(cells, row, strict=True)):
            choices = range(free, len(columns) - (len(row) - position - 1))
            best = (
                min(choices, key=lambda c: abs(columns[c][0] + columns[c][1] - start - end))
                if choices
                else free
            )
            if position == 0 and abs(columns[0][0] - start) <= 2:
                best = 0
            out[best] = cell
            free = best + 1
        placed.append(out)
    return placed


def _spans(raw: str) -> list[tuple[int, int]]:
    spans, start = [], len(raw) - len(raw.lstrip())
    text = raw.rstrip()
    for gap in _GAP.finditer(text):
        spans.append((start, gap.start()))
        start = gap.end()
    spans.append((start, len(text)))
    return spans


def _is_header(rows: list[tuple[str, ...]]) -> bool:
    first, below = rows[0], rows[1:]
    if not first[0] and any(first[1:]):
        return True
    numbers = [
        column
        for column in range(1, len(first))
        if any(_NUMBER.match(row[column]) for row in below if row[column])
    ]
    if not numbers:
        return True
    return not all(
        _NUMBER.match(first[column]) and not _YEARISH.match(first[column]) for column in numbers
    )


def _caption(sheet: Sheet, line: int) -> str | None:
    above = line - 1
    while above >= 0 and not sheet.text[above] and line - above < 3:
        above -= 1
    if above < 0:
        return None
    text = sheet.text[above]
    if not text or len(text) > 120 or text.endswith((".", ":", ";", ",")) or above in sheet.tables:
        return None
    return (
        text
        if text.lower().startswith(("tabel", "bevilling", "figur")) or text.endswith(")")
        else None
    )


def _clean(cell: str) -> str:
    return " ".join(cell.replace("**", "").split())


def _groups(sheet: Sheet) -> list[list[int]]:
    """Lines that are rows, table by table."""
    groups: list[list[int]] = []
    blocks = _blocks(sheet)
    for block in blocks:
        if groups and (between := _belong_together(sheet, groups[-1], block)) is not None:
            groups[-1] += between + block
        else:
            groups.append(block)
    return [rows for rows in groups if _is_table(sheet, rows)]


def _blocks(sheet: Sheet) -> list[list[int]]:
    blocks: list[list[int]] = []
    previous = -2
    for index, text in enumerate(sheet.text):
        if not text:
            continue
        raw = sheet.raw[index]
        if "\t" not in raw and "  " not in text and text[0] != "|":
            continue
        if not _may_be_row(raw, text):
            continue
        if index == previous + 1 or (index == previous + 2 and index - 1 in sheet.rules):
            blocks[-1].append(index)
        else:
            blocks.append([index])
        previous = index
    return blocks


def _may_be_row(raw: str, text: str) -> bool:
    if "\t" in raw:
        return not (_TABBED_POINT.match(raw) and raw.count("\t") == 1) and not any(
            leader in text for leader in _LEADER
        )
    if text[0] == "|":
        return text.count("|") >= 2
    if "  " in text:
        return (
            (gap := _GAP.search(text)) is not None
            and not _NO_CELL.match(text[: gap.start()])
            and not any(leader in text for leader in _LEADER)
            and not text.endswith(":")
            and not (text.endswith(".") and len(_GAP.split(text)[-1]) > 30)
        )
    return False


def _belong_together(sheet: Sheet, above: list[int], below: list[int]) -> list[int] | None:
    """The label lines between two blocks of rows of one table; None when they are two tables."""
    between = [index for index in range(above[-1] + 1, below[0]) if sheet.text[index]]
    wide_above, wide_below = len(cells_of(sheet, above[-1])), len(cells_of(sheet, below[0]))
    tabbed = "\t" in sheet.raw[above[-1]] and "\t" in sheet.raw[below[0]]
    if wide_above != wide_below or not tabbed:
        return None
    if not between:
        return None if _opens_anew(sheet, below[0]) else []
    if wide_above < 3 or len(between) > 10:
        return None
    labels = all(
        len(sheet.text[index]) <= _LONGEST_LABEL
        and not sheet.text[index].endswith(".")
        and not sheet.depth[index]
        and not is_point(sheet.text[index])
        for index in between
    )
    return (
        between
        if labels and sum(1 for index in below if not is_rule(sheet.text[index])) == 1
        else None
    )


def _opens_anew(sheet: Sheet, index: int) -> bool:
    """Whether a row looks like the header of a table of its own."""
    first, *others = cells_of(sheet, index)
    if all(_YEARISH.match(cell) for cell in others):
        return True
    return not first and all(others) and not any(_NUMBER.match(cell) for cell in others)


def _is_table(sheet: Sheet, rows: list[int]) -> bool:
    filled = [index for index in rows if not is_rule(sheet.text[index])]
    widths = [len(cells_of(sheet, index)) for index in filled]
    if not widths or max(widths) < 2:
        return False
    if any("\t" in sheet.raw[index] for index in rows):
        return len(filled) >= 2 or max(widths) >= 3
    if sheet.text[rows[0]].startswith("|"):
        return len(filled) >= 1
    if all(is_point(sheet.text[index]) for index in filled) and max(widths) < 3:
        return False
    if len(filled) < 2 or max(widths) > 14 or (min(widths) < 2 and len(filled) < 3):
        return False
    if max(widths) == 2 and [cells_of(sheet, index)[0] for index in filled] == [
        str(n) for n in range(1, len(filled) + 1)
    ]:
        return False  # a numbered list
    numeric = sum(
        1
        for index in filled
        if any(any(map(str.isdigit, cell)) for cell in cells_of(sheet, index)[1:])
    )
    if numeric * 2 >= len(filled):
        return True
    starts = [[start for start, _ in _spans(sheet.raw[index])] for index in filled]
    return len(filled) >= 3 and all(columns == starts[0] for columns in starts)
