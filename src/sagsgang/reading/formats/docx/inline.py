"""What one paragraph of a Word document shows: its letters, breaks, fields, links and notes.

Tracked changes are read as accepted. Comments and hidden letters are no part of the text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from sagsgang.reading.formats.docx.names import R, child, local, switch, value
from sagsgang.reading.formats.docx.styles import Style, Styles, letters_of
from sagsgang.reading.formats.office.letters import Letters
from sagsgang.reading.formats.office.shown import BREAK, TAB, Shown
from sagsgang.reading.formats.pictures import picture_line

_SETS_APART = {"tab": TAB, "ptab": TAB, "br": BREAK, "cr": BREAK}
# Signs of Word's symbol fonts, by their place there, as they are in Unicode.
_SYMBOLS = {
    0x20: " ", 0x2D: "−", 0x6F: "☐", 0x71: "☐", 0xA3: "≤", 0xA7: "▪", 0xA8: "☐", 0xB0: "°",
    0xB1: "±", 0xB3: "≥", 0xB7: "•", 0xD8: "→", 0xE0: "→", 0xE8: "→", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
}  # fmt: skip
_LEFT_OUT = frozenset({
    "annotationRef", "commentReference", "del", "delInstrText", "delText", "endnoteRef",
    "footnoteRef", "moveFrom", "pPr", "proofErr", "rPr", "sdtEndPr", "sdtPr", "softHyphen",
})  # fmt: skip
_DRAWN = frozenset({"drawing", "pict", "object", "AlternateContent"})
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"', re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """An open field: what it is to show, and where in the text its result begins."""

    instruction: str
    start: int


@dataclass(slots=True)
class Run(Shown):
    """What a paragraph of Word shows, and what hangs on it."""

    notes: list[tuple[str, str, str]] = field(default_factory=list)  # kind, id, sign
    boxes: list[etree._Element] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)  # relations to their texts
    links: list[tuple[str, str]] = field(default_factory=list)  # text, address


class Inline:
    """Reads the paragraphs of one part of the document.

    `address` gives the target of a relation, `note` the sign of a note by its kind and id.
    """

    def __init__(
        self, styles: Styles, address: Callable[[str], str], note: Callable[[str, str], str]
    ) -> None:
        self.styles = styles
        self.address = address
        self.note = note
        self.fields: list[_Field] = []

    def read(self, paragraph: etree._Element, style: Style, shown: Run) -> None:
        """Adds to `shown` all that `paragraph`, set in `style`, shows."""
        self.fields = []
        self._take(paragraph, style.letters, shown)

    def _take(self, element: etree._Element, letters: Letters, shown: Run) -> None:
        for part in element:
            name = local(part)
            if name in _LEFT_OUT:
                continue
            if name == "r":
                self._take(part, self._letters(part, letters), shown)
            elif name == "t":
                shown.write(part.text or "", letters)
            elif name in _SETS_APART:
                shown.set_apart(_SETS_APART[name], letters)
            elif name == "noBreakHyphen":
                shown.write("-", letters)
            elif name == "sym":
                shown.write(_symbol(value(part, "char") or ""), letters)
            elif name in ("footnoteReference", "endnoteReference"):
                self._call(part, name.removesuffix("Reference"), letters, shown)
            elif name == "fldChar":
                self._turn_field(part, letters, shown)
            elif name == "instrText":
                if self.fields:
                    self.fields[-1].instruction += part.text or ""
            elif name == "hyperlink":
                self._link(part, letters, shown)
            elif name in _DRAWN:
                self._draw(part, shown)
            else:
                self._take(part, letters, shown)

    def _letters(self, run: etree._Element, paragraph: Letters) -> Letters:
        properties = child(run, "rPr")
        if properties is None:
            return paragraph
        style = self.styles.letters(value(child(properties, "rStyle")))
        return letters_of(properties).over(style).over(paragraph)

    def _call(self, part: etree._Element, kind: str, letters: Letters, shown: Run) -> None:
        """A note's sign where the text calls it; one that the author wrote follows by itself."""
        name = value(part, "id") or ""
        own = value(part, "customMarkFollows") in ("1", "true", "on")
        sign = "" if own else self.note(kind, name)
        shown.write(sign, letters)
        shown.notes.append((kind, name, sign))

    def _turn_field(self, part: etree._Element, letters: Letters, shown: Run) -> None:
        turn = value(part, "fldCharType")
        if turn == "begin":
            self.fields.append(_Field("", len(shown.parts)))
            box = child(part, "ffData", "checkBox")
            if box is not None:
                ticked = switch(child(box, "checked"))
                shown.write("☒" if ticked else "☐", letters)
        elif turn == "separate" and self.fields:
            self.fields[-1].start = len(shown.parts)
        elif turn == "end" and self.fields:
            closed = self.fields.pop()
            if found := _ADDRESS.search(closed.instruction):
                shown.links.append(("".join(shown.parts[closed.start :]), found[1]))

    def _link(self, part: etree._Element, letters: Letters, shown: Run) -> None:
        start = len(shown.parts)
        self._take(part, letters, shown)
        if relation := part.get(f"{R}id"):
            shown.links.append(("".join(shown.parts[start:]), self.address(str(relation))))

    def _draw(self, element: etree._Element, shown: Run) -> None:
        """The texts of a drawing: its boxes, its description, the words in it."""
        name = local(element)
        if name == "txbxContent":
            shown.boxes.append(element)
            return
        if name == "AlternateContent":  # The same drawing twice: for newer programs and for older.
            before = _drawn(shown)
            for choice in element:
                self._draw(choice, shown)
                if _drawn(shown) > before:
                    return
            return
        if name == "docPr":
            shown.drawn.append(picture_line(_text(element, "descr")))
        elif name in ("shape", "rect"):
            shown.drawn.append(picture_line(_text(element, "alt")))
        elif name == "textpath":
            shown.drawn.append(_text(element, "string"))
        elif name == "relIds":
            shown.diagrams.append(_text(element, f"{R}dm"))
        elif name == "txBody":
            shown.drawn.extend("".join(_letters_in(line)) for line in element if local(line) == "p")
            return
        for part in element:
            self._draw(part, shown)


def _text(element: etree._Element, name: str) -> str:
    return str(element.get(name) or "")


def _letters_in(element: etree._Element) -> list[str]:
    return [str(part.text or "") for part in element.iter() if local(part) == "t"]


def _drawn(shown: Run) -> int:
    return len(shown.boxes) + len(shown.diagrams) + sum(map(bool, shown.drawn))


def _symbol(code: str) -> str:
    """The sign a symbol font has at a place given in hexadecimal."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= place <= 0xF0FF:
        return _SYMBOLS.get(place - 0xF000, "□")
    return chr(place) if 0x20 <= place < 0xD800 else "□"
