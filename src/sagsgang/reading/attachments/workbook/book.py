"""A workbook: its sheets in their order, then what lies behind them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.events import attribute
from sagsgang.reading.attachments.found import Found, quoted
from sagsgang.reading.attachments.office.beside import EXTERNAL, read_beside
from sagsgang.reading.attachments.office.prose import EachOf, Prose, add_drawing
from sagsgang.reading.attachments.parts import Parts, Relation
from sagsgang.reading.attachments.workbook.numbers import Formats
from sagsgang.reading.attachments.workbook.pivots import read_pivots
from sagsgang.reading.attachments.workbook.sheet import Sheet, Strings

_STATES = {"hidden": " (skjult)", "veryHidden": " (meget skjult)"}
_MOST_SHEETS = 500
_MOST_UNUSED = 10_000


@dataclass(frozen=True, slots=True)
class _Listed:
    """A sheet as the workbook lists it."""

    name: str
    relation: str
    state: str


class _Book:
    """Takes the part of the workbook: which sheets there are, and names for places in them."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.sheets: list[_Listed] = []
        self.counts_from_1904 = False
        self.name = ""
        self.text: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            state = _STATES.get(attribute(attributes, "state"), "")
            title, relation = attribute(attributes, "name"), attribute(attributes, "r:id")
            self.sheets.append(_Listed(title, relation or attribute(attributes, "id"), state))
        elif name == "workbookPr":
            self.counts_from_1904 = attribute(attributes, "date1904") in ("1", "true")
        elif name == "definedName":
            self.name, self.text = attribute(attributes, "name"), []

    def end(self, name: str) -> None:
        if name == "definedName":
            if not self.name.startswith("_xlnm"):
                text = f"{self.name} = {''.join(self.text)}"
                self.found.add(FragmentKind.HIDDEN, f"navnet «{quoted(self.name)}»", text)
            self.text = []

    def data(self, text: str) -> None:
        self.text.append(text)


def read_workbook(parts: Parts, found: Found) -> int:
    """Everything in a workbook; how many sheets it has."""
    main = next(
        (r.target for r in parts.relations("").values() if r.kind == "officeDocument"),
        "xl/workbook.xml",
    )
    if main.endswith(".bin"):
        found.problem("er i Excels binære format (.xlsb), som ikke læses; gem den som .xlsx")
        read_beside(parts, found, "xl")
        return 0
    book, strings, formats = _Book(found), Strings(), Formats()
    parts.give(main, book)
    relations = parts.relations(main)
    if book.counts_from_1904:
        formats.count_from_1904()
    for relation in relations.values():
        if relation.kind == "sharedStrings":
            parts.give(relation.target, strings, is_large=True)
        elif relation.kind == "styles":
            parts.give(relation.target, formats)
    if len(book.sheets) > _MOST_SHEETS:
        found.problem(f"har {len(book.sheets)} ark: de første {_MOST_SHEETS} er læst")
    persons = _persons(parts, relations)
    is_cut = len(book.sheets) > _MOST_SHEETS
    for listed in book.sheets[:_MOST_SHEETS]:
        where = f"ark «{quoted(listed.name)}»{listed.state}"
        if listed.state:
            found.add(FragmentKind.HIDDEN, f"{where}, navnet", listed.name)
        else:
            found.add(FragmentKind.TEXT, f"{where}, navnet", listed.name)
        if listed.relation in relations:
            target = relations[listed.relation].target
            kind = FragmentKind.HIDDEN if listed.state else FragmentKind.TEXT
            sheet = Sheet(found, where, strings, formats, kind)
            parts.give(target, sheet, is_large=True)
            sheet.finish()
            is_cut = is_cut or sheet.is_cut
            _read_hanging(parts, found, target, where, persons)
    if not is_cut:
        _read_unused(found, strings)
    read_pivots(parts, found)
    _read_external(parts, found)
    read_beside(parts, found, "xl")
    return len(book.sheets)


