"""The canonical text of a file, line by line, and what its format knows about each line."""

from dataclasses import dataclass, field
from enum import StrEnum

#: Signs that nobody sees: controls, soft hyphen, zero width space, marks and embeddings of
#: direction, word joiner, byte order mark, form feed, and what is no character.
UNSEEN = "".join(
    map(
        chr,
        (
            *(*range(9), 0x0C, *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD),
            *(0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2060, 0xFEFF, 0xFFFE, 0xFFFF),
        ),
    )
)


class Role(StrEnum):
    """What a format knows a line to be; a line without a mark is plain text."""

    ITEM = "item"  # the line that opens an agenda item: number and title
    HEADING = "heading"  # set as a heading, with `level` 1 the outermost
    TABLE_HEAD = "table_head"  # a header row; cells separated by tabs
    TABLE_ROW = "table_row"  # a row; cells separated by tabs
    LIST = "list"  # a list point, with its sign or number at the front
    CONTENTS = "contents"  # an entry of the table of contents
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"  # page heads and feet, navigation, print buttons


@dataclass(slots=True, frozen=True)
class Mark:
    """`level` counts heading depth from 1; `table` numbers the tables so that neighbours stay
    apart.

    `continues` is true when the line goes on with the paragraph of the line before.
    """

    role: Role | None = None
    level: int = 0
    table: int = 0
    continues: bool = False


@dataclass(slots=True)
class Canonical:
    """`lines` hold every character of the source; `marks` and `pages` are keyed by index from 0.

    `links` are pairs of (text, address). `flowed` is true when the format knows its paragraphs,
    so that every line is a whole paragraph (DOCX, HTML, FirstAgenda); false for plain text.
    """

    lines: list[str]
    format: str
    marks: dict[int, Mark] = field(default_factory=dict)
    pages: list[int] | None = None
    flowed: bool = False
    links: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The lines as one text, each ended by a line feed."""
        return "\n".join(self.lines) + "\n"


class Unreadable(Exception):
    """A file that cannot be read; the message is one line in Danish that says why and what to
    do."""
