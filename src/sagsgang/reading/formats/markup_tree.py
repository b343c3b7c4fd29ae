"""What the elements of HTML are to a reader: which end a line, which are never shown."""

import re
from collections.abc import Callable, Iterator

from lxml import etree

from sagsgang.reading.formats.flow import fold

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# fmt: off
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "legend", "li", "main", "menu", "nav", "noframes", "ol", "optgroup", "option", "p", "pre",
    "search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th",
    "thead", "tr", "ul", "xmp",
})
NEVER_SHOWN = frozenset({
    "script", "style", "template", "title", "meta", "link", "iframe", "noembed", "datalist",
    "desc", "metadata", "defs", "colgroup", "param", "source", "track",
})
# fmt: on

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_OPENERS = ("aria-controls", "data-target", "data-bs-target", "href")


def tag_of(element: etree._Element) -> str:
    """The name of an element in lower case; "" for what is not an element."""
    tag = element.tag
    return tag if isinstance(tag, str) else ""


def opens_block(element: etree._Element) -> bool:
    """Whether the element stands on lines of its own, by its name or its inline style."""
    style = element.get("style")
    return tag_of(element) in BLOCKS or bool(style and _BLOCK_STYLE.search(str(style)))


def element_id(element: etree._Element) -> str:
    """The element's id, or ""."""
    return str(element.get("id") or "")


def text_within(element: etree._Element, longest: int = 1000) -> str:
    """The folded text of an element, cut off when it is longer than `longest` characters.

    What wants to know whether a text is short need not gather a page for it again and again.
    """
    parts: list[str] = []
    length = 0
    for text in element.itertext():
        parts.append(str(text))
        length += len(str(text).strip())
        if length > longest:
            break
    return fold("".join(parts))


def steps(
    top: etree._Element, enters: Callable[[etree._Element], bool]
) -> Iterator[tuple[etree._Element, bool]]:
    """Each element twice: (element, True) where it starts, (element, False) where it ends.

    What `enters` says no to is passed over with all it holds. There is no recursion, so that no
    depth of nesting exhausts the stack.
    """
    yield top, True
    open_elements = [(top, iter(top) if enters(top) else iter(()))]
    while open_elements:
        element, children = open_elements[-1]
        child = next(children, None)
        if child is None:
            open_elements.pop()
            yield element, False
        else:
            yield child, True
            open_elements.append((child, iter(child) if enters(child) else iter(())))


def is_hidden(element: etree._Element) -> bool:
    """Whether the element says of itself that it is not to be shown."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style and _HIDING.search(str(style)))


def opened_by_buttons(root: etree._Element) -> frozenset[str]:
    """The ids that a button or link of the page opens: an accordion's panels are read as open."""
    ids: set[str] = set()
    for element in root.iter("a", "button", "summary", "div", "span", "h2", "h3", "h4", "li"):
        if element.get("aria-expanded") is None and element.get("aria-controls") is None:
            continue
        for name in _OPENERS:
            ids.update(part.lstrip("#") for part in str(element.get(name) or "").split())
    return frozenset(ids - {""})
