"""Appropriation statements: what is granted and how it is financed, which together give zero.

Some balance in every year, others only over all the years printed; some print financing with the
opposite sign, others with the same. Which it is, the figures say. Source: kommunestyrelsesloven
§ 40, subsection 2: every supplementary appropriation says how it is financed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from sagsgang.checking.tables.cells import Cell, CellKind
from sagsgang.checking.tables.digits import wrong_digit
from sagsgang.checking.tables.labels import Role, is_income, is_ratio, plain, role_of
from sagsgang.checking.tables.lane import running
from sagsgang.checking.tables.plausible import SMALL
from sagsgang.checking.tables.relation import Spot, like, written
from sagsgang.checking.tables.view import Line, TableView
from sagsgang.figures.appropriation import years_named

_FINANCING = re.compile(r"^(?:samlet )?finansier(?:ing|es|et)\b")
_SOURCE = re.compile(
    r"^(?:finansier|kasse(?:n|beholdning|opsparing|træk|henlæggelse)?\b|træk på kassen"
    r"|likvide?\b|låneoptagelse\b|lånefinansiering\b|forbrug af kasse)"
)
_STATEMENT = re.compile(r"bevilling|påtegning|omplacering|omprioritering")
_AMOUNT = re.compile(r"20[0-9]{2}|år|budget|beløb|kr\b|bevilling|drift|anlæg|^$")
_STOCK = re.compile(r"\b(?:primo|ultimo|saldo)\b")
#: No statement has more rows or years.
MAX_ROWS = 60
MAX_YEARS = 12


@dataclass(frozen=True, slots=True)
class Balance:
    """Signed figures that should give zero: one year's, or those of all years."""

    cells: tuple[tuple[Cell, int], ...]
    spots: tuple[Spot, ...]
    financing: int
    label: str

    @property
    def total(self) -> Cell:
        """The largest figure among the financing, as if it were the sum of all the others."""
        return self.cells[self.financing][0]

    @property
    def parts(self) -> tuple[tuple[Cell, int], ...]:
        """The other figures, with the signs they have in that sum."""
        sign = -self.cells[self.financing][1]
        return tuple(
            (cell, sign * its)
            for number, (cell, its) in enumerate(self.cells)
            if number != self.financing
        )

    @property
    def sum(self) -> Decimal:
        """What the largest financing should be."""
        return sum((sign * cell.value for cell, sign in self.parts), Decimal(0))

    @property
    def off(self) -> Decimal:
        """What is printed there, less what it should be."""
        return self.total.value - self.sum

    @property
    def left(self) -> Decimal:
        """What all the figures give together; it should be zero."""
        return sum((sign * cell.value for cell, sign in self.cells), Decimal(0))

    @property
    def slack(self) -> Decimal:
        """Half a unit of the last digit of every figure."""
        return running([cell for cell, _ in self.cells]).half

    @property
    def holds(self) -> bool:
        """True when it gives zero, within rounding."""
        return abs(self.off) <= self.slack

    @property
    def is_slip(self) -> bool:
        """True when one wrong digit or a small difference explains that it does not."""
        return wrong_digit(self) > 0 or abs(self.off) <= SMALL * abs(self.sum)

    def statement(self) -> str:
        """The figures added up: "64 - 5.390 + 326 …", and what they give."""
        return f"{written(self.cells)} = {like(self.left, self)}"


@dataclass(frozen=True, slots=True)
class Statement:
    """What the balances of one statement gave; `by_year` when some year balances by itself."""

    held: tuple[Balance, ...]
    failing: tuple[Balance, ...]
    by_year: bool


def balance(view: TableView, caption: str) -> Statement | None:
    """Whether grants and financing balance; None for any other table, and when it cannot be told.

    It cannot when no financing is filled in, when a figure is words, or when the last column may
    stand for several years.
    """
    split = _split(view, caption)
    if split is None:
        return None
    lines, first = split
    lanes = [
        lane
        for lane, label in enumerate(view.down.lane_labels)
        if not is_ratio(label)
        and role_of(label) is Role.PART
        and any(line.cells[lane].is_number for line in lines)
    ]
    labels = [plain(view.down.lane_labels[lane]) for lane in lanes]
    if any(is_income(label) or not _AMOUNT.search(label) for label in labels):
        return None  # expenses and incomes side by side, or numbers that are no amounts
    if not 1 <= len(lanes) <= MAX_YEARS or any(
        line.cells[lane].kind is CellKind.WORDS or line.cells[lane].is_percent
        for line in lines
        for lane in lanes
    ):
        return None
    best: Statement | None = None
    for income, financing in product((1, -1), (1, -1)):
        signs = [
            financing if number >= first else (income if is_income(line.label) else 1)
            for number, line in enumerate(lines)
        ]
        statement = _judged(view, lines, signs, first, lanes)
        if statement is None:
            return None
        if not statement.failing:
            return statement
        if best is None or len(statement.held) > len(best.held):
            best = statement
    return best if best and _is_sure(best, view, lanes) else None


