"""How the body of an OpenDocument text becomes paragraphs and tables.

Tracked changes are read as accepted: what was deleted is kept by the program apart from the text,
what was inserted stands in it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from sagsgang.reading.formats.flow import fold
from sagsgang.reading.formats.odt.names import (
    DRAW,
    LINK,
    OFFICE,
    SVG,
    TABLE,
    TEXT,
    XML,
    number,
    tag_of,
    value,
)
from sagsgang.reading.formats.odt.numbering import Counting
from sagsgang.reading.formats.odt.styles import Styles
from sagsgang.reading.formats.office.blocks import Block, Paragraph, Table, TableCell
from sagsgang.reading.formats.office.letters import Letters
from sagsgang.reading.formats.office.shown import BREAK, TAB, Shown
from sagsgang.reading.formats.office.writing import plain_lines
from sagsgang.reading.formats.pictures import picture_line

# A file may say that a cell or row comes a million times over; tables of minutes do not.
MOST_COPIES = 10_000
MOST_EMPTY = 100

_LEFT_OUT = frozenset({
    f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{OFFICE}event-listeners", f"{OFFICE}forms",
    f"{TEXT}alphabetical-index-source", f"{TEXT}dde-connection-decls", f"{TEXT}hidden-text",
    f"{TEXT}number", f"{TEXT}sequence-decls", f"{TEXT}table-of-content-source",
    f"{TEXT}tracked-changes", f"{TEXT}user-field-decls", f"{TEXT}variable-decls",
})  # fmt: skip
_SETS_APART = {f"{TEXT}tab": TAB, f"{TEXT}line-break": BREAK}
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")


@dataclass(slots=True)
class _Hanging:
    """What hangs on the paragraph that is being read."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Point:
    """The list point that is open: its sign until its first paragraph has taken it, its depth."""

    label: str
    depth: int
    paragraph: Paragraph | None = None


