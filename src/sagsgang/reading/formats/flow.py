"""The growing canonical text of a format that knows its paragraphs: lines, their marks, links."""

import re
from dataclasses import replace

from sagsgang.reading.canonical import Canonical, Mark, Role

# Nothing of these is seen on a page, and left in place they would split the words around them:
# control characters (but not the white space among them), soft hyphen, zero width space, marks and
# embeddings of direction, word joiner, byte order mark.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]+"
)


def fold(text: str) -> str:
    """`text` with every run of white space as one blank, none at the ends, unseen signs left out.

    The hard space counts as white space: what a reader sees is a blank.
    """
    return " ".join(_UNSEEN.sub("", text).split())


class Flow:
    """Lines in the order they are read, with their marks and the links they hold."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.marks: dict[int, Mark] = {}
        self.links: list[tuple[str, str]] = []
        self.tables = 0

    def add(self, line: str, mark: Mark | None = None) -> None:
        """One more line; a blank one is left out, since a flow knows its paragraphs without it."""
        if not line or line.isspace():
            return
        if mark is not None:
            self.marks[len(self.lines)] = mark
        self.lines.append(line)

    def add_table(self, rows: list[list[str]], heads: int = 0, frame: Role | None = None) -> None:
        """The rows of one table, cells joined by tabs; the first `heads` of them are its header.

        A table in a `frame` has that role throughout. Rows without text are left out.
        """
        if not any(cell for row in rows for cell in row):
            return
        self.tables += 1
        for place, row in enumerate(rows):
            role = Role.TABLE_HEAD if place < heads else Role.TABLE_ROW
            self.add("\t".join(row), Mark(frame or role, table=self.tables))

    def add_link(self, text: str, address: str) -> None:
        """A link by its folded text; an address that only works as a script is none."""
        target = address.strip()
        if text and target and not target.lower().startswith(("javascript:", "data:", "vbscript:")):
            self.links.append((text, target))

    def extend(self, other: "Flow") -> None:
        """All of `other` after what is here; its tables are numbered on."""
        for index, line in enumerate(other.lines):
            mark = other.marks.get(index)
            if mark is not None and mark.table:
                mark = replace(mark, table=mark.table + self.tables)
            self.add(line, mark)
        self.tables += other.tables
        self.links.extend(other.links)

    def canonical(self, name: str) -> Canonical:
        """The whole as the canonical text of the format `name`."""
        return Canonical(self.lines, name, marks=self.marks, flowed=True, links=self.links)
