"""One agenda item from its lines: the lines below the title, the sections, and everything drawn from them."""

import datetime
import re

from sagsgang.minutes import (
    Absence,
    AgendaItem,
    CaseNumber,
    EarlierTreatment,
    Recommendation,
    Section,
    SectionKind,
)
from sagsgang.minutes.treatment import CaseStop, Reference
from sagsgang.reading.attachments import read_attachments
from sagsgang.reading.attendance import absences, from_prose
from sagsgang.reading.below_title import (
    Below,
    case_number,
    is_meta,
    read_below,
    take_labels,
    take_signs,
)
from sagsgang.reading.decisions import outcome_of, read_decision
from sagsgang.reading.items import Start
from sagsgang.reading.outline import Part
from sagsgang.reading.paragraphs import join, paragraphs
from sagsgang.reading.recommendations import read_recommendations
from sagsgang.reading.routes import body_name, read_references, read_route, read_treatments
from sagsgang.reading.sheet import Sheet
from sagsgang.reading.tables import tables_in
from sagsgang.reading.trace import TraceBuilder
from sagsgang.reading.votes import read_votes

_NOTHING = re.compile(r"^(?:intet|ingen|ikke relevant|ej relevant|-|–)\b.{0,40}$", re.I)
_CLOSED = re.compile(
    r"^\(?lukket\b|\blukket (?:sag|dagsordenspunkt)\b|\(lukket[^)]*\)|[-–]\s*lukket\s*(?:punkt|sag)?\)?$|^lukket (?:punkt|sag)|\blukket punkt\b",
    re.I,
)
_ITEM_WORD = re.compile(r"^[^\W\d]+\.?(?:\s?nr\.?)?\s*:?\s*\d+\w?\s*[.:]?")
_GAP = re.compile(r"\s{3,}|\t+")
_TRAILING_CASE = re.compile(
    r"\s*[\[(](?:sagsnr\.?:?\s*|j\.?nr\.?:?\s*)?(?P<case>[^()\[\]]{4,30})[\])]\s*$", re.I
)


