"""An attachment as far as it can be read: every text in it, also where nobody looks.

Made by the hundred thousand and sent between processes: plain frozen classes, not models.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sagsgang.minutes.table import Table

_LETTERS = 26


class FragmentKind(StrEnum):
    """Where in a file a text stands, as its reader would put it."""

    TEXT = "text"
    COMMENT = "comment"
    TRACKED_CHANGE = "tracked_change"
    HIDDEN = "hidden"
    ANNOTATION = "annotation"
    METADATA = "metadata"
    EMBEDDED = "embedded"
    NOTES = "notes"
    COVERED = "covered"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A text from one place in an attachment.

    `where` is a place that a secretary finds: "side 3", "ark «Løn» (skjult)", "kommentar 2 af
    Ane Testsen", "egenskaben Forfatter". What stands in cells has `rows` and `columns`, counted
    from 1: each line of `text` is the row of that number, its cells, set apart by tabs, those of
    these columns. What stands in numbered lines has `rows` only. `place` tells the cell or line of
    an offset.

    A text is given once, under the kind that tells most; except that words inserted as a tracked
    change stand in their paragraph too, so that nothing is torn apart. Text of embedded files is
    of the kind EMBEDDED, unless it is hidden there by other means.
    """

    kind: FragmentKind
    where: str
    text: str
    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()

    def place(self, offset: int = 0) -> str:
        """Where the character at `offset` in `text` stands: "ark «Løn» (skjult), celle B7"."""
        if not self.rows:
            return self.where
        offset = max(0, min(offset, len(self.text)))
        line = min(self.text.count("\n", 0, offset), len(self.rows) - 1)
        if not self.columns:
            return f"{self.where}, linje {self.rows[line]}"
        begin = self.text.rfind("\n", 0, offset) + 1
        column = min(self.text.count("\t", begin, offset), len(self.columns) - 1)
        return f"{self.where}, celle {column_name(self.columns[column])}{self.rows[line]}"


@dataclass(frozen=True, slots=True)
class AttachedTable:
    """A table of an attachment and where it stands; `fragment` tells the place of its cells.

    `first` is the number of the table's first line in the fragment, from 0.
    """

    table: Table
    fragment: Fragment
    first: int

    def place(self, row: int, column: int) -> str:
        """Where a cell stands; `row` counts all lines of the table from 0, its header too."""
        fragment = self.fragment
        name = column_name(fragment.columns[column])
        return f"{fragment.where}, celle {name}{fragment.rows[self.first + row]}"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to an agenda or minutes.

    `format` is found from the content ("pdf", "docx", "xlsx" …; "" when it is not known).
    `problems` name what was not read, or what a reader of the file should be wary of, in Danish:
    "krævede adgangskode", "indeholder makroer". `pages` are the pages, sheets or slides; None
    where there is no such thing. `grids` hold once more, as cells, what stands in the tables of
    pages: they serve `tables` and nothing else.
    """

    name: str
    sha256: str
    format: str
    fragments: tuple[Fragment, ...] = ()
    problems: tuple[str, ...] = ()
    pages: int | None = None
    grids: tuple[Fragment, ...] = ()

    @property
    def tables(self) -> Iterator[AttachedTable]:
        """The tables, made when asked for: of each fragment with cells its rows without a gap."""
        for fragment in (*self.fragments, *self.grids):
            if len(fragment.columns) > 1:
                yield from _tables_of(fragment)

    def of_kind(self, *kinds: FragmentKind) -> Iterator[Fragment]:
        """The fragments of these kinds, in the order of the file."""
        return (fragment for fragment in self.fragments if fragment.kind in kinds)


def column_name(number: int) -> str:
    """The letters of a column counted from 1: 1 is "A", 27 is "AA"."""
    name = ""
    while number > 0:
        number, letter = divmod(number - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name


def _tables_of(fragment: Fragment) -> Iterator[AttachedTable]:
    lines = fragment.text.split("\n")
    gaps = [place for place, (a, b) in enumerate(pairwise(fragment.rows), 1) if b != a + 1]
    for first, behind in pairwise([0, *gaps, len(fragment.rows)]):
        cells = tuple(tuple(line.split("\t")) for line in lines[first:behind])
        if len(cells) < 2:
            continue
        header = cells[0] if _is_header(cells[0]) else ()
        table = Table.model_construct(
            lines=(fragment.rows[first], fragment.rows[behind - 1]),
            header=header,
            rows=cells[1:] if header else cells,
            caption=None,
        )
        yield AttachedTable(table, fragment, first)


def _is_header(cells: tuple[str, ...]) -> bool:
    """Whether a first row names the columns: most of its cells have letters."""
    words = sum(1 for cell in cells if any(map(str.isalpha, cell)))
    filled = sum(1 for cell in cells if cell)
    return words > 0 and words * 2 >= filled
