"""What OpenDocument's styles say about a paragraph: its heading level, its letters, its list."""

import re
from dataclasses import dataclass

from lxml import etree

from sagsgang.reading.formats.odt.names import FO, STYLE, TEXT, number, tag_of, value
from sagsgang.reading.formats.office.letters import UNSAID, Letters

# A style may be based on another, that on a third; files may claim circles.
DEEPEST = 25

_TITLES = {"title": 1, "subtitle": 2}
_HEADING = re.compile(r"^(?:heading|overskrift)(?:_20_|\s)*([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"^contents(?:_20_|\s)*\d", re.IGNORECASE)
_SIZE = re.compile(r"^(\d{1,4}(?:\.\d{1,4})?)(pt|%)$")
_BOLD = frozenset({"bold", "600", "700", "800", "900"})


@dataclass(slots=True, frozen=True)
class Style:
    """A style with all it inherits: `level` 0 is no heading; `master` the page it begins."""

    letters: Letters = UNSAID
    level: int = 0
    list_style: str | None = None
    is_contents: bool = False
    master: str | None = None


class Styles:
    """The styles of a document by family and name; what is not there is an unmarked style."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self.elements: dict[tuple[str, str], etree._Element] = {}
        self.lists: dict[str, etree._Element] = {}
        self.outline: etree._Element | None = None
        self.known: dict[tuple[str, str], Style] = {}
        self.basic = UNSAID
        for root in roots:
            for element in [] if root is None else root.iter(f"{STYLE}*", f"{TEXT}*"):
                self._note(element)

    def paragraph(self, name: str | None) -> Style:
        """A paragraph's style."""
        return self._of("paragraph", name, DEEPEST)

    def letters(self, name: str | None) -> Letters:
        """What the style of a piece of text says of its letters."""
        return self._of("text", name, DEEPEST).letters

    def _note(self, element: etree._Element) -> None:
        tag = tag_of(element)
        family = value(element, f"{STYLE}family") or ""
        if tag == f"{STYLE}style":
            self.elements[family, value(element, f"{STYLE}name") or ""] = element
        elif tag == f"{STYLE}default-style" and family == "paragraph":
            self.basic = _letters(element, UNSAID)
        elif tag == f"{TEXT}list-style":
            self.lists[value(element, f"{STYLE}name") or ""] = element
        elif tag == f"{TEXT}outline-style":
            self.outline = element

    def _of(self, family: str, name: str | None, deepest: int) -> Style:
        root = Style(self.basic if family == "paragraph" else UNSAID)
        if name is None or not deepest:
            return root
        if (family, name) not in self.known:
            element = self.elements.get((family, name))
            self.known[family, name] = root if element is None else self._read(element, deepest)
        return self.known[family, name]

    def _read(self, element: etree._Element, deepest: int) -> Style:
        name = value(element, f"{STYLE}name") or ""
        family = value(element, f"{STYLE}family") or ""
        base = self._of(family, value(element, f"{STYLE}parent-style-name"), deepest - 1)
        outline = value(element, f"{STYLE}default-outline-level")
        heading = _HEADING.match(name)
        if outline is not None:  # Set but empty: no heading, whatever it is based on.
            level = number(element, f"{STYLE}default-outline-level") or 0
        else:
            level = int(heading[1]) if heading else _TITLES.get(name.lower(), base.level)
        listed = value(element, f"{STYLE}list-style-name")
        return Style(
            _letters(element, base.letters),
            level,
            base.list_style if listed is None else listed,
            base.is_contents or bool(_CONTENTS.match(name)),
            value(element, f"{STYLE}master-page-name") or None,
        )


def _letters(style: etree._Element, below: Letters) -> Letters:
    properties = style.find(f"{STYLE}text-properties")
    if properties is None:
        return below
    weight = value(properties, f"{FO}font-weight")
    underline = value(properties, f"{STYLE}text-underline-style")
    underlined = underline is not None and underline != "none"
    hidden = value(properties, f"{TEXT}display")
    size = _SIZE.match(value(properties, f"{FO}font-size") or "")
    points = None
    if size is not None:
        points = float(size[1])
        if size[2] == "%":
            points = None if below.size is None else below.size * points / 100
    return Letters(
        strong=True if underlined else (None if weight is None else weight in _BOLD),
        hidden=None if hidden is None else hidden == "none",
        size=points,
    ).over(below)
