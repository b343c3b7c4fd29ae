"""What is new, as feed readers read it (Atom, RFC 4287)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from lxml import etree

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class AtomEntry:
    """`key` stays the same for ever (an IRI); `url` leads to the page; `summary` is plain text."""

    key: str
    title: str
    url: str
    updated: datetime
    summary: str = ""
    author: str = ""


def atom_feed(
    *, key: str, title: str, url: str, own_url: str, updated: datetime, entries: Iterable[AtomEntry]
) -> bytes:
    """The feed as UTF-8: `url` is the page it is about, `own_url` where it is had itself."""
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})  # type: ignore[dict-item]
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", "da")
    _add(feed, "id", key)
    _add(feed, "title", title)
    _add(feed, "updated", _moment(updated))
    _link(feed, url, "alternate", "text/html")
    _link(feed, own_url, "self", MEDIA_TYPE)
    for entry in entries:
        each = etree.SubElement(feed, f"{{{_ATOM}}}entry")
        _add(each, "id", entry.key)
        _add(each, "title", entry.title)
        _add(each, "updated", _moment(entry.updated))
        author = etree.SubElement(each, f"{{{_ATOM}}}author")
        _add(author, "name", entry.author or title)
        _link(each, entry.url, "alternate", "text/html")
        if entry.summary:
            _add(each, "summary", entry.summary)
    document: bytes = etree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return document


def _add(parent: Any, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = _printable(text)


def _link(parent: Any, url: str, rel: str, media_type: str) -> None:
    link = etree.SubElement(parent, f"{{{_ATOM}}}link")
    link.set("rel", rel)
    link.set("type", media_type)
    link.set("href", _printable(url))


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _printable(text: str) -> str:
    """XML has no place for control characters or half a letter."""
    return "".join(
        letter
        for letter in text
        if letter in "\t\n" or (letter >= " " and not "\ud800" <= letter <= "\udfff")
        if letter not in "\ufffe\uffff"
    )
