"""What an office document consists of once its markup is read: paragraphs and tables of them."""

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True)
class Paragraph:
    """One paragraph as it is shown.

    `lines` are split at the author's line breaks, folded, with tabs left between their parts.
    `level` is the heading level its style gives it (0: none), `label` its number or bullet sign,
    `depth` how deep in a list it stands (from 0). `strong` says that all of it is bold or
    underlined, `size` how large its letters are in points (0: unknown). `notes` are the footnotes
    it calls, `hanging` the text boxes and pictures anchored in it.
    """

    lines: list[str] = field(default_factory=list)
    level: int = 0
    label: str = ""
    depth: int = 0
    strong: bool = False
    size: float = 0
    is_contents: bool = False
    notes: list[str] = field(default_factory=list)
    hanging: list["Block"] = field(default_factory=list)


@dataclass(slots=True)
class TableCell:
    """The blocks of a cell, and how many columns and rows it covers (at least 1 each)."""

    blocks: list["Block"]
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Table:
    """Rows of cells; the first `heads` rows are set as its header."""

    rows: list[list[TableCell]]
    heads: int = 0


Block: TypeAlias = Paragraph | Table
