"""What may stand in a section: sanitised by nh3, and set in one order whoever wrote it.

Allowed are paragraphs, two levels of headings, bold, italic, lists (`ol` with `start` and `type`),
tables, links, quotations, line breaks, sub and sup, and footnotes: `<small>` holds a footnote's
text at the place it belongs to. A table's caption becomes the paragraph above it. Figures that are
kept by the case (cases/figures) stand as `<data value="t3">` in a line and as
`<figure data-figure="t4">`, in which a picture of our own may stand.
"""

import re

import nh3
from django.utils.translation import gettext_lazy as _

from sagsgang.web.cases.richtext.grammar import in_order
from sagsgang.web.cases.richtext.paste import as_meant
from sagsgang.web.cases.richtext.tree import Element, read_tree, write_tree
from sagsgang.web.design.refusal import Refusal

#: Characters of HTML in one section; the text of a hundred pages has about 400,000.
MOST = 1_000_000
SCHEMES = {"http", "https", "mailto"}
ALLOWED: dict[str, set[str]] = {
    **{tag: set() for tag in ("p", "h3", "h4", "strong", "em", "sub", "sup", "small", "br")},
    **{tag: set() for tag in ("ul", "li", "blockquote")},
    **{tag: set() for tag in ("table", "thead", "tbody", "tr")},
    "ol": {"start", "type"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "a": {"href"},
    "data": {"value"},
    "figure": {"data-figure"},
    "img": {"src", "alt"},
}
#: What is understood in a paste, before it is set in order.
_UNDERSTOOD = {
    *ALLOWED,
    *("b", "i", "h1", "h2", "h5", "h6", "div", "span", "font", "section", "article", "center"),
    *(
        "tfoot",
        "caption",
        "hr",
        "pre",
        "dl",
        "dt",
        "dd",
        "address",
        "main",
        "header",
        "footer",
        "aside",
    ),
}
_HINTS = {"style", "class", "id", "name", "start", "type", "href", "scope", "colspan", "rowspan"}
_HINTS |= {"value", "data-figure", "src", "alt"}
_SILENT = {
    *("script", "style", "title", "xml", "head", "noscript", "iframe", "object", "template"),
    *("textarea", "select", "svg", "math", "audio", "video", "canvas", "noembed", "noframes"),
}

_understands = nh3.Cleaner(
    tags=_UNDERSTOOD,
    clean_content_tags=_SILENT,
    attributes=dict.fromkeys(_UNDERSTOOD, _HINTS),
    url_schemes=SCHEMES,
    strip_comments=True,
    link_rel=None,
)
_allows = nh3.Cleaner(
    tags=set(ALLOWED),
    clean_content_tags=_SILENT,
    attributes={tag: names for tag, names in ALLOWED.items() if names},
    url_schemes=SCHEMES,
    strip_comments=True,
    link_rel=None,
)


def sanitise(html: str) -> str:
    """The HTML with nothing in it but what is allowed; the same again when it is sanitised again.

    Raises Refusal when the text is too long to be a section, and nothing else.
    """
    if len(html) > MOST:
        raise Refusal(
            _("The text is too long for one section. Put part of it in an attachment."), "html"
        )
    before = html
    for _turn in range(4):
        after = _once(before)
        if after == before:
            return after
        before = after
    return before


def understood(html: str) -> Element:
    """The tree of any HTML without what is dangerous, its lists and footnotes made real, but with
    every level of heading, not yet set in order.
    """
    return as_meant(read_tree(_understands.clean(_shallow(html.replace("\0", "")))))


#: Elements inside elements; of what is deeper, made to keep the parser busy, only the text stays.
_DEEPEST = 200
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)(?=[\s/>])[^>]*>", re.IGNORECASE)
#: Their end may be left out, or they have none.
_OPEN_ENDED = {
    *("p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option"),
    *("br", "hr", "img", "col", "meta", "link", "input", "wbr"),
}


def _shallow(html: str) -> str:
    """The HTML, or its text alone when it is nested deeper than anything written."""
    inside: list[str] = []
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        if name in _OPEN_ENDED:
            continue
        if not tag[1]:
            inside.append(name)
        elif inside and inside[-1] == name:
            inside.pop()
        elif name in inside[-_DEEPEST:]:
            while inside.pop() != name:
                pass
        if len(inside) > _DEEPEST:
            return _TAG.sub(" ", html)
    return html


def _once(html: str) -> str:
    return _allows.clean(write_tree(in_order(understood(html).children)))
