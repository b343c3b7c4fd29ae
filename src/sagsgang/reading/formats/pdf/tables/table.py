"""A table as it goes on from page to page."""

import re
from dataclasses import dataclass, field

_DIGITS = re.compile(r"\d+")
_NEAR = 4.0  # points between the edges of one column on two pages


@dataclass(slots=True)
class Table:
    """Rows of cells, and the page (from 1) each stands on; `columns` are (left, right).

    `heads` is how many rows are known to be its header; `ruled` tells whether borders are drawn.
    `page`, `top` and `bottom` are those of the part that was found last.
    """

    page: int
    top: float
    bottom: float
    columns: list[tuple[float, float]]
    cells: list[list[str]]
    heads: int = 0
    ruled: bool = False
    pages: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pages = [self.page] * len(self.cells)

    @property
    def text(self) -> str:
        """All cells on one line."""
        return "\t".join(cell for row in self.cells for cell in row)

    @property
    def base(self) -> float:
        """Where it stands, as rows do."""
        return self.bottom

    def repeats(self, above: "Table") -> int | None:
        """How many rows of this part repeat the head of the table above; None: another table.

        A table goes on over a page break when its columns stand where they stood; those of a table
        without borders are as wide as what is in them, so that it is enough if they overlap.
        """
        if above.page + 1 != self.page or above.ruled != self.ruled:
            return None
        if len(above.columns) != len(self.columns):
            return None
        for (left, right), (own_left, own_right) in zip(above.columns, self.columns, strict=True):
            if self.ruled and abs(left - own_left) > _NEAR:
                return None
            if left > own_right or own_left > right:
                return None
        again = 0
        most = min(above.heads or 1, len(self.cells) - 1)
        while again < most and self.cells[again] == above.cells[again]:
            again += 1
        if not again and self.heads:
            return None  # it has a head of its own
        return again

    def go_on(self, part: "Table", repeated: int) -> None:
        """Take the rows of a part on the next page, but for those that repeat the head."""
        self.heads = max(self.heads, repeated)
        self.cells += part.cells[repeated:]
        self.pages += part.pages[repeated:]
        self.page, self.top, self.bottom = part.page, part.top, part.bottom
