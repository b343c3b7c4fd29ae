"""How merged cells are laid out: the text in the first cell covered, the others empty."""

from collections.abc import Iterable
from dataclasses import dataclass

# No minutes have wider or longer spans. A file may claim them by the million to exhaust the memory
# of whoever reads it, so that a table is filled with so many empty cells and no more.
MAX_SPAN = 1000
MAX_EMPTY = 100_000
# A table with at most so many rows and so much text in one cell is a page in columns, not data.
LAYOUT_ROWS = 2
LAYOUT_PROSE = 1000


@dataclass(slots=True, frozen=True)
class Cell:
    """The folded text of a cell and how many columns and rows it covers (at least 1 each)."""

    text: str
    columns: int = 1
    rows: int = 1


def fill(rows: Iterable[Iterable[Cell]]) -> list[list[str]]:
    """The rows with every column in its place: what a merged cell covers beyond its first is "".

    A cell's text is never lost, however the spans overlap: it goes to the next free column.
    """
    grid: list[list[str]] = []
    covered: dict[int, int] = {}  # column -> rows it is still covered from above
    empty = 0
    for row in rows:
        cells = list(row)
        if not covered and all(cell.columns == cell.rows == 1 for cell in cells):
            grid.append([cell.text for cell in cells])
            continue
        line: list[str] = []
        above, covered = covered, {c: count - 1 for c, count in covered.items() if count > 1}
        for cell in cells:
            while len(line) in above:
                line.append("")
            first = len(line)
            spare = MAX_EMPTY - empty - len(line)
            width = max(1, min(cell.columns, MAX_SPAN, spare))
            line.extend([cell.text, *[""] * (width - 1)])
            if cell.rows > 1 and spare > 0:
                below = min(cell.rows, MAX_SPAN) - 1
                covered.update((column, below) for column in range(first, len(line)))
        while len(line) in above:
            line.append("")
        empty += line.count("")
        if empty > MAX_EMPTY:
            covered = {}
        grid.append(line)
    return grid