def _split(view: TableView, caption: str) -> tuple[list[Line], int] | None:
    """The rows that grant and those that finance, and where the latter begin."""
    lines = view.down.lines
    first = next(
        (number for number, line in enumerate(lines) if _SOURCE.search(plain(line.label))), None
    )
    if not first or len(lines) > MAX_ROWS:
        return None
    heads = any(_STATEMENT.search(plain(text)) for text in (caption, *view.column_labels[:20]))
    rows = any(_STATEMENT.search(plain(line.label)) for line in lines)
    says = any(_FINANCING.search(plain(line.label)) for line in lines)
    if not (heads or (rows and says)) or any(_STOCK.search(plain(line.label)) for line in lines):
        return None
    granted = [line for line in lines[:first] if _counts(line)]
    financing = [line for line in lines[first:] if _counts(line)]
    if any(_FINANCING.search(plain(line.label)) for line in financing[1:]):
        return None  # the sum of the financing, or a second statement
    if not any(cell.is_number and cell.value for line in financing for cell in line.cells):
        return None
    return [*granted, *financing], len(granted)


def _counts(line: Line) -> bool:
    is_part = line.role in (Role.PART, Role.ASIDE) or _SOURCE.search(plain(line.label)) is not None
    return line.has_numbers and is_part and line.role is not Role.TOTAL


def _judged(
    view: TableView, lines: Sequence[Line], signs: Sequence[int], first: int, lanes: Sequence[int]
) -> Statement | None:
    years = [
        each for lane in lanes if (each := _balance(view, lines, signs, first, [lane])) is not None
    ]
    period = _balance(view, lines, signs, first, lanes)
    if period is None:
        return None
    held = tuple(each for each in years if each.holds)
    if len(held) == len(years) and years:
        return Statement(held, (), by_year=True)
    if period.holds:
        return Statement((period,), (), by_year=False)
    failing = tuple(each for each in years if not each.holds)
    return Statement(held, failing if held else (period,), by_year=bool(held))


def _balance(
    view: TableView, lines: Sequence[Line], signs: Sequence[int], first: int, lanes: Sequence[int]
) -> Balance | None:
    """The figures of some lanes; None when nothing is granted or nothing financed there."""
    found = [
        (line.cells[lane], signs[number], (line.index, view.down.lane_indices[lane]), number)
        for number, line in enumerate(lines)
        for lane in lanes
        if line.cells[lane].is_number and line.cells[lane].value
    ]
    financing = [at for at, (_, _, _, number) in enumerate(found) if number >= first]
    if not financing or len(financing) == len(found):
        return None
    return Balance(
        cells=tuple((cell, sign) for cell, sign, _, _ in found),
        spots=tuple(spot for _, _, spot, _ in found),
        financing=max(financing, key=lambda at: abs(found[at][0].value)),
        label=view.down.lane_labels[lanes[0]] if len(lanes) == 1 else "",
    )


def _is_sure(statement: Statement, view: TableView, lanes: Sequence[int]) -> bool:
    """Years beside ones that balance, or a period of which one slip explains what is missing."""
    if statement.by_year:
        return len(statement.held) > len(statement.failing) or all(
            each.is_slip for each in statement.failing
        )
    (period,) = statement.failing
    return period.is_slip and not any(
        abs(period.off + more) <= period.slack or abs(period.off - more) <= period.slack
        for more in _more_years(period, view, lanes)
    )


def _more_years(period: Balance, view: TableView, lanes: Sequence[int]) -> Iterator[Decimal]:
    """What the last column would add, were it to stand for two, three or four years."""
    if len(lanes) < 2:
        return
    last = view.down.lane_indices[lanes[-1]]
    share = sum(
        (
            sign * cell.value
            for (cell, sign), spot in zip(period.cells, period.spots, strict=True)
            if spot[1] == last
        ),
        Decimal(0),
    )
    for years in range(1, max(4, years_named(view.down.lane_labels[lanes[-1]]))):
        yield share * years
