"""What is taken of a PDF file, in plain values, so that it can come from another process."""

import base64
import json
from dataclasses import dataclass, field

from sagsgang.minutes import FragmentKind


@dataclass(slots=True)
class Taken:
    """`texts` are kind, place and text; `files` name and bytes; `tables` place and lines of cells,
    set apart by tabs.
    """

    texts: list[tuple[FragmentKind, str, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)
    pages: int = 0
    tables: list[tuple[str, list[str]]] = field(default_factory=list)

    def add(self, kind: FragmentKind, where: str, text: str) -> None:
        """Takes a text, unless there is none."""
        if text and not text.isspace():
            self.texts.append((kind, where, text))

    def as_json(self) -> str:
        """All of it as JSON."""
        files = [(name, base64.b64encode(data).decode("ascii")) for name, data in self.files]
        return json.dumps([self.texts, self.problems, files, self.pages, self.tables])

    @classmethod
    def from_json(cls, text: bytes) -> "Taken":
        """The same again."""
        texts, problems, files, pages, tables = json.loads(text)
        return cls(
            [(FragmentKind(kind), where, said) for kind, where, said in texts],
            problems,
            [(name, base64.b64decode(data)) for name, data in files],
            pages,
            tables,
        )
