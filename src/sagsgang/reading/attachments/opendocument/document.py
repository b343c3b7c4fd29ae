"""An OpenDocument file: its content, heads and feet, properties, pictures and objects."""

import posixpath
from collections.abc import Mapping

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.events import attribute
from sagsgang.reading.attachments.found import Found
from sagsgang.reading.attachments.office.beside import MACROS
from sagsgang.reading.attachments.office.properties import Properties
from sagsgang.reading.attachments.office.prose import Attributes, Prose
from sagsgang.reading.attachments.opendocument.content import Content
from sagsgang.reading.attachments.opendocument.styles import Styles
from sagsgang.reading.attachments.parts import LOCKED, Parts

_MOST_OBJECTS = 200
_ENCRYPTED = b"encryption-data"


def read_opendocument(parts: Parts, found: Found) -> int | None:
    """Everything in an OpenDocument file; how many sheets or slides it has."""
    manifest = parts.bytes_of("META-INF/manifest.xml") or b""
    if _ENCRYPTED in manifest:
        found.problem(LOCKED)
        return None
    styles = Styles()
    parts.give("styles.xml", styles)
    parts.give("content.xml", styles)
    content = Content(found, "brødteksten", styles)
    parts.give("content.xml", content)
    content.finish()
    frames = Content(found, "sidehoved og sidefod", styles)
    parts.give("styles.xml", frames)
    frames.finish()
    parts.give("meta.xml", Properties(found))
    _read_objects(parts, found)
    _read_outside(parts, found)
    if any(name.startswith(("Basic/", "Scripts/")) for name in parts.names):
        scripts = [n for n in parts.names if n.startswith(("Basic/", "Scripts/"))]
        if any(not n.endswith(("script-lc.xml", "script-lb.xml", "/")) for n in scripts):
            found.problem(MACROS)
    return content.pages or None


def _read_objects(parts: Parts, found: Found) -> None:
    """Embedded objects, such as charts with their data, and pictures."""
    number = pictures = 0
    for name in list(parts.names):
        folder, file = posixpath.split(name)
        if file == "content.xml" and folder and number < _MOST_OBJECTS:
            number += 1
            prose = Prose(("p", "h"))
            parts.give(name, prose)
            found.add(FragmentKind.EMBEDDED, f"indlejret objekt {number}", prose.text)
        elif folder == "Pictures" and file:
            pictures += 1
            if data := parts.bytes_of(name):
                found.part(data, name, f"billede {pictures}")
        elif folder == "" and file.startswith("Object ") and (data := parts.bytes_of(name)):
            found.file(data, file, "indlejret fil")


def _read_outside(parts: Parts, found: Found) -> None:
    """Pictures and objects that a program would fetch from elsewhere; what pictures show."""
    said: dict[str, None] = {}

    def leads(_: str, attributes: Mapping[str, str]) -> None:
        address = attribute(attributes, "href")
        if "://" in address or address.startswith("/"):
            said[address] = None

    parts.give("content.xml", Attributes(leads, "image", "object", "object-ole", "plugin"))
    for address in list(said)[:_MOST_OBJECTS]:
        found.add(FragmentKind.LINK, "eksternt link", address)
        found.problem("har eksterne links (de er ikke fulgt)")
    words = Prose(("desc", "title"), ("desc", "title"))
    parts.give("content.xml", words)
    found.add(FragmentKind.METADATA, "alternativ tekst til billeder", words.text)
