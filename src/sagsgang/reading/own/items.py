"""An agenda item in our own layout."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sagsgang.language.printed import entries_read, list_read, record_read, text_read, value_read
from sagsgang.minutes import (
    AgendaItem,
    Decision,
    DecisionPart,
    Dissent,
    EarlierTreatment,
    Recommendation,
    Section,
    SectionKind,
)
from sagsgang.minutes.labels import (
    ITEM_KINDS,
    OUTCOMES,
    Below,
    Fact,
    Said,
    cell_label,
    word_read,
)
from sagsgang.minutes.printed import Facts, Grid
from sagsgang.reading.own import defaults
from sagsgang.reading.own.records import (
    Pieces,
    absence_read,
    attachment_file_read,
    case_number_read,
    figure_read,
    follow_up_read,
    person_read,
    reference_read,
    stop_read,
    vote_read,
)
from sagsgang.reading.own.sections import (
    SECTION_LEVEL,
    Settled,
    is_below,
    read_sections,
    settle,
    table_read,
)
from sagsgang.reading.own.walk import NotOurs, Rows, Walk, read_text

ITEM_LEVEL = 3
BELOW_LEVEL = 5

_TITLE = re.compile(r"Punkt(?: (?P<number>(?:[^:]|::)+?))?: (?P<title>.*)")
_CELL = re.compile(cell_label(0, 0, 0).replace("0", r"(\d+)"))
_WHERE = re.compile(rf"{Said.SECTION} (\d+)(?:, {Said.PIECE} (\d+)(?:-(\d+))?)?")

Value = TypeVar("Value")


def read_item(walk: Walk, index: int) -> AgendaItem:
    """The item that begins with the next block, a heading; raises NotOurs."""
    path = f"items[{index}]"
    first = walk.line
    number, title = _title(walk, path)
    head = _Head(walk, path)
    drawn = read_sections(walk, path)
    if is_below(walk):
        walk.take_heading(SECTION_LEVEL, "markup", Below.FACTS)
    rows = Rows(walk, "markup", may_lack=True)
    kinds = rows.one(Fact.SECTIONS, "markup")
    signs = rows.numbered(Below.TABLE)
    settled = settle(drawn, kinds, signs, rows.cells(_CELL))
    below = _Below(walk, path, settled, rows)
    item = AgendaItem(
        number=number,
        title=title,
        lines=(first + 1, walk.line),
        sections=settled.sections,
        **head.fields,
        **below.fields,
    )
    rows.finish()
    return item


def _title(walk: Walk, path: str) -> tuple[str | None, str]:
    line = walk.line
    words = walk.take_heading(ITEM_LEVEL, f"{path}.title")
    match = _TITLE.fullmatch(words)
    if match is None:
        raise NotOurs(f"{path}: {words}")
    walk.trace.split(line, match.start("title"), f"{path}.number", f"{path}.title")
    number = match["number"]
    return (
        None if number is None else value_read(number.replace("::", ":")),
        value_read(match["title"]),
    )


class _Head:
    """The facts right below an item's title."""

    def __init__(self, walk: Walk, path: str) -> None:
        self.fields: dict[str, Any] = {}
        if not isinstance(walk.peek(), Facts):
            return
        rows = Rows(walk, path)
        number = rows.one(Fact.CASE_NUMBER, f"{path}.case_number")
        kind = rows.one(Fact.ITEM_KIND, f"{path}.kind")
        self.fields = {
            "is_closed": rows.one(Fact.IS_CLOSED, f"{path}.is_closed") == Said.YES,
            "case_number": None if number is None else case_number_read(number),
            "kind": None if kind is None else word_read(ITEM_KINDS, kind),
            "guests": tuple(map(person_read, rows.take(Fact.GUEST, f"{path}.guests"))),
        }
        for name, field in (
            (Fact.CLOSED_GROUND, "closed_ground"),
            (Fact.LATE_REASON, "late_reason"),
            (Fact.INITIALS, "initials"),
            (Fact.ROUTE_LINE, "route_line"),
            (Fact.PUBLIC_TITLE, "public_title"),
            (Fact.PUBLIC_DECISION, "public_decision"),
        ):
            value = rows.one(name, f"{path}.{field}")
            self.fields[field] = None if value is None else value_read(value)
        rows.finish()


