"""Where quantities stand in a document, and which of them take part in a relation that holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from typing import NamedTuple

from sagsgang.checking import Place, Report
from sagsgang.checking.quantities import Unit, read_quantities
from sagsgang.checking.tables.view import TableView
from sagsgang.language.numbers import NUMBER_PATTERN
from sagsgang.minutes import AgendaItem, Table

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_IN_CELL = re.compile(
    rf"[-−–+]?\s?(?:[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+(?:,[0-9]+)?|{NUMBER_PATTERN})"
)
_IN_TEXT = re.compile(
    rf"(?:(?<![\w.,/)–-])[-−–])?(?:[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+(?:,[0-9]+)?|{NUMBER_PATTERN})"
)
_KRONER = re.compile(r"\b(?:kr|kroner|budget|beløb|udgift|mio|mia)")

_ANY = re.compile(r"[0-9]+(?:[. \xa0][0-9]{3}(?![0-9]))*(?:,[0-9]+)?")

#: How the report names the units of the checks.
UNITS = {
    Unit.MONEY: "money",
    Unit.PERCENT: "percent",
    Unit.POINT: "percentage points",
    Unit.TIME: "time",
    Unit.FRACTION: "fraction",
    Unit.NUMBER: "count",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A printed number. In a table `cell` is (table, row, column); `section`, `start` and `end`
    say where it stands in a section's text, which repeats the rows of tables (-1: it does not).

    `printed` is the number with its sign.
    """

    item: int
    section: int
    start: int
    end: int
    printed: str
    unit: str
    kind: str
    cell: tuple[int, int, int] | None = None

    @property
    def is_in_table(self) -> bool:
        """Whether it stands in a table rather than in running text."""
        return self.cell is not None


class Row(NamedTuple):
    """A table's row as a section's text repeats it: where its line and each column begin."""

    section: int
    start: int
    end: int
    columns: dict[int, int]


def spots_of(number: int, item: AgendaItem) -> list[Spot]:
    """Every quantity of item number `number` (from 0), tables first."""
    rows = _rows(item)
    return [*_in_tables(number, item, rows), *_in_text(number, item, rows)]


def _rows(item: AgendaItem) -> dict[tuple[int, int], Row]:
    """Where each row of each table, -1 for its header, is repeated."""
    waiting: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, table in enumerate(item.tables):
        for index, cells in enumerate((table.header, *table.rows), start=-1):
            waiting.setdefault(_key(cells), []).append((number, index))
    found: dict[tuple[int, int], Row] = {}
    for section_number, section in enumerate(item.sections):
        start = 0
        for line in section.text.split("\n"):
            places = waiting.get(_key(line.split("\t"))) if "\t" in line else None
            if places:
                place = places.pop(0)
                table = item.tables[place[0]]
                cells = table.header if place[1] < 0 else table.rows[place[1]]
                columns = _columns(line, cells, start)
                found[place] = Row(section_number, start, start + len(line), columns)
            start += len(line) + 1
    return found


def _key(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in cells if cell.strip())


def _columns(line: str, cells: tuple[str, ...], start: int) -> dict[int, int]:
    """Where each column that prints something begins; a blank first cell may be left out."""
    filled = [column for column, cell in enumerate(cells) if cell.strip()]
    columns, at = {}, start
    for piece in line.split("\t"):
        if piece.strip() and len(columns) < len(filled):
            columns[filled[len(columns)]] = at + len(piece) - len(piece.lstrip())
        at += len(piece) + 1
    return columns


def _in_tables(number: int, item: AgendaItem, rows: dict[tuple[int, int], Row]) -> Iterator[Spot]:
    for table_number, table in enumerate(item.tables):
        view = TableView.of(table)
        for column in view.figures:
            cells = [(row, view.grid[row][column]) for row in view.body]
            numbers = [(row, cell) for row, cell in cells if cell.is_number]
            if all(_YEAR.fullmatch(cell.text.strip()) for _, cell in numbers):
                continue
            for row, cell in numbers:
                text = table.rows[row][column]
                match = _IN_CELL.search(text)
                if match is None:
                    continue
                line = rows.get((table_number, row))
                lead = len(text) - len(text.lstrip())
                begin = line.columns.get(column, -1) if line else -1
                start = begin + match.start() - lead if line and begin >= 0 else -1
                yield Spot(
                    item=number,
                    section=line.section if line else -1,
                    start=start,
                    end=start + len(match[0]) if start >= 0 else -1,
                    printed=match[0],
                    unit="percent" if cell.is_percent else _unit(_around(view, table, row, column)),
                    kind=str(item.sections[line.section].kind) if line else "",
                    cell=(table_number, row, column),
                )


