"""An agenda item: everything the minutes say about one case at one meeting."""

from datetime import date
from enum import StrEnum

from pydantic import ConfigDict, Field

from sagsgang.minutes.base import Lines, Noun
from sagsgang.minutes.case_number import CaseNumber
from sagsgang.minutes.decision import Decision
from sagsgang.minutes.figure import UsedFigure
from sagsgang.minutes.person import Absence, Person
from sagsgang.minutes.recommendation import Recommendation
from sagsgang.minutes.section import Section, SectionKind
from sagsgang.minutes.table import Table
from sagsgang.minutes.treatment import CaseStop, EarlierTreatment, Reference


class ItemKind(StrEnum):
    """Whether the item asks for a decision, a discussion, or only informs."""

    DECISION = "decision"
    DISCUSSION = "discussion"
    BRIEFING = "briefing"


class Vote(Noun):
    """One vote: who or how many were for, against, or abstained."""

    model_config = ConfigDict(populate_by_name=True)

    question: str | None = None
    for_: tuple[str, ...] = Field(default=(), alias="for")
    against: tuple[str, ...] = ()
    abstained: tuple[str, ...] = ()
    result: str | None = None


class Dissent(Noun):
    """A diverging opinion entered in the minutes (kommunestyrelsesloven § 13, stk. 2): whose, and
    its words."""

    names: tuple[str, ...]
    text: str


class AttachmentFile(Noun):
    """An attachment as a file: its title as in `attachments`, where it is had, and its SHA-256.

    `added_after` is when it was added, where that was after the meeting.
    """

    title: str
    url: str | None = None
    is_closed: bool = False
    sha256: str | None = None
    added_after: date | None = None


class AgendaItem(Noun):
    """`number` and `title` as printed; a case number may serve several items.

    `stopped_by` brought the decision before the council (§ 23). `public_title` and
    `public_decision` are what the public reads of a closed item; only the internal document has
    them (`rendering/renditions.py`).
    """

    number: str | None
    title: str
    is_closed: bool = False
    case_number: CaseNumber | None = None
    lines: Lines
    sections: tuple[Section, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    decision: Decision | None = None
    absent: tuple[Absence, ...] = ()
    case_route: tuple[CaseStop, ...] = ()
    earlier_treatments: tuple[EarlierTreatment, ...] = ()
    deciding_body: str | None = None
    attachments: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    legal_basis: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    kind: ItemKind | None = None
    initials: str | None = None
    route_line: str | None = None
    closed_ground: str | None = None
    late_reason: str | None = None
    guests: tuple[Person, ...] = ()
    votes: tuple[Vote, ...] = ()
    dissents: tuple[Dissent, ...] = ()
    disqualified: tuple[Person, ...] = ()
    stopped_by: str | None = None
    attachment_files: tuple[AttachmentFile, ...] = ()
    figures: tuple[UsedFigure, ...] = ()
    public_title: str | None = None
    public_decision: str | None = None

    def sections_of(self, *kinds: SectionKind) -> tuple[Section, ...]:
        """The item's sections of these kinds, in the order printed."""
        return tuple(section for section in self.sections if section.kind in kinds)
