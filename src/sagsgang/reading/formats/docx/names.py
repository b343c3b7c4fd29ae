"""What WordprocessingML calls its elements, and how its attributes are read."""

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{WORD}}}"
R = f"{{{RELATION}}}"
# Documents saved as "strict" name the same things otherwise.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATION.encode()),
)


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for what is not an element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The element that `path`, names in Word's namespace, leads to; None when there is none."""
    for name in path:
        if element is None:
            return None
        element = element.find(f"{W}{name}")
    return element


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """The attribute `name` in Word's namespace; None when the element or attribute is missing."""
    if element is None:
        return None
    found = element.get(f"{W}{name}")
    return None if found is None else str(found)


def number(element: etree._Element | None, name: str = "val") -> int | None:
    """The attribute as a whole number of at most six digits; None when it is none."""
    text = value(element, name)
    if text is None or not text.removeprefix("-").isascii() or len(text) > 6:
        return None
    return int(text) if text.removeprefix("-").isdigit() else None


def switch(element: etree._Element | None) -> bool | None:
    """Whether a property that is on or off is on; None when it is not set at all."""
    if element is None:
        return None
    return (value(element) or "true") not in ("0", "false", "off", "none")
