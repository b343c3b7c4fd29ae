"""An agenda item: everything the minutes say about one case at one meeting."""

from enum import StrEnum

from pydantic import ConfigDict, Field

from sagsgang.minutes.base import Lines, Noun
from sagsgang.minutes.case_number import CaseNumber
from sagsgang.minutes.decision import Decision
from sagsgang.minutes.person import Absence
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


class AgendaItem(Noun):
    """`number` and `title` as printed; a case number may serve several items."""

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
    votes: tuple[Vote, ...] = ()

    def sections_of(self, *kinds: SectionKind) -> tuple[Section, ...]:
        """The item's sections of these kinds, in the order printed."""
        return tuple(section for section in self.sections if section.kind in kinds)
