"""What Word's styles say about a paragraph: its heading level, its letters, its numbering."""

import re
from dataclasses import dataclass

from lxml import etree

from sagsgang.reading.formats.docx.names import W, child, local, number, switch, value
from sagsgang.reading.formats.office.letters import UNSAID, Letters

# A style may be based on another, that on a third; files may claim circles.
DEEPEST = 25

_HEADING = re.compile(r"^(?:heading|overskrift|kop|rubrik)\s*([1-9])\b", re.IGNORECASE)
_TITLES = {"title": 1, "titel": 1, "subtitle": 2, "undertitel": 2}
_CONTENTS = re.compile(r"^(?:toc|indholdsfortegnelse)\s*\d", re.IGNORECASE)


@dataclass(slots=True, frozen=True)
class Style:
    """A style with all it inherits: `level` 0 is no heading, `numbering` is (list, depth)."""

    letters: Letters = UNSAID
    level: int = 0
    numbering: tuple[str | None, int | None] = (None, None)
    is_contents: bool = False
    strong_first_row: bool = False


def letters_of(properties: etree._Element | None) -> Letters:
    """What a `w:rPr` says."""
    if properties is None:
        return UNSAID
    bold, underlined = switch(child(properties, "b")), switch(child(properties, "u"))
    half_points = number(child(properties, "sz"))
    return Letters(
        strong=True if bold or underlined else bold,
        hidden=switch(child(properties, "vanish")),
        size=None if half_points is None else half_points / 2,
    )


class Styles:
    """The styles of a document by their id; what is not there is an unmarked style."""

    def __init__(self, root: etree._Element | None) -> None:
        self.elements: dict[str, etree._Element] = {}
        self.known: dict[str, Style] = {}
        self.default: str | None = None
        self.basic = letters_of(child(root, "docDefaults", "rPrDefault", "rPr"))
        for element in [] if root is None else root.findall(f"{W}style"):
            name = value(element, "styleId") or ""
            self.elements[name] = element
            if value(element, "type") == "paragraph" and switch_of(element, "default"):
                self.default = name

    def of(self, name: str | None) -> Style:
        """The style `name`; the document's default paragraph style when it is None."""
        name = self.default if name is None else name
        if name is None:
            return Style(self.basic)
        if name not in self.known:
            self.known[name] = self._read(name, DEEPEST)
        return self.known[name]

    def letters(self, name: str | None) -> Letters:
        """What a character style says of letters, without the document's own settings."""
        style = self.elements.get(name or "")
        found = UNSAID
        for _ in range(DEEPEST):
            if style is None:
                break
            found = found.over(letters_of(child(style, "rPr")))
            style = self.elements.get(value(child(style, "basedOn")) or "")
        return found

    def _read(self, name: str, deepest: int) -> Style:
        element = self.elements.get(name)
        if element is None or not deepest:
            return Style(self.basic)
        parent = value(child(element, "basedOn"))
        base = Style(self.basic) if parent is None else self._read(parent, deepest - 1)
        title = value(child(element, "name")) or name
        outline = number(child(element, "pPr", "outlineLvl"))
        heading = _HEADING.match(title)
        if outline is not None:
            level = outline + 1 if 0 <= outline < 9 else 0
        elif heading is not None:
            level = int(heading[1])
        else:
            level = _TITLES.get(title.lower(), base.level)
        here = numbering_of(child(element, "pPr"))
        return Style(
            letters_of(child(element, "rPr")).over(base.letters),
            level,
            (here[0] or base.numbering[0], base.numbering[1] if here[1] is None else here[1]),
            bool(_CONTENTS.match(title)),
            _strong_first_row(element) or base.strong_first_row,
        )


def numbering_of(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """The list and the depth in it that a `w:pPr` sets, each None when not set."""
    points = child(properties, "numPr")
    return value(child(points, "numId")), number(child(points, "ilvl"))


def switch_of(element: etree._Element, name: str) -> bool:
    """Whether an attribute that is on or off is on."""
    return (value(element, name) or "0") in ("1", "true", "on")


def _strong_first_row(style: etree._Element) -> bool:
    """Whether a table style sets the first row in bold."""
    for part in style:
        if local(part) == "tblStylePr" and value(part, "type") == "firstRow":
            return bool(letters_of(child(part, "rPr")).strong)
    return False
