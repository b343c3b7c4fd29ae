"""In what unit the figures of a table are printed, as its heads, labels and caption say.

`units_of(view, caption)` reads the whole table once; `.at(row, column)` is the unit of one cell and
`.amount(row, column)` its value in that unit's base: "64" in a table of 1.000 kr. is 64,000 kr.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sagsgang.checking.tables.cells import Cell
from sagsgang.checking.tables.view import TableView


class Measure(StrEnum):
    """What a figure is an amount of; `points` are percentage points, `count` things or people."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    COUNT = "count"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure, and the power of ten that a printed figure is to be multiplied with: 3 in a table
    of 1.000 kr. (base: kr., percent, percentage points, things, hours).
    """

    measure: Measure
    scale: int = 0


@dataclass(frozen=True, slots=True)
class Amount:
    """`value` ± `half`, half a unit of the last printed digit, in the base of `unit`."""

    value: Decimal
    half: Decimal
    unit: Unit


_CROWNS = r"\.?[\s-]?kr(?:oner|\b)"
#: In this order: the first that fits somewhere in a label is taken out of it.
_UNITS = (
    (re.compile(rf"\b(?:mia|milliarder){_CROWNS}"), Unit(Measure.MONEY, 9)),
    (re.compile(rf"\b(?:mio|mill|millioner){_CROWNS}"), Unit(Measure.MONEY, 6)),
    (
        re.compile(rf"\b(?:1\.?000|t|tusinde?){_CROWNS}|\btkr\b|\bkr\.? ?1\.?000\b"),
        Unit(Measure.MONEY, 3),
    ),
    (re.compile(r"(?:%|\bpct\.?|\bprocent)[\s-]*(?:point|enhed)"), Unit(Measure.POINTS)),
    (re.compile(r"%|\bpct\b|\bprocent\b|procent$"), Unit(Measure.PERCENT)),
    (re.compile(r"\bkr(?:oner|\b)|\bdkk\b"), Unit(Measure.MONEY)),
    (re.compile(r"\btimer\b"), Unit(Measure.HOURS)),
    (re.compile(r"\b(?:mia|mio|mill)\b"), None),
    (re.compile(r"\bantal\b|personer\b|\bstk\b|årsværk"), Unit(Measure.COUNT)),
)
#: "5 mio. kr." and "20 %" are figures, not units; only "1.000 kr." begins with a number.
_FIGURE = re.compile(
    r"(?<![\w.,])(?!1\.?000[\s-]?kr)[-−]?\d[\d.]*(?:,\d+)?[\s-]?"
    r"(?:(?:mia|mio|mill|t)\.?[\s-]?kr|kr|%|pct|procent|timer)(?!\w)\.?(?:[\s-]?point)?"
)
_ASIDE = re.compile(r"\(([^()]{1,60})\)")
#: In running words "1.000 kr." may be an amount; as a unit it stands alone, after "i" or a comma.
_THOUSANDS_APART = re.compile(r"(?:^|\bi |[,;:/–-] ?)1\.?000[\s-]?kr")
_IN_CROWNS = re.compile(r"(?:^|\bi |, )(?:hele |1\.?000 |t|mio|mia|tusinde?)?\.? ?kr\b")
MAX_LABEL = 300


@dataclass(frozen=True)
class TableUnits:
    """`whole` is said of the table (caption or first head); `columns` and `rows` by their own
    heads and labels, None where nothing is said.
    """

    view: TableView
    whole: Unit | None
    columns: tuple[Unit | None, ...]
    rows: tuple[Unit | None, ...]

    def at(self, row: int, column: int) -> Unit | None:
        """The unit of a cell: its own, else its row's or column's, else the table's.

        None when nothing is said, or when row and column say different things. Rows and columns
        count from 0, as in `Place.cells`.
        """
        own = _of_cell(self.view.grid[row][column])
        if own:
            return own
        across, down = self.rows[row], self.columns[column]
        if across and down and across != down:
            return None
        return across or down or self.whole

    def amount(self, row: int, column: int) -> Amount | None:
        """The cell's number in its unit's base; None when it is no number or has no known unit."""
        cell = self.view.grid[row][column]
        unit = self.at(row, column)
        if not cell.is_number or unit is None:
            return None
        further = unit.scale - cell.scale
        return Amount(cell.value.scaleb(further), cell.half.scaleb(further), unit)


def units_of(view: TableView, caption: str | None = None) -> TableUnits:
    """The units that a table's heads, labels and caption state.

    Source of the forms: municipal minutes ("1.000 kr.", "(i mio. kr.)", "Andel (pct.)", "t.kr.").
    `caption` may be any line that stands right above the table.
    """
    stub = {column for column in range(len(view.column_labels)) if column not in view.figures}
    whole = next(
        (
            unit
            for column in sorted(stub)
            if (unit := unit_in(view.column_labels[column])) is not None
        ),
        None,
    )
    return TableUnits(
        view=view,
        whole=whole or unit_in(caption or ""),
        columns=tuple(
            None if column in stub else unit_in(label)
            for column, label in enumerate(view.column_labels)
        ),
        rows=tuple(_unit_in_row(label) for label in view.row_labels),
    )


def unit_in(label: str) -> Unit | None:
    """The unit a head or caption names: "Budget (mio. kr.)", "Beløb i 1.000 kr.", "Pct."; None
    when it names none, or several that differ.
    """
    text = _plain(label)
    for aside in _ASIDE.findall(text):
        found = _units(aside)
        if found:
            return found[0] if len(found) == 1 else None
    found = _units(_ASIDE.sub(" ", text))
    # "Antal timer" counts hours, "Beløb i kr. og antal" is either.
    if len(found) == 2 and found[1].measure is Measure.COUNT and found[0].measure is Measure.HOURS:
        found = found[:1]
    return found[0] if len(found) == 1 else None


def _unit_in_row(label: str) -> Unit | None:
    """A row's label says its unit in parentheses, or is nothing else; its words may name amounts
    and people without telling in what its figures are printed.
    """
    text = _plain(label)
    for aside in _ASIDE.findall(text):
        found = _units(aside)
        if found:
            return found[0] if len(found) == 1 else None
    found = _units(_ASIDE.sub(" ", text))
    if len(found) != 1:
        return None
    is_share = found[0].measure in (Measure.PERCENT, Measure.POINTS)
    return found[0] if is_share or _IN_CROWNS.search(text) else None


def _plain(label: str) -> str:
    return " ".join(label[:MAX_LABEL].replace("*", " ").split()).casefold()


def _units(text: str) -> list[Unit]:
    """Every unit named, each once, in the order of `_UNITS`."""
    left = _FIGURE.sub(" ", text)
    found: list[Unit] = []
    for pattern, unit in _UNITS:
        if not pattern.search(left):
            continue
        if unit == Unit(Measure.MONEY, 3) and "000" in left and not _THOUSANDS_APART.search(left):
            left = pattern.sub(" ", left)
            continue
        left = pattern.sub(" ", left)
        if unit is not None:
            found.append(unit)
    return found


def _of_cell(cell: Cell) -> Unit | None:
    """The unit printed in the cell itself."""
    if not cell.is_number:
        return None
    text = cell.text.casefold()
    if cell.is_percent:
        return Unit(Measure.POINTS if "point" in text else Measure.PERCENT)
    if cell.scale:
        return Unit(Measure.MONEY, cell.scale)
    return Unit(Measure.MONEY) if re.search(r"\bkr\b", text) else None
