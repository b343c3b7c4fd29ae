"""Which styles of an OpenDocument file hide what they are put on."""

from collections.abc import Mapping

from sagsgang.reading.attachments.events import attribute


class Styles:
    """Takes the styles of a part: names of those that hide tables, slides or letters."""

    def __init__(self) -> None:
        self.hidden: set[str] = set()
        self.style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            self.style = attribute(attributes, "name")
        elif name.endswith("-properties") and self.style:
            display = attribute(attributes, "display")
            unseen = "none" if name == "text-properties" else "false"
            if display == unseen or attribute(attributes, "visibility") == "hidden":
                self.hidden.add(self.style)

    def end(self, name: str) -> None:
        if name == "style":
            self.style = ""

    def data(self, text: str) -> None:
        pass
