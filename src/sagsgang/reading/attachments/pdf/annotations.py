"""What is written onto the pages of a PDF file: notes, fields of forms, boxes, files."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.pdf.files import take_file
from sagsgang.reading.attachments.pdf.taken import Taken
from sagsgang.reading.attachments.pdf.wide import wide_text

_MOST = 5_000
_SHOWN = {
    pdfium.FPDF_ANNOT_TEXT: "note", pdfium.FPDF_ANNOT_FREETEXT: "tekstboks",
    pdfium.FPDF_ANNOT_HIGHLIGHT: "fremhævning", pdfium.FPDF_ANNOT_UNDERLINE: "understregning",
    pdfium.FPDF_ANNOT_STRIKEOUT: "overstregning", pdfium.FPDF_ANNOT_STAMP: "stempel",
    pdfium.FPDF_ANNOT_WIDGET: "formularfelt", pdfium.FPDF_ANNOT_SQUARE: "firkant",
    pdfium.FPDF_ANNOT_REDACT: "markering til sletning",
    pdfium.FPDF_ANNOT_FILEATTACHMENT: "vedhæftet fil",
}  # fmt: skip
_SILENT = frozenset({pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP})
_COVERS = frozenset({pdfium.FPDF_ANNOT_SQUARE, pdfium.FPDF_ANNOT_HIGHLIGHT})
_DARK = 200  # red, green and blue together
_OPAQUE = 250

#: Left, bottom, right, top.
Box = tuple[float, float, float, float]


def take_annotations(document: Any, page: Any, where: str, taken: Taken) -> list[Box]:
    """Takes what is written onto a page; the boxes among it that cover what lies beneath."""
    boxes: list[Box] = []
    count = pdfium.FPDFPage_GetAnnotCount(page)
    if count > _MOST:
        taken.problems.append(f"{where} har {count} noter: de første {_MOST} er læst")
    for index in range(min(count, _MOST)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(note)
            if kind not in _SILENT:
                _take(note, kind, f"{where}, {_SHOWN.get(kind, 'tilføjelse')} {index + 1}", taken)
            if box := _cover(note, kind):
                boxes.append(box)
        finally:
            pdfium.FPDFPage_CloseAnnot(note)
    return boxes


def _take(note: Any, kind: int, where: str, taken: Taken) -> None:
    if kind == pdfium.FPDF_ANNOT_WIDGET:
        value = wide_text(pdfium.FPDFAnnot_GetStringValue, note, b"V")
        taken.add(FragmentKind.ANNOTATION, where, value if value != "Off" else "")
        label = wide_text(pdfium.FPDFAnnot_GetStringValue, note, b"TU")
        taken.add(FragmentKind.ANNOTATION, f"{where}, hjælpetekst", label)
        return
    author = " ".join(wide_text(pdfium.FPDFAnnot_GetStringValue, note, b"T").split())[:80]
    if author:
        where = f"{where} af {author}"
    texts = [
        wide_text(pdfium.FPDFAnnot_GetStringValue, note, key) for key in (b"Contents", b"Subj")
    ]
    taken.add(FragmentKind.ANNOTATION, where, "\n".join(filter(None, texts)))
    if kind == pdfium.FPDF_ANNOT_FILEATTACHMENT:
        file = pdfium.FPDFAnnot_GetFileAttachment(note)
        if file:
            take_file(file, taken)


def _cover(note: Any, kind: int) -> Box | None:
    """The box of an annotation that nothing is seen through."""
    if kind == pdfium.FPDF_ANNOT_REDACT:
        return _place(note)
    if kind not in _COVERS:
        return None
    which = (
        pdfium.FPDFANNOT_COLORTYPE_InteriorColor
        if kind == pdfium.FPDF_ANNOT_SQUARE
        else pdfium.FPDFANNOT_COLORTYPE_Color
    )
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFAnnot_GetColor(note, which, *parts):
        return None
    red, green, blue, opacity = (part.value for part in parts)
    return _place(note) if red + green + blue <= _DARK and opacity >= _OPAQUE else None


def _place(note: Any) -> Box | None:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(note, box):
        return None
    left, right = sorted((box.left, box.right))
    bottom, top = sorted((box.bottom, box.top))
    return left, bottom, right, top
