"""How an OpenDocument text becomes canonical lines: its parts, and what of them is text.

The page heads and feet are furniture: the heads before the text, the feet after it.
"""

from collections.abc import Iterator

from lxml import etree

from sagsgang.reading.canonical import Canonical, Unreadable
from sagsgang.reading.formats.flow import Flow
from sagsgang.reading.formats.odt.body import Body
from sagsgang.reading.formats.odt.names import OFFICE, STYLE, tag_of, value
from sagsgang.reading.formats.odt.styles import Styles
from sagsgang.reading.formats.office.package import Package
from sagsgang.reading.formats.office.writing import Writer

NAME = "odt"

_KIND = b"application/vnd.oasis.opendocument."
_HEADS = frozenset(f"{STYLE}header{which}" for which in ("", "-first", "-left"))
_FEET = frozenset(f"{STYLE}footer{which}" for which in ("", "-first", "-left"))


def is_odt(data: bytes) -> bool:
    """Whether `data` is an OpenDocument text, be it locked or damaged."""
    if not data.startswith(b"PK"):
        return False
    said = data.find(_KIND, 0, 200)
    if said >= 0:
        return data.startswith(b"text", said + len(_KIND))
    return b"content.xml" in data and b"META-INF/manifest.xml" in data


def odt_lines(data: bytes) -> Canonical:
    """The document in `data` as canonical text.

    Raises Unreadable when it is locked, damaged, without text, or when it unpacks to more than a
    document can be.
    """
    package = Package(data, "ODT")
    if b"encryption-data" in (package.read("META-INF/manifest.xml") or b""):
        raise package.locked()
    content, described = package.xml("content.xml"), package.xml("styles.xml")
    text = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise package.broken()
    flow = Flow()
    writer = Writer(flow)
    body = Body(Styles(described, content), flow.add_link)
    pages = list(_pages(described, text, body.styles))
    for head in _frames(pages, _HEADS):
        writer.write_furniture(body.blocks(head))
    writer.write(body.blocks(text))
    for foot in _frames(pages, _FEET):
        writer.write_furniture(body.blocks(foot))
    writer.finish()
    if not flow.lines:
        raise Unreadable("ODT-filen har ingen tekst")
    return flow.canonical(NAME)


def _pages(
    described: etree._Element | None, text: etree._Element, styles: Styles
) -> Iterator[etree._Element]:
    """The kinds of page the text is set on: the first that is described, and those it names."""
    kinds = [] if described is None else list(described.iter(f"{STYLE}master-page"))
    named = {styles.paragraph(name).master for name in _style_names(text)}
    for place, kind in enumerate(kinds):
        if place == 0 or value(kind, f"{STYLE}name") in named:
            yield kind


def _style_names(text: etree._Element) -> set[str]:
    names = set()
    for element in text.iter():
        for name, found in element.attrib.items():
            if str(name).endswith("}style-name"):
                names.add(str(found))
    return names


def _frames(pages: list[etree._Element], kinds: frozenset[str]) -> Iterator[etree._Element]:
    """The heads or feet of the pages that are shown."""
    for page in pages:
        for part in page:
            if tag_of(part) in kinds and value(part, f"{STYLE}display") != "false":
                yield part
