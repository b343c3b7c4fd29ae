"""What a paste from Word, LibreOffice or Outlook means: real lists, real bold, real footnotes."""

import re

from sagsgang.web.cases.richtext.tree import Element, Nodes

_MSO_LIST = re.compile(r"mso-list:l(\d+)level(\d+)")
_NUMBERED = re.compile(r"\(?(?:(\d{1,3})|([a-zæøå])|([ivxlcdm]{1,6}))[.)]+\s*$", re.IGNORECASE)
_BULLET = re.compile(r"^\s*([·•▪■◦‣–\-§o\uf0b7\uf0a7\uf0d8\u25cf])[\s\u00a0]+")
_FOOTNOTE_HREF = re.compile(r"#(?:_ftn\d+|_edn\d+|sdfootnote\d+sym|sdendnote\d+sym|"
                            r"(?:footnote|endnote)-[\w-]*\d+)")  # fmt: skip
_BACK_HREF = re.compile(r"#(?:_ftnref|_ednref|sdfootnote\d+anc|sdendnote\d+anc|"
                        r"(?:foot|end)note-ref)")  # fmt: skip
_BOLD = re.compile(r"(?<![\w-])font-weight:(?:bold|bolder|[6-9]00)")
_NOT_BOLD = re.compile(r"(?<![\w-])font-weight:(?:normal|lighter|[1-5]00)")
_ITALIC = re.compile(r"(?<![\w-])font-style:(?:italic|oblique)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def as_meant(root: Element) -> Element:
    """The tree with what the program that it was copied from meant, said in elements."""
    _take_footnotes(root)
    _mean(root)
    return root


def _mean(node: Element) -> None:
    kept: Nodes = []
    for child in node.children:
        if isinstance(child, str):
            kept.append(child)
            continue
        if _is_unseen(child):
            continue
        _mean(child)
        kept += _marked(child)
    node.children = _lists(kept)


def _is_unseen(node: Element) -> bool:
    return "display:none" in node.style or "mso-hide:all" in node.style


def _marked(node: Element) -> Nodes:
    """Bold and italic that are said in style become marks; a mark that style takes away goes."""
    style = node.style
    if node.tag in ("b", "strong") and _NOT_BOLD.search(style):
        return node.children
    if node.tag == "span" and style:
        children = node.children
        if _BOLD.search(style):
            children = [Element("strong", {}, children)]
        if _ITALIC.search(style):
            children = [Element("em", {}, children)]
        if "vertical-align:super" in style:
            children = [Element("sup", {}, children)]
        elif "vertical-align:sub" in style:
            children = [Element("sub", {}, children)]
        if children is not node.children:
            return [Element("span", {"style": node.attributes["style"]}, children)]
    return [node]


# Lists ----------------------------------------------------------------------------------------


def _lists(nodes: Nodes) -> Nodes:
    """Paragraphs that Word only made look like lists become lists."""
    found: Nodes = []
    run: list[tuple[int, Element, str]] = []

    def flush() -> None:
        if run:
            found.extend(_as_lists(run))
            run.clear()

    for node in nodes:
        point = _point(node) if isinstance(node, Element) else None
        if point:
            run.append(point)
        elif isinstance(node, str) and not node.strip():
            if not run:
                found.append(node)
        else:
            flush()
            found.append(node)
    flush()
    return found


def _point(node: Element) -> tuple[int, Element, str] | None:
    """Level, element and printed mark of a paragraph that is a point of a faked list."""
    if node.tag not in ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6"):
        return None
    said = _MSO_LIST.search(node.style)
    if not said or "mso-list:none" in node.style or node.tag.startswith("h"):
        return None
    mark = _take_mark(node)
    return max(1, min(9, int(said[2]))), node, mark


def _take_mark(node: Element) -> str:
    """Take the printed number or bullet out of the paragraph."""
    for holder in (node, *node.elements()):
        for place, child in enumerate(holder.children):
            if isinstance(child, Element) and "mso-list:ignore" in child.style:
                del holder.children[place]
                return child.text.strip(" \n\t\u00a0")
    return _take_written_mark(node)


def _take_written_mark(node: Element) -> str:
    for holder in (node, *node.elements()):
        if holder.children and isinstance(holder.children[0], str):
            text = holder.children[0]
            if not text.strip(" \n\t\u00a0"):
                continue
            bullet = _BULLET.match(text)
            if bullet:
                holder.children[0] = text[bullet.end() :]
                return bullet[1]
            number = re.match(r"^\s*(\(?(?:\d{1,3}|[a-zæøå])[.)])[\s\u00a0]+", text, re.IGNORECASE)
            if number:
                holder.children[0] = text[number.end() :]
                return number[1]
            return ""
    return ""


def _as_lists(run: list[tuple[int, Element, str]]) -> Nodes:
    top: Nodes = []
    stack: list[tuple[int, Element]] = []
    for level, node, mark in run:
        while stack and stack[-1][0] > level:
            stack.pop()
        tag, numbering = _kind(mark)
        if stack and stack[-1][0] == level and stack[-1][1].tag != tag:
            stack.pop()
        if not stack or stack[-1][0] < level:
            made = Element(tag, numbering)
            if stack:
                points = [c for c in stack[-1][1].children if isinstance(c, Element)]
                points[-1].children.append(made)
            else:
                top.append(made)
            stack.append((level, made))
        stack[-1][1].children.append(Element("li", {}, [Element("p", {}, node.children)]))
    return top


def _kind(mark: str) -> tuple[str, dict[str, str]]:
    said = _NUMBERED.search(mark)
    if not said:
        return "ul", {}
    digits, letter, roman = said.groups()
    if digits:
        return "ol", {"start": str(int(digits))}
    word = (letter or roman).lower()
    upper = (letter or roman).isupper()
    # A lone i is the first of i, ii, iii; any other lone letter is one of a, b, c.
    if roman or word == "i":
        return "ol", {"type": "I" if upper else "i", "start": str(_roman(word))}
    place = "abcdefghijklmnopqrstuvwxyzæøå".index(word) + 1
    return "ol", {"type": "A" if upper else "a", "start": str(place)}


def _roman(word: str) -> int:
    values = [_ROMAN[letter] for letter in word]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return max(1, sum(-a if a < b else a for a, b in pairs))


# Footnotes ------------------------------------------------------------------------------------


def _take_footnotes(root: Element) -> None:
    """Footnotes that stand below with a mark in the text come to stand where the mark is."""
    references = [link for link in root.elements("a") if _FOOTNOTE_HREF.fullmatch(_href(link))]
    if not references:
        return
    notes: dict[str, Nodes] = {}
    for reference in references:
        name = _href(reference)[1:]
        body = _note(root, name)
        if body is None:
            continue
        notes[name] = _note_words(body)
        body.tag, body.children = "span", []
        body.attributes = {}
    for reference in references:
        words = notes.pop(_href(reference)[1:], None)
        if words is not None:
            reference.tag, reference.attributes, reference.children = "small", {}, words
    _without_raised(root)


def _href(link: Element) -> str:
    return link.attributes.get("href", "").strip()


def _note(root: Element, name: str) -> Element | None:
    """The element that holds the footnote called `name`: by id, or by its link back."""
    wanted = {name, name.removeprefix("_"), name.removesuffix("sym")}
    for element in root.elements("div", "li", "p", "section"):
        if element.attributes.get("id") in wanted:
            return element
    for element in root.elements("p", "div"):
        for link in element.elements("a"):
            if link.attributes.get("name") == name and _BACK_HREF.match(_href(link)):
                return element
    return None


def _note_words(body: Element) -> Nodes:
    words: Nodes = []
    for child in body.children:
        words += _inline_words(child)
    return words


def _inline_words(node: Element | str) -> Nodes:
    if isinstance(node, str):
        return [node]
    if node.tag == "a" and _BACK_HREF.match(_href(node)):
        return []
    children: Nodes = []
    for child in node.children:
        children += _inline_words(child)
    if node.tag in ("p", "div", "li"):
        return [*children, " "]
    return [Element(node.tag, node.attributes, children)]


def _without_raised(node: Element) -> None:
    """A footnote inside `sup` is the note alone: how it is raised is a page's own affair."""
    for child in node.children:
        if isinstance(child, Element):
            if child.tag in ("sup", "span"):
                notes = [c for c in child.children if isinstance(c, Element) and c.tag == "small"]
                if notes and len(notes) == len([c for c in child.children if not _is_space(c)]):
                    child.tag, child.attributes = "span", {}
            _without_raised(child)


def _is_space(node: Element | str) -> bool:
    return isinstance(node, str) and not node.strip()
