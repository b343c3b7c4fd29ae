"""Small PDF files drawn by hand for one question each, and the bytes of broken ones."""

import io
from collections.abc import Callable
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

Drawing = Callable[[Canvas], None]


def drawn(*pages: Drawing, size: tuple[float, float] = A4, **settings: Any) -> bytes:
    """A PDF file with these pages; settings go to the canvas."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, **settings)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(
    *texts: str, x: float = 72, y: float = 760, leading: float = 14, font: str = "Times-Roman",
    size: float = 11,
) -> Drawing:  # fmt: skip
    """Lines set one below the other from (x, y); an empty one leaves half a line."""

    def draw(canvas: Canvas) -> None:
        place = y
        canvas.setFont(font, size)
        for text in texts:
            if text:
                canvas.drawString(x, place, text)
            place -= leading if text else leading / 2

    return draw


def wrapped(
    text: str, width: float = 451, font: str = "Times-Roman", size: float = 11
) -> list[str]:
    """The text in lines that are filled as far as words go."""
    out = [""]
    for word in text.split():
        longer = f"{out[-1]} {word}".strip()
        if stringWidth(longer, font, size) <= width:
            out[-1] = longer
        else:
            out.append(word)
    return out


def row(
    y: float, *cells: tuple[float, str], font: str = "Times-Roman", size: float = 10
) -> Drawing:
    """Cells on one line; a negative place is where the cell ends."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for x, text in cells:
            if x < 0:
                canvas.drawRightString(-x, y, text)
            else:
                canvas.drawString(x, y, text)

    return draw


def together(*drawings: Drawing) -> Drawing:
    """Several drawings on one page."""

    def draw(canvas: Canvas) -> None:
        for drawing in drawings:
            drawing(canvas)

    return draw


def bare_file(objects: dict[int, bytes]) -> bytes:
    """A PDF file made of these objects alone; object 1 is the catalogue."""
    out = b"%PDF-1.7\n"
    offsets = {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start, count = len(out), max(objects) + 1
    table = b"".join(b"%010d 00000 n \n" % offsets.get(n, 0) for n in range(1, count))
    out += b"xref\n0 %d\n0000000000 65535 f \n" % count + table
    return out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, start)


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>\nstream\n" % (len(data), more) + data + b"\nendstream"
