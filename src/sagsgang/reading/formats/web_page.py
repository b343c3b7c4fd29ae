"""How a supplier's web page becomes lines: the minutes as text, all around them as furniture."""

import re
import sys
from dataclasses import replace

from lxml import etree

from sagsgang.reading.canonical import Canonical, Mark, Role, Unreadable
from sagsgang.reading.formats.flow import Flow, fold
from sagsgang.reading.formats.markup import LOOK_LEVEL, View, parse, write
from sagsgang.reading.formats.markup_tree import HEADINGS, NEVER_SHOWN, tag_of, text_within
from sagsgang.reading.formats.text import decode
from sagsgang.reading.formats.web_page_frame import frame_of, opens_panel

NAME = "html"
# A hidden part with so much text is a panel that a script opens, not a leftover of the page.
PANEL_LEAST = 100
# Within so many lines the text says which meeting it is about, if it does at all.
TITLE_WITHIN = 15

_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|base|link|"
    r"h[1-6]|p|div|span|table|ul|ol|article|section|main|header|form|font|center|b|strong)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_SPOKEN_ONLY = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|element-invisible)(?:\s|$)"
)
_MAIN_IDS = frozenset({"main", "main-content", "maincontent", "content", "indhold"})
_OF_A_MEETING = re.compile(
    r"^(?:referat|dagsorden|tillægsdagsorden|beslutningsprotokol|(?:\w+\s)?møde)\b"
    r"|^[^.]*(?:udvalg|råd|bestyrelse)\w*\b.*\d{1,2}[./-]\s?\w+[./ -]\s?\d{2,4}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:punkt|pkt\.?|sag|nr\.?)?\s*\d+[a-z]?\s*[.:)–-]?\s+\S", re.IGNORECASE)
_SECTION = re.compile(
    r"^(?:beslutning|indstilling|sagsfremstilling|(?:sags)?resum[eé]|baggrund|redegørelse|"
    r"sagsbeskrivelse|problemstilling|løsning)\b",
    re.IGNORECASE,
)


def is_web_page(data: bytes) -> bool:
    """Whether `data` begins like HTML: with its document type or one of its elements."""
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"")
    return bool(_START.match(head.decode("latin-1").lstrip("ÿþ")))


def web_page_lines(data: bytes) -> Canonical:
    """The page in `data` as canonical text.

    Raises Unreadable when it is no text, holds none, or is nested beyond reading.
    """
    root = parse(_decoded(data))
    flow = Flow()
    if root is not None:
        _write_title(root, flow)
        write(root, flow, _Page(root))
        _take_title(root, flow)
        _mark_item(flow)
    if all(_is_furniture(flow, index) for index in range(len(flow.lines))):
        raise Unreadable(
            "websiden har ingen tekst (måske hentes den først i browseren); gem den som PDF"
        )
    return flow.canonical(NAME)


def _decoded(data: bytes) -> str:
    """The text of a page: UTF-8 when it can be, else as the page says, else as old pages are."""
    named = _CHARSET.search(data[:4096])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if named is not None:
            # What pages call Latin-1 is Windows' larger set, as browsers know.
            name = re.sub(rb"(?i)iso-?8859-1$|us-ascii", b"cp1252", named[1]).decode(
                "ascii", "replace"
            )
            try:
                return data.decode(name)
            except (LookupError, ValueError):
                pass
    return decode(data)


class _Page(View):
    """A whole page: only its main part is text, and of that not what frames it."""

    def __init__(self, root: etree._Element) -> None:
        super().__init__(root)
        self.main = _main_part(root)
        self.trunk = set() if self.main is None else set(self.main.iterancestors())

    def heading_level(self, element: etree._Element) -> int:
        tag = tag_of(element)
        if tag in HEADINGS:
            return int(tag[1])
        if element.get("role") == "heading":
            level = str(element.get("aria-level") or "2")
            return int(level) if level in ("1", "2", "3", "4", "5", "6") else 2
        if not opens_panel(element) or next(element.iterancestors(*HEADINGS), None) is not None:
            return 0
        return 0 if next(element.iterdescendants(*HEADINGS), None) is not None else LOOK_LEVEL

    def shows(self, element: etree._Element) -> bool:
        tag = tag_of(element)
        if tag in NEVER_SHOWN:
            return False
        if _SPOKEN_ONLY.search(str(element.get("class") or "")):
            return next(element.iterancestors("a", "button"), None) is None
        return super().shows(element) or len(text_within(element, PANEL_LEAST)) > PANEL_LEAST

    def frame(self, element: etree._Element) -> Role | None:
        if element in self.trunk or element is self.main:
            return None
        if self.trunk and element.getparent() in self.trunk:
            title = next(element.iter("h1"), None)
            beside = title is not None and next(title.iterancestors("nav", "footer"), None) is None
            lacks = self.main is not None and next(self.main.iter("h1"), None) is None
            return None if beside and lacks else Role.FURNITURE
        return frame_of(element, self.main)


def _main_part(root: etree._Element) -> etree._Element | None:
    """The part that the page itself calls its main one, if that holds text.

    Older pages only name it by its id; then it has to hold most of the text too.
    """
    for element in [*root.iter("main"), *root.iterfind(".//*[@role='main']")]:
        if len(text_within(element, PANEL_LEAST)) > PANEL_LEAST:
            return element
    everything = sys.maxsize
    for element in root.iter("div"):
        if str(element.get("id") or "").lower() in _MAIN_IDS:
            everything = min(everything, len(text_within(root, sys.maxsize)))
            if len(text_within(element, everything)) * 2 > everything:
                return element
    return None


def _write_title(root: etree._Element, flow: Flow) -> None:
    """The title of the window, which frames the text."""
    title = root.find(".//title")
    if title is not None:
        flow.add(fold(title.text or ""), Mark(Role.FURNITURE))


def _take_title(root: etree._Element, flow: Flow) -> None:
    """Lets the window's title be text when only it says which meeting the page is about."""
    if root.find(".//title") is None or next(root.iter("h1"), None) is not None:
        return
    text = [line for index, line in enumerate(flow.lines) if not _is_furniture(flow, index)]
    said = any(map(_OF_A_MEETING.search, text[:TITLE_WITHIN]))
    if not said and _is_furniture(flow, 0) and _OF_A_MEETING.search(flow.lines[0]):
        del flow.marks[0]


def _is_furniture(flow: Flow, index: int) -> bool:
    mark = flow.marks.get(index)
    return mark is not None and mark.role is Role.FURNITURE


def _mark_item(flow: Flow) -> None:
    """Marks the page's title as an agenda item when the page holds one item and no more.

    It does when the title is not that of a meeting, the headings below are those of an item, and
    none of them is numbered like an item itself.
    """
    headings = [(i, mark) for i, mark in sorted(flow.marks.items()) if mark.role is Role.HEADING]
    titles = [index for index, mark in headings if mark.level == 1]
    if len(titles) != 1 or _OF_A_MEETING.search(flow.lines[titles[0]]):
        return
    below = [flow.lines[index] for index, mark in headings if mark.level > 1]
    if any(map(_NUMBERED.match, below)) or not any(map(_SECTION.match, below)):
        return
    flow.marks[titles[0]] = replace(flow.marks[titles[0]], role=Role.ITEM, level=0)
