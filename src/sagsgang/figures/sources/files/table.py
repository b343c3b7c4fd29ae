"""A small file as rows under headings, for the sources that look at each row by itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from sagsgang.figures.observation import Missing
from sagsgang.figures.periods import BadPeriod, Period
from sagsgang.figures.sources.files.cells import (
    NotANumber,
    is_english_only,
    number_of,
    read_period,
)
from sagsgang.figures.sources.files.headers import Header, find_header
from sagsgang.figures.sources.files.opened import open_file
from sagsgang.figures.sources.source import NAMED, BadFile, Problem

#: So many rows are read this way; larger files are a ledger's.
MOST_ROWS = 300_000


@dataclass(slots=True)
class Problems:
    """What was found wrong so far: the first by name, all of them counted."""

    found: list[Problem] = field(default_factory=list)
    count: int = 0

    def add(self, problem: Problem) -> None:
        """Take one more."""
        self.count += 1
        if len(self.found) < NAMED:
            self.found.append(problem)

    def refuse(self) -> None:
        """Raises BadFile when there is any."""
        if self.count:
            raise BadFile(self.found, self.count)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows after the headings: each a number and its cells, as many as there are headings."""

    header: Header
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    english: frozenset[int]

    def text(self, cells: Sequence[str], role: str) -> str:
        """What stands in a role's first column; nothing where there is none."""
        return cells[self.header.column(role)] if self.header.has(role) else ""

    def number(
        self, row: int, cells: Sequence[str], column: int, problems: Problems
    ) -> Decimal | Missing | None:
        """The number in a column; a problem where it is none."""
        try:
            return number_of(cells[column], is_english=column in self.english)
        except NotANumber:
            problems.add(
                Problem(
                    "er ikke et tal",
                    "Skriv det med komma før decimalerne: 1.234,56.",
                    row=row,
                    column=self.header.name(column),
                    text=cells[column],
                )
            )
            return None

    def period(
        self, row: int, cells: Sequence[str], column: int, problems: Problems, year: str = ""
    ) -> Period | None:
        """The months that a column names; a problem where it names none."""
        try:
            return read_period(cells[column], year)
        except BadPeriod:
            text = cells[column]
            problems.add(
                Problem(
                    "er ikke en periode" if text else "Perioden mangler",
                    "Skriv fx 2025, 2025K2, 2025-05, maj 2025 eller 31-05-2025.",
                    row=row,
                    column=self.header.name(column),
                    text=text,
                )
            )
            return None


def read_table(
    path: Path,
    find: Callable[[Sequence[tuple[int, list[str]]]], Header],
    *,
    sheet: str = "",
    numbers: Sequence[str] = (),
) -> Table:
    """The file under the headings that `find` finds. Columns of the roles in `numbers` whose cells
    are numbers with a decimal point only are read as English. Raises BadFile.
    """
    with open_file(path, sheet=sheet) as opened:
        header = find(opened.top)
        width = len(header.names)
        problems = Problems()
        rows: list[tuple[int, tuple[str, ...]]] = []
        for number, cells in opened.rows():
            if number <= header.row:
                continue
            if any(cell.strip() for cell in cells[width:]):
                problems.add(
                    Problem(
                        f"har {len(cells)} celler, men der er {width} overskrifter",
                        "Står der et skilletegn i en tekst, skal teksten stå i anførselstegn.",
                        row=number,
                    )
                )
            padded = [*cells[:width], *[""] * (width - len(cells))]
            rows.append((number, tuple(cell.strip() for cell in padded)))
            if len(rows) > MOST_ROWS:
                raise BadFile([Problem(f"Filen har flere end {MOST_ROWS} rækker", "Del den op.")])
        problems.refuse()
    columns = [column for role in numbers for column in header.taken.get(role, ())]
    return Table(header, tuple(rows), frozenset(c for c in columns if _is_english(rows, c)))


def headings(
    words: Mapping[str, Sequence[str]],
    told: Mapping[str, object] | None = None,
    several: frozenset[str] = frozenset(),
) -> Callable[[Sequence[tuple[int, list[str]]]], Header]:
    """How headings are found by words; for `read_table`."""
    return lambda top: find_header(top, words, told=told, several=several)


def _is_english(rows: Sequence[tuple[int, tuple[str, ...]]], column: int) -> bool:
    cells = [
        cells[column] for _number, cells in rows if "." in cells[column] or "," in cells[column]
    ]
    english = sum(is_english_only(cell) for cell in cells)
    return english > 0 and english + sum(_is_both(cell) for cell in cells) == len(cells)


def _is_both(cell: str) -> bool:
    """A number in Danish as well as in English: "1.000" and "1,5"."""
    try:
        number_of(cell)
        number_of(cell, is_english=True)
    except NotANumber:
        return False
    return True
