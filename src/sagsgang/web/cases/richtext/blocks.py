"""What sanitised HTML says, as the nouns of minutes hold it: text by lines, and tables."""

import re
from dataclasses import dataclass

from sagsgang.minutes import Table
from sagsgang.web.cases.richtext.tree import Element, Nodes, read_tree

_CAPTION = re.compile(r"tabel\s+\d", re.IGNORECASE)
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table whose `lines` count in the text from 0; `cells` gives for each printed row, the
    header first, the start and end of every cell in the text. A cell over several rows or columns
    is printed once, in the first; the others are empty.
    """

    table: Table
    cells: tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """`text` has paragraphs apart by an empty line, list points with their marks and table rows on
    a line each, cells apart by tabs; `headings` are the lines (from 0) that are headings. `linked`
    is the same line by line, with links as `[words](address)`.
    """

    text: str
    linked: str
    tables: tuple[PlacedTable, ...] = ()
    headings: tuple[int, ...] = ()


class _Writer:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.linked: list[str] = []
        self.length = 0
        self.line = 0
        self.tables: list[PlacedTable] = []
        self.headings: list[int] = []

    def put(self, words: str, linked: str = "") -> None:
        self.parts.append(words)
        self.linked.append(linked or words)
        self.length += len(words)
        self.line += words.count("\n")

    def put_inline(self, nodes: Nodes) -> None:
        self.put(_words(nodes), _words(nodes, with_links=True))

    def caption(self) -> str | None:
        """The paragraph right above, when it calls itself a table."""
        above = "".join(self.parts).rstrip("\n").rpartition("\n\n")[2]
        return above if _CAPTION.match(above) and "\n" not in above else None

    def apart(self, ends: int) -> None:
        if self.length:
            self.put("\n" * ends)


def text_and_tables(html: str) -> Text:
    """The text and the tables of sanitised HTML."""
    writer = _Writer()
    _write_blocks(read_tree(html).children, writer, 2)
    return Text(
        "".join(writer.parts), "".join(writer.linked), tuple(writer.tables), tuple(writer.headings)
    )


def plain_text(html: str) -> str:
    """The text alone, as `text_and_tables` gives it."""
    return text_and_tables(html).text


def _write_blocks(nodes: Nodes, writer: _Writer, ends: int) -> None:
    for node in nodes:
        if isinstance(node, str):
            if node.strip():
                writer.apart(ends)
                writer.put_inline([node])
        elif node.tag in ("ul", "ol"):
            _write_points(node, writer, "", ends)
        elif node.tag == "table":
            writer.apart(ends)
            _write_table(node, writer)
        elif node.tag in ("blockquote", "figure"):
            _write_blocks(node.children, writer, ends)
        elif node.tag == "img":
            # A picture of a figure says nothing that does not stand beside it in words.
            continue
        else:
            writer.apart(ends)
            if node.tag in ("h3", "h4"):
                writer.headings.append(writer.line)
            writer.put_inline(node.children)


def _write_points(node: Element, writer: _Writer, indent: str, ends: int) -> None:
    first = int(node.attributes.get("start", "1"))
    points = [child for child in node.children if isinstance(child, Element)]
    for number, point in enumerate(points, start=first):
        writer.apart(ends if number == first else 1)
        writer.put(indent + _mark(node, number) + " ")
        inline: Nodes = []
        blocks: Nodes = []
        for child in point.children:
            is_inline = isinstance(child, str) or child.tag not in _BLOCKS
            (inline if is_inline and not blocks else blocks).append(child)
        if inline:
            writer.put_inline(inline)
        elif blocks and isinstance(blocks[0], Element) and blocks[0].tag == "p":
            writer.put_inline(blocks[0].children)
            blocks = blocks[1:]
        for block in blocks:
            if isinstance(block, Element) and block.tag in ("ul", "ol"):
                _write_points(block, writer, indent + "   ", 1)
            else:
                _write_blocks([block], writer, 1)


_BLOCKS = frozenset({"p", "h3", "h4", "ul", "ol", "table", "blockquote", "figure"})


def _mark(node: Element, number: int) -> str:
    if node.tag == "ul":
        return "-"
    kind = node.attributes.get("type", "1")
    if kind in "aA" and number <= len(_LETTERS):
        letter = _LETTERS[number - 1]
        return f"{letter.upper() if kind == 'A' else letter})"
    if kind in "iI":
        roman = _roman(number)
        return f"{roman.upper() if kind == 'I' else roman})"
    return f"{number}."


def _roman(number: int) -> str:
    written = ""
    steps = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"))
    for value, letters in (*steps, (4, "iv"), (1, "i")):
        while number >= value and len(written) < 12:
            written += letters
            number -= value
    return written


def _write_table(node: Element, writer: _Writer) -> None:
    caption = writer.caption()
    grid, heads = _grid(node)
    first = writer.line
    placed: list[tuple[tuple[int, int], ...]] = []
    for number, row in enumerate(grid):
        if number:
            writer.put("\n")
        spans: list[tuple[int, int]] = []
        for column, words in enumerate(row):
            if column:
                writer.put("\t")
            spans.append((writer.length, writer.length + len(words)))
            writer.put(words)
        placed.append(tuple(spans))
    header = tuple(grid[0]) if heads else ()
    table = Table(
        lines=(first, first + len(grid) - 1),
        header=header,
        rows=tuple(tuple(row) for row in (grid[1:] if heads else grid)),
        caption=caption,
    )
    writer.tables.append(PlacedTable(table, tuple(placed)))


def _grid(node: Element) -> tuple[list[list[str]], int]:
    """The cells by rows and columns, all rows as wide as the widest, and how many rows are
    heads.
    """
    rows: list[dict[int, str]] = []
    taken: dict[tuple[int, int], bool] = {}
    heads = sum(1 for head in node.elements("thead") for _row in head.elements("tr"))
    for number, row in enumerate(node.elements("tr")):
        cells: dict[int, str] = {}
        column = 0
        for cell in row.elements("td", "th"):
            while taken.get((number, column)):
                column += 1
            cells[column] = " ".join(_cell_words(cell).split())
            for down in range(int(cell.attributes.get("rowspan", "1"))):
                for right in range(int(cell.attributes.get("colspan", "1"))):
                    taken[number + down, column + right] = True
            column += 1
        rows.append(cells)
    width = max(
        (column + 1 for (row, column) in taken if row < len(rows)),
        default=0,
    )
    return [[row.get(column, "") for column in range(width)] for row in rows], heads


def _cell_words(cell: Element) -> str:
    parts: list[str] = []
    for child in cell.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.tag in _BLOCKS or child.tag == "li":
            parts += [" ", _cell_words(child), " "]
        else:
            parts.append(_words([child]))
    return "".join(parts)


def _words(nodes: Nodes, with_links: bool = False) -> str:
    """The words of inline nodes; a footnote stands in brackets, a line break is a line's end."""
    said: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            said.append(node)
        elif node.tag == "br":
            said.append("\n")
        elif node.tag == "small":
            said.append(f" ({_words(node.children, with_links).strip()})")
        elif node.tag == "a" and with_links:
            said.append(f"[{_words(node.children)}]({node.attributes.get('href', '')})")
        else:
            said.append(_words(node.children, with_links))
    return "".join(said)
