"""What PDFium tells of a document: the text of its pages, and everything that hangs on them."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.pdf.annotations import take_annotations
from sagsgang.reading.attachments.pdf.certificate import texts_of
from sagsgang.reading.attachments.pdf.files import LARGEST, take_file
from sagsgang.reading.attachments.pdf.hiding import find_hidden
from sagsgang.reading.attachments.pdf.tables import tables_of
from sagsgang.reading.attachments.pdf.taken import Taken
from sagsgang.reading.attachments.pdf.wide import wide_text
from sagsgang.reading.canonical import Unreadable
from sagsgang.reading.formats.pdf.layout.joining import all_joined, clean
from sagsgang.reading.formats.pdf.opening import opened, page_of
from sagsgang.reading.formats.pdf.page.extraction import text_of
from sagsgang.reading.formats.pdf.page.links import links_of

MAX_CHARACTERS = 30_000_000
MAX_CHARACTERS_OF_PAGE = 200_000
_MOST_FILES = 200
_MOST_MARKS = 5_000
_MOST_SIGNATURES = 50
_PROPERTIES = {
    "Title": "Titel", "Author": "Forfatter", "Subject": "Emne", "Keywords": "Nøgleord",
    "Creator": "Program", "Company": "Firma", "Manager": "Leder", "SourceModified": "Kilde",
}  # fmt: skip
_HYPHEN = "\ufffe"
_EOF = b"%%EOF"
_MOST_EDITIONS = 2
_SMALLEST_EDITION = 400  # bytes


def as_json(data: bytes) -> str:
    """Everything in a PDF file as JSON; raises Unreadable."""
    return take(data).as_json()


def take(data: bytes) -> Taken:
    """Everything in a PDF file; raises Unreadable when it cannot be opened."""
    taken = Taken()
    with opened(data) as (document, count):
        taken.pages = count
        _take_properties(document, taken)
        pages = _take_pages(document, count, taken)
        _take_files(document, taken)
        _take_bookmarks(document, taken)
        _take_signatures(document, taken)
        if pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0:
            taken.problems.append("indeholder programkode (JavaScript; den er ikke kørt)")
    taken.tables = tables_of(data, taken.pages)
    for number, edition in enumerate(_earlier(data), 1):
        _take_edition(edition, number, pages, taken)
    return taken


def _take_pages(document: Any, count: int, taken: Taken) -> list[str]:
    """The whole texts of the pages; what is hidden on them is taken apart from what is shown."""
    pages: list[str] = []
    empty: list[int] = []
    left = MAX_CHARACTERS
    for number in range(1, count + 1):
        try:
            with page_of(document, number) as (page, text_page):
                left -= pdfium.FPDFText_CountChars(text_page)
                if left < 0:
                    taken.problems.append(f"mere tekst, end der læses: læst til side {number - 1}")
                    break
                pages.append(_take_page(document, page, text_page, number, taken))
                if not pages[-1] and pdfium.FPDFPage_CountObjects(page) > 0:
                    empty.append(number)
        except Unreadable:
            pages.append("")
            taken.problems.append(f"side {number} er beskadiget og er ikke læst")
    if empty:
        taken.problems.append(f"{_listed(empty)} uden tekst (indscannet?) og er ikke læst")
    return pages


def _listed(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"side {numbers[0]} er et billede"
    shown = ", ".join(map(str, numbers[:10]))
    more = f" og {len(numbers) - 10} andre" if len(numbers) > 10 else ""
    return f"siderne {shown}{more} er billeder"


def _take_page(document: Any, page: Any, text_page: Any, number: int, taken: Taken) -> str:
    where = f"side {number}"
    if pdfium.FPDFText_CountChars(text_page) > MAX_CHARACTERS_OF_PAGE:
        taken.problems.append(f"{where} har mere tekst, end der læses")
        return ""
    text = text_of(text_page)
    boxes = take_annotations(document, page, where, taken)
    shown, hidden = find_hidden(page, text_page, text, boxes)
    said = _tidy(shown)
    taken.add(FragmentKind.TEXT, where, said)
    for kind, how, words in hidden:
        words = _tidy(words)
        if words not in said:
            taken.add(kind, f"{where}, {how}", words)
    for _, address in links_of(document, page, text_page):
        taken.add(FragmentKind.LINK, f"{where}, link", address)
    return said if not hidden else _tidy(text)


def _tidy(text: str) -> str:
    """The lines of a page; a word broken at the end of a line is mended."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    mended = (
        all_joined(f"{part}-" if place < line.count(_HYPHEN) else part
                   for place, part in enumerate(line.split(_HYPHEN)))
        if _HYPHEN in line
        else line
        for line in lines
    )  # fmt: skip
    return "\n".join(clean(line).rstrip() for line in mended).strip("\n")


