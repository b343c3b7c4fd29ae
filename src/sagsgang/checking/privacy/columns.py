"""What the first line of a table in a text says of the column a character stands in."""

from bisect import bisect_right

#: Further into a line no column is looked for.
_LONGEST_ROW = 10_000


class Columns:
    """The heads of the columns of a text whose lines have cells parted by tabs.

    A table begins where lines with tabs do; read once for the whole text, when first asked.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        self._heads: list[list[str]] = []

    def head(self, offset: int) -> str:
        """The head of the column of the character at `offset`; "" where there is none."""
        begin = self._text.rfind("\n", max(0, offset - _LONGEST_ROW), offset) + 1
        if not begin and offset > _LONGEST_ROW:
            return ""
        column = self._text.count("\t", begin, offset)
        if column == 0 and not self._has_cells_after(offset):
            return ""
        if not self._starts:
            self._read()
        block = bisect_right(self._starts, begin) - 1
        heads = self._heads[block] if block >= 0 else []
        return heads[column] if column < len(heads) and self._starts[block] != begin else ""

    def _has_cells_after(self, offset: int) -> bool:
        tab = self._text.find("\t", offset, offset + _LONGEST_ROW)
        return tab >= 0 and self._text.find("\n", offset, tab) < 0

    def _read(self) -> None:
        at, is_inside = 0, False
        for line in self._text.split("\n"):
            has_cells = "\t" in line
            if has_cells and not is_inside:
                self._starts.append(at)
                self._heads.append([cell.strip() for cell in line.split("\t")])
            is_inside = has_cells
            at += len(line) + 1
