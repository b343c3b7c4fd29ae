"""The figures of an item's tables, findable by their digits and by their values."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from sagsgang.checking.quantities import Quantity, Unit
from sagsgang.checking.sameness.words import content
from sagsgang.checking.tables.cells import Cell
from sagsgang.checking.tables.labels import Role, role_of
from sagsgang.checking.tables.units import Measure, units_of
from sagsgang.checking.tables.view import TableView
from sagsgang.minutes import Table

#: More figures than this are not compared with the text.
MOST_CELLS = 20_000
#: So many cells of one value are looked at for the one that is meant.
MOST_ALIKE = 40
#: A longer column is not told row by row.
LONGEST_COLUMN = 200

_WORD = re.compile(r"[a-zæøåéüöä][a-zæøåéüöä-]+|[0-9]+")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
MEASURES = {
    Unit.MONEY: (Measure.MONEY, None),
    Unit.PERCENT: (Measure.PERCENT, None),
    Unit.POINT: (Measure.POINTS, Measure.PERCENT, None),
    Unit.NUMBER: (Measure.COUNT, None),
    Unit.TIME: (Measure.HOURS, None),
}
#: A table that does not say its unit may be in any of these powers of ten of a krone.
SCALES = (0, 3, 6)


@dataclass(frozen=True)
class Label:
    """What a row or column is called: its stems, the years in it, and whether it is a total's."""

    text: str
    stems: frozenset[str]
    years: frozenset[str]
    is_total: bool

    @classmethod
    def of(cls, text: str) -> "Label":
        """The label of the text printed."""
        words = (content(match.group()) for match in _WORD.finditer(text.lower()[:300]))
        return cls(
            text=text,
            stems=frozenset(word for word in words if word),
            years=frozenset(_YEAR.findall(text[:300])),
            is_total=role_of(text) is Role.TOTAL,
        )


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed number of table `table` at `row`, `column`. `value` is in kroner, percent or what
    is counted where the table says so; `measure` is None where it does not.
    """

    table: int
    row: int
    column: int
    cell: Cell
    value: Decimal
    half: Decimal
    measure: Measure | None
    across: Label
    down: Label


@dataclass(slots=True)
class Figures:
    """All figures of an item's tables; `is_cut` when there were too many to take all."""

    all: list[Figure] = field(default_factory=list)
    is_cut: bool = False
    _by_digits: dict[str, list[Figure]] = field(default_factory=lambda: defaultdict(list))
    _by_value: dict[Measure | None, list[Figure]] = field(default_factory=lambda: defaultdict(list))
    _sizes: dict[Measure | None, list[Decimal]] = field(default_factory=dict)
    _by_column: dict[tuple[int, int], list[Figure]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _by_row: dict[tuple[int, int], list[Figure]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, tables: Iterable[tuple[int, Table, TableView]]) -> "Figures":
        """The figures of the tables, years in heads left out."""
        found = cls()
        for number, table, view in tables:
            if len(found.all) + view.size > MOST_CELLS:
                found.is_cut = True
                continue
            found._add(number, table, view)
        for measure, figures in found._by_value.items():
            figures.sort(key=_size)
            found._sizes[measure] = [_size(each) for each in figures]
        return found

    def _add(self, number: int, table: Table, view: TableView) -> None:
        units = units_of(view, table.caption)
        columns = {column: Label.of(view.column_labels[column]) for column in view.figures}
        for row in view.body:
            label = Label.of(view.row_labels[row])
            for column in view.figures:
                cell = view.grid[row][column]
                if not cell.is_number:
                    continue
                unit = units.at(row, column)
                further = unit.scale - cell.scale if unit else 0
                figure = Figure(
                    table=number,
                    row=row,
                    column=column,
                    cell=cell,
                    value=cell.value.scaleb(further),
                    half=cell.half.scaleb(further),
                    measure=unit.measure if unit else None,
                    across=label,
                    down=columns[column],
                )
                self.all.append(figure)
                self._by_column[number, column].append(figure)
                self._by_row[number, row].append(figure)
                self._by_digits[digits_of(cell.number)].append(figure)
                self._by_value[figure.measure].append(figure)

    def with_digits(self, digits: str) -> list[Figure]:
        """The figures with these digits, the zeros at both ends left out."""
        return self._by_digits.get(digits, [])[:MOST_ALIKE]

    @property
    def are_of_years(self) -> bool:
        """True when a row or a column says of which year it is."""
        return any(label.years for _, label in (*self.columns(), *self.rows()))

    def rows(self) -> Iterator[tuple[tuple[int, int], Label]]:
        """The rows with figures, as (table, row), and what they are called."""
        return ((line, figures[0].across) for line, figures in self._by_row.items())

    def columns(self) -> Iterator[tuple[tuple[int, int], Label]]:
        """The columns with figures, as (table, column), and what they are called."""
        return ((line, figures[0].down) for line, figures in self._by_column.items())

    def in_column(self, table: int, column: int) -> list[Figure]:
        """The figures of a column, from the top; none of a column too long to be told in text."""
        found = self._by_column.get((table, column), [])
        return found if len(found) <= LONGEST_COLUMN else []

    def in_row(self, table: int, row: int) -> list[Figure]:
        """The figures of a row, from the left; none of a row too long to be told in text."""
        found = self._by_row.get((table, row), [])
        return found if len(found) <= LONGEST_COLUMN else []

    def agreeing(self, quantity: Quantity) -> Iterator[Figure]:
        """The figures that the quantity may be, as printed or rounded, whatever the sign."""
        inside = quantity.interval
        low, high = sorted((abs(inside.low), abs(inside.high)))
        for measure in MEASURES.get(quantity.unit, ()):
            sizes = self._sizes.get(measure)
            if sizes is None:
                continue
            scales = SCALES if quantity.unit is Unit.MONEY and measure is None else (0,)
            for scale in scales:
                first = bisect_left(sizes, low.scaleb(-scale))
                last = bisect_right(sizes, high.scaleb(-scale))
                found = self._by_value[measure][first : min(last, first + MOST_ALIKE)]
                if found and quantity.unit is Unit.PERCENT and measure is None:
                    # Next to any number is some percentage: it must be printed as it is here.
                    digits = digits_of(quantity.number)
                    found = [each for each in found if digits_of(each.cell.number) == digits]
                yield from found


def digits_of(number: str) -> str:
    """The digits of a printed number without the zeros at its ends."""
    return "".join(filter(str.isdigit, number)).strip("0")


def _size(figure: Figure) -> Decimal:
    return abs(figure.value)