class _Below:
    """What stands below an item's text: facts, then what needs room under headings of its own."""

    def __init__(self, walk: Walk, path: str, settled: Settled, rows: Rows) -> None:
        self.path = path
        self.sections = settled.sections
        self.rows = rows
        self.texts: dict[str, str] = {}
        self.grids: dict[str, Grid] = {}
        self.tables = list(settled.tables)
        self._take_room(walk)
        stopped_by = rows.one(Fact.STOPPED_BY, f"{path}.stopped_by")
        deciding = rows.one(Fact.DECIDING_BODY, f"{path}.deciding_body")
        sections = settled.sections
        files = self._all(Fact.ATTACHMENT_FILE, "attachment_files", attachment_file_read)
        titles = [file.title for file in files]
        attachments = titles or defaults.plain_attachments(sections)
        self.fields: dict[str, Any] = {
            "recommendations": self._recommendations(),
            "decision": self._decision(),
            "votes": self._all(Fact.VOTE, "votes", vote_read),
            "dissents": self._dissents(),
            "disqualified": self._all(Fact.DISQUALIFIED, "disqualified", person_read),
            "stopped_by": None if stopped_by is None else value_read(stopped_by),
            "absent": self._all(
                Fact.ABSENT, "absent", absence_read, defaults.plain_absences(sections)
            ),
            "case_route": self._all(
                Fact.CASE_STOP, "case_route", stop_read, defaults.plain_route(sections)
            ),
            "earlier_treatments": self._earlier(),
            "deciding_body": None if deciding is None else value_read(deciding),
            "attachments": self._all(Fact.ATTACHMENT, "attachments", value_read, attachments),
            "attachment_files": files,
            "figures": self._all(Fact.FIGURE, "figures", figure_read),
            "legal_basis": self._all(
                Fact.LEGAL_BASIS, "legal_basis", value_read, self._legal_basis()
            ),
            "references": self._all(Fact.REFERENCE, "references", reference_read),
            "tables": tuple(self.tables),
        }
        if self.texts or self.grids:
            raise NotOurs(f"{path}: {next(iter(self.texts or self.grids))}")

    def _take_room(self, walk: Walk) -> None:
        while (heading := walk.heading(BELOW_LEVEL)) is not None:
            walk.take_heading(BELOW_LEVEL, "markup")
            word, _, number = heading.rpartition(" ")
            if word == Below.TABLE and number.isdecimal():
                first = walk.line
                grid = walk.take(Grid, f"{self.path}.tables[{int(number) - 1}]")
                table = table_read(grid, (first + 1, walk.line))
                self.tables.insert(int(number) - 1, table)
            elif heading in (Below.RECOMMENDATIONS, Below.PARTS):
                field = "recommendations" if heading == Below.RECOMMENDATIONS else "decision.parts"
                self.grids[heading] = walk.take(Grid, f"{self.path}.{field}")
            else:
                self.texts[heading] = read_text(walk, f"{self.path}.{_FIELDS.get(word, heading)}")

    def _all(
        self, name: str, field: str, read: Callable[[str], Value], plain: Sequence[Value] = ()
    ) -> tuple[Value, ...]:
        values = self.rows.several(name, f"{self.path}.{field}")
        return tuple(plain) if values is None else tuple(map(read, values))

    def _legal_basis(self) -> list[str]:
        return defaults.lines_in(self.sections, SectionKind.LEGAL_BASIS)

    def _recommendations(self) -> tuple[Recommendation, ...]:
        path = f"{self.path}.recommendations"
        addressee = self.rows.one(Fact.ADDRESSEE, path)
        said = self.rows.several(Fact.OPTIONS, path)
        grid = self.grids.pop(Below.RECOMMENDATIONS, None)
        if said == []:
            return ()
        if grid is not None:
            return tuple(_recommendation(row) for row in grid.rows)
        return tuple(
            Recommendation(
                number=number,
                text=text,
                addressee=None if addressee is None else value_read(addressee),
                option=said == [Said.CHOICE],
            )
            for number, text in defaults.plain_recommendations(self.sections)
        )

    def _decision(self) -> Decision | None:
        path = f"{self.path}.decision"
        said = self.rows.several(Fact.DECISION, f"{path}.text")
        outcome = self.rows.one(Fact.OUTCOME, f"{path}.outcome")
        follow_ups = self._all(Fact.FOLLOW_UP, "decision.follow_ups", follow_up_read)
        grid = self.grids.pop(Below.PARTS, None)
        text = defaults.plain_decision(self.sections) if said is None else None
        if said:
            text = self._text(said[0], Below.DECISION)
        if text is None:
            return None
        return Decision(
            text=text,
            outcome=None if outcome is None else word_read(OUTCOMES, outcome),
            parts=() if grid is None else tuple(_part(row) for row in grid.rows),
            follow_ups=follow_ups,
        )

    def _dissents(self) -> tuple[Dissent, ...]:
        found = []
        for number, row in enumerate(self.rows.take(Fact.DISSENT, f"{self.path}.dissents"), 1):
            names, where = record_read(row)
            text = self._text(where, f"{Below.DISSENT} {number}")
            found.append(Dissent(names=list_read(names), text=text))
        return tuple(found)

    def _earlier(self) -> tuple[EarlierTreatment, ...]:
        rows = self.rows.take(Fact.EARLIER, f"{self.path}.earlier_treatments")
        found = []
        for number, row in enumerate(rows, 1):
            pieces = Pieces(row)
            day, item = pieces.day(), pieces.text(Said.ITEM)
            absent = pieces.value(Said.ABSENT)
            is_closed = pieces.has(Said.BEHIND_DOORS)
            (where,) = pieces.rest() or [Said.NO_TEXT]
            found.append(
                EarlierTreatment(
                    body=value_read(pieces.first),
                    date=day,
                    item=item,
                    text=self._text(where, f"{Below.EARLIER} {number}"),
                    absent=tuple(map(absence_read, entries_read(absent) if absent else ())),
                    is_closed=is_closed,
                )
            )
        return tuple(found)

    def _text(self, where: str, heading: str) -> str:
        """The text that stands where a row says it does."""
        if where == Said.NO_TEXT:
            return ""
        if where == Said.BELOW:
            return self.texts.pop(heading)
        match = _WHERE.fullmatch(where)
        if match is None:
            raise NotOurs(f"{self.path}: {where}")
        text = text_at(self.sections, int(match[1]))
        if match[2] is None:
            return text
        pieces = text.split("\n\n")
        return "\n\n".join(pieces[int(match[2]) - 1 : int(match[3] or match[2])])


_FIELDS = {
    str(Below.EARLIER): "earlier_treatments",
    str(Below.DISSENT): "dissents",
}


def text_at(sections: Sequence[Section], number: int) -> str:
    """The text of the section of this number, counted from 1."""
    if not 0 < number <= len(sections):
        raise NotOurs(f"sections: {number}")
    return sections[number - 1].text


def _recommendation(row: Sequence[str]) -> Recommendation:
    number, text, addressee, option = row
    return Recommendation(
        number=int(number),
        text=text_read(text),
        addressee=value_read(addressee) if addressee else None,
        option=option == Said.YES,
    )


def _part(row: Sequence[str]) -> DecisionPart:
    covers, outcome, text = row[0], row[-2], row[-1]
    return DecisionPart(
        covers=tuple(int(number) for number in covers.split(", ")) if covers else (),
        outcome=word_read(OUTCOMES, outcome) if outcome else None,
        text=text_read(text),
    )
