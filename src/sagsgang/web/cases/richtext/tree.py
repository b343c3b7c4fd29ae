"""HTML as a small tree of elements and texts: read from what nh3 wrote, and written again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

#: Deeper elements are taken as if they were not there; their text stays.
DEEPEST = 40
VOID = frozenset({"br", "hr", "img", "col"})


@dataclass(slots=True)
class Element:
    """An element; `children` are elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    @property
    def style(self) -> str:
        """The style attribute in lower case, without spaces."""
        return "".join(self.attributes.get("style", "").lower().split())

    def elements(self, *tags: str) -> Iterator["Element"]:
        """Every element inside this one, of these tags (all when none is named), in order."""
        for child in self.children:
            if isinstance(child, Element):
                if not tags or child.tag in tags:
                    yield child
                yield from child.elements(*tags)

    @property
    def text(self) -> str:
        """All text inside, as it stands."""
        return "".join(
            child if isinstance(child, str) else ("\n" if child.tag == "br" else child.text)
            for child in self.children
        )


Nodes = list[Element | str]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open: list[Element | None] = [self.root]
        self.depth = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self.depth[-1].children.append(Element(tag, _first(attrs)))
            return
        if len(self.depth) > DEEPEST:
            self.open.append(None)
            return
        element = Element(tag, _first(attrs))
        self.depth[-1].children.append(element)
        self.open.append(element)
        self.depth.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and len(self.open) > 1 and self.open.pop() is not None:
            self.depth.pop()

    def handle_data(self, data: str) -> None:
        self.depth[-1].children.append(data)


def _first(attrs: list[tuple[str, str | None]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in attrs:
        found.setdefault(name, value or "")
    return found


def read_tree(html: str) -> Element:
    """The tree of well-formed HTML: every element is closed, in its right place."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def write_tree(nodes: Nodes) -> str:
    """The HTML of these nodes."""
    written: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            written.append(escape(node, quote=False))
            continue
        attributes = "".join(
            f' {name}="{escape(value)}"' for name, value in node.attributes.items()
        )
        written.append(f"<{node.tag}{attributes}>")
        if node.tag not in VOID:
            written.append(write_tree(node.children))
            written.append(f"</{node.tag}>")
    return "".join(written)