def _around(view: TableView, table: Table, row: int, column: int) -> str:
    own = f"{view.column_labels[column]} {view.row_labels[row]}"
    return f"{own} {view.column_labels[0]} {table.caption or ''}"


def _in_text(number: int, item: AgendaItem, rows: dict[tuple[int, int], Row]) -> Iterator[Spot]:
    seen = set()
    for section_number, section in enumerate(item.sections):
        if section.lines in seen:  # one section that is both recommendation and decision
            continue
        seen.add(section.lines)
        taken = [(row.start, row.end) for row in rows.values() if row.section == section_number]
        for start, end, unit in _numbers(section.text):
            if not any(first <= start < last for first, last in taken):
                yield Spot(
                    item=number,
                    section=section_number,
                    start=start,
                    end=end,
                    printed=section.text[start:end],
                    unit=unit,
                    kind=str(section.kind),
                )


def _numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and unit of the numbers printed with digits that count or measure something."""
    for quantity in read_quantities(text):
        if quantity.is_word or quantity.unit is Unit.YEAR:
            continue
        for match in _IN_TEXT.finditer(text, quantity.start, quantity.end):
            yield match.start(), match.end(), UNITS.get(quantity.unit, "count")
            if not (quantity.is_range or quantity.unit is Unit.FRACTION):
                break


def _unit(text: str) -> str:
    """The unit that a table's column, row and caption print."""
    lowered = text.lower()
    if "pct" in lowered or "%" in lowered or "procent" in lowered or "andel" in lowered:
        return "percent"
    return "money" if _KRONER.search(lowered) else "count"


class Relation(NamedTuple):
    """A relation that was verified, and the positions of the quantities that take part."""

    rule: str
    item: str | None
    statement: str
    members: frozenset[int]


class Index:
    """Finds the quantities that stand at a place.

    `offset` is added to a place's item, when an item was checked without the others; `change` is a
    quantity whose text has grown by so many characters since the quantities were found.
    """

    def __init__(self, spots: Sequence[Spot]) -> None:
        self._cells = {(spot.item, spot.cell): at for at, spot in enumerate(spots) if spot.cell}
        self._sections: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
        for at, spot in enumerate(spots):
            if spot.start >= 0:
                section = self._sections.setdefault((spot.item, spot.section), [])
                section.append((spot.start, spot.end, at))
        self._offset = 0
        self._change: tuple[Spot, int] | None = None

    def moved(self, changed: Spot, by: int, offset: int) -> "Index":
        """The same for the document in which that quantity is printed `by` characters longer."""
        index = copy(self)
        index._change, index._offset = (changed, by), offset
        return index

    def relations(self, report: Report) -> list[Relation]:
        """Every relation of figures that a report verified."""
        return [
            Relation(each.rule, each.item, each.statement, self.at(each.place, *each.others))
            for each in report.verified
            if each.rule.startswith("F")
        ]

    def at(self, *places: Place | None) -> frozenset[int]:
        """The positions of the quantities at some places."""
        return frozenset(at for place in places if place for at in self._at(place))

    def _at(self, place: Place) -> Iterator[int]:
        if place.item is None:
            return
        item = place.item + self._offset
        for row, column in place.cells:
            at = self._cells.get((item, (place.table, row, column)))
            if at is not None:
                yield at
        section = (item, -1 if place.section is None else place.section)
        for start, end in place.spans:
            start, end = self._before(section, start), self._before(section, end)
            for first, last, at in self._sections.get(section, ()):
                if start < last and first < end:
                    yield at

    def _before(self, section: tuple[int, int], position: int) -> int:
        """Where a position was before the change."""
        if self._change is None:
            return position
        changed, by = self._change
        behind = section == (changed.item, changed.section) and position >= changed.end + by
        return position - by if behind else position


def digits(text: str) -> str:
    """A printed number as its digits and comma: "-1.240,50 kr." is "1240,50"."""
    match = _ANY.search(text)
    return re.sub(r"[^0-9,]", "", match[0]) if match else text.strip().lower()


def all_digits(texts: Iterable[str]) -> list[str]:
    """Every number in some texts, each as its digits."""
    return [digits(number) for text in texts for number in _ANY.findall(text)]