def _take_properties(document: Any, taken: Taken) -> None:
    for name, shown in _PROPERTIES.items():
        text = wide_text(pdfium.FPDF_GetMetaText, document, name.encode())
        taken.add(FragmentKind.METADATA, f"egenskaben {shown}", text)


def _take_files(document: Any, taken: Taken) -> None:
    count = pdfium.FPDFDoc_GetAttachmentCount(document)
    if count > _MOST_FILES:
        taken.problems.append(f"indeholder {count} filer: de første {_MOST_FILES} er læst")
    for index in range(min(count, _MOST_FILES)):
        file = pdfium.FPDFDoc_GetAttachment(document, index)
        if file:
            take_file(file, taken)


def _take_bookmarks(document: Any, taken: Taken) -> None:
    titles: list[str] = []
    waiting = [pdfium.FPDFBookmark_GetFirstChild(document, None)]
    while waiting and len(titles) < _MOST_MARKS:
        mark = waiting.pop()
        if not mark:
            continue
        titles.append(wide_text(pdfium.FPDFBookmark_GetTitle, mark))
        waiting.append(pdfium.FPDFBookmark_GetNextSibling(document, mark))
        waiting.append(pdfium.FPDFBookmark_GetFirstChild(document, mark))
    taken.add(FragmentKind.METADATA, "bogmærkerne", "\n".join(filter(None, titles)))


def _take_signatures(document: Any, taken: Taken) -> None:
    """Who signed, why, and all that the certificates say of a person."""
    count = min(pdfium.FPDF_GetSignatureCount(document), _MOST_SIGNATURES)
    for index in range(max(0, count)):
        signature = pdfium.FPDF_GetSignatureObject(document, index)
        where = f"underskrift {index + 1}"
        reason = wide_text(pdfium.FPDFSignatureObj_GetReason, signature)
        taken.add(FragmentKind.METADATA, f"{where}, begrundelse", reason)
        length = pdfium.FPDFSignatureObj_GetContents(signature, None, 0)
        if 0 < length < LARGEST:
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFSignatureObj_GetContents(signature, buffer, length)
            texts = "\n".join(dict.fromkeys(texts_of(buffer.raw)))
            taken.add(FragmentKind.METADATA, f"{where}, certifikatet", texts)


def _earlier(data: bytes) -> Iterator[bytes]:
    """The file as it was before it was last saved: programs add to a file and keep the rest."""
    ends: list[int] = []
    place = data.find(_EOF)
    while place >= 0 and len(ends) < 50:
        ends.append(place + len(_EOF))
        place = data.find(_EOF, place + len(_EOF))
    if b"/Linearized" in data[:2048]:
        ends = ends[1:]
    earlier = [end for end in ends[:-1] if end > _SMALLEST_EDITION]
    for end in earlier[-_MOST_EDITIONS:]:
        yield data[:end] + b"\n"


def _take_edition(data: bytes, number: int, pages: list[str], taken: Taken) -> None:
    """Takes the lines of an earlier edition that the present one does not show."""
    known = {line.strip() for page in pages for line in page.split("\n")}
    try:
        with opened(data) as (document, count):
            for page_number in range(1, min(count, len(pages) + 50) + 1):
                with page_of(document, page_number) as (_, text_page):
                    if pdfium.FPDFText_CountChars(text_page) > MAX_CHARACTERS_OF_PAGE:
                        continue
                    lines = _tidy(text_of(text_page)).split("\n")
                    gone = [line for line in lines if line.strip() not in known]
                    where = f"tidligere udgave {number} i filen, side {page_number}"
                    taken.add(FragmentKind.HIDDEN, where, "\n".join(gone))
    except Unreadable:
        return
