"""Sets a document as a Word file, headings by style or by bold letters alone; for tests only."""

import io
import re
from copy import deepcopy
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from tests.pdf.structure import Block
from tests.reading.setting.example_blocks import LINK


def set_as_word(blocks: list[Block], *, by_style: bool) -> bytes:
    """The blocks as a Word file; `by_style` false sets headings in bold, and nothing else."""
    setter = _Setter(by_style)
    for block in blocks:
        getattr(setter, block.kind)(block)
    out = io.BytesIO()
    setter.document.save(out)
    return out.getvalue()


class _Setter:
    """One method for each kind of block."""

    def __init__(self, by_style: bool) -> None:
        self.document: Any = docx.Document()
        self.by_style = by_style
        self.last: Block | None = None
        self.list_id = 0
        contents = self.document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
        contents.base_style = self.document.styles["Normal"]

    def title(self, block: Block) -> None:
        self._head(block.text, 0)

    def item(self, block: Block) -> None:
        self._head(block.text, 1)

    def heading(self, block: Block) -> None:
        self._head(block.text, block.level)

    def _head(self, text: str, level: int) -> None:
        self.last = None
        if self.by_style:
            self.document.add_heading(text, level)
        else:
            self.document.add_paragraph().add_run(text).bold = True

    def field(self, block: Block) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.add_run(block.label).bold = True
        paragraph.add_run(f" {block.text}")
        self.last = block

    def contents(self, block: Block) -> None:
        paragraph = self.document.add_paragraph(style="toc 1" if self.by_style else None)
        paragraph.add_run(f"{block.text}\t{block.label}" if block.label else block.text)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16))
        self.last = block

    def text(self, block: Block) -> None:
        self._letters(self.document.add_paragraph(), block.text)
        self.last = block

    def point(self, block: Block) -> None:
        if not (self.last and self.last.kind == "point") or block.label in ("1.", "1)", "a)"):
            self._new_list(block.label)
        paragraph = self.document.add_paragraph()
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = self.list_id
        self._letters(paragraph, block.text)
        self.last = block

    def table(self, block: Block) -> None:
        width = max(map(len, block.cells))
        table = self.document.add_table(rows=0, cols=width, style="Table Grid")
        for place, cells in enumerate(block.cells):
            row = table.add_row()
            for cell, text in zip(row.cells, cells, strict=False):
                cell.paragraphs[0].add_run(text).bold = True if place < block.heads else None
            if place < block.heads:
                row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        self.last = block

    def _letters(self, paragraph: Paragraph, text: str) -> None:
        """Text, whose Markdown links become links of Word."""
        end = 0
        for match in LINK.finditer(text):
            paragraph.add_run(text[end : match.start()])
            target = "https://www.noerreskov.example/" + match[2].strip("#/")
            link: Any = OxmlElement("w:hyperlink")
            link.set(
                qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, True)
            )
            link.append(deepcopy(paragraph.add_run(match[1])._r))
            paragraph._p.remove(paragraph.runs[-1]._r)
            paragraph._p.append(link)
            end = match.end()
        paragraph.add_run(text[end:])

    def _new_list(self, label: str) -> None:
        """A list of its own, written like its first point and beginning where that begins."""
        numbering = self.document.part.numbering_part.element
        rule: Any = OxmlElement("w:abstractNum")
        rule.set(qn("w:abstractNumId"), str(1000 + self.list_id))
        level: Any = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), "0")
        sign = re.match(r"\d+|[a-z](?=\))", label)
        style = "bullet" if sign is None else "decimal" if sign[0].isdigit() else "lowerLetter"
        begin = 1 if sign is None else int(sign[0]) if sign[0].isdigit() else ord(sign[0]) - 96
        pattern = label if sign is None else f"%1{label[sign.end() :]}"
        for name, value in (("start", begin), ("numFmt", style), ("lvlText", pattern)):
            part: Any = OxmlElement(f"w:{name}")
            part.set(qn("w:val"), str(value))
            level.append(part)
        rule.append(level)
        numbering.insert(0, rule)
        self.list_id = numbering.add_num(1000 + self.list_id).numId
