"""What OpenDocument calls its elements and attributes."""

from lxml import etree

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_BASE}office:1.0}}"
STYLE = f"{{{_BASE}style:1.0}}"
TEXT = f"{{{_BASE}text:1.0}}"
TABLE = f"{{{_BASE}table:1.0}}"
DRAW = f"{{{_BASE}drawing:1.0}}"
FO = f"{{{_BASE}xsl-fo-compatible:1.0}}"
SVG = f"{{{_BASE}svg-compatible:1.0}}"
LINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"


def tag_of(element: etree._Element) -> str:
    """The name of an element with its namespace; "" for what is not an element."""
    tag = element.tag
    return tag if isinstance(tag, str) else ""


def value(element: etree._Element, name: str) -> str | None:
    """An attribute by its name with namespace; None when it is missing."""
    found = element.get(name)
    return None if found is None else str(found)


def number(element: etree._Element, name: str) -> int | None:
    """An attribute as a whole number of at most six digits; None when it is none."""
    text = value(element, name) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else None
