"""The one order a section's text is set in: blocks of inline text, lists of points, tables."""

import re
from itertools import groupby

from sagsgang.web.cases.richtext.tree import Element, Nodes

INLINE = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "a": "a"}
INLINE |= {"sub": "sub", "sup": "sup", "small": "small", "data": "data"}
HEADINGS = {"h1": "h3", "h2": "h3", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
#: Elements that say nothing of their own: what is inside them stands as if they were not there.
SEE_THROUGH = frozenset({"span", "font"})
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
#: Two or more spaces of which one is hard are a sign of layout, not of words kept together.
_LAYOUT = re.compile(r"[ \u00a0\u2002\u2003\u2009]{2,}")
_UNSEEN = re.compile("[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e"
                     "\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]")  # fmt: skip
_SPACE = " \n\t\u00a0"
_TYPES = ("1", "a", "A", "i", "I")
_SCOPES = ("col", "row", "colgroup", "rowgroup")
MOST_CELLS_JOINED = 100
#: What a figure of the case is called in its text.
FIGURE_KEY = re.compile(r"t[1-9][0-9]{0,5}")
#: A picture of one of our own figures, as it was when it had that hash.
_PICTURE = re.compile(r"/sager/[0-9]{1,18}/tal/t[1-9][0-9]{0,5}/diagram\.svg\?v=[0-9a-f]{16}")
_MOST_ALT = 2_000


def in_order(nodes: Nodes) -> Nodes:
    """The nodes as blocks: what is inline becomes paragraphs, what is empty goes."""
    return list(_blocks(nodes))


def _blocks(nodes: Nodes) -> list[Element]:
    found: list[Element] = []
    waiting: Nodes = []

    def flush() -> None:
        for part in _paragraphs(waiting):
            found.append(Element("p", {}, part))
        waiting.clear()

    for node in nodes:
        if isinstance(node, str) or node.tag == "br":
            waiting.append(node)
        elif node.tag == "img":
            continue
        elif node.tag in INLINE or node.tag in SEE_THROUGH:
            if _has_blocks(node):
                flush()
                found += _blocks(node.children)
            else:
                waiting.append(node)
        else:
            flush()
            found += _block(node)
    flush()
    return found


def _has_blocks(node: Element) -> bool:
    return any(
        e.tag not in INLINE and e.tag not in SEE_THROUGH and e.tag not in ("br", "img")
        for e in node.elements()
    )


def _block(node: Element) -> list[Element]:
    if node.tag in ("ul", "ol"):
        points = _points(node)
        if not points:
            return []
        return [Element(node.tag, _numbering(node) if node.tag == "ol" else {}, list(points))]
    if node.tag == "table":
        return _table(node)
    if node.tag == "figure":
        return _figure(node)
    if node.tag == "blockquote":
        inside = _blocks(node.children)
        return [Element("blockquote", {}, list(inside))] if inside else []
    if node.tag == "pre":
        lines = "".join(node.text).splitlines()
        return [Element("p", {}, [line.strip()]) for line in lines if line.strip()]
    if node.tag in HEADINGS and not _has_blocks(node):
        return [Element(HEADINGS[node.tag], {}, part) for part in _paragraphs(node.children)]
    return _blocks(node.children)


def _figure(node: Element) -> list[Element]:
    """A figure of the case with its picture; words alone where it has no name of ours."""
    key = node.attributes.get("data-figure", "")
    inside: list[Element] = []
    waiting: Nodes = []
    for child in node.children:
        if isinstance(child, Element) and child.tag == "img":
            inside += [*_blocks(waiting), *_picture(child)]
            waiting = []
        else:
            waiting.append(child)
    inside += _blocks(waiting)
    inside = _without_figures(inside)
    if not any(each.tag != "img" for each in inside):
        return []
    if not FIGURE_KEY.fullmatch(key):
        return [each for each in inside if each.tag != "img"]
    return [Element("figure", {"data-figure": key}, list(inside))]


def _picture(node: Element) -> list[Element]:
    source = node.attributes.get("src", "")
    if not _PICTURE.fullmatch(source):
        return []
    alt = " ".join(_UNSEEN.sub("", node.attributes.get("alt", "")).split())[:_MOST_ALT].strip()
    return [Element("img", {"src": source, "alt": alt}, [])]


def _without_figures(blocks: list[Element]) -> list[Element]:
    """The blocks, with what stands in a figure standing for itself; pictures stay in figures."""
    found: list[Element] = []
    for block in blocks:
        if block.tag == "figure":
            inside = [c for c in block.children if isinstance(c, Element) and c.tag != "img"]
            found += _without_figures(inside)
        elif block.tag in ("blockquote", "ul", "ol", "li"):
            block.children = _figureless(block.children)
            found.append(block)
        else:
            found.append(block)
    return found


def _figureless(nodes: Nodes) -> Nodes:
    found: Nodes = []
    for node in nodes:
        found += [node] if isinstance(node, str) else _without_figures([node])
    return found


def _numbering(node: Element) -> dict[str, str]:
    kept = {}
    start = node.attributes.get("start", "")
    if start.isascii() and start.isdigit() and len(start) < 5 and int(start) not in (0, 1):
        kept["start"] = str(int(start))
    if node.attributes.get("type") in _TYPES[1:]:
        kept["type"] = node.attributes["type"]
    return kept


def _points(node: Element) -> list[Element]:
    points: list[Element] = []
    for child in node.children:
        if isinstance(child, Element) and child.tag in ("ul", "ol") and points:
            points[-1].children += _block(child)
        elif isinstance(child, Element) and child.tag == "li":
            inside = _unwrapped(_blocks(child.children))
            if inside:
                points.append(Element("li", {}, inside))
        else:
            inside = _unwrapped(_blocks([child]))
            if inside:
                points.append(Element("li", {}, inside))
    return points


def _unwrapped(blocks: list[Element]) -> Nodes:
    """A point or a cell whose only paragraph comes first holds its words without the paragraph."""
    if blocks and blocks[0].tag == "p" and all(b.tag in ("ul", "ol") for b in blocks[1:]):
        return [*blocks[0].children, *blocks[1:]]
    return list(blocks)


# Tables ---------------------------------------------------------------------------------------


def _table(node: Element) -> list[Element]:
    rows: list[Element] = []
    captions: list[Element] = []
    beside: Nodes = []
    heads = 0
    for child in _flat_rows(node):
        if isinstance(child, str):
            beside.append(child)
        elif child.tag == "caption":
            captions += _blocks(child.children)
        elif cells := _cells(child):
            if child.attributes.get("head") and heads == len(rows):
                heads += 1
            rows.append(Element("tr", {}, list(cells)))
    before = captions + _blocks(beside)
    rows = [row for row in rows if any(_is_filled(c) for c in row.children)] and rows
    if not rows:
        return before
    if len(rows) == 1 and len(rows[0].children) == 1:
        only = rows[0].children[0]
        return before + (_blocks(only.children) if isinstance(only, Element) else [])
    while heads < len(rows) and all(c.tag == "th" for c in rows[heads].children):  # type: ignore[union-attr]
        heads += 1
    if heads == len(rows):
        heads = 1
        for row in rows[1:]:
            for cell in row.children[1:]:
                cell.tag = "td"  # type: ignore[union-attr]
    for number, row in enumerate(rows):
        for cell in row.children:
            assert isinstance(cell, Element)
            if number < heads:
                cell.tag = "th"
            _scope(cell, number < heads)
    inside: Nodes = []
    if heads:
        inside.append(Element("thead", {}, list(rows[:heads])))
    if rows[heads:]:
        inside.append(Element("tbody", {}, list(rows[heads:])))
    return [*before, Element("table", {}, inside)]


def _flat_rows(node: Element, head: bool = False) -> Nodes:
    found: Nodes = []
    for child in node.children:
        if isinstance(child, str):
            if child.strip():
                found.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            found += _flat_rows(child, child.tag == "thead")
        elif child.tag == "tr":
            found.append(Element("tr", {"head": "1"} if head else {}, child.children))
        elif child.tag == "caption":
            found.append(child)
        elif child.text.strip():
            found.append(child.text)
    return found


def _cells(row: Element) -> list[Element]:
    cells = []
    for child in row.children:
        if isinstance(child, Element) and child.tag in ("td", "th"):
            kept = dict(_span(child, name) for name in ("colspan", "rowspan"))
            scope = child.attributes.get("scope", "")
            if child.tag == "th" and scope in _SCOPES:
                kept["scope"] = scope
            blocks = _without_tables(_without_figures(_blocks(child.children)))
            inside = _unwrapped(blocks)
            attributes = {name: value for name, value in kept.items() if value}
            cells.append(Element(child.tag, attributes, inside))
    return cells


def _span(cell: Element, name: str) -> tuple[str, str]:
    printed = cell.attributes.get(name, "")
    number = int(printed) if printed.isascii() and printed.isdigit() and len(printed) < 4 else 1
    return name, str(number) if 1 < number <= MOST_CELLS_JOINED else ""


def _scope(cell: Element, in_head: bool) -> None:
    scope = cell.attributes.pop("scope", "")
    if cell.tag != "th":
        return
    plain = "col" if in_head else "row"
    cell.attributes["scope"] = f"{plain}group" if scope == f"{plain}group" else plain


def _without_tables(blocks: list[Element]) -> list[Element]:
    """A table in a cell becomes a paragraph for each of its rows."""
    found: list[Element] = []
    for block in blocks:
        if block.tag == "table":
            for row in block.elements("tr"):
                texts = [_inline_of(cell) for cell in row.elements("td", "th")]
                found += [Element("p", {}, part) for part in _paragraphs(_joined(texts))]
        elif block.tag == "blockquote":
            found += _without_tables([c for c in block.children if isinstance(c, Element)])
        else:
            found.append(block)
    return found


def _inline_of(node: Element) -> Nodes:
    """What an element says, without the blocks it says it in."""
    if not _has_blocks(node):
        return list(node.children)
    return [" ".join(node.text.split())]


def _joined(parts: list[Nodes]) -> Nodes:
    joined: Nodes = []
    for part in parts:
        if joined and part:
            joined.append(" ")
        joined += part
    return joined


def _is_filled(cell: Element | str) -> bool:
    return bool((cell if isinstance(cell, str) else cell.text).strip(_SPACE))


# Words ----------------------------------------------------------------------------------------


def _paragraphs(nodes: Nodes) -> list[Nodes]:
    """The paragraphs of inline nodes: two line breaks in a row begin a new one."""
    parts: list[Nodes] = [[]]
    flat = _seen_through(nodes)
    for is_break, run in groupby(flat, key=_is_break):
        group = list(run)
        breaks = sum(1 for node in group if isinstance(node, Element))
        if not is_break or not breaks:
            parts[-1] += group
        elif breaks == 1:
            parts[-1].append(Element("br"))
        else:
            parts.append([])
    tidied = (_tidied(part, frozenset()) for part in parts)
    return [kept for part in tidied if (kept := _stripped(part))]


def _is_break(node: Element | str) -> bool:
    return not node.strip(_SPACE) if isinstance(node, str) else node.tag == "br"


def _seen_through(nodes: Nodes) -> Nodes:
    found: Nodes = []
    for node in nodes:
        if isinstance(node, Element) and node.tag not in INLINE and node.tag != "br":
            found += _seen_through(node.children)
        else:
            found.append(node)
    return found


def _tidied(nodes: Nodes, inside: frozenset[str]) -> Nodes:
    """Inline nodes with each mark once, neighbours of a kind joined, and spaces collapsed."""
    found: Nodes = []
    for node in _seen_through(nodes):
        if isinstance(node, str):
            text = _LAYOUT.sub(" ", _SPACES.sub(" ", _UNSEEN.sub("", node)))
            if found and isinstance(found[-1], str):
                found[-1] = _LAYOUT.sub(" ", found[-1] + text)
            elif text:
                found.append(text)
            continue
        if node.tag == "br":
            found.append(Element("br"))
            continue
        tag = INLINE[node.tag]
        href = node.attributes.get("href", "").strip()
        if tag in inside or (tag == "a" and (not href or href.startswith("#"))):
            found += _tidied(node.children, inside)
            continue
        if tag == "data":
            found += _number(node)
            continue
        children = _tidied(node.children, inside | {tag})
        if tag == "small":
            children = _stripped(children)
        if not any(_is_filled(child) for child in children):
            found += children
            continue
        made = Element(tag, {"href": href} if tag == "a" else {}, children)
        last = found[-1] if found else None
        if tag != "small" and isinstance(last, Element) and _is_same(last, made):
            last.children = _tidied([*last.children, *children], inside | {tag})
            continue
        found.append(made)
    return found


def _number(node: Element) -> Nodes:
    """A number of the case in a line: words alone, as they were worded."""
    words = _LAYOUT.sub(" ", _SPACES.sub(" ", _UNSEEN.sub("", node.text))).strip(_SPACE)
    key = node.attributes.get("value", "")
    if not words or not FIGURE_KEY.fullmatch(key):
        return [words] if words else []
    return [Element("data", {"value": key}, [words])]


def _is_same(one: Element, other: Element) -> bool:
    return one.tag == other.tag and one.attributes == other.attributes


def _stripped(nodes: Nodes) -> Nodes:
    """Without spaces and line breaks at either end; nothing when there are no words."""
    kept = list(nodes)
    while kept and _is_break(kept[0]):
        kept.pop(0)
    while kept and _is_break(kept[-1]):
        kept.pop()
    if not kept:
        return []
    if isinstance(kept[0], str):
        kept[0] = kept[0].lstrip(_SPACE)
    if isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip(_SPACE)
    return kept
