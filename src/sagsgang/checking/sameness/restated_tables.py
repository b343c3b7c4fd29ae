"""A typed table that restates a table from data: same caption, same row, same column, other number.

Silent when unsure: the typed table's caption must say all that the other's does (name, unit, sign)
and nothing more than how the rows are split.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.language.numbers import parse_number
from sagsgang.minutes import AgendaItem, Table, UsedFigure

_WORD = re.compile(r"[^\W_]+")
_PERCENT = re.compile(r"%|\bprocent\b", re.IGNORECASE)
#: Under every table from data stands where the data are from.
_SOURCE = re.compile(r"\bKilder?:")
_NUMBERED = re.compile(r"\ATabel\s\d+[.:]?\s", re.IGNORECASE)
#: What a caption may say beside the name without telling of something else.
_PLAIN = frozenset({"i", "efter", "fordelt", "på", "pr", "for", "og"})


@dataclass(frozen=True, slots=True)
class Restated:
    """Cell `row`, `column` of table number `table` differs from cell `source_row`, `source_column`
    of the table from data, number `source`.
    """

    figure: UsedFigure
    table: int
    row: int
    column: int
    source: int
    source_row: int
    source_column: int
    label: str
    printed: str
    computed: str


def restated(item: AgendaItem) -> Iterator[Restated]:
    """Every cell of a typed table that contradicts the same cell of a table from data."""
    told = {figure.text.strip(): figure for figure in item.figures if figure.text.strip()}
    if not told:
        return
    around = [_around(table, item) for table in item.tables]
    own = {
        at: told[caption]
        for at, (caption, after) in enumerate(around)
        if caption in told and _SOURCE.search(after)
    }
    for at, (caption, _after) in enumerate(around):
        if at in own:
            continue
        same = [
            source for source in own if _says_the_same(caption, item.tables[source], own[source])
        ]
        if len(same) == 1:
            yield from _differences(item, at, same[0], own[same[0]])


def _around(table: Table, item: AgendaItem) -> tuple[str, str]:
    """The line before the table, where its rows stand in a section's text, and what follows it up
    to the next table.
    """
    rows = "\n".join("\t".join(row) for row in (table.header, *table.rows) if row)
    for section in item.sections:
        before, found, after = section.text.partition(rows)
        if found:
            return before.rstrip().rpartition("\n")[2].strip(), after.partition("\t")[0]
    return "", ""


def _says_the_same(caption: str, source: Table, figure: UsedFigure) -> bool:
    said, needed = _words(caption), _words(figure.text)
    more = _words(" ".join((*source.header, figure.area, figure.period[:4])))
    return needed <= said and said <= needed | more | _PLAIN


def _words(text: str) -> set[str]:
    return set(_WORD.findall(_NUMBERED.sub("", _PERCENT.sub("pct", text)).casefold()))


def _differences(item: AgendaItem, at: int, source: int, figure: UsedFigure) -> Iterator[Restated]:
    typed, data = item.tables[at], item.tables[source]
    rows = _paired([row[0] for row in typed.rows], [row[0] for row in data.rows])
    columns = _paired(typed.header, data.header)
    for row, source_row, label in rows:
        for column, source_column, heading in columns:
            if column == 0 or source_column == 0:
                continue
            printed, computed = typed.rows[row][column], data.rows[source_row][source_column]
            one, other = parse_number(printed), parse_number(computed)
            if one is None or other is None:
                continue
            if abs(one.value - other.value) > max(one.half_unit, other.half_unit):
                yield Restated(
                    figure,
                    at,
                    row,
                    column,
                    source,
                    source_row,
                    source_column,
                    f"{label}, {heading}",
                    printed.strip(),
                    computed.strip(),
                )


def _paired(
    typed: tuple[str, ...] | list[str], data: tuple[str, ...] | list[str]
) -> list[tuple[int, int, str]]:
    """The places of what stands once in each, with what it is called."""
    names = [[" ".join(each.split()).casefold() for each in side] for side in (typed, data)]
    once = [
        {name for name, count in Counter(side).items() if count == 1 and name} for side in names
    ]
    return [
        (at, names[1].index(name), typed[at].strip())
        for at, name in enumerate(names[0])
        if name in once[0] and name in once[1]
    ]
