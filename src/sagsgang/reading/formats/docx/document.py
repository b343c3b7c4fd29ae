"""How a Word document becomes canonical lines: its parts, and what of them is text.

The page heads and feet are furniture, each once: the heads before the text, the feet after it.
"""

import posixpath

from lxml import etree

from sagsgang.reading.canonical import Canonical, Unreadable
from sagsgang.reading.formats.docx.body import Body
from sagsgang.reading.formats.docx.inline import Inline
from sagsgang.reading.formats.docx.names import STRICT, R, W, local, value
from sagsgang.reading.formats.docx.numbering import Numbering
from sagsgang.reading.formats.docx.styles import Styles
from sagsgang.reading.formats.enumeration import numeral
from sagsgang.reading.formats.flow import Flow, fold
from sagsgang.reading.formats.office.blocks import Block
from sagsgang.reading.formats.office.package import Package
from sagsgang.reading.formats.office.writing import Writer, plain_lines

NAME = "docx"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = "word/document.xml"


def is_docx(data: bytes) -> bool:
    """Whether `data` is a Word document, be it locked, in the older format, or damaged."""
    return data.startswith(_OLE) or (data.startswith(b"PK") and b"word/" in data)


def docx_lines(data: bytes) -> Canonical:
    """The document in `data` as canonical text.

    Raises Unreadable when it is locked, in the older format, damaged, without text, or when it
    unpacks to more than a document can be.
    """
    if data.startswith(_OLE):
        raise Unreadable(_why_not(data))
    document = _Document(Package(data, "Word", STRICT))
    flow = document.read()
    if not flow.lines:
        raise Unreadable("Word-filen har ingen tekst")
    return flow.canonical(NAME)


def _why_not(data: bytes) -> str:
    """What keeps a file in Office's older container from being read."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "filen er beskyttet med adgangskode; gem den uden, og prøv igen"
    return "filen er i Words ældre format (.doc); gem den som .docx eller PDF"


class _Document:
    """A Word document: one main part and those that belong to it."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.flow = Flow()
        self.relations: dict[str, dict[str, tuple[str, str]]] = {}
        self.main = self._main_part()
        self.styles = Styles(package.xml(self._part("styles")))
        self.numbering = Numbering(package.xml(self._part("numbering")), self.styles)
        self.notes: dict[tuple[str, str], etree._Element] = {}
        self.signs: dict[tuple[str, str], str] = {}
        for kind in ("footnote", "endnote"):
            part = package.xml(self._part(f"{kind}s"))
            for note in [] if part is None else part.findall(f"{W}{kind}"):
                self.notes[kind, value(note, "id") or ""] = note

    def read(self) -> Flow:
        """The lines of the whole."""
        root = self.package.xml(self.main)
        if root is None:
            raise self.package.broken()
        writer = Writer(self.flow)
        body = root.find(f"{W}body")
        frames = (
            [] if body is None else list(body.iter(f"{W}headerReference", f"{W}footerReference"))
        )
        self._frame(writer, frames, "headerReference")
        writer.write([] if body is None else self._body(self.main).blocks(body))
        self._frame(writer, frames, "footerReference")
        writer.finish()
        return self.flow

    def _frame(self, writer: Writer, frames: list[etree._Element], name: str) -> None:
        """The heads or feet of the pages; one that several sections share comes once."""
        targets = [
            self._target(self.main, str(f.get(f"{R}id"))) for f in frames if local(f) == name
        ]
        for target in dict.fromkeys(targets):
            root = self.package.xml(target)
            if root is not None:
                writer.write_furniture(self._body(target).blocks(root))

    def _body(self, part: str) -> Body:
        inline = Inline(self.styles, lambda name: self._target(part, name), self._sign)
        return Body(
            self.styles,
            self.numbering,
            inline,
            note=self._note,
            diagram=lambda name: self._diagram(self._target(part, name)),
            link=lambda text, address: self.flow.add_link(fold(text), address),
        )

    def _sign(self, kind: str, name: str) -> str:
        """The number of a note, counted where notes are first called."""
        if (kind, name) not in self.signs:
            count = 1 + sum(1 for known, _ in self.signs if known == kind)
            style = "decimal" if kind == "footnote" else "lower-roman"
            self.signs[kind, name] = f"[{numeral(count, style)}]"
        return self.signs[kind, name]

    def _note(self, kind: str, name: str, sign: str) -> str:
        """The text of a note behind its sign, on one line."""
        note = self.notes.pop((kind, name), None)  # Called twice, it is still printed once.
        if note is None:
            return ""
        blocks: list[Block] = self._body(posixpath.join("word", f"{kind}s.xml")).blocks(note)
        return fold(" ".join([sign, *plain_lines(blocks)]))

    def _diagram(self, target: str) -> list[str]:
        """The lines of a diagram's texts."""
        root = self.package.xml(target)
        lines = [] if root is None else [part for part in root.iter() if local(part) == "p"]
        return [
            "".join(str(t.text or "") for t in line.iter() if local(t) == "t") for line in lines
        ]

    def _main_part(self) -> str:
        for kind, target in self._relations("").values():
            if kind == "officeDocument":
                return target
        return _MAIN

    def _part(self, kind: str) -> str:
        """The name of the main part's companion of a kind; "" when it has none."""
        for found, target in self._relations(self.main).values():
            if found == kind:
                return target
        return ""

    def _target(self, part: str, name: str) -> str:
        """Where a relation of `part` leads: another part, or an address outside."""
        return self._relations(part).get(name, ("", ""))[1]

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The relations of a part by id: kind and target."""
        if part in self.relations:
            return self.relations[part]
        folder, file = posixpath.split(part)
        root = self.package.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in [] if root is None else root:
            target = str(relation.get("Target") or "")
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = str(relation.get("Type") or "").rpartition("/")[2]
            found[str(relation.get("Id") or "")] = (kind, target)
        self.relations[part] = found
        return found
