"""How the body of a Word document becomes paragraphs and tables, numbers and notes in place."""

from collections.abc import Callable

from lxml import etree

from sagsgang.reading.formats.docx.inline import Inline, Run
from sagsgang.reading.formats.docx.names import W, child, local, number, switch, value
from sagsgang.reading.formats.docx.numbering import Numbering
from sagsgang.reading.formats.docx.styles import Styles, numbering_of
from sagsgang.reading.formats.office.blocks import Block, Paragraph, Table, TableCell
from sagsgang.reading.formats.office.shown import PLAIN_SIZE

_REMOVED = frozenset({"del", "moveFrom"})
_LEFT_OUT = _REMOVED | {"pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr"}
_FIRST_ROW = 0x0020


class Body:
    """Reads the blocks of one part of a document.

    `note` gives the lines of a note by kind, id and sign; `diagram` those of a diagram by its
    relation; `link` takes what the text links to.
    """

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        inline: Inline,
        *,
        note: Callable[[str, str, str], str],
        diagram: Callable[[str], list[str]],
        link: Callable[[str, str], None],
    ) -> None:
        self.styles = styles
        self.numbering = numbering
        self.inline = inline
        self.note = note
        self.diagram = diagram
        self.link = link

    def blocks(self, container: etree._Element) -> list[Block]:
        """The blocks of a body, a cell, a box or a note."""
        found: list[Block] = []
        rest = self._add(container, found, None)
        if rest is not None:
            found.append(self._finish(rest, Paragraph()))
        return found

    def _add(self, container: etree._Element, found: list[Block], before: Run | None) -> Run | None:
        """Adds to `found`; what stands before a deleted end of paragraph goes on in the next."""
        for element in container:
            name = local(element)
            if name in _LEFT_OUT:
                continue
            if name == "p":
                before = self._add_paragraph(element, found, before)
            elif name == "tbl":
                if before is not None:
                    found.append(self._finish(before, Paragraph()))
                    before = None
                found.append(self._table(element))
            elif name == "AlternateContent":
                before = self._add(element[0], found, before) if len(element) else before
            else:
                before = self._add(element, found, before)
        return before

    def _add_paragraph(
        self, element: etree._Element, found: list[Block], before: Run | None
    ) -> Run | None:
        properties = child(element, "pPr")
        named = value(child(properties, "pStyle"))
        style = self.styles.of(named)
        shown = before or Run()
        self.inline.read(element, style, shown)
        end = child(properties, "rPr")
        if end is not None and any(local(mark) in _REMOVED for mark in end):
            return shown
        outline = number(child(properties, "outlineLvl"))
        level = style.level if outline is None else (outline + 1 if 0 <= outline < 9 else 0)
        own, depth = numbering_of(properties)
        listed = own or style.numbering[0]
        if depth is None:
            depth = style.numbering[1] if own is None else 0
        if depth is None and listed is not None:
            depth = self.numbering.depth_of(listed, named)
        paragraph = Paragraph(
            level=level,
            label=self.numbering.label(listed, depth),
            depth=depth or 0,
            is_contents=style.is_contents,
        )
        found.append(self._finish(shown, paragraph))
        return None

    def _finish(self, shown: Run, paragraph: Paragraph) -> Paragraph:
        """Puts what was shown into `paragraph`."""
        paragraph.lines = shown.lines
        paragraph.strong = shown.strong
        paragraph.size = shown.size
        paragraph.depth = paragraph.depth if paragraph.label else 0
        for text, address in shown.links:
            self.link(text, address)
        for line in shown.drawn:
            paragraph.hanging.append(Paragraph([line], size=PLAIN_SIZE))
        for relation in shown.diagrams:
            paragraph.hanging.extend(Paragraph([line]) for line in self.diagram(relation))
        for box in shown.boxes:
            paragraph.hanging.extend(self.blocks(box))
        paragraph.notes = [self.note(*note) for note in shown.notes]
        return paragraph

    def _table(self, element: etree._Element) -> Table:
        rows: list[list[TableCell]] = []
        heads = 0
        for row in _parts(element, "tr"):
            properties = child(row, "trPr")
            if properties is not None and any(local(mark) in _REMOVED for mark in properties):
                continue
            if heads == len(rows) and switch(child(properties, "tblHeader")):
                heads += 1
            skipped = number(child(properties, "gridBefore")) or 0
            cells = [TableCell([]) for _ in range(min(max(skipped, 0), 100))]
            rows.append(cells + [self._cell(cell) for cell in _parts(row, "tc")])
        if not heads and self._sets_off_first_row(element):
            heads = 1
        return Table(rows, heads)

    def _cell(self, element: etree._Element) -> TableCell:
        """A cell; what goes on from the one above is empty, as Word shows it."""
        properties = child(element, "tcPr")
        if child(properties, "cellDel") is not None:
            return TableCell([])
        columns = number(child(properties, "gridSpan")) or 1
        return TableCell(self.blocks(element), max(1, columns))

    def _sets_off_first_row(self, table: etree._Element) -> bool:
        """Whether the table's style sets its first row in bold, and the table lets it."""
        look = child(table, "tblPr", "tblLook")
        bits = value(look) or "0"
        wants = value(look, "firstRow") in ("1", "true", "on")
        if not wants and value(look, "firstRow") is None:
            try:
                wants = bool(int(bits, 16) & _FIRST_ROW)
            except ValueError:
                wants = False
        style = value(child(table, "tblPr", "tblStyle"))
        return wants and style is not None and self.styles.of(style).strong_first_row


def _parts(element: etree._Element, name: str) -> list[etree._Element]:
    """The rows of a table or the cells of a row, also those within content controls."""
    found: list[etree._Element] = []
    for part in element:
        if part.tag == f"{W}{name}":
            found.append(part)
        elif local(part) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            found.extend(_parts(part, name))
    return found
