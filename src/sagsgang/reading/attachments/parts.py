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
UNKNOWN = "er i et ukendt format og er ikke læst"
BOMB = "pakker ud til mere, end der læses (zip-bombe?), og er ikke læst til ende"


MAX_PART = 60_000_000
MAX_ALL = 200_000_000
# No part is packed so tightly, and large, unless it was made to exhaust the reader.
_TIGHT = 500
_LARGE = 10_000_000


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
        self.left = MAX_ALL

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
        if name in self.names and not self.is_bomb(name):
            chunks = self.chunks(name, MAX_PART)
            stream(chunks, handler, self.found, name, is_large=is_large)

    def is_bomb(self, name: str) -> bool:
        """Whether a part says itself that it unpacks to more than anyone writes; it is named."""
        info = self.names[name]
        if info.file_size > _LARGE and info.file_size > _TIGHT * max(1, info.compress_size):
            self.found.problem(f"«{name[:100]}»: {BOMB}")
            return True
        return False

    def bytes_of(self, name: str) -> bytes | None:
        """The bytes of a part; None when there are none to be had."""
        if name in self.names and self.is_bomb(name):
            return None
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
