"""Which styles of a Word document hide their letters, and which are those of headings."""

import re
from collections.abc import Mapping

from sagsgang.reading.attachments.events import attribute

_HEADING = re.compile(r"(?:heading|overskrift|title|titel)\s*\d?\Z", re.I)
_OFF = ("0", "false", "off", "none")


def is_on(attributes: Mapping[str, str]) -> bool:
    """Whether a property that can be on or off is on."""
    return attribute(attributes, "val") not in _OFF


class Styles:
    """Takes the part of styles."""

    def __init__(self) -> None:
        self.headings: set[str] = set()
        self.hidden: set[str] = set()
        self.style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            self.style = attribute(attributes, "styleId")
        elif _opens_section(name, attribute(attributes, "val")):
            self.headings.add(self.style)
        elif name == "vanish" and self.style and is_on(attributes):
            self.hidden.add(self.style)

    def end(self, name: str) -> None:
        if name == "style":
            self.style = ""

    def data(self, text: str) -> None:
        pass


def _opens_section(name: str, value: str) -> bool:
    """Whether a property of a style makes it one of headings."""
    if name == "name":
        return _HEADING.match(value) is not None
    return name == "outlineLvl" and value != "9"
