"""One agenda item from its lines: the title and what stands below it, then the sections."""

import datetime
import re

from sagsgang.minutes import AgendaItem, CaseNumber, Section, SectionKind
from sagsgang.minutes.treatment import Reference
from sagsgang.reading.content.decisions import outcome_of
from sagsgang.reading.content.drawn import Drawn
from sagsgang.reading.content.routes import read_references, read_treatments
from sagsgang.reading.layout.below_title import (
    Below,
    case_number,
    read_below,
    take_labels,
    take_signs,
)
from sagsgang.reading.layout.items import Start
from sagsgang.reading.layout.paragraphs import paragraphs
from sagsgang.reading.layout.part import Part
from sagsgang.reading.layout.sheet import Sheet
from sagsgang.reading.layout.tables import tables_in
from sagsgang.reading.layout.title import Title, read_title, says_closed, says_open
from sagsgang.reading.trace import TraceBuilder

_ITEM_WORD = re.compile(r"^[^\W\d]+\.?(?:\s?nr\.?)?\s*:?\s*\d+\w?\s*[.:]?")


class ItemReader:
    """Reads the items of one document; keeps nothing between items but the sheet and the trace."""

    def __init__(self, sheet: Sheet, trace: TraceBuilder, held: datetime.date | None) -> None:
        self.sheet, self.trace, self.held = sheet, trace, held

    def read(
        self, position: int, start: Start, end: int, parts: list[Part], closed_group: bool | None
    ) -> AgendaItem:
        """The item that begins at `start` and ends before line `end`."""
        path = f"items[{position}]"
        first_head = parts[0].head.line if parts else end
        title = read_title(self.sheet, start, first_head)
        self._place_title(start, title, path)
        body_start = max(title.last, start.line) + 1
        below = read_below(self.sheet, body_start, first_head, path, self.trace)
        if start.line < start.title_line:
            take_labels(_ITEM_WORD.sub("", self.sheet.text[start.line], count=1), below)
        if parts and below.text_first is None:
            self._take_signs(parts[0], below)
        named = True if says_closed(title.text) else False if says_open(title.text) else None
        told = [start.is_closed, below.is_closed, named]
        closed = next((value for value in told if value is not None), closed_group) or any(told)
        sections = self._sections(parts, below, first_head, path, closed)
        for index, name in below.signs.items():
            self.trace.place(index, index, f"{path}.{name}")
        drawn = self._draw(parts, sections)
        last = end - 1
        while last > start.line and not self.sheet.text[last]:
            last -= 1
        return AgendaItem(
            number=start.number,
            title=title.text,
            is_closed=closed,
            case_number=title.case_number or below.case_number or self._between(start, path),
            lines=(start.line + 1, last + 1),
            sections=tuple(sections),
            recommendations=tuple(drawn.recommendations),
            decision=drawn.decision(self.held),
            absent=drawn.all_absent(),
            case_route=tuple(drawn.case_route),
            earlier_treatments=tuple(drawn.earlier_treatments),
            deciding_body=drawn.deciding_body,
            attachments=tuple(drawn.attachments),
            tables=tables_in(self.sheet, body_start, last),
            legal_basis=tuple(drawn.legal_basis),
            references=_references(sections),
            initials=below.initials,
            route_line=below.route_line,
            votes=drawn.votes(),
        )

    def _place_title(self, start: Start, title: Title, path: str) -> None:
        sheet, trace = self.sheet, self.trace
        if start.line < start.title_line:
            above = "number" if case_number(sheet.text[start.line]) is None else "case_number"
            trace.place(start.line, start.line, f"{path}.{above}")
        trace.place(start.title_line, title.last, f"{path}.title")
        raw = sheet.raw[start.title_line]
        column = raw.find(start.title[:15]) if start.title else -1
        if column > 0 and raw[:column].strip():
            trace.split(start.title_line, column, f"{path}.number", f"{path}.title")

    def _between(self, start: Start, path: str) -> CaseNumber | None:
        """A case number on a line between the item's number and its title."""
        for index in range(start.line + 1, start.title_line):
            if self.sheet.text[index] and (number := case_number(self.sheet.text[index])):
                self.trace.place(index, index, f"{path}.case_number")
                return number
        return None

    def _take_signs(self, part: Part, below: Below) -> None:
        """Initials and route that stand right under the first heading: no part of its text."""
        for index in range(part.first, part.last + 1):
            line = self.sheet.text[index]
            if line and part.head.column == 0:
                name = take_signs(line, below)
                if name is None:
                    return
                below.signs[index] = name
                self.sheet.text[index] = ""

    def _sections(
        self, parts: list[Part], below: Below, first_head: int, path: str, closed: bool
    ) -> list[Section]:
        sections: list[Section] = []
        if below.text_first is not None:
            sections.append(self._headless(below.text_first, first_head, closed))
            last = sections[0].lines[1] - 1
            self.trace.place(below.text_first, last, f"{path}.sections[0].text")
        for part in parts:
            here = f"{path}.sections[{len(sections)}]"
            head = part.head
            text = "\n\n".join(self._blocks(part))
            lines = (head.line + 1, max(part.last, head.line) + 1)
            both = part.kind == "recommendation_and_decision"
            for kind in ("recommendation", "decision") if both else (self._kind(part),):
                sections.append(
                    Section(
                        heading=head.text,
                        kind=SectionKind(kind),
                        level=part.level,
                        lines=lines,
                        text=text,
                    )
                )
            self.trace.place(head.line, head.line, f"{here}.heading")
            if part.last > head.line:
                self.trace.place(head.line + 1, part.last, f"{here}.text")
            if head.column:
                self.trace.split(head.line, head.column, f"{here}.heading", f"{here}.text")
        return sections

    def _headless(self, first: int, first_head: int, closed: bool) -> Section:
        """Text above the first heading; of a closed item it is the decision that is published."""
        last = first_head - 1
        while not self.sheet.text[last]:
            last -= 1
        text = "\n\n".join(paragraphs(self.sheet, first, last))
        decided = closed and outcome_of(text) is not None
        kind = SectionKind.DECISION if decided else SectionKind.OTHER
        return Section(heading="", kind=kind, lines=(first + 1, last + 1), text=text)

    def _kind(self, part: Part) -> str:
        """The kind of a part; a course is a route unless it tells what was decided."""
        if part.kind != "course":
            return part.kind
        told = any(treatment.text for treatment in read_treatments(self._blocks(part)))
        return "earlier_treatments" if told else "case_route"

    def _blocks(self, part: Part) -> list[str]:
        """The paragraphs of a part's own text."""
        if part.blocks is None:
            sheet, head = self.sheet, part.head
            listed = part.kind in ("attachments", "case_route")
            if head.column:
                held = sheet.text[head.line]
                sheet.text[head.line] = sheet.behind(head.line, head.column)
                part.blocks = paragraphs(sheet, head.line, part.last, listed)
                sheet.text[head.line] = held
            else:
                part.blocks = paragraphs(sheet, part.first, part.last, listed)
        return part.blocks

    def _draw(self, parts: list[Part], sections: list[Section]) -> Drawn:
        drawn = Drawn()
        if sections and sections[0].kind is SectionKind.DECISION and not sections[0].heading:
            drawn.decided += sections[0].text.split("\n\n")
        for part in parts:
            drawn.add(part, self._kind(part), self._blocks(part))
        return drawn


def _references(sections: list[Section]) -> tuple[Reference, ...]:
    found: list[Reference] = []
    for section in sections:
        if "møde" in section.text:
            found += read_references(section.text)
    return tuple(dict.fromkeys(found))
