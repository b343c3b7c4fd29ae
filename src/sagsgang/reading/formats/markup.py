"""How a piece of HTML becomes lines: blocks, headings, lists and links in the order they are read.

White space is folded as a browser does it and inline markup is dropped, so that a word which tags
split is whole again. Blocks end a line, `<br>` breaks one (inside a heading it is a blank). What
a browser never shows is left out: scripts, styles, templates, comments, hidden elements, unless
an accordion's button says that it opens them. A picture leaves its text alternative, when that
says something: "[billede: …]".

A paragraph set wholly in bold or underlined, short and without a final stop, is marked as a
heading of level `LOOK_LEVEL`: it looks like one, but nothing else says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from sagsgang.reading.canonical import Mark, Role, Unreadable
from sagsgang.reading.formats.enumeration import BULLET, numeral
from sagsgang.reading.formats.flow import Flow, fold
from sagsgang.reading.formats.markup_table import is_data, read_table
from sagsgang.reading.formats.markup_tree import (
    HEADINGS,
    NEVER_SHOWN,
    element_id,
    is_hidden,
    opened_by_buttons,
    opens_block,
    tag_of,
    text_within,
)
from sagsgang.reading.formats.pictures import picture_line

LOOK_LEVEL = 6
LOOK_LONGEST = 100
HEADING_LONGEST = 250

_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_STRONG = frozenset({"b", "strong", "u"})
_STRONG_STYLE = re.compile(
    r"font-weight\s*:\s*(?:bold|[6-9]00)|text-decoration[\w-]*\s*:[^;]*underline", re.IGNORECASE
)
_LIST_TYPES = {
    "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal",
}  # fmt: skip
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
# A sentence, a clause of a list, an enumerated recommendation: set in bold, yet no heading.
_NOT_A_HEADING = re.compile(r"[.,;!]$|^\W*(?:\d+[.)]\s*)?[a-zæøå]|^[-–—•·*]|^[\W\d_]*$")
_NUMBER = re.compile(r"\s*([+-]?\d{1,6})")


def parse(source: str) -> etree._Element | None:
    """The tree of a fragment or page, or None when it holds nothing.

    Raises Unreadable when elements are nested deeper than the parser follows.
    """
    # The parser stops at the end tag of the page; a pasted page inside another goes on after it.
    body = re.sub(r"</\s*(?:html|body)\b[^<>]*>", "", source, flags=re.IGNORECASE)
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(body.encode("utf-8", "replace"), parser)
    except etree.ParserError:
        return None
    except etree.XMLSyntaxError:
        if not body.strip():
            return None
        raise Unreadable(
            "filens HTML er så beskadiget, at den ikke kan læses; hent siden igen"
        ) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Unreadable(
            "filens HTML er indlejret så dybt, at den ikke kan læses; gem siden som PDF"
        )
    return root


class View:
    """How a piece of HTML is looked at: what is a heading, what is shown, what frames the text.

    This one is for fragments, which hold nothing but their text; others inherit.
    """

    def __init__(self, root: etree._Element) -> None:
        self.opened = opened_by_buttons(root)

    def heading_level(self, element: etree._Element) -> int:
        """The level of a heading, from 1; 0 for what is none."""
        tag = tag_of(element)
        return int(tag[1]) if tag in HEADINGS else 0

    def shows(self, element: etree._Element) -> bool:
        """Whether a reader can come to see the element."""
        if tag_of(element) in NEVER_SHOWN:
            return False
        return not is_hidden(element) or element_id(element) in self.opened

    def frame(self, element: etree._Element) -> Role | None:
        """The role of all lines within `element` that are no part of the text itself."""
        return None


def write(root: etree._Element, flow: Flow, view: View) -> None:
    """Adds the lines of `root`, looked at as `view` does, to `flow`."""
    _Writer(root, flow, view).run()


def write_fragment(source: str, flow: Flow) -> None:
    """Adds the lines of the HTML fragment `source` to `flow`. Raises Unreadable as `parse` does."""
    root = parse(source)
    if root is not None:
        write(root, flow, View(root))


@dataclass(slots=True)
class _List:
    """An open list: the number its next point gets, and how it is written ("" for bullets)."""

    style: str
    number: int
    step: int = 1


@dataclass(slots=True)
class _Point:
    """A list point that is open: its sign, until the first line has taken it, and its depth."""

    sign: str
    depth: int
    taken: bool = False


@dataclass(slots=True)
class _Open:
    """An element that is being walked, and what it has opened."""

    element: etree._Element
    children: Iterator[etree._Element]
    entered: bool = False
    framing: bool = False
    level: int = 0


class _Writer:
    """Walks one tree once; what is open at the moment is kept on small stacks."""

    def __init__(self, root: etree._Element, flow: Flow, view: View) -> None:
        self.root = root
        self.flow = flow
        self.view = view
        self.layout_points = _layout_points(root)
        self.data_tables = frozenset(filter(is_data, root.iter("table")))
        self.buffer: list[str] = []
        self.pictures: list[str] = []
        self.strong_text = False
        self.other_text = False
        self.headings: list[int] = []
        self.lists: list[_List] = []
        self.points: list[_Point | None] = []
        self.frames: list[Role] = []
        self.strong = 0
        self.linked = 0
        self.preserved = 0

    def run(self) -> None:
        """Walks the tree without recursion, so that no depth of nesting exhausts the stack."""
        path = [self.start(self.root)]
        while path:
            child = next(path[-1].children, None)
            if child is not None:
                path.append(self.start(child))
                continue
            closed = path.pop()
            self.end(closed)
            if path:
                self.write(closed.element.tail)
        self.flush()

    def start(self, element: etree._Element) -> _Open:
        """Opens `element`; one that is not entered stands with no children."""
        here = _Open(element, iter(()))
        if not self.view.shows(element):
            return here
        frame = None if self.frames else self.view.frame(element)
        here.level = self.view.heading_level(element)
        if frame is not None or here.level or opens_block(element):
            self.flush()
        if element in self.data_tables:
            read_table(element, self.flow, frame or (self.frames[-1] if self.frames else None))
            return here
        if frame is not None:
            here.framing = True
            self.frames.append(frame)
        if here.level:
            self.headings.append(here.level)
        here.children = iter(element)
        here.entered = True
        self.open(element, tag_of(element))
        self.write(element.text)
        return here

    def end(self, here: _Open) -> None:
        """Closes what `start` has opened."""
        if not here.entered:
            return
        if here.framing or here.level or opens_block(here.element):
            self.flush()
        self.close(here.element, tag_of(here.element))
        if here.level:
            self.headings.pop()
        if here.framing:
            self.frames.pop()

    def open(self, element: etree._Element, tag: str) -> None:
        if tag in _LISTS:
            self.lists.append(_open_list(element, tag))
        elif tag == "li":
            self.open_point(element)
        elif tag == "br":
            self.break_line()
        elif tag in ("img", "image"):
            self.pictures.append(picture_line(element.get("alt")))
        elif tag == "pre":
            self.preserved += 1
        elif tag == "a" and element.get("href"):
            self.linked += 1
            self.flow.add_link(text_within(element), str(element.get("href")))
        self.strong += _is_strong(element, tag)

    def close(self, element: etree._Element, tag: str) -> None:
        if tag in _LISTS:
            self.lists.pop()
        elif tag == "li":
            self.points.pop()
        elif tag == "pre":
            self.preserved -= 1
        elif tag == "a" and element.get("href"):
            self.linked -= 1
        self.strong -= _is_strong(element, tag)

    def write(self, text: str | None) -> None:
        if not text:
            return
        if self.preserved and "\n" in text:
            first, *rest = text.split("\n")
            self.take(first)
            for line in rest:
                self.flush()
                self.take(line)
        else:
            self.take(text)

    def take(self, text: str) -> None:
        self.buffer.append(text)
        if not text.isspace():
            if self.strong and not self.linked:
                self.strong_text = True
            else:
                self.other_text = True

    def break_line(self) -> None:
        if self.headings:
            self.buffer.append(" ")
        else:
            self.flush()

    def flush(self) -> None:
        """Ends the line that is being written."""
        line = fold("".join(self.buffer))
        looks_strong = self.strong_text and not self.other_text
        self.buffer.clear()
        self.strong_text = self.other_text = False
        if line:
            self.add(line, looks_strong)
        for picture in filter(None, self.pictures):
            self.add(picture, looks_strong=False)
        self.pictures.clear()

    def add(self, line: str, looks_strong: bool) -> None:
        point = self.points[-1] if self.points else None
        if self.frames:
            self.flow.add(line, Mark(self.frames[-1]))
        elif self.headings and len(line) <= HEADING_LONGEST:
            self.flow.add(line, Mark(Role.HEADING, level=self.headings[-1]))
        elif point is not None:
            indent = "  " * (point.depth - 1)
            sign = " " * len(point.sign) if point.taken else point.sign
            mark = Mark(Role.LIST, continues=point.taken)
            point.taken = True
            self.flow.add(f"{indent}{sign} {line}", mark)
        elif looks_strong and looks_like_heading(line):
            self.flow.add(line, Mark(Role.HEADING, level=LOOK_LEVEL))
        else:
            self.flow.add(line)

    def open_point(self, element: etree._Element) -> None:
        """A point of the innermost list; one that holds headings or a table is layout, unsigned."""
        # A point of a list without its list, as fragments have it, is a bullet.
        here = self.lists[-1] if self.lists else _List("", 1)
        if here.style and (value := _number(element.get("value"))) is not None:
            here.number = value
        sign = f"{numeral(here.number, here.style)}." if here.style else BULLET
        here.number += here.step
        unsigned = here.style == "none" or element in self.layout_points
        self.points.append(None if unsigned else _Point(sign, max(1, len(self.lists))))


def looks_like_heading(line: str) -> bool:
    """Whether a wholly bold line can be a heading: short, no sentence, a capital in front."""
    return len(line) <= LOOK_LONGEST and not _NOT_A_HEADING.search(line)


def _is_strong(element: etree._Element, tag: str) -> bool:
    style = element.get("style")
    return tag in _STRONG or bool(style and _STRONG_STYLE.search(str(style)))


def _number(value: str | None) -> int | None:
    match = _NUMBER.match(value or "")
    return int(match[1]) if match else None


def _open_list(element: etree._Element, tag: str) -> _List:
    """How a list numbers its points, from its attributes and its inline style."""
    named = _LIST_STYLE.search(str(element.get("style") or ""))
    style = "decimal" if tag == "ol" else ""
    style = _LIST_TYPES.get(str(element.get("type") or ""), style) if tag == "ol" else style
    if named:
        name = named[1].lower().replace("latin", "alpha")
        if name == "none":
            style = "none"
        elif tag == "ol" and (name.endswith(("alpha", "roman")) or name.startswith("decimal")):
            style = name
    backwards = tag == "ol" and element.get("reversed") is not None
    start = _number(element.get("start"))
    if start is None:
        start = len([child for child in element if tag_of(child) == "li"]) if backwards else 1
    return _List(style, start, -1 if backwards else 1)


def _layout_points(root: etree._Element) -> frozenset[etree._Element]:
    """The list points that hold headings or tables: a page laid out as a list, not a list."""
    points: set[etree._Element] = set()
    for element in root.iter(*HEADINGS, "table"):
        for ancestor in element.iterancestors("li"):
            if ancestor in points:
                break
            points.add(ancestor)
    return frozenset(points)
