"""A case's text as it reads now, composed into minutes of one item that the rules can check."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sagsgang.checking import Place
from sagsgang.language.case_numbers import parse_case_number
from sagsgang.minutes import (
    AgendaItem,
    CaseNumber,
    CaseNumberKind,
    CaseStop,
    DocumentKind,
    EarlierTreatment,
    ItemKind,
    Minutes,
    Recommendation,
    Section,
    SectionKind,
    Source,
    Table,
    UsedFigure,
)
from sagsgang.reading.content.routes import read_references, read_route, read_treatments
from sagsgang.web.cases.models import Case, RecommendationPoint
from sagsgang.web.cases.models import Section as SectionRow
from sagsgang.web.cases.richtext.blocks import PlacedTable, Text, text_and_tables
from sagsgang.web.cases.richtext.sanitise import sanitise
from sagsgang.web.cases.section_lines import Lines, SectionLine

_ITEM_KINDS = {"decision": ItemKind.DECISION, "discussion": ItemKind.DISCUSSION}


@dataclass(frozen=True, slots=True)
class Spot:
    """Words in a case: of the section with the key `section`, or of recommendation point number
    `point`. `start` and `end` count in its plain text; None when all of it is meant.
    """

    section: int | None = None
    point: int | None = None
    start: int | None = None
    end: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    """A section of the composed item: whose text it is, and where each point stands in it. The
    first `by_itself` characters of the text are not in the editor: the section says them by itself.
    """

    key: int | None
    text: str
    points: tuple[tuple[int, int, int], ...] = ()
    by_itself: int = 0


@dataclass(frozen=True, slots=True)
class Composed:
    """`lines` are the canonical lines, with links as they are written in Markdown."""

    minutes: Minutes
    lines: tuple[str, ...]
    parts: tuple[_Part, ...]
    tables: tuple[tuple[int, PlacedTable], ...]

    def spots(
        self, place: Place | None, lines: tuple[int, int] | None, printed: Sequence[str] = ()
    ) -> list[Spot]:
        """Where in the case a finding's place is; empty when it is the case as a whole. Where it
        is told by its line alone, the words `printed` are looked for in the section.
        """
        if place is not None and place.table is not None:
            return self._in_table(place.table, place.cells)
        if place is not None and place.section is not None:
            part = self.parts[place.section]
            return [_spot(part, *span) for span in place.spans] or [_spot(part)]
        if place is None and lines is not None:
            for number, section in enumerate(self.minutes.items[0].sections):
                if section.lines[0] <= lines[0] <= section.lines[1]:
                    part = self.parts[number]
                    words = printed[0] if printed else ""
                    if words and part.text.count(words) == 1:
                        start = part.text.index(words)
                        return [_spot(part, start, start + len(words))]
                    return [_spot(part)]
        return []

    def _in_table(self, number: int, cells: Sequence[tuple[int, int]]) -> list[Spot]:
        at, placed = self.tables[number]
        first = 1 if placed.table.header else 0
        rows, part = placed.cells, self.parts[at]
        before = part.by_itself
        cut = [
            rows[row + first][column]
            for row, column in cells
            if row + first < len(rows) and column < len(rows[row + first])
        ] or [(rows[0][0][0], rows[-1][-1][1])]
        return [_spot(part, start + before, end + before) for start, end in cut]


def _spot(part: _Part, start: int | None = None, end: int | None = None) -> Spot:
    if start is None or end is None:
        return Spot(part.key)
    for number, first, last in part.points:
        if first <= start < last:
            end = min(end, last)
            return Spot(None, number, start - first, end - first, part.text[start:end])
    words, before = part.text[start:end], part.by_itself
    if start < before:
        return Spot(part.key, words=words)
    return Spot(part.key, None, start - before, end - before, words)


@dataclass(frozen=True, slots=True)
class Draft:
    """What is on the screen and not saved yet: HTML by the keys of sections, the points' texts in
    order, the title. What is None is as it was saved.
    """

    sections: Mapping[int, str] | None = None
    points: Sequence[str] | None = None
    title: str | None = None


@lru_cache(maxsize=512)
def _text_of(html: str) -> Text:
    return text_and_tables(sanitise(html))


def compose(
    case: Case,
    sections: Sequence[SectionRow],
    points: Sequence[RecommendationPoint],
    attachments: Sequence[str],
    draft: Draft | None = None,
    lines: Lines | None = None,
    figures: Sequence[UsedFigure] = (),
) -> Composed:
    """The case as one item of an agenda: `attachments` are their titles, in order; `lines` are
    what sections say by themselves, by their kind; `figures` those that stand in the text.
    """
    lines = lines or {}
    draft = draft or Draft()
    unsaved = draft.sections or {}
    texts = [(row, _text_of(unsaved.get(row.pk, row.html))) for row in sections]
    said = _points(points, draft.points)
    title = case.title if draft.title is None else draft.title
    composer = _Composer(title)
    has_points = False
    for number, (row, text) in enumerate(texts):
        kind = SectionKind(row.kind)
        takes_points = kind is SectionKind.RECOMMENDATION and not has_points and bool(said)
        told = lines.get(row.kind, ())
        if not (text.text or told or takes_points or _stands_empty(number, texts)):
            continue
        has_points = has_points or takes_points
        points_here = said if takes_points else ()
        composer.add(
            row.pk, row.heading, kind, row.level, text, points_here, told, is_public=row.is_public
        )
    if said and not has_points:
        composer.add(None, "Indstilling", SectionKind.RECOMMENDATION, 1, _NO_TEXT, said)
    return composer.composed(case, title, said, tuple(attachments), tuple(figures))


_NO_TEXT = Text("", "")


def _points(
    rows: Sequence[RecommendationPoint], unsaved: Sequence[str] | None
) -> tuple[Recommendation, ...]:
    if unsaved is not None:
        texts = [" ".join(text.split()) for text in unsaved]
        return tuple(
            Recommendation(number=number, text=text)
            for number, text in enumerate((text for text in texts if text), start=1)
        )
    return tuple(
        Recommendation(
            number=row.number,
            text=row.text,
            addressee=row.addressee.name if row.addressee else None,
            option=bool(row.choice),
        )
        for row in rows
    )


def _stands_empty(number: int, texts: Sequence[tuple[SectionRow, Text]]) -> bool:
    """Whether a section without text is printed all the same: it must be filled, or it is the
    heading of those below it.
    """
    row = texts[number][0]
    below = texts[number + 1 : number + 2]
    return row.is_required or any(b.level > row.level and text.text for b, text in below)


class _Composer:
    def __init__(self, title: str) -> None:
        self.lines: list[str] = [title]
        self.sections: list[Section] = []
        self.parts: list[_Part] = []
        self.tables: list[tuple[int, PlacedTable]] = []
        self.placed: list[Table] = []
        self.drawn: dict[str, Any] = {}

    def add(
        self,
        key: int | None,
        heading: str,
        kind: SectionKind,
        level: int,
        text: Text,
        points: Sequence[Recommendation],
        told: Sequence[SectionLine] = (),
        *,
        is_public: bool = True,
    ) -> None:
        own = text.text
        live = "\n\n".join(line.printed for line in told)
        live += "\n\n" if live and own else ""
        body, linked = live + own, live + text.linked
        spans: list[tuple[int, int, int]] = []
        for point in points:
            before = "\n" if spans else "\n\n" if body else ""
            mark = f"{before}{point.number}. "
            start = len(body) + len(mark)
            body += mark + point.text
            linked += mark + point.text
            spans.append((point.number, start, len(body)))
        first = len(self.lines) + 1
        self.lines.append(heading)
        if body:
            self.lines += linked.split("\n")
        for placed in text.tables:
            begin, end = (line + live.count("\n") for line in placed.table.lines)
            lines = (first + 1 + begin, first + 1 + end)
            self.placed.append(placed.table.model_copy(update={"lines": lines}))
            self.tables.append((len(self.sections), placed))
        self.sections.append(
            Section(
                heading=heading,
                kind=kind,
                level=level,
                lines=(first, len(self.lines)),
                text=body,
                is_public=is_public,
            )
        )
        self.parts.append(_Part(key, body, tuple(spans), len(live)))
        self._draw(kind, own if told else body, told)

    def _draw(self, kind: SectionKind, text: str, told: Sequence[SectionLine]) -> None:
        blocks = [block for block in text.split("\n\n") if block]
        if kind is SectionKind.LEGAL_BASIS:
            lines = tuple(line for block in blocks for line in block.split("\n"))
            self.drawn["legal_basis"] = self.drawn.get("legal_basis", ()) + lines
        elif kind is SectionKind.CASE_ROUTE:
            live = tuple(line.drawn for line in told if isinstance(line.drawn, CaseStop))
            self.drawn["case_route"] = live + read_route(blocks)
        elif kind is SectionKind.EARLIER_TREATMENTS:
            live = tuple(line.drawn for line in told if isinstance(line.drawn, EarlierTreatment))
            self.drawn["earlier_treatments"] = live + read_treatments(blocks)
        elif kind is SectionKind.DECIDING_BODY and told:
            self.drawn["deciding_body"] = told[0].text
        elif kind is SectionKind.DECIDING_BODY and blocks:
            self.drawn["deciding_body"] = blocks[0].strip().rstrip(".") or None
        if "møde" in text:
            self.drawn["references"] = self.drawn.get("references", ()) + read_references(text)

    def composed(
        self,
        case: Case,
        title: str,
        points: tuple[Recommendation, ...],
        attachments: tuple[str, ...],
        figures: tuple[UsedFigure, ...],
    ) -> Composed:
        item = AgendaItem(
            number=None,
            title=title,
            is_closed=case.is_closed,
            case_number=_case_number(case.number),
            lines=(1, len(self.lines)),
            sections=tuple(self.sections),
            recommendations=points,
            attachments=attachments,
            tables=tuple(self.placed),
            figures=figures,
            kind=_ITEM_KINDS.get(case.kind, ItemKind.BRIEFING),
            **self.drawn,
        )
        digest = hashlib.sha256("\n".join(self.lines).encode()).hexdigest()
        minutes = Minutes(
            kind=DocumentKind.AGENDA,
            municipality=case.municipality.name,
            body=case.body.name,
            items=(item,),
            source=Source(name="", sha256=digest, format="html", dialect="", confidence=1.0),
        )
        return Composed(minutes, tuple(self.lines), tuple(self.parts), tuple(self.tables))


def _case_number(printed: str) -> CaseNumber | None:
    if not printed:
        return None
    read = parse_case_number(printed)
    if read is None:
        kind = CaseNumberKind.OTHER
        return CaseNumber(text=printed, kind=kind, canonical=printed, is_valid=True)
    return CaseNumber(
        text=printed,
        kind=CaseNumberKind(read.kind),
        canonical=read.canonical,
        is_valid=read.is_valid,
    )
