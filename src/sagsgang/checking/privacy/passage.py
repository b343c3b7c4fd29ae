"""The texts in which something about a person may stand: of the minutes, and of every attachment.

Sections come before what repeats them (the decision, the tables), so that a finding is marked where
it is read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place
from sagsgang.checking.rule import Words
from sagsgang.minutes import AgendaItem, Minutes, Section, Table
from sagsgang.minutes.attachment import Attachment, Fragment, FragmentKind
from sagsgang.minutes.base import Lines

TITLE = Words("titlen", "the title")
_LINE = Words("dokumentet", "the document")

#: Where a reader of the file does not look, but anybody can.
HIDDEN = frozenset(
    {
        FragmentKind.COMMENT,
        FragmentKind.TRACKED_CHANGE,
        FragmentKind.HIDDEN,
        FragmentKind.ANNOTATION,
        FragmentKind.METADATA,
        FragmentKind.EMBEDDED,
        FragmentKind.NOTES,
        FragmentKind.COVERED,
    }
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and where it stands; `source` names it in words.

    `is_closed` for what stands in a closed item and is not published with the open ones.
    """

    text: str
    source: Words
    item: AgendaItem | None = None
    number: int | None = None
    section: int | None = None
    table: int | None = None
    first_row: int = 0
    lines: Lines | None = None
    is_closed: bool = False
    attachment: Attachment | None = None
    fragment: Fragment | None = None

    @property
    def is_hidden(self) -> bool:
        """Whether it stands in an attachment where nobody looks."""
        return self.fragment is not None and self.fragment.kind in HIDDEN

    @property
    def is_cells(self) -> bool:
        """Whether the text is the cells of a table or sheet, parted by tabs."""
        return self.table is not None or (self.fragment is not None and bool(self.fragment.columns))

    def place(self, start: int, end: int) -> Place | None:
        """The characters `start`–`end` as a place in the minutes; None in an attachment."""
        if self.number is None:
            return None
        if self.section is not None:
            return Place(item=self.number, section=self.section, spans=((start, end),))
        if self.table is not None:
            row = self.text.count("\n", 0, start) - self.first_row
            column = self.text.count("\t", self.text.rfind("\n", 0, start) + 1, start)
            cells = ((row, column),) if row >= 0 else ()
            return Place(item=self.number, table=self.table, cells=cells)
        return Place(item=self.number)

    def where(self, offset: int) -> str | None:
        """The place in the attachment, in words."""
        return self.fragment.place(offset) if self.fragment else None


def passages(minutes: Minutes, context: Context, *, closed: bool = False) -> tuple[Passage, ...]:
    """Every passage; what is inside closed items only when `closed`, their titles always."""
    return context.views.once(
        (passages, closed), lambda: _passages(minutes, context.attachments, with_closed=closed)
    )


def _passages(
    minutes: Minutes, attachments: Sequence[Attachment], *, with_closed: bool
) -> Iterator[Passage]:
    for number, item in enumerate(minutes.items):
        yield from _of_item(item, number, with_closed=with_closed)
    for unplaced in minutes.unplaced:
        yield Passage(unplaced.text, _LINE, lines=unplaced.lines)
    for attachment in attachments:
        for fragment in attachment.fragments:
            yield Passage(
                fragment.text,
                Words("bilaget", "the attachment"),
                attachment=attachment,
                fragment=fragment,
            )


def lines_of(minutes: Minutes, context: Context) -> Iterator[Passage]:
    """The lines of the document, for what the reader kept nowhere: its head, foot and fields."""
    item_at = {
        line: number
        for number, item in enumerate(minutes.items)
        for line in range(item.lines[0], item.lines[1] + 1)
    }
    for line, text in enumerate(context.lines, start=1):
        number = item_at.get(line)
        item = None if number is None else minutes.items[number]
        is_closed = item is not None and item.is_closed
        yield Passage(text, _LINE, item, number, lines=(line, line), is_closed=is_closed)


def _of_item(item: AgendaItem, number: int, *, with_closed: bool) -> Iterator[Passage]:
    def said(text: str, da: str, en: str, *, is_closed: bool = item.is_closed) -> Passage:
        return Passage(text, Words(da, en), item, number, lines=item.lines, is_closed=is_closed)

    title = (item.lines[0], item.lines[0])
    yield Passage(item.title, TITLE, item, number, lines=title)
    if item.is_closed and not with_closed:
        return
    for position, section in enumerate(item.sections):
        yield Passage(
            section.text,
            _heading(section),
            item,
            number,
            section=position,
            lines=section.lines,
            is_closed=item.is_closed,
        )
    for position, table in enumerate(item.tables):
        yield of_table(item, number, position, table)
    if item.decision:
        yield said(item.decision.text, "beslutningen", "the decision")
    for recommendation in item.recommendations:
        yield said(recommendation.text, "indstillingen", "the recommendation")
    for treatment in item.earlier_treatments:
        yield said(treatment.text, "tidligere behandling", "an earlier treatment")


def of_table(item: AgendaItem, number: int, position: int, table: Table) -> Passage:
    """A table's cells, a row on a line, the header first."""
    rows = ([table.header] if table.header else []) + list(table.rows)
    return Passage(
        "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows),
        Words("tabellen", "the table"),
        item,
        number,
        table=position,
        first_row=1 if table.header else 0,
        lines=table.lines,
        is_closed=item.is_closed,
    )


def _heading(section: Section) -> Words:
    name = section.heading or "teksten"
    return Words(f"«{name}»", f"«{name}»")
