"""Where a case's figures stand in the HTML of a section, and how they are put in and taken out."""

from collections.abc import Mapping

from sagsgang.web.cases.richtext.sanitise import sanitise
from sagsgang.web.cases.richtext.tree import Element, Nodes, read_tree, write_tree


def keys_in(html: str) -> tuple[str, ...]:
    """The keys of the figures in sanitised HTML, each once, in the order they stand."""
    if not _may_hold(html):
        return ()
    found = (_key(element) for element in read_tree(html).elements("data", "figure"))
    return tuple(dict.fromkeys(key for key in found if key))


def figures_set(html: str, shown: Mapping[str, str]) -> str:
    """Sanitised HTML in which every figure stands as `shown` says by its key, whatever was written
    in its place; the words of one that is not there stand as if somebody had typed them.
    """
    if not _may_hold(html):
        return html
    written = write_tree(_set(read_tree(html).children, shown))
    # A number that became a table breaks its paragraph in two.
    return sanitise(written)


def figure_appended(html: str, element: str) -> str:
    """The HTML with a figure at its end: a number in running text joins the last paragraph."""
    nodes = read_tree(html).children
    (made,) = read_tree(element).children
    assert isinstance(made, Element)
    if made.tag == "figure":
        return write_tree([*nodes, made])
    last = nodes[-1] if nodes else None
    if not isinstance(last, Element) or last.tag != "p":
        return write_tree([*nodes, Element("p", {}, [made])])
    apart = " " if last.text and not last.text.endswith((" ", "\n")) else ""
    last.children += [apart, made] if apart else [made]
    return write_tree(nodes)


def figure_taken(html: str, key: str) -> str:
    """The HTML without the figure of that key; a paragraph that held nothing else goes too."""
    if not _may_hold(html):
        return html
    return write_tree(_taken(read_tree(html).children, key))


def _may_hold(html: str) -> bool:
    return "<data " in html or "<figure " in html


def _key(element: Element) -> str:
    name = "value" if element.tag == "data" else "data-figure"
    return element.attributes.get(name, "")


def _set(nodes: Nodes, shown: Mapping[str, str]) -> Nodes:
    found: Nodes = []
    for node in nodes:
        if isinstance(node, str):
            found.append(node[1:] if _ends_twice(found, node) else node)
        elif node.tag in ("data", "figure"):
            new = read_tree(shown.get(_key(node), "")).children
            found += new or [n for n in node.children if not _is_picture(n)]
        else:
            found.append(Element(node.tag, node.attributes, _set(node.children, shown)))
    return found


def _ends_twice(before: Nodes, words: str) -> bool:
    """Whether a sentence that a number in "kr." ended is ended again."""
    last = before[-1] if before else None
    is_number = isinstance(last, Element) and last.tag == "data" and last.text.endswith(".")
    return is_number and words.startswith(".") and not words.startswith("..")


def _is_picture(node: Element | str) -> bool:
    return isinstance(node, Element) and node.tag == "img"


def _taken(nodes: Nodes, key: str) -> Nodes:
    found: Nodes = []
    for node in nodes:
        if isinstance(node, str):
            found.append(node)
        elif node.tag in ("data", "figure"):
            if _key(node) != key:
                found.append(node)
        else:
            children = _taken(node.children, key)
            was_there = bool(node.text.strip())
            made = Element(node.tag, node.attributes, children)
            if node.tag == "br" or not was_there or made.text.strip():
                found.append(made)
    return found
