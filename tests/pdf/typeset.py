"""Sets a document in type as PDF, in the looks that minutes have. Written for tests alone."""

import io
import re
from dataclasses import dataclass, replace
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import black, grey, lightgrey
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)  # fmt: skip
from tests.pdf.structure import Block


@dataclass(frozen=True)
class Look:
    """How a supplier's minutes look. Sizes in points; `tables`: ruled, lines, plain."""

    name: str
    font: str = "Times-Roman"
    bold: str = "Times-Bold"
    size: float = 11
    leading: float = 13.5
    sizes: tuple[float, float, float, float] = (16, 13, 11.5, 11)
    page: tuple[float, float] = A4
    margins: tuple[float, float, float, float] = (72, 72, 72, 72)  # left, top, right, bottom
    gap: float = 6
    indent: float = 0
    justified: bool = False
    hyphens: bool = False
    tables: str = "ruled"
    leaders: bool = True
    fields: bool = False
    head: str = ""
    foot: str = ""
    item_per_page: bool = False
    footnotes: tuple[str, ...] = ()


TIMES = Look("times", foot="{page}", gap=7)
SANS = Look(
    "sans", font="Helvetica", bold="Helvetica-Bold", size=10, leading=13, sizes=(18, 14, 11, 10),
    fields=True, head="Udvalgsmøde\tReferat af mødet", foot="Side {page} af {pages}",
    item_per_page=True,
)  # fmt: skip
PLAIN = Look(
    "plain", tables="plain", foot="- {page} -", sizes=(15, 13, 12, 11), size=11, leading=14
)
NARROW = Look(
    "narrow", page=A5, margins=(70, 60, 110, 60), size=10, leading=12, sizes=(14, 12, 11, 10),
    justified=True, hyphens=True, head="Referat", foot="{page}/{pages}",
)  # fmt: skip
LARGE = Look(
    "large", font="Helvetica", bold="Helvetica", size=10.5, leading=14, sizes=(26, 18, 14, 12),
    tables="lines", leaders=False, foot="Referat\tSide {page}",
    footnotes=(
        "1 Opgjort efter reglerne om kommunernes regnskab.",
        "2 Tallet er foreløbigt og er rundet op.",
    ),
)  # fmt: skip
LOOKS = (TIMES, SANS, PLAIN, NARROW, LARGE)

_HYPHENATED = 9
_VOWELS = "aeiouyæøåAEIOUYÆØÅ"


def typeset(blocks: list[Block], look: Look) -> bytes:
    """The blocks as a PDF file in this look."""
    pages = 0
    if "{pages}" in look.head + look.foot:
        pages = _build(blocks, look, 0)[1]
    return _build(blocks, look, pages)[0]


def _build(blocks: list[Block], look: Look, pages: int) -> tuple[bytes, int]:
    out = io.BytesIO()
    left, top, right, bottom = look.margins
    width, height = look.page
    document = BaseDocTemplate(out, pagesize=look.page, invariant=1)
    frame = Frame(
        left, bottom, width - left - right, height - top - bottom, 0, 0, 0, 0, showBoundary=0
    )

    def furniture(canvas: Canvas, _: Any) -> None:
        canvas.setFont(look.font, 8)
        for text, y in ((look.head, height - top / 2), (look.foot, bottom / 2)):
            parts = text.format(page=canvas.getPageNumber(), pages=pages).split("\t")
            canvas.drawString(left, y, parts[0])
            if len(parts) > 1:
                canvas.drawRightString(width - right, y, parts[1])
        if look.head:
            canvas.line(left, height - top / 2 - 4, width - right, height - top / 2 - 4)
        if canvas.getPageNumber() == 2:
            for step, note in enumerate(look.footnotes):
                canvas.setFont(look.font, 7.5)
                canvas.drawString(left, bottom - 4 - 10 * step, note)

    document.addPageTemplates([PageTemplate("page", [frame], onPage=furniture)])
    document.build(_flow(blocks, look, width - left - right))
    return out.getvalue(), document.page


def _flow(blocks: list[Block], look: Look, width: float) -> list[Flowable]:
    flow: list[Flowable] = []
    for place, block in enumerate(blocks):
        if block.opens and place and look.item_per_page:
            flow.append(PageBreak())
        gap = 1.5 if block.close and block.kind != "heading" else look.gap
        flow.append(Spacer(0, gap))
        flow.extend(_set(block, look, width))
    return flow


def _set(block: Block, look: Look, width: float) -> list[Flowable]:
    if block.kind in ("title", "item", "heading"):
        size = look.sizes[{"title": 0, "item": 1}.get(block.kind, block.level)]
        style = ParagraphStyle(
            "h", fontName=look.bold, fontSize=size, leading=size * 1.2, keepWithNext=1
        )
        return [Paragraph(_marked(block.text, look, hyphens=False), style), Spacer(0, 2)]
    if block.kind == "contents":
        return [ContentsEntry(block.text, block.label, look, width)]
    if block.kind == "field" and look.fields:
        return [_field(block, look, width)]
    body = _body(look)
    if block.kind == "field":
        return [Paragraph(f"<b>{escape(block.label)}</b> {_marked(block.text, look)}", body)]
    if block.kind == "point":
        style = replace_style(body, leftIndent=18, firstLineIndent=0, bulletIndent=4)
        return [Paragraph(_marked(block.text, look), style, bulletText=_sign(block.label))]
    if block.kind == "table":
        return [_table(block, look, width)]
    return [Paragraph(_marked(block.text, look), body)]


