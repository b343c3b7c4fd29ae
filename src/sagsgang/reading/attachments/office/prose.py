"""The text in drawings, comments, charts and other small parts of office files."""

from collections.abc import Callable, Mapping

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.events import Handler, attribute
from sagsgang.reading.attachments.found import Found

_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n"}


class Prose:
    """Takes the paragraphs of a part; elements in `texts` hold text, those in `ends` end a line.

    `alternatives` are what pictures and shapes are said to show.
    """

    def __init__(self, texts: tuple[str, ...] = ("t",), ends: tuple[str, ...] = ("p",)) -> None:
        self.texts = frozenset(texts)
        self.ends = frozenset(ends)
        self.pieces: list[str] = []
        self.alternatives: list[str] = []
        self.depth = 0

    @property
    def text(self) -> str:
        """What has been taken."""
        return "".join(self.pieces).strip()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in self.texts:
            self.depth += 1
        elif name in _BREAKS:
            self.pieces.append(_BREAKS[name])
        elif name in ("cNvPr", "docPr"):
            said = [attributes[key] for key in ("descr", "title") if attributes.get(key)]
            self.alternatives.extend(said)

    def end(self, name: str) -> None:
        if name in self.texts:
            self.depth -= 1
        elif name in self.ends:
            self.pieces.append("\n")

    def data(self, text: str) -> None:
        if self.depth > 0:
            self.pieces.append(text)


class EachOf:
    """Takes all elements of one name as texts of their own: comments, notes, revisions.

    `give` is told the element's attributes, and its text.
    """

    def __init__(
        self,
        name: str,
        give: Callable[[Mapping[str, str], str], None],
        texts: tuple[str, ...] = ("t",),
    ) -> None:
        self.name = name
        self.give = give
        self.texts = texts
        self.attributes: Mapping[str, str] = {}
        self.prose: Prose | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self.prose is not None:
            self.prose.start(name, attributes)
        elif name == self.name:
            self.attributes = attributes
            self.prose = Prose(self.texts)

    def end(self, name: str) -> None:
        if self.prose is None:
            return
        if name == self.name:
            text, self.prose = self.prose.text, None
            self.give(self.attributes, text)
        else:
            self.prose.end(name)

    def data(self, text: str) -> None:
        if self.prose is not None:
            self.prose.data(text)


class Attributes:
    """Takes the elements of some names for what their attributes say."""

    def __init__(self, give: Callable[[str, Mapping[str, str]], None], *names: str) -> None:
        self.give = give
        self.names = frozenset(names)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in self.names:
            self.give(name, attributes)

    def end(self, name: str) -> None:
        pass

    def data(self, text: str) -> None:
        pass


def add_drawing(found: Found, give: Callable[[Handler], None], where: str) -> None:
    """Takes a drawing: the text in its boxes, and what its pictures are said to show."""
    prose = Prose()
    give(prose)
    found.add(FragmentKind.TEXT, where, prose.text)
    for said in dict.fromkeys(prose.alternatives):
        found.add(FragmentKind.METADATA, f"{where}, alternativ tekst", said)


def add_chart(found: Found, give: Callable[[Handler], None], where: str) -> None:
    """Takes a chart: its words, and the values it keeps of the sheet it was drawn from."""
    words, values = Prose(), Prose(("v",), ("pt",))
    give(words)
    give(values)
    found.add(FragmentKind.TEXT, where, words.text)
    found.add(FragmentKind.HIDDEN, f"{where}, gemte data", values.text)


def author_of(attributes: Mapping[str, str]) -> str:
    """Who wrote a comment or change, as it stands in a place; "" when it does not say."""
    name = " ".join(attribute(attributes, "author").split())[:80]
    return f" af {name}" if name else ""
