"""One sheet of a workbook, as its part streams by: cells, and what else hangs on it."""

from collections.abc import Mapping

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.cells import Cell, Cells, one_line
from sagsgang.reading.attachments.events import Enough
from sagsgang.reading.attachments.found import Found
from sagsgang.reading.attachments.workbook.numbers import Formats

MAX_CELLS = 200_000
#: Cells without a value cost time too.
_MOST_PLACES = 1_500_000
_MOST_COLUMNS = 16_384
_MOST_ROWS = 1_048_576
_BEHIND = (
    "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter", "formula1",
)  # fmt: skip
_TRUE = ("1", "true")


class Strings:
    """Takes the strings that cells share; `used` tells which a cell has shown."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.used = bytearray()
        self.pieces: list[str] = []
        self.is_text = False
        self.is_reading = False  # a reading of signs, for Japanese

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "t":
            self.is_text = not self.is_reading
        elif name == "rPh":
            self.is_reading = True

    def end(self, name: str) -> None:
        if name == "si":
            self.texts.append(one_line("".join(self.pieces)))
            self.pieces = []
            self.used.append(0)
        elif name == "t":
            self.is_text = False
        elif name == "rPh":
            self.is_reading = False

    def data(self, text: str) -> None:
        if self.is_text:
            self.pieces.append(text)

    def take(self, index: str) -> str:
        """The string of this number; it is used."""
        if not (index.isascii() and index.isdecimal() and len(index) < 9):
            return ""
        number = int(index)
        if number >= len(self.texts):
            return ""
        self.used[number] = 1
        return self.texts[number]


class Sheet:
    """Takes the part of one sheet and gives its cells to `found`; `where` is its name."""

    def __init__(
        self, found: Found, where: str, strings: Strings, formats: Formats, kind: FragmentKind
    ) -> None:
        self.found = found
        self.where = where
        self.strings = strings
        self.formats = formats
        self.hidden_columns: list[tuple[int, int]] = []
        self.cells = Cells(found, where, kind, None)
        self.unseen = Cells(found, f"{where}, usynlig skrift", FragmentKind.HIDDEN)
        self.rows_are_hidden = False
        self.row: list[Cell] = []
        self.unseen_row: list[Cell] = []
        self.number = 0
        self.is_hidden = False
        self.column = 0
        self.columns: dict[str, int] = {}
        self.cell: Mapping[str, str] = {}
        self.text: list[str] | None = None
        self.value = ""
        self.count = 0
        self.places = 0
        self.behind = ""
        self.links: list[str] = []
        self.is_cut = False  # not all of it has been read

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self.places += 1
            self.cell = attributes
            self.value = ""
            if "r" not in attributes:
                self.column += 1
        elif name == "v" or name == "t" or name == "f":
            self.text = []
        elif name == "row":
            number = attributes.get("r", "")
            self.number = int(number) if number.isdecimal() and len(number) < 8 else self.number + 1
            self.column = 0
            hidden = attributes.get("hidden")
            self.is_hidden = (
                self.rows_are_hidden if hidden is None else hidden in _TRUE
            ) or attributes.get("ht") == "0"
        elif name == "col":
            self._column(attributes)
        elif name == "sheetFormatPr":
            self.rows_are_hidden = attributes.get("zeroHeight") in _TRUE
        elif name in _BEHIND:
            self.behind, self.text = name, []
        elif name == "hyperlink":
            self.links.extend(filter(None, map(attributes.get, ("tooltip", "location"))))
        elif name == "dataValidation":
            for key in ("prompt", "error", "promptTitle", "errorTitle"):
                if said := attributes.get(key):
                    self.found.add(FragmentKind.HIDDEN, f"{self.where}, vejledning til celle", said)

    def end(self, name: str) -> None:
        if name == "v" or name == "t":
            if self.text:
                self.value += self.text[0] if len(self.text) == 1 else "".join(self.text)
            self.text = None
        elif name == "c":
            if self.value:
                self._cell()
            elif self.places > _MOST_PLACES:
                self._stop()
        elif name == "row":
            if self.row:
                self.cells.row(self.number, self.row, is_hidden=self.is_hidden)
                self.row = []
            if self.unseen_row:
                self.unseen.row(self.number, self.unseen_row)
                self.unseen_row = []
        elif name == "f":
            self._formula("".join(self.text or ()))
        elif name == self.behind:
            self._behind("".join(self.text or ()))

    def _cell(self) -> None:
        """Takes the cell that ends, unless nothing is in it."""
        attributes, value = self.cell, self.value
        place = attributes.get("r")
        if place:
            letters = place.rstrip("0123456789")
            self.column = self.columns.get(letters) or self._column_of(letters)
        kind = attributes.get("t")
        style = attributes.get("s", "")
        if kind == "s":
            text = self.strings.take(value)
        elif kind is None or kind == "n":
            text = self.formats.shown(value, style)
        elif kind == "b":
            text = "SAND" if value in _TRUE else "FALSK"
        else:
            text = one_line(value)
        if not text or text.isspace() or not 0 < self.column <= _MOST_COLUMNS:
            return
        self.count += 1
        if self.count > MAX_CELLS or self.places > _MOST_PLACES:
            self._stop()
        if style in self.formats.unseen:
            self.unseen_row.append((self.column, text))
        else:
            self.row.append((self.column, text))

    def _column_of(self, letters: str) -> int:
        number = self.columns[letters] = _column_number(letters)
        return number

    def data(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def finish(self) -> None:
        """Gives what is still held back."""
        self.cells.row(self.number, self.row, is_hidden=self.is_hidden)
        self.cells.finish()
        self.unseen.row(self.number, self.unseen_row)
        self.unseen.finish()
        for link in dict.fromkeys(self.links):
            self.found.add(FragmentKind.LINK, f"{self.where}, link", link)

    def _stop(self) -> None:
        self.is_cut = True
        most = f"{MAX_CELLS:,}".replace(",", ".")
        self.found.problem(f"{self.where} er for stort: de første {most} celler er læst")
        raise Enough

    def _column(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("hidden") in _TRUE or attributes.get("width") == "0":
            first, last = int_of(attributes.get("min")), int_of(attributes.get("max"))
            self.hidden_columns.append((first, last))
            self.cells.hides = self._hides

    def _hides(self, column: int) -> bool:
        return any(first <= column <= last for first, last in self.hidden_columns)

    def _formula(self, text: str) -> None:
        """A formula is shown only when its cell is chosen; most say nothing but where cells are."""
        self.text = None
        if '"' in text and any(map(str.isalnum, "".join(text.split('"')[1::2]))):
            self.found.add(FragmentKind.HIDDEN, f"{self.where}, formlen i en celle", text)

    def _behind(self, text: str) -> None:
        name, self.behind, self.text = self.behind, "", None
        if name == "formula1":
            if '"' in text:
                self.found.add(FragmentKind.HIDDEN, f"{self.where}, valgmuligheder", text)
            return
        where = "sidehoved" if name.endswith("Header") else "sidefod"
        self.found.add(FragmentKind.TEXT, f"{self.where}, {where}", text)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters[:4].upper():
        number = number * 26 + ord(letter) - 64
    return number


def int_of(text: str | None) -> int:
    """A whole number of few digits; 0 for everything else."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 9 else 0