def _sign(label: str) -> str:
    return "\u2022" if label in ("-", "*", "–") else label


def _body(look: Look) -> ParagraphStyle:
    alignment = TA_JUSTIFY if look.justified else TA_LEFT
    return ParagraphStyle(
        "b", fontName=look.font, fontSize=look.size, leading=look.leading, alignment=alignment,
        firstLineIndent=look.indent,
    )  # fmt: skip


def replace_style(style: ParagraphStyle, **changes: Any) -> ParagraphStyle:
    """A style with some of its settings changed."""
    return ParagraphStyle("c", parent=style, **changes)


def _marked(text: str, look: Look, *, hyphens: bool = True) -> str:
    if look.hyphens and hyphens and "&" not in text:  # the typesetter loses blanks around it
        text = " ".join(map(_soft, text.split(" ")))
    return re.sub(r" {2,}", lambda blanks: "\u00a0" * len(blanks[0]), escape(text))


def _soft(word: str) -> str:
    """The word with soft hyphens before a consonant and a vowel, as most syllables begin."""
    if len(word) < _HYPHENATED or not word.isalpha():
        return word
    out = [word[:3]]
    for place in range(3, len(word)):
        if place < len(word) - 2 and word[place] not in _VOWELS and word[place + 1] in _VOWELS:
            out.append("\u00ad")
        out.append(word[place])
    return "".join(out)


def _field(block: Block, look: Look, width: float) -> Table:
    body = _body(look)
    label = Paragraph(escape(block.label), replace_style(body, fontName=look.bold))
    table = Table(
        [[label, Paragraph(_marked(block.text, look), body)]], colWidths=[110, width - 110]
    )
    table.setStyle(
        TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
    )
    return table


def _is_number(cell: str) -> bool:
    return (
        bool(cell)
        and any(map(str.isdigit, cell))
        and not any(c.isalpha() for c in cell.replace("kr", ""))
    )


def _table(block: Block, look: Look, width: float) -> Table:
    columns = max(map(len, block.cells))
    rows = [row + [""] * (columns - len(row)) for row in block.cells]
    size = look.size - 1
    natural = [
        max(max(stringWidth(row[c], look.bold, size) for row in rows) + 14, 30)
        for c in range(columns)
    ]
    wide = sum(natural)
    if wide > width:
        floors = [
            max(
                max(stringWidth(word, look.bold, size) for word in row[c].split() or [""])
                for row in rows
            )
            + 16
            for c in range(columns)
        ]
        spare = max(0.0, width - sum(floors))
        extra = [max(0.0, n - f) for n, f in zip(natural, floors, strict=True)]
        total = sum(extra) or 1
        natural = [f + spare * e / total for f, e in zip(floors, extra, strict=True)]
    numeric = [
        sum(_is_number(row[c]) for row in rows[block.heads :]) * 2 > len(rows) - block.heads
        for c in range(columns)
    ]
    cells = [
        [
            Paragraph(
                escape(cell),
                ParagraphStyle(
                    "t", fontName=look.bold if place < block.heads else look.font, fontSize=size,
                    leading=size * 1.2, alignment=2 if numeric[c] else 0,
                ),
            )
            for c, cell in enumerate(row)
        ]
        for place, row in enumerate(rows)
    ]  # fmt: skip
    table = Table(cells, colWidths=natural, repeatRows=block.heads, hAlign="LEFT")
    style: list[Any] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if look.tables == "ruled":
        style.append(("GRID", (0, 0), (-1, -1), 0.5, black))
    elif look.tables == "lines":
        style.append(("LINEBELOW", (0, 0), (-1, -1), 0.5, grey))
        style.append(("LINEABOVE", (0, 0), (-1, 0), 1, grey))
        if block.heads:
            style.append(("BACKGROUND", (0, 0), (-1, block.heads - 1), lightgrey))
    table.setStyle(TableStyle(style))
    return table


class ContentsEntry(Flowable):
    """A title with its page number, over as many lines as it needs."""

    def __init__(self, title: str, page: str, look: Look, width: float) -> None:
        super().__init__()
        self.look, self.page, self.measure = look, page, width
        self.lines = [""]
        for word in title.split():
            longer = f"{self.lines[-1]} {word}".strip()
            if self._width(longer) > width - 50:
                self.lines.append(word)
            else:
                self.lines[-1] = longer

    def _width(self, text: str) -> float:
        return stringWidth(text, self.look.font, self.look.size)

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.measure, self.look.leading * len(self.lines)

    def draw(self) -> None:
        canvas, look = self.canv, self.look
        canvas.setFont(look.font, look.size)
        y = look.leading * len(self.lines)
        for line in self.lines:
            y -= look.leading
            canvas.drawString(0, y + 3, line)
        canvas.drawRightString(self.measure, y + 3, self.page)
        if look.leaders:
            room = self.measure - self._width(self.lines[-1]) - self._width(self.page) - 6
            dots = "." * int(room / self._width("."))
            canvas.drawRightString(self.measure - self._width(self.page) - 2, y + 3, dots)


def variant(look: Look, **changes: Any) -> Look:
    """A look with some of its settings changed."""
    return replace(look, **changes)
