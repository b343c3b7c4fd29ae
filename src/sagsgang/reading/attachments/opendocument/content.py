"""The content of an OpenDocument file, as it streams by."""

from collections.abc import Mapping

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.cells import Cell, Cells, one_line
from sagsgang.reading.attachments.events import Enough, attribute
from sagsgang.reading.attachments.found import Found, quoted
from sagsgang.reading.attachments.opendocument.styles import Styles

MAX_CELLS = 200_000
_MOST_COPIES = 1_000
_MOST_COLUMNS = 16_384
_LONGEST = 200_000
_CELLS = ("table-cell", "covered-table-cell")
_ASIDE = {
    "annotation": "kommentar", "notes": "noter", "changed-region": "ændring",
    "hidden-text": "skjult tekst", "hidden-paragraph": "skjult tekst",
}  # fmt: skip
_KINDS = {
    "annotation": FragmentKind.COMMENT, "notes": FragmentKind.NOTES,
    "changed-region": FragmentKind.TRACKED_CHANGE, "hidden-text": FragmentKind.HIDDEN,
    "hidden-paragraph": FragmentKind.HIDDEN,
}  # fmt: skip
_HIDES = ("collapse", "filter")


class _Aside:
    """What stands beside the running text: a comment, notes, a change; its author when it says."""

    def __init__(self, element: str, where: str) -> None:
        self.element = element
        self.where = where
        self.pieces: list[str] = []
        self.author: list[str] = []
        self.is_author = False
        self.is_date = False


