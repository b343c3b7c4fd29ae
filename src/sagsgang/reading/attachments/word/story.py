"""One part of running text in a Word document, as it streams by: what is shown and what is not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.cells import Cell, Cells, one_line
from sagsgang.reading.attachments.events import attribute
from sagsgang.reading.attachments.found import Found, quoted
from sagsgang.reading.attachments.office.prose import author_of
from sagsgang.reading.attachments.word.styles import Styles, is_on

_CHANGES = {
    "ins": "indsættelse", "del": "sletning", "moveFrom": "flytning", "moveTo": "flytning",
}  # fmt: skip
_REMOVED = ("del", "moveFrom")
_SETS_APART = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
#: Fields whose code says nothing but what they count or where they point in the document.
_PLAIN_FIELDS = re.compile(
    r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC|PAGEREF|REF|NOTEREF|SEQ|DATE|TIME|CREATEDATE|SAVEDATE"
    r"|PRINTDATE|STYLEREF|FORM\w+|SYMBOL|XE|TC|EQ|=)\b|\s*\Z"
)
_LINKS = re.compile(r"\s*(?:HYPERLINK|INCLUDETEXT|INCLUDEPICTURE|LINK|DDE\w*)\b")
_TINY = 4  # half points
_LONGEST = 200_000  # characters of one fragment


@dataclass(slots=True)
class _Run:
    """How the letters of a run are set, as far as it hides them."""

    hidden: bool = False
    faint: str = ""


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being read; a box in it has paragraphs of its own."""

    shown: list[str] = field(default_factory=list)
    style: str = ""
    is_heading: bool = False
    is_shaded: bool = False
    run: _Run | None = None


@dataclass(slots=True)
class _TableRead:
    """A table that is being read, outermost only: tables within are text of their cell."""

    cells: Cells
    row: int = 0
    column: int = 0
    span: int = 1
    texts: list[str] = field(default_factory=list)
    line: list[Cell] = field(default_factory=list)


