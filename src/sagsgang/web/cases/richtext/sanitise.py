"""What may stand in a section: sanitised by nh3, and set in one order whoever wrote it.

Allowed are paragraphs, two levels of headings, bold, italic, lists (`ol` with `start` and `type`),
tables, links, quotations, line breaks, sub and sup, and footnotes: `<small>` holds a footnote's
text at the place it belongs to. A table's caption becomes the paragraph above it.
"""

import nh3
from django.utils.translation import gettext_lazy as _

from sagsgang.web.cases.richtext.grammar import in_order
from sagsgang.web.cases.richtext.paste import as_meant
from sagsgang.web.cases.richtext.tree import read_tree, write_tree
from sagsgang.web.design.refusal import Refusal

#: Characters of HTML in one section; the text of a hundred pages has about 400,000.
MOST = 2_000_000
SCHEMES = {"http", "https", "mailto"}
ALLOWED: dict[str, set[str]] = {
    **{tag: set() for tag in ("p", "h3", "h4", "strong", "em", "sub", "sup", "small", "br")},
    **{tag: set() for tag in ("ul", "li", "blockquote")},
    **{tag: set() for tag in ("table", "thead", "tbody", "tr")},
    "ol": {"start", "type"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "a": {"href"},
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


def _once(html: str) -> str:
    understood = read_tree(_understands.clean(html.replace("\0", "")))
    return _allows.clean(write_tree(in_order(as_meant(understood).children)))
