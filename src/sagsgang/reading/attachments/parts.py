"""The parts of a zipped office file, for reading attachments: their relations, and by folder."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sagsgang.reading.attachments.events import Handler, attribute, stream
from sagsgang.reading.attachments.found import Found
from sagsgang.reading.canonical import Unreadable
from sagsgang.reading.formats.office.package import Package

LOCKED = "krævede adgangskode og er ikke læst"
BROKEN = "er beskadiget eller afkortet; en del er ikke læst"
BOMB = "pakker ud til mere, end der læses (zip-bombe?); en del er ikke læst"


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part leads: the kind is the last word of its address, the target a part's name."""

    kind: str
    target: str
    is_external: bool


class Parts(Package):
    """A zipped office file; what cannot be read of it becomes a problem, nothing is raised."""

    def __init__(self, data: bytes, found: Found) -> None:
        self.found = found
        super().__init__(data, "")

    def broken(self) -> Unreadable:
        """The file is damaged, or not all of it is there."""
        return Unreadable(BROKEN)

    def too_large(self) -> Unreadable:
        """What is packed is more than is read."""
        return Unreadable(BOMB)

    def locked(self) -> Unreadable:
        """The file needs a password."""
        return Unreadable(LOCKED)

    def give(self, name: str, handler: Handler, *, is_large: bool = False) -> None:
        """Gives the events of an XML part, if there is one."""
        if name in self.names:
            stream(self.chunks(name), handler, self.found, name, is_large=is_large)

    def bytes_of(self, name: str) -> bytes | None:
        """The bytes of a part; None when there are none to be had."""
        try:
            return self.read(name)
        except Unreadable as why:
            self.found.problem(str(why))
            return None

    def under(self, *folders: str) -> Iterator[str]:
        """The parts in these folders, in the order of their numbers."""
        names = [name for name in self.names if name.startswith(folders)]
        return iter(sorted(names, key=lambda name: (len(name), name)))

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part, by id."""
        folder, file = posixpath.split(part)
        relations = _Relations(folder)
        self.give(posixpath.join(folder, "_rels", f"{file}.rels"), relations)
        return relations.found


class _Relations:
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.found: dict[str, Relation] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name != "Relationship":
            return
        target = attribute(attributes, "Target")
        is_external = attribute(attributes, "TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", self.folder, target)).lstrip("/")
        kind = attribute(attributes, "Type").rpartition("/")[2]
        self.found[attribute(attributes, "Id")] = Relation(kind, target, is_external)

    def end(self, name: str) -> None:
        pass

    def data(self, text: str) -> None:
        pass
