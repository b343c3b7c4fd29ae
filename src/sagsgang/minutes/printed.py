"""What stands on paper or a page, in the order it is read: the blocks a document is printed as.

`rendering/` makes them of a document and sets them as a page or a PDF; `reading/` finds them again
there and makes the document of them. So each half is held to the other.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum


class HeadingRole(StrEnum):
    """What begins with a heading."""

    DOCUMENT = "document"
    PART = "part"
    ITEM = "item"
    SECTION = "section"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` is 1 for the document's title and grows by at most one from heading to heading."""

    level: int
    text: str
    role: HeadingRole = HeadingRole.SECTION


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, without line breaks of its own. `is_notice` is set apart: what is closed, left
    out, withdrawn."""

    text: str
    is_notice: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """Lines that stand together, each with the sign it begins with, as printed ("1. at …")."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they are: "Sted" – "Mødelokale A"."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `header` is empty when it has none; every row is as long as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: the titles in the order printed."""

    titles: tuple[str, ...]


Block = Heading | Paragraph | Points | Facts | Grid | Contents


def with_texts(block: Block, change: Callable[[str], str]) -> Block:
    """The block with every text in it changed."""

    def row(cells: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(change, cells))

    match block:
        case Heading(text=text) | Paragraph(text=text):
            return replace(block, text=change(text))
        case Points(lines=lines):
            return Points(row(lines))
        case Contents(titles=titles):
            return Contents(row(titles))
        case Facts(rows=rows):
            return Facts(tuple((change(name), change(value)) for name, value in rows))
        case Grid():
            caption = None if block.caption is None else change(block.caption)
            return Grid(row(block.header), tuple(map(row, block.rows)), caption)


@dataclass(frozen=True, slots=True)
class Printed:
    """A whole document as blocks; `title` is also that of the file."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "da"