class Body:
    """Reads the blocks of a document; `link` takes what the text links to."""

    def __init__(self, styles: Styles, link: Callable[[str, str], None]) -> None:
        self.styles = styles
        self.link = link
        self.outline = Counting(styles.outline)
        self.by_id: dict[str, Counting] = {}
        self.by_style: dict[str, Counting] = {}
        self.copies = MOST_COPIES
        self.in_contents = False

    def blocks(self, container: etree._Element, point: _Point | None = None) -> list[Block]:
        """The blocks of a body, a section, a cell, a box, a note or a list point."""
        found: list[Block] = []
        for element in container:
            self._add(element, found, point)
        return found

    def _add(self, element: etree._Element, found: list[Block], point: _Point | None) -> None:
        tag = tag_of(element)
        if tag in _PARAGRAPHS:
            self._add_paragraph(element, found, point)
        elif tag == f"{TEXT}list":
            found.extend(self._list(element, None, 0))
        elif tag == f"{TABLE}table":
            found.append(self._table(element))
        elif tag.startswith(DRAW):
            found.extend(self._drawn(element))
        elif tag in (f"{TEXT}table-of-content", f"{TEXT}index-title"):
            outside, self.in_contents = self.in_contents, tag != f"{TEXT}index-title"
            found.extend(self.blocks(element))
            self.in_contents = outside
        elif value(element, f"{TEXT}display") == "none":
            return
        elif tag and tag not in _LEFT_OUT:
            found.extend(self.blocks(element, point))

    def _add_paragraph(
        self, element: etree._Element, found: list[Block], point: _Point | None
    ) -> None:
        named = value(element, f"{TEXT}style-name")
        style = self.styles.paragraph(named)
        shown, hanging = Shown(), _Hanging()
        self._take(element, style.letters, shown, hanging)
        level = style.level
        if tag_of(element) == f"{TEXT}h":
            level = number(element, f"{TEXT}outline-level") or level or 1
        label = self._label(element, level, style.list_style, point)
        if point is not None and point.paragraph is not None and not level:
            point.paragraph.lines.extend(shown.lines)
            point.paragraph.hanging.extend(hanging.blocks)
            point.paragraph.notes.extend(hanging.notes)
            return
        paragraph = Paragraph(
            shown.lines,
            level=level,
            label=label,
            depth=point.depth if point is not None and label else 0,
            strong=shown.strong,
            size=shown.size,
            is_contents=not level and (style.is_contents or self.in_contents),
            notes=hanging.notes,
            hanging=hanging.blocks,
        )
        if point is not None and label and not level:
            point.paragraph = paragraph
        found.append(paragraph)

    def _label(
        self, element: etree._Element, level: int, list_style: str | None, point: _Point | None
    ) -> str:
        """The sign of a paragraph: the one written with it, the point's, or that of the outline."""
        written = element.find(f"{TEXT}number")
        if written is not None:
            return fold("".join(str(text) for text in written.itertext()))
        if point is not None:
            label, point.label = point.label, ""
            return label
        unnumbered = value(element, f"{TEXT}is-list-header") == "true" or list_style == ""
        if tag_of(element) != f"{TEXT}h" or unnumbered or self.outline.rule is None:
            return ""
        return self.outline.next_label(level - 1, number(element, f"{TEXT}start-value"))

    def _take(
        self, element: etree._Element, letters: Letters, shown: Shown, hanging: _Hanging
    ) -> None:
        """Adds what an element of running text shows."""
        shown.write(element.text or "", letters)
        for part in element:
            tag = tag_of(part)
            if tag in _SETS_APART:
                shown.set_apart(_SETS_APART[tag], letters)
            elif tag == f"{TEXT}s":
                shown.write(" ", letters)
            elif tag == f"{TEXT}span":
                own = self.styles.letters(value(part, f"{TEXT}style-name"))
                self._take(part, own.over(letters), shown, hanging)
            elif tag == f"{TEXT}a":
                start = len(shown.parts)
                self._take(part, letters, shown, hanging)
                text = fold("".join(shown.parts[start:]))
                self.link(text, value(part, f"{LINK}href") or "")
            elif tag == f"{TEXT}note":
                self._note(part, letters, shown, hanging)
            elif tag.startswith(DRAW):
                hanging.blocks.extend(self._drawn(part))
            elif tag and tag not in _LEFT_OUT:
                self._take(part, letters, shown, hanging)
            shown.write(part.tail or "", letters)

    def _note(
        self, element: etree._Element, letters: Letters, shown: Shown, hanging: _Hanging
    ) -> None:
        citation, body = element.find(f"{TEXT}note-citation"), element.find(f"{TEXT}note-body")
        sign = "" if citation is None else f"[{fold(''.join(map(str, citation.itertext())))}]"
        shown.write(sign, letters)
        lines = [] if body is None else list(plain_lines(self.blocks(body)))
        hanging.notes.append(fold(" ".join([sign, *lines])))

    def _drawn(self, element: etree._Element) -> list[Block]:
        """The boxes of a drawing, the words in its shapes, what its pictures are said to show."""
        found: list[Block] = []
        said = element.find(f"{SVG}desc")
        title = element.find(f"{SVG}title")
        for description in (said, title):
            if description is not None and (line := picture_line(description.text)):
                found.append(Paragraph([line]))
                break
        for part in element:
            tag = tag_of(part)
            if tag in _PARAGRAPHS:
                self._add_paragraph(part, found, None)
            elif tag == f"{DRAW}text-box":
                found.extend(self.blocks(part))
            elif tag == f"{TEXT}list":
                found.extend(self._list(part, None, 0))
            elif tag == f"{TABLE}table":
                found.append(self._table(part))
            elif tag.startswith(DRAW):
                found.extend(self._drawn(part))
        return found

    def _list(self, element: etree._Element, within: Counting | None, depth: int) -> list[Block]:
        """The points of a list, those of lists within it one step deeper."""
        counting = self._counting(element, within, depth)
        found: list[Block] = []
        for item in element:
            tag = tag_of(item)
            if tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            # A point that only holds a deeper list is not counted.
            counted = tag == f"{TEXT}list-item" and any(map(_is_own, item))
            start = number(item, f"{TEXT}start-value")
            point = _Point(counting.next_label(depth, start) if counted else "", depth)
            if counted and (written := item.find(f"{TEXT}number")) is not None:
                point.label = fold("".join(map(str, written.itertext())))
            for part in item:
                if tag_of(part) == f"{TEXT}list":
                    found.extend(self._list(part, counting, depth + 1))
                else:
                    self._add(part, found, point)
        return found

    def _counting(self, element: etree._Element, within: Counting | None, depth: int) -> Counting:
        """How a list is counted: as a part of the one around it, on from another, or anew."""
        name = value(element, f"{TEXT}style-name")
        if within is not None and (name is None or self.styles.lists.get(name) is within.rule):
            return within
        counting: Counting | None = None
        if value(element, f"{TEXT}continue-numbering") == "true":
            counting = self.by_style.get(name or "")
        counting = self.by_id.get(value(element, f"{TEXT}continue-list") or "", counting)
        if counting is None:
            counting = Counting(self.styles.lists.get(name or ""))
        self.by_style[name or ""] = counting
        if known := value(element, f"{XML}id"):
            self.by_id[known] = counting
        return counting

    def _numbered(self, element: etree._Element) -> list[Block]:
        """A paragraph that says itself which list it is a point of."""
        name = value(element, f"{TEXT}style-name") or ""
        counting = self.by_style.setdefault(name, Counting(self.styles.lists.get(name)))
        depth = (number(element, f"{TEXT}level") or 1) - 1
        label = counting.next_label(depth, number(element, f"{TEXT}start-value"))
        return self.blocks(element, _Point(label, depth))

    def _table(self, element: etree._Element) -> Table:
        rows: list[list[TableCell]] = []
        heads = 0
        for row, is_head in _rows(element):
            cells = [cell for part in row for cell in self._cells(part)]
            filled = any(cell.blocks for cell in cells)
            copies = self._copies(row, f"{TABLE}number-rows-repeated", cells if filled else [])
            heads += copies if is_head else 0
            rows.extend([cells] * copies)
        return Table(rows, heads)

    def _cells(self, element: etree._Element) -> list[TableCell]:
        """A cell as often as it is repeated; what a merged cell covers is empty."""
        tag = tag_of(element)
        if tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            return []
        covered = tag == f"{TABLE}covered-table-cell"
        cell = TableCell([] if covered else self.blocks(element))
        return [cell] * self._copies(element, f"{TABLE}number-columns-repeated", [cell])

    def _copies(self, element: etree._Element, name: str, cells: list[TableCell]) -> int:
        """How often a row or cell comes: as often as it says, while copies are to be had."""
        wanted = number(element, name) or 1
        if wanted == 1:
            return 1
        # A table in a repeated cell of a repeated table … would be copied without end.
        if not cells or any(isinstance(block, Table) for cell in cells for block in cell.blocks):
            return 1
        most = self.copies if any(cell.blocks for cell in cells) else MOST_EMPTY
        granted = max(1, min(wanted, most))
        self.copies -= granted
        return granted


def _is_own(part: etree._Element) -> bool:
    """Whether a part of a list point is text of its own."""
    return tag_of(part) not in ("", f"{TEXT}list", f"{TEXT}number", f"{TEXT}soft-page-break")


def _rows(element: etree._Element, is_head: bool = False) -> Iterator[tuple[etree._Element, bool]]:
    """The rows of a table, and whether each belongs to its header."""
    for part in element:
        tag = tag_of(part)
        if tag == f"{TABLE}table-row":
            yield part, is_head
        elif tag == f"{TABLE}table-header-rows":
            yield from _rows(part, is_head=True)
        elif tag in (f"{TABLE}table-rows", f"{TABLE}table-row-group"):
            yield from _rows(part, is_head)
