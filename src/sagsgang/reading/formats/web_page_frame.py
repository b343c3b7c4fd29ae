"""Which parts of a supplier's web page frame the minutes: navigation, cookie texts, buttons."""

import re

from lxml import etree

from sagsgang.reading.canonical import Role
from sagsgang.reading.formats.flow import fold
from sagsgang.reading.formats.markup_tree import HEADINGS, tag_of, text_within

# With more text than this, a class that names a frame is about the look of the text in it.
FRAME_LONGEST = 2000
# Icons and their labels are kept from those who listen; so are the closed panels of accordions.
ICON_LONGEST = 60
LINKS_LEAST = 3
CONTENTS_LEAST = 2
# So much of a list's text is links when the list is nothing but links.
LINKED_SHARE = 0.8

_FRAMES = frozenset({"nav", "footer", "noscript", "select", "textarea", "dialog", "search"})
_ROLES = frozenset({
    "alert", "alertdialog", "banner", "contentinfo", "dialog", "menu", "menubar", "navigation",
    "progressbar", "search", "status", "toolbar", "tooltip",
})  # fmt: skip
_LISTS = frozenset({"ul", "ol", "menu", "dl", "table"})
_PARTS = ("main", "article", "section")
_WORDS = re.compile(
    r"""(?:^|[\s_-])(?:
        cookie\w* | consent | gdpr | cybot\w*
        | (?:main|site|top|sub|mega|burger|mobile|side|left|page)?(?:menu|nav|navigation|navbar)
        | breadcrumbs? | br(?:ø|oe)dkrummer? | krummesti
        | print(?:-?(?:button|btn|knap|link|icon|ikon|page|side|version))? | udskriv\w*
        | (?:social-?)?(?:share|sharing|addthis)(?:-?(?:buttons?|links?|list|bar))?
        | skip(?:-?(?:link|links|nav|to|to-content))? | skiplinks?
        | (?:site|page|main|global)-?(?:header|footer|top) | sidefod | sitemap | topbar | toolbar
        | pager | pagination | search-?(?:box|form|field|bar) | s(?:ø|oe)gefelt
        | newsletter | nyhedsbrev | readspeaker | rs-(?:button|skip)\w* | adgangforalle
        | chat(?:bot|-?widget)? | feedback | login-?(?:box|form|link) | back-?to-?top
    )(?=[\s_-]|$)""",
    re.IGNORECASE | re.VERBOSE,
)
_CAMEL = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")
# How a page is worked, whoever made it: the words on its buttons and links.
_WORKS_THE_PAGE = re.compile(
    r"""(?:
        (?:udskriv|print|del|hent|download|gem|send|vis|åbn)
            (?:\s(?:denne|hele|som))*(?:\s(?:side(?:n)?|dagsorden(?:en)?|referat(?:et)?|punkt(?:et)?))?
            (?:\s(?:som\s)?pdf|\spå\s(?:facebook|x|twitter|linkedin|mail)|\svia\se?-?mail|\stil\sen\sven)?
        | (?:fold|åbn|luk|vis|skjul|udvid)\s(?:alle?|alt)(?:\s(?:ud|ind|sammen|op|i|punkter))*
        | (?:fold|luk|vis|læs)\s(?:ud|ind|sammen|op|mere|mindre)
        | (?:(?:gå|spring|hop)\s)?(?:direkte\s)?(?:tilbage\s)?(?:til|over)\s(?:sidens\s)?
            (?:top(?:pen)?|(?:hoved)?indhold(?:et)?|bund(?:en)?|forside(?:n)?|(?:hoved)?menu(?:en)?)
        | luk | menu | søg | tilbage | forrige | næste | forside | lyt | rss | abonn[eé]r | tilmeld
        | log\s(?:ind|ud) | tip\sen\sven | kopi[eé]r\slink(?:et)? | skjul | minim[eé]r
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|txt|zip|msg)\b"
    r"|bilag|attachment|download|getfile|/files?/|dokument|document",
    re.IGNORECASE,
)


def frame_of(element: etree._Element, main: etree._Element | None) -> Role | None:
    """What `element` is beside the text, given the page's main part if it has one; None for text.

    A list of links into the same page is its contents; all else that frames is furniture.
    """
    tag = tag_of(element)
    if tag in _LISTS and (role := _role_of_links(element, main)) is not None:
        return role
    framing = _is_control(element, tag) or _says_frame(element, tag) or _named_frame(element, tag)
    return Role.FURNITURE if framing else None


def opens_panel(element: etree._Element) -> bool:
    """Whether the element is the bar of an accordion: it opens a part of the text."""
    if tag_of(element) == "summary":
        return True
    opens = element.get("aria-expanded") is not None or element.get("aria-controls") is not None
    return opens and not _WORKS_THE_PAGE.fullmatch(text_within(element))


def _says_frame(element: etree._Element, tag: str) -> bool:
    """Whether the element's own kind, role or attributes say that it is no part of the text."""
    if tag in _FRAMES or element.get("role") in _ROLES:
        return tag in ("nav", "footer") or not _holds_title(element)
    if tag in ("header", "aside"):
        outside = next(element.iterancestors(*_PARTS), None) is None
        return outside and not _holds_title(element)
    if element.get("aria-hidden") == "true":
        return len(text_within(element, ICON_LONGEST)) <= ICON_LONGEST
    return False


def _named_frame(element: etree._Element, tag: str) -> bool:
    """Whether the words of the element's class and id say so."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    if names == " " or tag in ("html", "body", "main", "article", "form"):
        return False
    if "d-print" in names or "print:" in names:  # Tells when it is shown, not what it is.
        return False
    if not _WORDS.search(_CAMEL.sub("-", names)) or _holds_title(element):
        return False
    return len(text_within(element, FRAME_LONGEST)) <= FRAME_LONGEST


def _holds_title(element: etree._Element) -> bool:
    """Whether what looks like a frame holds the page's text or title after all."""
    return next(element.iter("main", "article", "h1"), None) is not None


def _is_control(element: etree._Element, tag: str) -> bool:
    """Whether the element is a button or link that works the page, standing by itself."""
    if tag == "button" or (tag in ("a", "div", "span") and element.get("role") == "button"):
        return not opens_panel(element) and next(element.iterancestors(*HEADINGS), None) is None
    if tag == "label":
        return element.get("for") is not None
    if tag != "a" or not _WORKS_THE_PAGE.fullmatch(text_within(element)):
        return False
    parent = element.getparent()
    if parent is None:
        return True
    beside = (parent.text or "") + "".join(child.tail or "" for child in parent)
    return not fold(beside)


def _role_of_links(element: etree._Element, main: etree._Element | None) -> Role | None:
    """What a list is whose points are nothing but links: contents, furniture, or None for text."""
    if next(element.iterancestors(*_LISTS), None) is not None:
        return None
    links = [link for link in element.iter("a") if link.get("href")]
    if len(links) < CONTENTS_LEAST:
        return None
    linked = sum(len(text_within(link)) for link in links)
    if linked < LINKED_SHARE * len(text_within(element, 10 * linked + 1)):
        return None
    addresses = [str(link.get("href")) for link in links]
    if all(len(address) > 1 and address.startswith("#") for address in addresses):
        return Role.CONTENTS
    if len(links) < LINKS_LEAST or any(_DOCUMENT.search(address) for address in addresses):
        return None
    return None if main is not None and main in element.iterancestors() else Role.FURNITURE
