"""Addresses in a text become links, to pages and mail alone; the words stay as they are."""

import re

from markupsafe import Markup, escape

_ADDRESS = re.compile(
    r"(?P<page>\bhttps?://[^\s<>\"'¶¦]+)|(?P<mail>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE
)
_BEHIND = ".,;:!?»”’"
_BRACKETS = {")": "(", "]": "["}


def linked(text: str) -> Markup:
    """The text as markup, its addresses as links."""
    if "://" not in text and "@" not in text:
        return escape(text)
    found = Markup("")
    end = 0
    for match in _ADDRESS.finditer(text):
        address = _trimmed(match[0])
        scheme = "mailto:" if match["mail"] else ""
        found += escape(text[end : match.start()])
        found += Markup('<a href="{}{}">{}</a>').format(scheme, address, address)
        end = match.start() + len(address)
    return found + escape(text[end:])


def _trimmed(address: str) -> str:
    """The address without the signs of the sentence behind it."""
    while address[-1] in _BEHIND or (
        address[-1] in _BRACKETS
        and address.count(address[-1]) > address.count(_BRACKETS[address[-1]])
    ):
        address = address[:-1]
    return address
