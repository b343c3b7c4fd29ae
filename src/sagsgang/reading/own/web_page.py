"""A page that Sagsgang printed → its blocks, with every line of what stands around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from sagsgang.minutes.printed import (
    Block,
    Contents,
    Facts,
    Grid,
    Heading,
    Paragraph,
    Points,
    Printed,
)
from sagsgang.reading.formats.markup_tree import HEADINGS, NEVER_SHOWN, tag_of
from sagsgang.reading.own.walk import NotOurs

_GENERATOR = re.compile(rb"<meta name=\"generator\" content=\"Sagsgang [^\"]*\">")
#: Within so many bytes a page says what made it.
_HEAD = 4096
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND = frozenset({"div", "section", "article"})


@dataclass(frozen=True, slots=True)
class OwnPage:
    """The blocks of a page's main part, and the lines before and behind it."""

    printed: Printed
    before: list[str]
    behind: list[str]


def is_own_page(data: bytes) -> bool:
    """Whether a page says that Sagsgang made it."""
    return _GENERATOR.search(data[:_HEAD]) is not None


def own_page(data: bytes) -> OwnPage:
    """The page in blocks; raises NotOurs when it is not set as ours are, or is cut off."""
    if data.count(b"</main>") != 1 or not data.rstrip().endswith(b"</html>"):
        raise NotOurs("cut off")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data.decode("utf-8").encode("utf-8"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise NotOurs(str(error)) from error
    mains = [] if root is None else list(root.iter("main"))
    if len(mains) != 1:
        raise NotOurs("main")
    try:
        return _own_page(root, mains[0])
    except RecursionError as error:
        raise NotOurs("nested") from error


def _own_page(root: etree._Element, main: etree._Element) -> OwnPage:
    before: list[str] = []
    behind: list[str] = []
    lines = before
    for words in _around(root, main):
        if words is None:
            lines = behind
        elif words := _folded(words):
            lines.append(words)
    title = root.findtext(".//title") or ""
    return OwnPage(Printed(_folded(title), tuple(_blocks(main))), before, behind)


def _around(element: etree._Element, main: etree._Element) -> Iterator[str | None]:
    """The texts around the main part, in order; None stands for that."""
    if element is main:
        yield None
        return
    if tag_of(element) not in NEVER_SHOWN or tag_of(element) == "title":
        yield element.text or ""
    for child in element:
        yield from _around(child, main)
        yield child.tail or ""


def _blocks(parent: etree._Element) -> Iterator[Block]:
    _nothing(parent.text)
    for element in parent:
        tag = tag_of(element)
        if tag in _AROUND:
            yield from _blocks(element)
        else:
            yield _block(element, tag)
        _nothing(element.tail)


def _block(element: etree._Element, tag: str) -> Block:
    if tag in HEADINGS:
        return Heading(int(tag[1]), _some_words(element))
    if tag == "p":
        return Paragraph(_some_words(element))
    if tag == "ul":
        return Points(_children(element, "li"))
    if tag == "ol":
        return Contents(_children(element, "li"))
    if tag == "dl":
        return Facts(tuple(_facts(element)))
    if tag == "table":
        return _grid(element)
    raise NotOurs(tag)


def _children(element: etree._Element, tag: str) -> tuple[str, ...]:
    return tuple(_some_words(child) for child in _only(element, tag))


def _only(element: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The children, which may only be of these kinds."""
    _nothing(element.text)
    for child in element:
        if tag_of(child) not in tags:
            raise NotOurs(tag_of(child))
        _nothing(child.tail)
        yield child


def _facts(element: etree._Element) -> Iterator[tuple[str, str]]:
    for group in _only(element, "div"):
        name = None
        for child in _only(group, "dt", "dd"):
            if child.tag == "dt":
                name = _words(child)
            elif name is None:
                raise NotOurs("dd")
            else:
                yield name, _words(child)


def _grid(element: etree._Element) -> Grid:
    caption = None
    header: tuple[str, ...] = ()
    rows: list[tuple[str, ...]] = []
    for child in _only(element, "caption", "thead", "tbody"):
        if child.tag == "caption":
            caption = _words(child)
            continue
        found = [
            tuple(_words(cell) for cell in _only(row, "th", "td")) for row in _only(child, "tr")
        ]
        if child.tag == "thead":
            if len(found) != 1:
                raise NotOurs("thead")
            header = found[0]
        else:
            rows += found
    if len({len(row) for row in ((header, *rows) if header else rows)}) > 1:
        raise NotOurs("table of uneven rows")
    return Grid(header, tuple(rows), caption)


def _some_words(element: etree._Element) -> str:
    """The words of an element that has some."""
    if words := _words(element):
        return words
    raise NotOurs(f"{tag_of(element)} without words")


def _words(element: etree._Element) -> str:
    """The words of an element, in which there may be links and nothing else."""
    for child in element.iterdescendants():
        if tag_of(child) != "a":
            raise NotOurs(tag_of(child))
    return _folded("".join(map(str, element.itertext())))


def _folded(words: str) -> str:
    """The words as a browser shows them: hard spaces stay."""
    return _SPACE.sub(" ", words).strip(" ")


def _nothing(words: str | None) -> None:
    if words and words.strip(" \t\n\r\f"):
        raise NotOurs(words.strip()[:40])