def _read_hanging(
    parts: Parts, found: Found, sheet: str, where: str, persons: dict[str, str]
) -> None:
    """Comments, threads of comments and drawings of a sheet."""
    relations = parts.relations(sheet).values()
    threads = [r.target for r in relations if r.kind == "threadedComment"]
    for relation in relations:
        if relation.kind == "comments":
            parts.give(relation.target, _Comments(found, where, bool(threads)))
        elif relation.kind == "drawing":
            target = relation.target
            add_drawing(found, lambda taker, p=target: parts.give(p, taker), f"{where}, figur")  # type: ignore[misc]

    def thread(attributes: Mapping[str, str], text: str) -> None:
        author = persons.get(attribute(attributes, "personId"), "")
        cell = attribute(attributes, "ref")
        by = f" af {quoted(author)}" if author else ""
        found.add(FragmentKind.COMMENT, f"{where}, kommentar til celle {cell}{by}", text)

    for target in threads:
        parts.give(target, EachOf("threadedComment", thread, ("text",)))


class _Comments(EachOf):
    """Takes the comments on cells; `is_copy` when threads hold them too."""

    def __init__(self, found: Found, where: str, is_copy: bool) -> None:
        super().__init__("comment", self._comment)
        self.found = found
        self.where = where
        self.is_copy = is_copy
        self.authors: list[str] = []
        self.author: list[str] | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "author":
            self.author = []
        super().start(name, attributes)

    def end(self, name: str) -> None:
        if name == "author" and self.author is not None:
            self.authors.append("".join(self.author))
            self.author = None
        super().end(name)

    def data(self, text: str) -> None:
        if self.author is not None:
            self.author.append(text)
        super().data(text)

    def _comment(self, attributes: Mapping[str, str], text: str) -> None:
        number = attribute(attributes, "authorId")
        author = ""
        if number.isdecimal() and len(number) < 6 and int(number) < len(self.authors):
            author = self.authors[int(number)]
        if self.is_copy and author.startswith("tc="):
            return
        by = f" af {quoted(author)}" if author else ""
        cell = attribute(attributes, "ref")
        self.found.add(FragmentKind.COMMENT, f"{self.where}, kommentar til celle {cell}{by}", text)


def _persons(parts: Parts, relations: Mapping[str, Relation]) -> dict[str, str]:
    """Who wrote in threads of comments, by id."""
    names: dict[str, str] = {}

    def person(attributes: Mapping[str, str], _: str) -> None:
        names[attribute(attributes, "id")] = attribute(attributes, "displayName")

    for relation in relations.values():
        if relation.kind == "person":
            parts.give(relation.target, EachOf("person", person))
    return names


def _read_unused(found: Found, strings: Strings) -> None:
    """Strings that no cell shows: what was in cells before, kept by the program."""
    unused = [t for t, used in zip(strings.texts, strings.used, strict=True) if not used]
    if unused and len(unused) < len(strings.texts):
        text = "\n".join(unused[:_MOST_UNUSED])
        found.add(FragmentKind.HIDDEN, "gemte tekster, som ingen celle viser", text)


def _read_external(parts: Parts, found: Found) -> None:
    """What is kept of other workbooks, and the sources that would be asked for data."""
    for number, part in enumerate(parts.under("xl/externalLinks/externalLink"), 1):
        values = Prose(("v",), ("row", "cell"))
        parts.give(part, values)
        where = f"gemt kopi af data fra en anden projektmappe ({number})"
        found.add(FragmentKind.HIDDEN, where, values.text)
        found.problem(EXTERNAL)

    def connection(attributes: Mapping[str, str], _: str) -> None:
        said = " ".join(attributes.values())
        found.add(FragmentKind.LINK, "forbindelse til en datakilde", said)
        found.problem("henter data fra en kilde udenfor (den er ikke spurgt)")

    parts.give("xl/connections.xml", EachOf("connection", connection))
    for number, part in enumerate(parts.under("xl/revisions/revisionLog"), 1):
        words = Prose(("t", "v"), ("rcc", "oc", "nc"))
        parts.give(part, words)
        found.add(FragmentKind.TRACKED_CHANGE, f"ændringslog {number}", words.text)