class Content:
    """Takes a part with text and gives it to `found`; `where` is what its text is called."""

    def __init__(self, found: Found, where: str, styles: Styles) -> None:
        self.found = found
        self.where = where
        self.styles = styles
        self.pieces: list[str] = []
        self.length = 0
        self.asides: list[_Aside] = []
        self.aside_count = 0
        self.hidden_spans: list[bool] = []
        self.hidden: list[str] = []
        self.headings: list[str] | None = None
        self.paragraphs = 0
        self.body = 0
        # sheets and slides
        self.pages = 0
        self.page = ""
        self.page_kind = FragmentKind.TEXT
        self.is_sheet = False
        # tables
        self.tables = 0
        self.depth = 0
        self.cells: Cells | None = None
        self.columns: list[tuple[int, int]] = []
        self.next_column = 1
        self.row = 0
        self.row_copies = 1
        self.row_is_hidden = False
        self.line: list[Cell] = []
        self.column = 1
        self.copies = 1
        self.cell: list[str] | None = None
        self.value = ""
        self.count = 0
        self.groups: list[bool] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in ("p", "h"):
            self._open_paragraph(name, attributes)
        elif name in ("span", "section"):
            self._open_span(attributes)
        elif name == "tab":
            self._write("\t")
        elif name == "line-break":
            self._write("\n")
        elif name == "s":
            self._write(" ")
        elif name in _ASIDE:
            self._open_aside(name, attributes)
        elif name == "creator" and self.asides:
            self.asides[-1].is_author = True
        elif name == "date" and self.asides:
            self.asides[-1].is_date = True
        elif name == "spreadsheet":
            self.is_sheet = True
        elif name == "page":
            self._open_page(attributes)
        elif name in ("table", "table-row", "table-column", "table-row-group", *_CELLS):
            self._open_in_table(name, attributes)
        elif name == "a":
            self._link(attribute(attributes, "href"))
        elif name in ("named-range", "named-expression"):
            said = attribute(attributes, "name")
            text = " ".join(attributes.values())
            self.found.add(FragmentKind.HIDDEN, f"navnet «{quoted(said)}»", text)
        elif name in ("table-source", "dde-source", "database-source-sql"):
            self.found.add(FragmentKind.LINK, "eksternt link", " ".join(attributes.values()))
            self.found.problem("har eksterne links (de er ikke fulgt)")

    def end(self, name: str) -> None:
        if name in ("p", "h"):
            self._close_paragraph()
        elif name in ("span", "section"):
            if self.hidden_spans:
                self.hidden_spans.pop()
        elif name in _ASIDE:
            self._close_aside(name)
        elif name in ("creator", "date") and self.asides:
            self.asides[-1].is_author = self.asides[-1].is_date = False
        elif name == "page":
            self._give()
            self.page = ""
        elif name in ("table", "table-row", "table-row-group", *_CELLS):
            self._close_in_table(name)

    def data(self, text: str) -> None:
        if self.paragraphs or (self.asides and self.asides[-1].is_author):
            self._write(text)

    def _write(self, text: str) -> None:
        if self.asides:
            aside = self.asides[-1]
            if aside.is_author:
                aside.author.append(text)
            elif not aside.is_date:
                aside.pieces.append(text)
        elif not self.paragraphs:
            return
        elif any(self.hidden_spans):
            self.hidden.append(text)
        elif self.cell is not None:
            self.cell.append(text)
        else:
            self.pieces.append(text)
            if self.headings is not None:
                self.headings.append(text)

    def _open_paragraph(self, name: str, attributes: Mapping[str, str]) -> None:
        self.paragraphs += 1
        self.hidden_spans.append(self._is_hidden(attributes))
        if name == "h" and not self.asides and self.cell is None and not self.page:
            self._give()
            self.headings = []

    def _close_paragraph(self) -> None:
        self._write("\n")
        if self.hidden_spans and self.hidden_spans.pop() and self.hidden:
            self.hidden.append("\n")
        self.paragraphs = max(0, self.paragraphs - 1)
        if self.headings is not None and not self.asides:
            title, self.headings = "".join(self.headings), None
            if title.strip():
                self.where = f"under «{quoted(title)}»"
        self.length = self.length + 1
        if self.length % 500 == 0 and sum(map(len, self.pieces)) > _LONGEST:
            self._give()

    def _open_span(self, attributes: Mapping[str, str]) -> None:
        self.hidden_spans.append(
            self._is_hidden(attributes) or attribute(attributes, "display") in ("none", "condition")
        )

    def _is_hidden(self, attributes: Mapping[str, str]) -> bool:
        return attribute(attributes, "style-name") in self.styles.hidden

    def _open_aside(self, name: str, attributes: Mapping[str, str]) -> None:
        where = self.page or self.where
        if self.cells is not None and self.cell is not None and self.is_sheet:
            where = self.cells.where
        self.aside_count += 1
        aside = _Aside(name, where)
        if said := attribute(attributes, "string-value"):
            aside.pieces.append(said)
        self.asides.append(aside)
        self.paragraphs += name in ("hidden-text", "hidden-paragraph")

    def _close_aside(self, name: str) -> None:
        if not self.asides:
            return
        aside = self.asides.pop()
        self.paragraphs -= name in ("hidden-text", "hidden-paragraph")
        how = _ASIDE[name]
        if name in ("annotation", "changed-region"):
            author = " ".join("".join(aside.author).split())[:80]
            by = f" af {author}" if author else ""
            how = f"{how} {self.aside_count}{by}"
        text = "".join(aside.pieces).strip()
        self.found.add(_KINDS[name], f"{aside.where}, {how}", text)

    def _open_page(self, attributes: Mapping[str, str]) -> None:
        self._give()
        self.pages += 1
        hidden = self._is_hidden(attributes)
        self.page = f"slide {self.pages}{' (skjult)' if hidden else ''}"
        self.page_kind = FragmentKind.HIDDEN if hidden else FragmentKind.TEXT

    def _link(self, address: str) -> None:
        if address and not address.startswith("#"):
            self.found.add(FragmentKind.LINK, f"{self.page or self.where}, link", address)

    def _open_in_table(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table":
            self.depth += 1
            if self.depth == 1:
                self._open_table(attributes)
        elif self.depth != 1:
            return
        elif name == "table-column":
            copies = _repeats(attributes, "number-columns-repeated")
            if attribute(attributes, "visibility") in _HIDES:
                self.columns.append((self.next_column, self.next_column + copies - 1))
            self.next_column += copies
        elif name == "table-row-group":
            self.groups.append(attribute(attributes, "display") == "false")
        elif name == "table-row":
            self.row += 1
            self.row_copies = _repeats(attributes, "number-rows-repeated")
            visibility = attribute(attributes, "visibility")
            self.row_is_hidden = visibility in _HIDES or any(self.groups)
            self.line, self.column = [], 1
        else:
            self.copies = _repeats(attributes, "number-columns-repeated")
            self.cell = []
            self.value = attribute(attributes, "string-value")

    def _open_table(self, attributes: Mapping[str, str]) -> None:
        name = attribute(attributes, "name")
        kind = self.page_kind
        if self.is_sheet:
            self.pages += 1
            hidden = self._is_hidden(attributes)
            where = f"ark «{quoted(name)}»{' (skjult)' if hidden else ''}"
            kind = FragmentKind.HIDDEN if hidden else FragmentKind.TEXT
            self.found.add(kind, f"{where}, navnet", name)
        else:
            self._give()
            self.tables += 1
            where = f"tabel {self.tables} ({self.page or self.where})"
        self.columns, self.next_column, self.row, self.count = [], 1, 0, 0
        self.cells = Cells(self.found, where, kind, self._hides)

    def _hides(self, column: int) -> bool:
        return any(first <= column <= last for first, last in self.columns)

    def _close_in_table(self, name: str) -> None:
        if name == "table":
            self.depth -= 1
            if self.depth == 0:
                self._finish_table()
        elif self.depth != 1 or self.cells is None:
            return
        elif name == "table-row-group":
            if self.groups:
                self.groups.pop()
        elif name == "table-row":
            self.cells.row(self.row, self.line, is_hidden=self.row_is_hidden)
            self.row += self.row_copies - 1
            self.line = []
        elif self.cell is not None:
            self._close_cell()

    def _close_cell(self) -> None:
        text = one_line("".join(self.cell or ()).strip()) or one_line(self.value)
        self.cell = None
        if text and self.column <= _MOST_COLUMNS:
            # A row filled to the last column says the same everywhere: a few copies are enough.
            copies = min(self.copies, _MOST_COPIES)
            self.count += copies
            self.line.extend((self.column + place, text) for place in range(copies))
            if self.count > MAX_CELLS and self.cells is not None:
                most = f"{MAX_CELLS:,}".replace(",", ".")
                self.found.problem(
                    f"{self.cells.where} er for stort: de første {most} celler er læst"
                )
                raise Enough
        self.column += self.copies

    def _finish_table(self) -> None:
        if self.cells is not None:
            self.cells.row(self.row, self.line, is_hidden=self.row_is_hidden)
            self.cells.finish()
        self.cells, self.line, self.cell = None, [], None

    def _give(self) -> None:
        where = self.page or self.where
        self.found.add(self.page_kind, where, "".join(self.pieces).strip("\n"))
        self.found.add(FragmentKind.HIDDEN, f"{where}, skjult tekst", "".join(self.hidden).strip())
        self.pieces, self.hidden = [], []

    def finish(self) -> None:
        """Gives what is still held back."""
        while self.asides:
            self._close_aside(self.asides[-1].element)
        self._finish_table()
        self._give()


def _repeats(attributes: Mapping[str, str], name: str) -> int:
    text = attribute(attributes, name)
    return max(1, int(text)) if text.isascii() and text.isdecimal() and len(text) < 9 else 1
