"""What stands beside the text in Word, Excel and PowerPoint files alike."""

import posixpath

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.found import Found
from sagsgang.reading.attachments.office.properties import Properties
from sagsgang.reading.attachments.office.prose import Prose, add_chart, add_drawing
from sagsgang.reading.attachments.parts import Parts

_PICTURES = (".jpg", ".jpeg", ".jpe", ".png", ".tif", ".tiff", ".gif", ".webp", ".svg")
_MOST_LINKS = 2_000
MACROS = "indeholder makroer (de er ikke læst)"
EXTERNAL = "har eksterne links (de er ikke fulgt)"


def read_beside(parts: Parts, found: Found, folder: str) -> None:
    """Everything in the file that is not its text: `folder` is that of its program."""
    for part in ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"):
        parts.give(part, Properties(found))
    for number, part in enumerate(parts.under("customXml/item"), 1):
        if part.endswith(".xml") and "Props" not in part:
            everything = _Everything()
            parts.give(part, everything)
            found.add(
                FragmentKind.METADATA, f"skjulte oplysninger {number} (customXml)", everything.text
            )
    for number, part in enumerate(parts.under(f"{folder}/charts/chart"), 1):
        add_chart(found, lambda taker, part=part: parts.give(part, taker), f"diagram {number}")  # type: ignore[misc]
    for number, part in enumerate(parts.under(f"{folder}/diagrams/data"), 1):
        add_drawing(found, lambda taker, part=part: parts.give(part, taker), f"figur {number}")  # type: ignore[misc]
    _read_files(parts, found, folder)
    _read_relations(parts, found)
    if any(posixpath.basename(name).lower() == "vbaproject.bin" for name in parts.names):
        found.problem(MACROS)


def _read_files(parts: Parts, found: Found, folder: str) -> None:
    """Embedded files, and the pictures for what they say of themselves."""
    for name in parts.under(f"{folder}/embeddings/"):
        data = None if name.endswith("/") else parts.bytes_of(name)
        if data:
            found.file(data, posixpath.basename(name), "indlejret fil")
    number = 0
    for name in parts.under(f"{folder}/media/"):
        if name.lower().endswith(_PICTURES):
            number += 1
            if data := parts.bytes_of(name):
                found.part(data, name, f"billede {number}")


def _read_relations(parts: Parts, found: Found) -> None:
    """Where the file leads; what a program would fetch by itself is named."""
    targets: dict[str, str] = {}
    for name in list(parts.names):
        if not name.endswith(".rels") or len(targets) > _MOST_LINKS:
            continue
        folder, file = posixpath.split(name)
        part = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
        for relation in parts.relations(part).values():
            if relation.is_external and relation.target:
                targets.setdefault(relation.target, relation.kind)
    for number, (target, kind) in enumerate(list(targets.items())[:_MOST_LINKS], 1):
        if kind == "hyperlink":
            found.add(FragmentKind.LINK, f"link {number}", target)
        else:
            found.add(FragmentKind.LINK, f"eksternt link {number}", target)
            found.problem(EXTERNAL)


class _Everything(Prose):
    """All text of a part, whatever its elements are called."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 1

    def start(self, name: str, attributes: object) -> None:
        pass

    def end(self, name: str) -> None:
        if self.pieces and self.pieces[-1] != "\n":
            self.pieces.append("\n")
