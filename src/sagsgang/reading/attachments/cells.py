"""Rows of cells → few fragments: blocks of rows, what is hidden apart from what is shown."""

from collections.abc import Callable, Collection

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.found import Found

#: Rows in one fragment; more would make looking for the cell of an offset slow.
_ROWS = 500
# Where each row has cells in columns of its own, a block of many rows is mostly empty.
_SPARSE = 8
_ROOM = 2_000

#: Column (from 1) and text; the text without tabs and line ends.
Cell = tuple[int, str]


def one_line(text: str) -> str:
    """The text of a cell as it can stand between tabs."""
    if "\n" in text or "\t" in text or "\r" in text:
        return " ".join(text.split())
    return text


class Cells:
    """Takes rows in their order and gives them to `found` as fragments.

    `hides` tells whether a column is hidden; `where` is the sheet or table.
    """

    def __init__(
        self,
        found: Found,
        where: str,
        kind: FragmentKind = FragmentKind.TEXT,
        hides: Callable[[int], bool] | None = None,
    ) -> None:
        self.found = found
        self.where = where
        self.kind = kind
        self.hides = hides
        self.rows: list[tuple[int, list[Cell]]] = []
        self.columns: set[int] = set()
        self.count = 0
        self.is_hidden = False

    def row(self, number: int, cells: list[Cell], *, is_hidden: bool = False) -> None:
        """Takes the filled cells of row `number`, from the left."""
        if not cells:
            return
        columns = self.columns.union([column for column, _ in cells])
        room = len(columns) * (len(self.rows) + 1)
        if (
            is_hidden is not self.is_hidden
            or len(self.rows) >= _ROWS
            or room > _ROOM + _SPARSE * (self.count + len(cells))
        ):
            self.finish()
            columns = {column for column, _ in cells}
        self.is_hidden = is_hidden
        self.rows.append((number, cells))
        self.columns = columns
        self.count += len(cells)

    def finish(self) -> None:
        """Gives what is still held back."""
        columns = sorted(self.columns)
        hidden = [c for c in columns if self.hides(c)] if self.hides else []
        if hidden:
            shown = [c for c in columns if c not in set(hidden)]
            self._give(shown, self.is_hidden, "skjulte rækker" if self.is_hidden else "")
            self._give(hidden, True, "skjulte kolonner")
        else:
            self._give(columns, self.is_hidden, "skjulte rækker" if self.is_hidden else "")
        self.rows, self.columns, self.count = [], set(), 0

    def _give(self, columns: list[int], is_hidden: bool, how: str) -> None:
        numbers: list[int] = []
        lines: list[str] = []
        wanted: Collection[int] = set(columns)
        for number, cells in self.rows:
            if len(cells) == len(columns) and all(
                cell[0] == column for cell, column in zip(cells, columns, strict=True)
            ):
                line = "\t".join([text for _, text in cells])
            else:
                texts = {column: text for column, text in cells if column in wanted}
                if not texts:
                    continue
                line = "\t".join([texts.get(column, "") for column in columns])
            numbers.append(number)
            lines.append(line)
        where = f"{self.where}, {how}" if how else self.where
        kind = FragmentKind.HIDDEN if is_hidden else self.kind
        self.found.add(kind, where, "\n".join(lines), tuple(numbers), tuple(columns))