class Story:
    """Takes a part and gives its text to `found`, section by section.

    `where` is what the text above the first heading is called; headings count in the body only.
    """

    def __init__(
        self, found: Found, where: str, styles: Styles, kind: FragmentKind = FragmentKind.TEXT
    ) -> None:
        self.found = found
        self.where = where
        self.styles = styles
        self.kind = kind
        self.lines: list[str] = []
        self.length = 0
        self.open: list[_Paragraph] = []
        self.tables = 0
        self.table: _TableRead | None = None
        self.within_tables = 0
        self.boxes = 0
        self.changes: list[tuple[str, str, list[str]]] = []
        self.change_count = 0
        self.hidden: list[tuple[str, list[str]]] = []
        self.fallbacks = 0
        self.is_text = False
        self.is_code = False
        self.code: list[str] = []
        self.fields = 0
        self.properties: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Fallback":
            self.fallbacks += 1
        if self.fallbacks:
            return
        if name in ("t", "delText"):
            self.is_text = True
        elif name == "r":
            if self.open:
                self.open[-1].run = _Run()
        elif name == "p":
            self.open.append(_Paragraph())
        elif name in ("rPr", "pPr", "trPr", "tcPr", "sectPr", "tblPr"):
            self.properties.append(name)
        elif self.properties:
            self._property(name, attributes)
        elif name in _CHANGES:
            self.changes.append((_CHANGES[name], author_of(attributes), []))
        elif name in _SETS_APART:
            self._write(_SETS_APART[name])
        elif name in ("instrText", "delInstrText"):
            self.is_code = True
        elif name == "fldSimple":
            self._field(attribute(attributes, "instr"))
        elif name == "fldChar":
            if attribute(attributes, "fldCharType") != "end":
                self._field("".join(self.code))
                self.code = []
        elif name in ("tbl", "tr", "tc"):
            self._open_table(name)
        elif name == "txbxContent":
            self.boxes += 1
        elif name in ("docPr", "cNvPr"):
            for key in ("descr", "title"):
                if said := attributes.get(key):
                    self.found.add(
                        FragmentKind.METADATA, f"{self.where}, alternativ tekst til billede", said
                    )
        elif name in ("listItem", "listEntry"):
            said = attribute(attributes, "displayText") or attribute(attributes, "val")
            said = said or attribute(attributes, "value")
            self.found.add(FragmentKind.HIDDEN, f"{self.where}, valgmulighed i et felt", said)

    def _property(self, name: str, attributes: Mapping[str, str]) -> None:
        paragraph = self.open[-1] if self.open else None
        within = self.properties[-1]
        value = attribute(attributes, "val")
        if name == "gridSpan" and within == "tcPr" and self.table and value.isdecimal():
            self.table.span = max(1, min(int(value[:4]), 1_000))
        if paragraph is None:
            return
        if name == "pStyle":
            paragraph.style = value
            paragraph.is_heading = paragraph.is_heading or value in self.styles.headings
        elif name == "outlineLvl" and within == "pPr":
            paragraph.is_heading = paragraph.is_heading or value != "9"
        elif name in ("shd", "highlight"):
            paragraph.is_shaded = True
        run = paragraph.run
        if run is None or within != "rPr":
            return
        if name in ("vanish", "specVanish"):
            run.hidden = is_on(attributes)
        elif name == "rStyle":
            run.hidden = run.hidden or value in self.styles.hidden
        elif name == "color" and value.upper() == "FFFFFF":
            run.faint = "hvid skrift"
        elif name == "sz" and value.isdecimal() and int(value[:5]) <= _TINY:
            run.faint = "meget lille skrift"

    def end(self, name: str) -> None:
        if name == "Fallback":
            self.fallbacks -= 1
        if self.fallbacks:
            return
        if name in ("t", "delText"):
            self.is_text = False
        elif name in ("instrText", "delInstrText"):
            self.is_code = False
        elif name == "p":
            if self.open:
                self._close(self.open.pop())
        elif self.properties and name == self.properties[-1]:
            self.properties.pop()
        elif self.properties:
            pass
        elif name in _CHANGES:
            self._close_change()
        elif name in ("tbl", "tr", "tc"):
            self._close_table(name)
        elif name == "txbxContent":
            self.boxes -= 1

    def data(self, text: str) -> None:
        if self.fallbacks:
            return
        if self.is_text:
            self._write(text)
        elif self.is_code:
            self.code.append(text)

    def _write(self, text: str) -> None:
        """Puts text where it belongs: shown, hidden, removed; an insertion in two places."""
        for _, _, pieces in self.changes[-1:]:
            pieces.append(text)
        if not self.open or any(kind == "sletning" for kind, _, _ in self.changes):
            return
        paragraph = self.open[-1]
        run = paragraph.run or _Run()
        why = ""
        if run.hidden or paragraph.style in self.styles.hidden:
            why = "skjult tekst"
        elif run.faint and not (paragraph.is_shaded or self.table or self.boxes):
            why = run.faint
        if why:
            if not self.hidden or self.hidden[-1][0] != why:
                self.hidden.append((why, []))
            self.hidden[-1][1].append(text)
        else:
            paragraph.shown.append(text)

    def _close(self, paragraph: _Paragraph) -> None:
        text = "".join(paragraph.shown)
        if self.hidden and not self.open:
            for _, pieces in self.hidden:
                pieces.append("\n")
        if self.table is not None:
            self.table.texts.append(text)
            return
        if paragraph.is_heading and text.strip() and self.kind is FragmentKind.TEXT:
            self._give()
            self.where = f"under «{quoted(text)}»"
        self.lines.append(text)
        self.length += len(text)
        if self.length > _LONGEST:
            self._give()

    def _give(self) -> None:
        self.found.add(self.kind, self.where, "\n".join(self.lines).strip("\n"))
        for why, pieces in self.hidden:
            self.found.add(FragmentKind.HIDDEN, f"{self.where}, {why}", "".join(pieces).strip())
        self.lines, self.hidden, self.length = [], [], 0

    def finish(self) -> None:
        """Gives what is still held back."""
        while self.open:
            self._close(self.open.pop())
        if self.table is not None:
            self._finish_table()
        while self.changes:
            self._close_change()
        self._give()

    def _close_change(self) -> None:
        if not self.changes:
            return
        how, author, pieces = self.changes.pop()
        text = "".join(pieces)
        if text.strip():
            self.change_count += 1
            where = f"{self.where}, ændring {self.change_count}: {how}{author}"
            self.found.add(FragmentKind.TRACKED_CHANGE, where, text)

    def _field(self, code: str) -> None:
        if _PLAIN_FIELDS.match(code):
            return
        kind = FragmentKind.LINK if _LINKS.match(code) else FragmentKind.HIDDEN
        self.found.add(kind, f"{self.where}, feltkode", code.strip())

    def _open_table(self, name: str) -> None:
        if name == "tbl":
            self.within_tables += 1
            if self.within_tables == 1:
                self._give()
                self.tables += 1
                where = f"tabel {self.tables} ({self.where})"
                self.table = _TableRead(Cells(self.found, where, self.kind))
        elif self.table is None or self.within_tables > 1:
            return
        elif name == "tr":
            self.table.row += 1
            self.table.column, self.table.line = 0, []
        else:
            self.table.column += 1
            self.table.span, self.table.texts = 1, []

    def _close_table(self, name: str) -> None:
        table = self.table
        if name == "tbl":
            self.within_tables -= 1
        if table is None or self.within_tables > 1 or (name != "tbl" and self.within_tables != 1):
            return
        if name == "tc":
            text = one_line("\n".join(table.texts)).strip()
            if text:
                table.line.append((table.column, text))
            table.column += table.span - 1
        elif name == "tr":
            table.cells.row(table.row, table.line)
            table.line = []
        elif self.within_tables == 0:
            self._finish_table()

    def _finish_table(self) -> None:
        if self.table is not None:
            self.table.cells.row(self.table.row, self.table.line)
            self.table.cells.finish()
        self.table = None
