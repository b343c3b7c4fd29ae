"""Which words of a page nobody sees, though they are in the file: covered, or set unseen."""

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.pdf.annotations import Box
from sagsgang.reading.attachments.pdf.drawn import Colour, Drawing, Filled, Text, draw
from sagsgang.reading.formats.pdf.page.calls import address, get_text_object

_ALIKE = 12  # of 255: colours so near each other look the same
_TINY = 1.5  # points
_WHITE: Colour = (255, 255, 255)
_MOST_PAIRS = 500_000  # of a box and a text on one page
_BAND = 15.0  # points
_MOST_BANDS = 1_000
_MOST_LOOKS = 200  # at texts on one band of the page
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
    risky = _risky(drawing)
    checks = len(risky) * len(drawing.boxes) * len(drawing.texts) <= _MOST_PAIRS
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
        elif checks and text.colour in risky and _is_alike(text, drawing):
            yield text.place, "skrift i baggrundens farve"


def _is_alike(text: Text, drawing: Drawing) -> bool:
    """Whether letters have the colour of what they stand on; not when that is not known."""
    colour = text.colour
    if colour is None:
        return False
    x, y = (text.box[0] + text.box[2]) / 2, (text.box[1] + text.box[3]) / 2
    ground = _WHITE
    for box in drawing.boxes:
        if box.order < text.order and _holds(box.box, x, y):
            ground = box.colour
    if not _same(colour, ground):
        return False
    return not any(order < text.order and _holds(area, x, y) for order, area in drawing.unknown)


def _risky(drawing: Drawing) -> set[Colour]:
    """The colours of letters that are also those of a ground."""
    grounds = {_WHITE, *(box.colour for box in drawing.boxes)}
    colours = {text.colour for text in drawing.texts if text.colour is not None}
    if len(grounds) * len(colours) > _MOST_PAIRS:
        return set()
    return {colour for colour in colours if any(_same(colour, ground) for ground in grounds)}


def _same(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) < _ALIKE for a, b in zip(one, other, strict=True))


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _covers_of(drawing: Drawing) -> list[tuple[int, Box]]:
    """The boxes that lie over a text drawn before them."""
    bands: dict[int, list[Text]] = {}
    for text in drawing.texts:
        first, last = _bands(text.box)
        for band in range(first, last + 1):
            bands.setdefault(band, []).append(text)
    found = []
    for box in drawing.boxes:
        first, last = _bands(box.box)
        if any(_lies_over(box, bands.get(band, ())) for band in range(first, last + 1)):
            found.append((box.order, box.box))
    return found


def _lies_over(box: Filled, texts: Sequence[Text]) -> bool:
    """Whether a box covers part of one of the texts, in the order drawn, that come before it."""
    for text in texts[:_MOST_LOOKS]:
        if text.order > box.order:
            return False
        if _overlap(text.box, box.box):
            return True
    return False


def _bands(box: Box) -> tuple[int, int]:
    """The bands of the page a box reaches from and to; a band is about a line high."""
    first, last = int(box[1] // _BAND), int(box[3] // _BAND)
    return first, min(last, first + _MOST_BANDS)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


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
