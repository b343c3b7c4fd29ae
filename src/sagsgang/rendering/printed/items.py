"""An agenda item → blocks: its title, what it is, its sections, and what was made of them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from sagsgang.language.printed import (
    instead_of_nothing,
    list_shown,
    record_shown,
    text_shown,
    value_shown,
)
from sagsgang.minutes import AgendaItem, DecisionPart, Recommendation, Section, SectionKind
from sagsgang.minutes.labels import (
    ITEM,
    ITEM_KINDS,
    OUTCOMES,
    PART_COLUMNS,
    PART_COLUMNS_BESIDE,
    RECOMMENDATION_COLUMNS,
    SECTION_KINDS,
    Below,
    Fact,
    Said,
)
from sagsgang.minutes.printed import Block, Facts, Grid, Heading, HeadingRole
from sagsgang.reading.own import defaults
from sagsgang.reading.own.items import BELOW_LEVEL, ITEM_LEVEL
from sagsgang.reading.own.plain_kinds import plain_kind
from sagsgang.reading.own.sections import MERGED, SECTION_LEVEL
from sagsgang.rendering.printed.records import (
    absence_shown,
    attachment_file_shown,
    case_number_shown,
    earlier_shown,
    figure_shown,
    follow_up_shown,
    person_shown,
    reference_shown,
    stop_shown,
    vote_shown,
)
from sagsgang.rendering.printed.texts import Tables, text_blocks

Value = TypeVar("Value")
Row = tuple[str, str]
_DEEPEST = 6


def item_title(item: AgendaItem) -> str:
    """ "Punkt 15: Godkendelse af dagsorden"."""
    number = "" if item.number is None else f" {value_shown(item.number).replace(':', '::')}"
    return f"{ITEM}{number}: {value_shown(item.title)}"


def item_blocks(item: AgendaItem) -> list[Block]:
    """The item from its title to the last that is known about it."""
    blocks: list[Block] = [Heading(ITEM_LEVEL, item_title(item), HeadingRole.ITEM)]
    if head := tuple(_head(item)):
        blocks.append(Facts(head))
    tables = Tables(item)
    sections, kinds, is_plain = _sections(item, tables)
    blocks += sections
    below = _Below(item)
    rows = list(below.rows())
    room = below.room
    for number, grid in tables.below():
        room += [Heading(BELOW_LEVEL, f"{Below.TABLE} {number}", HeadingRole.LABEL), grid]
    if not is_plain or (room and not rows):
        rows.append((Fact.SECTIONS, kinds))
    rows += [(f"{Below.TABLE} {n}", ", ".join(signs)) for n, signs in tables.signs.items()]
    rows += tables.cells.items()
    if rows:
        heading = Heading(SECTION_LEVEL, Below.FACTS, HeadingRole.LABEL)
        blocks += [heading, Facts(tuple(rows)), *room]
    return blocks


def _head(item: AgendaItem) -> Iterator[Row]:
    if item.is_closed:
        yield Fact.IS_CLOSED, Said.YES
    yield from _text(Fact.CLOSED_GROUND, item.closed_ground)
    if item.case_number is not None:
        yield Fact.CASE_NUMBER, case_number_shown(item.case_number)
    if item.kind is not None:
        yield Fact.ITEM_KIND, ITEM_KINDS[item.kind]
    yield from _text(Fact.LATE_REASON, item.late_reason)
    yield from _text(Fact.INITIALS, item.initials)
    yield from _text(Fact.ROUTE_LINE, item.route_line)
    for guest in item.guests:
        yield Fact.GUEST, person_shown(guest)
    yield from _text(Fact.PUBLIC_TITLE, item.public_title)
    yield from _text(Fact.PUBLIC_DECISION, item.public_decision)


def _sections(item: AgendaItem, tables: Tables) -> tuple[list[Block], str, bool]:
    """The sections as they are printed, the row that says of what kind each is, and whether that is
    plain without it. Neighbours that differ by their kind alone are printed once.
    """
    is_plain = True
    blocks: list[Block] = []
    kinds: list[str] = []
    level = ITEM_LEVEL
    for same, group in groupby(item.sections, _but_its_kind):
        first, *others = group
        words = MERGED.join(SECTION_KINDS[section.kind] for section in (first, *others))
        plain = SECTION_KINDS[plain_kind(first.heading, first.level)]
        printed_level = 1
        if kinds or same[0] or not same[2]:
            level = max(SECTION_LEVEL, min(ITEM_LEVEL + first.level, level + 1, _DEEPEST))
            printed_level = level - ITEM_LEVEL
            blocks.append(Heading(level, _heading(first)))
        if first.level != printed_level:
            words += f" ({Said.LEVEL} {first.level})"
        if not first.is_public:
            words += f" ({Said.NOT_PUBLIC})"
        kinds.append(words)
        is_plain = is_plain and words == plain
        blocks += tables.blocks(first.text)
    return blocks, ", ".join(kinds) or f"({Said.NONE})", is_plain


def _but_its_kind(section: Section) -> tuple[object, ...]:
    return section.heading, section.level, section.text, section.is_public


def _heading(section: Section) -> str:
    words = text_shown(section.heading)
    is_word = words.strip("()") == Said.NO_HEADING and words != Said.NO_HEADING
    return f"({words})" if is_word else words or f"({Said.NO_HEADING})"


class _Below:
    """The facts below an item's text; `room` is what needs headings of its own."""

    def __init__(self, item: AgendaItem) -> None:
        self.item = item
        self.room: list[Block] = []

    def rows(self) -> Iterator[Row]:
        item, sections = self.item, self.item.sections
        yield from self._recommendations()
        yield from self._decision()
        yield from _all(Fact.VOTE, item.votes, vote_shown)
        for number, dissent in enumerate(item.dissents, start=1):
            where = self._where(dissent.text, f"{Below.DISSENT} {number}")
            yield Fact.DISSENT, record_shown([list_shown(dissent.names), where])
        yield from _all(Fact.DISQUALIFIED, item.disqualified, person_shown)
        yield from _text(Fact.STOPPED_BY, item.stopped_by)
        yield from _all(Fact.ABSENT, item.absent, absence_shown, defaults.plain_absences(sections))
        yield from _all(Fact.CASE_STOP, item.case_route, stop_shown, defaults.plain_route(sections))
        for number, earlier in enumerate(item.earlier_treatments, start=1):
            where = self._where(earlier.text, f"{Below.EARLIER} {number}") if earlier.text else ""
            yield Fact.EARLIER, earlier_shown(earlier, where)
        yield from _text(Fact.DECIDING_BODY, item.deciding_body)
        titles = [file.title for file in item.attachment_files]
        plain = titles or defaults.plain_attachments(sections)
        yield from _all(Fact.ATTACHMENT, item.attachments, value_shown, plain)
        yield from _all(Fact.ATTACHMENT_FILE, item.attachment_files, attachment_file_shown)
        yield from _all(Fact.FIGURE, item.figures, figure_shown)
        laws = defaults.lines_in(sections, SectionKind.LEGAL_BASIS)
        yield from _all(Fact.LEGAL_BASIS, item.legal_basis, value_shown, laws)
        yield from _all(Fact.REFERENCE, item.references, reference_shown)

    def _recommendations(self) -> Iterator[Row]:
        points = self.item.recommendations
        plain = defaults.plain_recommendations(self.item.sections)
        if not points:
            if plain:
                yield Fact.OPTIONS, list_shown(())
            return
        if [(one.number, one.text) for one in points] == plain and (
            len({(one.addressee, one.option) for one in points}) == 1
        ):
            yield from _text(Fact.ADDRESSEE, points[0].addressee)
            if points[0].option:
                yield Fact.OPTIONS, Said.CHOICE
            return
        self.room.append(Heading(BELOW_LEVEL, Below.RECOMMENDATIONS, HeadingRole.LABEL))
        self.room.append(Grid(RECOMMENDATION_COLUMNS, tuple(map(_recommendation_row, points))))

    def _decision(self) -> Iterator[Row]:
        decision = self.item.decision
        plain = defaults.plain_decision(self.item.sections)
        if decision is None:
            if plain is not None:
                yield Fact.DECISION, list_shown(())
            return
        if decision.text != plain:
            yield Fact.DECISION, self._where(decision.text, Below.DECISION)
        if decision.outcome is not None:
            yield Fact.OUTCOME, OUTCOMES[decision.outcome]
        yield from _all(Fact.FOLLOW_UP, decision.follow_ups, follow_up_shown)
        if decision.parts:
            beside = self.item.recommendations
            columns = PART_COLUMNS_BESIDE if beside else PART_COLUMNS
            rows = tuple(_part_row(part, beside) for part in decision.parts)
            self.room.append(Heading(BELOW_LEVEL, Below.PARTS, HeadingRole.LABEL))
            self.room.append(Grid(columns, rows))

    def _where(self, text: str, heading: str) -> str:
        """Where a text stands: among the sections, or below a heading of its own."""
        if not text:
            return Said.NO_TEXT
        wanted = text.split("\n\n")
        for number, section in enumerate(self.item.sections, start=1):
            if section.text == text:
                return f"{Said.SECTION} {number}"
            pieces = section.text.split("\n\n")
            for first in range(len(pieces) - len(wanted) + 1):
                if pieces[first : first + len(wanted)] == wanted:
                    last = f"-{first + len(wanted)}" if len(wanted) > 1 else ""
                    return f"{Said.SECTION} {number}, {Said.PIECE} {first + 1}{last}"
        self.room.append(Heading(BELOW_LEVEL, heading, HeadingRole.LABEL))
        self.room += text_blocks(text)
        return Said.BELOW


def _text(name: str, text: str | None) -> list[Row]:
    return [] if text is None else [(name, value_shown(text))]


def _all(
    name: str,
    values: Sequence[Value],
    shown: Callable[[Value], str],
    plain: Sequence[Value] = (),
) -> list[Row]:
    """A row for each value, unless they are plain from the sections; "(ingen)" for none."""
    if list(values) == list(plain):
        return []
    return [(name, instead_of_nothing(shown(value))) for value in values] or [
        (name, list_shown(()))
    ]


def _recommendation_row(point: Recommendation) -> tuple[str, ...]:
    addressee = "" if point.addressee is None else value_shown(point.addressee)
    option = Said.YES if point.option else ""
    return (str(point.number), text_shown(point.text), addressee, option)


def _part_row(part: DecisionPart, beside: Sequence[Recommendation]) -> tuple[str, ...]:
    """A part of the decision; beside it, for those who read, what it answers."""
    outcome = "" if part.outcome is None else OUTCOMES[part.outcome]
    row: tuple[str, ...] = (outcome, text_shown(part.text))
    if beside:
        answered = [point.text for point in beside if point.number in part.covers]
        row = (text_shown(" ".join(answered)), *row)
    return (", ".join(map(str, part.covers)), *row)
