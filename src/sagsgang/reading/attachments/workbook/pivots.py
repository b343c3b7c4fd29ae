"""The data that pivot tables keep: often the whole list of persons behind a table of counts."""

from collections.abc import Mapping

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.cells import Cell, Cells, one_line
from sagsgang.reading.attachments.events import Enough, attribute
from sagsgang.reading.attachments.found import Found
from sagsgang.reading.attachments.parts import Parts
from sagsgang.reading.attachments.workbook.sheet import MAX_CELLS, int_of

_VALUES = frozenset({"s", "n", "d", "b", "e", "m"})


def read_pivots(parts: Parts, found: Found) -> None:
    """The cached data of every pivot table of a workbook."""
    for number, part in enumerate(parts.under("xl/pivotCache/pivotCacheDefinition"), 1):
        where = f"gemte data bag pivottabel {number}"
        fields = _Fields()
        parts.give(part, fields)
        cells = Cells(found, where, FragmentKind.HIDDEN)
        cells.row(1, [(i, one_line(name)) for i, name in enumerate(fields.names, 1) if name])
        records = [r for r in parts.relations(part).values() if r.kind == "pivotCacheRecords"]
        if records:
            parts.give(records[0].target, _Records(found, where, cells, fields))
        else:
            for place, values in enumerate(fields.values, 1):
                cells.row(place + 1, list(enumerate(filter(None, values), 1)))
        cells.finish()


class _Fields:
    """Takes the definition of a cache: its fields, and the values they share."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.values: list[list[str]] = []
        self.is_shared = False
        self.count = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "cacheField":
            self.names.append(attribute(attributes, "name"))
            self.values.append([])
        elif name == "sharedItems":
            self.is_shared = True
        elif self.is_shared and name in _VALUES and self.values:
            self.count += 1
            if self.count > MAX_CELLS:
                raise Enough
            self.values[-1].append(one_line(attribute(attributes, "v")))

    def end(self, name: str) -> None:
        if name == "sharedItems":
            self.is_shared = False

    def data(self, text: str) -> None:
        pass


class _Records:
    """Takes the records of a cache, one row each."""

    def __init__(self, found: Found, where: str, cells: Cells, fields: _Fields) -> None:
        self.found = found
        self.where = where
        self.cells = cells
        self.fields = fields
        self.row: list[Cell] = []
        self.column = 0
        self.number = 1
        self.count = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "r":
            self.row, self.column = [], 0
            return
        if name != "x" and name not in _VALUES:
            return
        self.column += 1
        value = one_line(attribute(attributes, "v"))
        if name == "x":
            shared = self.fields.values[self.column - 1 : self.column]
            place = int_of(value)
            value = shared[0][place] if shared and place < len(shared[0]) else ""
        if value:
            self.row.append((self.column, value))
        self.count += 1
        if self.count > MAX_CELLS:
            self.found.problem(f"{self.where} er for store: kun de første er læst")
            raise Enough

    def end(self, name: str) -> None:
        if name == "r":
            self.number += 1
            self.cells.row(self.number, self.row)

    def data(self, text: str) -> None:
        pass
