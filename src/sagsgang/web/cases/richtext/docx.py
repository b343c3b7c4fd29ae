"""A Word document filled into the sections of a case: what its headings name, and what is left."""

import io
import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import mammoth
from django.utils.translation import gettext as _

from sagsgang.minutes import SectionKind
from sagsgang.reading.canonical import Unreadable
from sagsgang.reading.content.recommendations import read_recommendations
from sagsgang.reading.formats.docx import docx_lines
from sagsgang.reading.formats.docx.names import STRICT
from sagsgang.reading.formats.office.package import Package
from sagsgang.reference.headings import heading_key, heading_words
from sagsgang.web.cases.richtext.blocks import plain_text
from sagsgang.web.cases.richtext.sanitise import sanitise, understood
from sagsgang.web.cases.richtext.tree import Element, Nodes, write_tree
from sagsgang.web.design.refusal import Refusal

#: Bytes of a file, and of its text unpacked: a document of 300 pages has some 6 MB of XML.
MOST, MOST_TEXT = 20_000_000, 8_000_000
_TEXT = re.compile(r"word/(?:document|styles|numbering|footnotes|endnotes|comments)[\w]*\.xml")
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
u =>
strike => s
"""
_AT = re.compile(r"(?:\(?\d{1,2}[.)]|[-•–])\s*(?=\S)|(?=at\b)", re.IGNORECASE)
_NEXT = re.compile(r"\s+(?=\(?\d{1,2}[.)]\s+at\b)", re.IGNORECASE)
_LONGEST_HEADING = 90
_PLAIN = 9
_SAME = {"course": "case_route", "recommendation_and_decision": "recommendation"}


@dataclass(slots=True)
class Filled:
    """`sections` gives the HTML for each of the headings asked for that was found, by its place in
    the list; `points` are the points of the recommendation; `unplaced` is the HTML of all the rest;
    `pictures` says how many pictures were not taken over.
    """

    sections: dict[int, str] = field(default_factory=dict)
    points: tuple[str, ...] = ()
    title: str = ""
    unplaced: str = ""
    pictures: int = 0


def sections_from_docx(
    data: bytes, headings: Sequence[tuple[str, str]], name: str = "filen"
) -> Filled:
    """The document in `data` by the sections `headings` (heading and kind) of a case.

    Raises Refusal, which names the file, when it is not a Word document that can be read.
    """
    try:
        _require_readable(data)
        html, pictures = _converted(data)
    except Unreadable as why:
        raise Refusal(
            _("“%(name)s” was not read: %(why)s.") % {"name": name, "why": why}, "file"
        ) from None
    filled = _divided(understood(html).children, headings)
    filled.pictures = pictures
    return filled


# Reading the file -----------------------------------------------------------------------------


def _require_readable(data: bytes) -> None:
    """Raise Unreadable unless this is a Word document within bounds, without macros."""
    if len(data) > MOST:
        raise Unreadable(
            f"den fylder over {MOST // 1_000_000} MB; gem den uden billeder, eller læg den ved som "
            "bilag"
        )
    if not data.startswith(b"PK"):
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            docx_lines(data)  # says whether it is locked or in the older format
        raise Unreadable("det er ikke et Word-dokument; gem det som .docx, og prøv igen")
    package = Package(data, "Word", STRICT)
    names = {posixpath.basename(part).lower() for part in package.names}
    if "word/document.xml" not in package.names:
        raise Unreadable("det er ikke et Word-dokument; gem det som .docx, og prøv igen")
    if "vbaproject.bin" in names:
        raise Unreadable("den indeholder makroer; gem den som .docx uden makroer, og prøv igen")
    left = MOST_TEXT
    for part in package.names:
        if not part.endswith((".xml", ".rels")):
            continue
        if _TEXT.fullmatch(part):
            left -= sum(map(len, package.chunks(part)))
            if left < 0:
                raise Unreadable(
                    "dens tekst er for lang til en sag; del den, eller læg den ved som bilag"
                )
        # Refuses what is broken, and entities, which could expand without end.
        package.xml(part)


def _converted(data: bytes) -> tuple[str, int]:
    pictures = 0

    def skip(_picture: object) -> list[object]:
        nonlocal pictures
        pictures += 1
        return []

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data), style_map=_STYLES, convert_image=skip, ignore_empty_paragraphs=True
        )
    except Exception as error:  # whatever a stranger's file makes the library do, it is told
        raise Unreadable(
            "den er beskadiget; åbn den i Word, gem den igen som .docx, og prøv igen"
        ) from error
    return str(result.value), pictures


# Dividing it ----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Group:
    """The blocks under one heading: of section number `place`, of the points, or of none."""

    place: int | None = None
    is_recommendation: bool = False
    level: int = 0
    blocks: Nodes = field(default_factory=list)

    @property
    def is_placed(self) -> bool:
        return self.place is not None or self.is_recommendation


def _divided(nodes: Nodes, headings: Sequence[tuple[str, str]]) -> Filled:
    index = _Index(headings)
    filled = Filled()
    groups: list[_Group] = [_Group()]
    for node in nodes:
        if isinstance(node, str):
            if node.strip():
                groups[-1].blocks.append(Element("p", {}, [node]))
            continue
        level, words, rest = _heading(node, index)
        if not level:
            groups[-1].blocks.append(node)
            continue
        current = groups[-1]
        is_inside = current.is_placed and level > current.level
        # A paragraph in bold has no level: it may be the heading of a section wherever it stands.
        place, is_recommendation = index.find(words, is_inside and level < _PLAIN - 1)
        if place is not None or is_recommendation:
            groups.append(_Group(place, is_recommendation, level))
            if place is not None and not index.is_first(place):
                # Its section has another heading already, under which this one stands.
                groups[-1].blocks.append(Element("h3", {}, [words]))
            if rest is not None:
                groups[-1].blocks.append(rest)
        elif level == 1 and not filled.title and len(groups) == 1 and not current.blocks:
            filled.title = words
        elif is_inside:
            current.blocks.append(node)
        elif level < _PLAIN:
            groups.append(_Group(level=level, blocks=[node]))
        else:
            current.blocks.append(node)
    _fill(filled, groups)
    return filled


def _fill(filled: Filled, groups: Sequence[_Group]) -> None:
    points: list[str] = []
    left: Nodes = []
    placed: dict[int, Nodes] = {}
    for group in groups:
        blocks = group.blocks
        if group.is_recommendation:
            said, blocks = _points(blocks)
            points += said
        if group.place is None:
            left += blocks
        else:
            placed.setdefault(group.place, []).extend(blocks)
    filled.sections = {
        place: html for place, blocks in placed.items() if (html := sanitise(write_tree(blocks)))
    }
    filled.points = tuple(points)
    filled.unplaced = sanitise(write_tree(left))


class _Index:
    """Finds the section that a heading names: by its own words, else by its kind."""

    def __init__(self, headings: Sequence[tuple[str, str]]) -> None:
        self.by_words: dict[str, int] = {}
        self.by_kind: dict[str, int] = {}
        self.found: set[int] = set()
        for place, (heading, kind) in enumerate(headings):
            self.by_words.setdefault(heading_key(heading), place)
            self.by_kind.setdefault(str(kind), place)

    def knows(self, words: str) -> bool:
        """Whether the words are a heading wherever they fill a line."""
        key = heading_key(words)
        known = heading_words().get(key)
        return bool(key) and (key in self.by_words or (known is not None and known.strong))

    def is_first(self, place: int) -> bool:
        """Whether the section was not found before."""
        is_new = place not in self.found
        self.found.add(place)
        return is_new

    def find(self, words: str, is_inside: bool) -> tuple[int | None, bool]:
        """The place of the section, and whether it is the recommendation. A common word that is a
        heading inside a section is only part of it.
        """
        key = heading_key(words)
        known = heading_words().get(key)
        if known is not None and not known.strong and is_inside:
            known = None
        kind = _SAME.get(known.kind, known.kind) if known else ""
        place = self.by_words.get(key)
        if place is None and kind:
            place = self.by_kind.get(kind)
        recommendation = str(SectionKind.RECOMMENDATION)
        is_recommendation = kind == recommendation or (
            place is not None and place == self.by_kind.get(recommendation)
        )
        return place, is_recommendation


def _heading(node: Element, index: _Index) -> tuple[int, str, Element | None]:
    """Level (0: none) and words of a heading, and what stands behind it in the same paragraph."""
    words = " ".join(node.text.split())
    if re.fullmatch(r"h[1-6]", node.tag):
        return int(node.tag[1]), words, None
    if node.tag != "p" or not words:
        return 0, "", None
    if len(words) <= _LONGEST_HEADING and index.knows(words.rstrip(" :.")):
        return _PLAIN - 1, words, None
    before, colon, behind = words.partition(":")
    if colon and behind.strip() and len(before) <= _LONGEST_HEADING and index.knows(before):
        return _PLAIN - 1, before, Element("p", {}, _without(node.children, len(before) + 1))
    is_bold = all(
        isinstance(child, Element) and child.tag in ("strong", "b")
        for child in node.children
        if not (isinstance(child, str) and not child.strip())
    )
    return (_PLAIN, words, None) if is_bold and len(words) <= _LONGEST_HEADING else (0, "", None)


def _without(nodes: Nodes, letters: int) -> Nodes:
    """The nodes without their first letters (runs of spaces count as one)."""
    left = _Left(letters)
    return left.cut(nodes)


class _Left:
    def __init__(self, letters: int) -> None:
        self.letters = letters
        self.at_start = True
        self.after_space = False

    def cut(self, nodes: Nodes) -> Nodes:
        kept: Nodes = []
        for node in nodes:
            if self.letters <= 0:
                kept.append(node)
            elif isinstance(node, str):
                kept.append(self._text(node))
            else:
                kept.append(Element(node.tag, node.attributes, self.cut(node.children)))
        return kept

    def _text(self, text: str) -> str:
        for at, letter in enumerate(text):
            if self.letters <= 0:
                return text[at:]
            if letter.isspace():
                if not self.at_start and not self.after_space:
                    self.letters -= 1
                self.after_space = True
            else:
                self.letters -= 1
                self.at_start = self.after_space = False
        return ""


# The recommendation ---------------------------------------------------------------------------


def _points(blocks: Nodes) -> tuple[list[str], Nodes]:
    """The points in the blocks, and the blocks that hold none."""
    points: list[str] = []
    rest: Nodes = []
    for block in blocks:
        if not isinstance(block, Element):
            continue
        if block.tag in ("ol", "ul"):
            items = [item for item in block.children if isinstance(item, Element)]
            points += [text for item in items if (text := _said(item))]
        elif block.tag == "p" and _AT.match(" ".join(block.text.split())):
            texts = _NEXT.split(" ".join(block.text.split()))
            points += [_AT.sub("", text, count=1).strip() for text in texts]
        else:
            rest.append(block)
    if not points:
        texts = plain_text(sanitise(write_tree(rest))).split("\n\n")
        read = read_recommendations([text for text in texts if text])
        if read and not any(isinstance(b, Element) and b.tag == "table" for b in rest):
            return [" ".join(point.text.split()) for point in read], []
    return points, rest


def _said(item: Element) -> str:
    """What a point says, with the marks of points inside it."""
    text = plain_text(sanitise(write_tree([Element("p", {}, []), *item.children])))
    return " ".join(_AT.sub("", text, count=1).split())
