"""Which words of a page nobody sees, though they are in the file: covered, or set unseen."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.pdf.annotations import Box
from sagsgang.reading.attachments.pdf.drawn import Drawing, Text, draw
from sagsgang.reading.formats.pdf.page.calls import address, get_text_object

_ALIKE = 12  # of 255: colours so near each other look the same
_TINY = 1.5  # points
_WHITE = (255, 255, 255)
_MOST_PAIRS = 1_000_000
_COVERED = (FragmentKind.COVERED, "tekst under en udfyldt kasse")

#: Kind, how it is hidden, and the words.
Hidden = tuple[FragmentKind, str, str]


def find_hidden(page: Any, text_page: Any, text: str, boxes: list[Box]) -> tuple[str, list[Hidden]]:
    """The text that is shown, and what is not; `boxes` lie on top of everything drawn."""
    if not text:
        return text, []
    drawing = draw(page)
    for box in boxes:
        drawing.cover(box)
    unseen = dict(_unseen(drawing))
    covers = _covers_of(drawing)
    if not unseen and not covers:
        return text, []
    return _parted(text_page, text, unseen, covers, drawing)


def _unseen(drawing: Drawing) -> Iterator[tuple[int, str]]:
    """The texts that are drawn so that nobody sees them, and how."""
    width, height = drawing.right - drawing.left, drawing.top - drawing.bottom
    is_scan = drawing.largest_picture > 0.5 * width * height
    for text in drawing.texts:
        left, bottom, right, top = text.box
        if text.is_invisible:
            # Recognised letters lie unseen on the picture of the page they were read from.
            if not is_scan:
                yield text.place, "usynlig skrift"
        elif (
            right <= drawing.left
            or left >= drawing.right
            or top <= drawing.bottom
            or bottom >= drawing.top
        ):
            yield text.place, "uden for siden"
        elif 0 < text.size < _TINY:
            yield text.place, "meget lille skrift"
        elif _is_alike(text, drawing):
            yield text.place, "skrift i baggrundens farve"


def _is_alike(text: Text, drawing: Drawing) -> bool:
    """Whether letters have the colour of what they stand on; not when that is not known."""
    colour = text.colour
    if colour is None:
        return False
    if not drawing.boxes and not drawing.unknown:
        return _same(colour, _WHITE)
    x, y = (text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2
    ground: tuple[int, int, int] = _WHITE
    for box in drawing.boxes:
        if box.order < text.order and _holds(box.box, x, y):
            ground = box.colour
    if not _same(colour, ground):
        return False
    return not any(order < text.order and _holds(area, x, y) for order, area in drawing.unknown)


def _same(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < _ALIKE for a, b in zip(one, other, strict=True))


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _covers_of(drawing: Drawing) -> list[tuple[int, Box]]:
    """The boxes that lie over a text drawn before them."""
    pairs = len(drawing.boxes) * len(drawing.texts)
    if not pairs or pairs > _MOST_PAIRS:
        return []
    found = []
    for box in drawing.boxes:
        left, bottom, right, top = box.box
        for text in drawing.texts:
            if text.order > box.order:
                break
            x0, y0, x1, y1 = text.box
            if x0 < right and x1 > left and y0 < top and y1 > bottom:
                found.append((box.order, box.box))
                break
    return found


def _parted(
    text_page: Any,
    text: str,
    unseen: dict[int, str],
    covers: list[tuple[int, Box]],
    drawing: Drawing,
) -> tuple[str, list[Hidden]]:
    """The text without its hidden characters, and those, run by run."""
    orders = {drawn.place: drawn.order for drawn in drawing.texts}
    box = pdfium.FS_RECTF()
    shown: list[str] = []
    hidden: list[tuple[FragmentKind, str, list[str]]] = []
    is_open = False
    place = address(text_page)
    for index, sign in enumerate(text):
        found: tuple[FragmentKind, str] | None = None
        if not sign.isspace():
            drawn = get_text_object(place, index) or 0
            if drawn in unseen:
                found = (FragmentKind.HIDDEN, unseen[drawn])
            elif covers and drawn in orders:
                pdfium.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(box))
                x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
                order = orders[drawn]
                if any(o > order and _holds(b, x, y) for o, b in covers):
                    found = _COVERED
        elif is_open:
            hidden[-1][2].append(" " if sign in "\r\n" else sign)
            shown.append(sign)
            continue
        if found is None:
            shown.append(sign)
            is_open = False
            continue
        if not is_open or hidden[-1][:2] != found:
            hidden.append((*found, []))
        hidden[-1][2].append(sign)
        is_open = True
    return "".join(shown), [(kind, how, "".join(signs)) for kind, how, signs in hidden]