class ItemReader:
    """Reads the items of one document; keeps nothing between items but the sheet and the trace."""

    def __init__(self, sheet: Sheet, trace: TraceBuilder, held: datetime.date | None) -> None:
        self.sheet, self.trace, self.held = sheet, trace, held

    def read(
        self, position: int, start: Start, end: int, parts: list[Part], closed_group: bool | None
    ) -> AgendaItem:
        """The item that begins at `start` and ends before line `end`."""
        path = f"items[{position}]"
        title, title_last, first_case = self._title(start, parts[0].head.line if parts else end)
        body_start = max(title_last, start.line) + 1
        first_head = parts[0].head.line if parts else end
        below = read_below(self.sheet, body_start, first_head, path, self.trace)
        if start.line < start.title_line:
            take_labels(_ITEM_WORD.sub("", self.sheet.text[start.line], count=1), below)
        number = first_case or below.case_number
        if (
            number is None
            and (match := _TRAILING_CASE.search(title))
            and (inline := case_number(match["case"]))
        ):
            number, title = inline, title[: match.start()]
        if number is None and start.line < start.title_line:
            number = self._between(start.line, start.title_line, path)
        self._place_title(start, title_last, path)
        signs = self._signs(parts[0], below) if parts and below.text_first is None else {}
        is_closed = start.is_closed or below.is_closed or bool(_CLOSED.search(title))
        sections = self._sections(parts, below, first_head, path)
        if (
            is_closed
            and sections
            and not sections[0].heading
            and outcome_of(sections[0].text) is not None
        ):
            # of a closed item only what was decided is published, and without a heading
            sections[0] = sections[0].model_copy(update={"kind": SectionKind.DECISION})
        for index, name in signs.items():
            self.trace.place(index, index, f"{path}.{name}")
        drawn = self._draw(parts, sections)
        last = end - 1
        while last > start.line and not self.sheet.text[last]:
            last -= 1
        if (
            start.is_closed is None
            and below.is_closed is None
            and closed_group is not None
            and not is_closed
        ):
            is_closed = closed_group
        return AgendaItem(
            number=start.number,
            title=title,
            is_closed=bool(is_closed),
            case_number=number,
            lines=(start.line + 1, last + 1),
            sections=tuple(sections),
            tables=tables_in(self.sheet, body_start, last),
            references=self._references(sections, drawn),
            initials=below.initials,
            route_line=below.route_line,
            **drawn,
        )

    def _signs(self, part: Part, below: Below) -> dict[int, str]:
        """Initials and route that stand right under the first heading: no part of its text."""
        found: dict[int, str] = {}
        for index in range(part.first, part.last + 1):
            line = self.sheet.text[index]
            if line and part.head.column == 0:
                name = take_signs(line, below)
                if name is None:
                    break
                found[index] = name
                self.sheet.text[index] = ""
        return found

    def _title(self, start: Start, first_head: int) -> tuple[str, int, CaseNumber | None]:
        """The title, which may go on over the next line; and a case number above it."""
        sheet = self.sheet
        title, last = start.title, start.title_line
        number = None
        if "  " in title or "\t" in title:
            pieces = _GAP.split(title)
            if len(pieces) > 1 and (number := case_number(pieces[-1])) is not None:
                title = " ".join(pieces[:-1])
        while not sheet.flowed and (below := last + 1) < first_head:
            line = sheet.text[below]
            if (
                not line
                or (len(title) < 35 and not _indented(sheet.raw[below]))
                or is_meta(line)
                or last - start.title_line >= 3
            ):
                break
            if not (
                line[0].islower()
                or (_indented(sheet.raw[below]) and not line.endswith((".", ":")))
                or title.endswith((",", "-", " og", " af", " i", " på", " til", " for"))
                or (
                    sheet.wrapped
                    and len(title) > sheet.width * 0.7
                    and not line.endswith((".", ":"))
                    and len(line) < sheet.width * 0.8
                )
            ):
                break
            title, last = join(title, line), below
        above = start.line
        if number is not None:
            return title, last, number
        if start.line < start.title_line and case_number(sheet.text[start.line]) is not None:
            number = case_number(sheet.text[start.line])
            if number is not None:
                self.trace.place(start.line, start.line, "case_number")
        else:
            index = above - 1
            while index >= 0 and not sheet.text[index]:
                index -= 1
            if index >= 0 and not self.trace.is_placed(index) and len(sheet.text[index]) < 60:
                number = case_number(sheet.text[index])
        return title, last, number

    def _between(self, first: int, last: int, path: str) -> CaseNumber | None:
        for index in range(first + 1, last):
            if self.sheet.text[index] and (number := case_number(self.sheet.text[index])):
                self.trace.place(index, index, f"{path}.case_number")
                return number
        return None

    def _place_title(self, start: Start, last: int, path: str) -> None:
        raw = self.sheet.raw[start.title_line]
        column = raw.find(start.title[:15]) if start.title else -1
        if start.line < start.title_line:
            above = (
                "case_number" if case_number(self.sheet.text[start.line]) is not None else "number"
            )
            self.trace.place(start.line, start.line, f"{path}.{above}")
        self.trace.place(start.title_line, last, f"{path}.title")
        if column > 0 and raw[:column].strip():
            self.trace.split(start.title_line, column, f"{path}.number", f"{path}.title")

    def _sections(
        self, parts: list[Part], below: Below, first_head: int, path: str
    ) -> list[Section]:
        sections: list[Section] = []
        sheet, trace = self.sheet, self.trace
        if below.text_first is not None:
            last = first_head - 1
            while not sheet.text[last]:
                last -= 1
            text = "\n\n".join(paragraphs(sheet, below.text_first, last))
            sections.append(
                Section(
                    heading="",
                    kind=SectionKind.OTHER,
                    lines=(below.text_first + 1, last + 1),
                    text=text,
                )
            )
            trace.place(below.text_first, last, f"{path}.sections[0].text")
        for part in parts:
            here = f"{path}.sections[{len(sections)}]"
            text = "\n\n".join(self.blocks(part))
            last = max(part.last, part.head.line)
            kinds = (
                ("recommendation", "decision")
                if part.kind == "recommendation_and_decision"
                else (self._kind(part),)
            )
            for kind in kinds:
                sections.append(
                    Section(
                        heading=part.head.text,
                        kind=SectionKind(kind),
                        level=part.level,
                        lines=(part.head.line + 1, last + 1),
                        text=text,
                    )
                )
            trace.place(part.head.line, part.head.line, f"{here}.heading")
            if part.last > part.head.line:
                trace.place(part.head.line + 1, part.last, f"{here}.text")
            if part.head.column:
                trace.split(part.head.line, part.head.column, f"{here}.heading", f"{here}.text")
        return sections

    def _kind(self, part: Part) -> str:
        if part.kind != "course":
            return part.kind
        blocks = self.blocks(part)
        return (
            "earlier_treatments" if any(t.text for t in read_treatments(blocks)) else "case_route"
        )

    def blocks(self, part: Part) -> list[str]:
        """The paragraphs of a part's own text."""
        if part.blocks is None:
            part.blocks = self._blocks(part)
        return part.blocks

    def _blocks(self, part: Part) -> list[str]:
        listed = part.kind in ("attachments", "case_route")
        if not part.head.column:
            return paragraphs(self.sheet, part.first, part.last, listed)
        line = self.sheet.raw[part.head.line][part.head.column :].strip(" :*\t")
        held = self.sheet.text[part.head.line]
        self.sheet.text[part.head.line] = line
        try:
            return paragraphs(self.sheet, part.head.line, part.last, listed)
        finally:
            self.sheet.text[part.head.line] = held

    def _draw(self, parts: list[Part], sections: list[Section]) -> dict[str, object]:
        """Everything that the sections' texts say."""
        recommendations: list[Recommendation] = []
        treatments: list[EarlierTreatment] = []
        route: list[CaseStop] = []
        attachments: list[str] = []
        legal: list[str] = []
        absent: list[Absence] = []
        decided: list[str] = []
        deciding: str | None = None
        has_decision = False
        if sections and sections[0].kind is SectionKind.DECISION and not sections[0].heading:
            decided += sections[0].text.split("\n\n")
            has_decision = True
        for part in parts:
            blocks = self.blocks(part)
            kind = self._kind(part)
            if kind == "recommendation":
                recommendations += read_recommendations(blocks)
            elif kind == "recommendation_and_decision":
                proposed, decision = _divide(blocks)
                recommendations += read_recommendations(proposed)
                decided += decision
                has_decision = True
            elif kind == "decision" and part.foreign:
                treatments += self._foreign(part, blocks)
            elif kind == "decision":
                decided += blocks
                has_decision = True
            elif kind == "earlier_treatments":
                treatments += read_treatments(blocks)
            elif kind == "case_route":
                route += read_route(blocks)
            elif kind == "attachments":
                attachments += read_attachments(blocks)
            elif kind == "absent":
                absent += absences("\n".join(blocks), part.head.text)
            elif kind == "deciding_body" and blocks:
                deciding = blocks[0].strip().rstrip(".") or None
            elif kind == "legal_basis":
                legal += [
                    line
                    for block in blocks
                    for line in block.split("\n")
                    if not _NOTHING.match(line)
                ]
        for block in decided:
            for line in block.split("\n"):
                absent += [
                    found
                    for found in from_prose(line)
                    if found.name not in {known.name for known in absent}
                ]
        text = "\n\n".join(decided)
        return {
            "recommendations": tuple(recommendations),
            "decision": read_decision(text, len(recommendations), self.held)
            if has_decision and text
            else None,
            "absent": tuple(absent),
            "case_route": tuple(route),
            "earlier_treatments": tuple(treatments),
            "deciding_body": deciding,
            "votes": read_votes(text),
            "attachments": tuple(attachments),
            "legal_basis": tuple(legal),
        }

    def _foreign(self, part: Part, blocks: list[str]) -> list[EarlierTreatment]:
        head = part.head
        opened = f"{head.text}:"
        found = read_treatments([opened, *blocks])
        if found:
            return list(found)
        return [
            EarlierTreatment(
                body=body_name(head.body or ""),
                date=head.date,
                item=head.item,
                text="\n\n".join(blocks),
            )
        ]

    def _references(
        self, sections: list[Section], drawn: dict[str, object]
    ) -> tuple[Reference, ...]:
        found: list[Reference] = []
        for section in sections:
            if "møde" in section.text:
                found += read_references(section.text)
        return tuple(dict.fromkeys(found))


def _indented(raw: str) -> bool:
    return raw.startswith(("   ", "\t"))


def _divide(blocks: list[str]) -> tuple[list[str], list[str]]:
    """The recommendation and the decision of a section that holds both."""
    lines = [line for block in blocks for line in block.split("\n")]
    seen = False
    for position, line in enumerate(lines):
        proposes = bool(
            re.search(
                r"\bindstill(?:er|es)\b|\bforeslår\b|^at\b|^til (?:godkendelse|orientering|drøftelse|efterretning)|^(?:\d+[.)]|[-•])",
                line,
                re.I,
            )
        )
        if seen and not proposes and outcome_of(line) is not None:
            return lines[:position], ["\n".join(lines[position:])]
        seen = seen or proposes
    return (lines, []) if seen else ([], lines)
