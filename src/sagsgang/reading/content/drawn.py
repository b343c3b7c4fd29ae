"""What the texts of an item's sections say: recommendations, decision, route, absence and more."""

import datetime
import re
from dataclasses import dataclass, field

from sagsgang.minutes import Absence, Decision, EarlierTreatment, Recommendation, Vote
from sagsgang.minutes.treatment import CaseStop
from sagsgang.reading.content.attachments import read_attachments
from sagsgang.reading.content.attendance import absences, from_prose
from sagsgang.reading.content.decisions import outcome_of, read_decision
from sagsgang.reading.content.recommendations import read_recommendations
from sagsgang.reading.content.routes import body_name, read_route, read_treatments
from sagsgang.reading.content.votes import read_votes
from sagsgang.reading.layout.part import Part

_NOTHING = re.compile(r"^(?:intet|ingen|ikke relevant|ej relevant|-|–)\b.{0,40}$", re.I)
_PROPOSES = re.compile(
    r"\bindstill(?:er|es)\b|\bforeslår\b|^at\b|^til (?:godkendelse|orientering|drøftelse|"
    r"efterretning)|^(?:\d+[.)]|[-•])",
    re.I,
)


@dataclass(slots=True)
class Drawn:
    """The fields of an agenda item that its sections' texts give."""

    recommendations: list[Recommendation] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)
    absent: list[Absence] = field(default_factory=list)
    case_route: list[CaseStop] = field(default_factory=list)
    earlier_treatments: list[EarlierTreatment] = field(default_factory=list)
    deciding_body: str | None = None
    attachments: list[str] = field(default_factory=list)
    legal_basis: list[str] = field(default_factory=list)

    def add(self, part: Part, kind: str, blocks: list[str]) -> None:
        """Takes in what a part of this kind says; `blocks` are its paragraphs."""
        if kind == "recommendation":
            self.recommendations += read_recommendations(blocks)
        elif kind == "recommendation_and_decision":
            proposed, decided = _divide(blocks)
            self.recommendations += read_recommendations(proposed)
            self.decided += decided
        elif kind == "decision" and part.foreign:
            self.earlier_treatments += _foreign(part, blocks)
        elif kind == "decision":
            self.decided += blocks
        elif kind == "earlier_treatments":
            self.earlier_treatments += read_treatments(blocks)
        elif kind == "case_route":
            self.case_route += read_route(blocks)
        elif kind == "attachments":
            self.attachments += read_attachments(blocks)
        elif kind == "absent":
            self.absent += absences("\n".join(blocks), part.head.text)
        elif kind == "deciding_body" and blocks:
            self.deciding_body = blocks[0].strip().rstrip(".") or None
        elif kind == "legal_basis":
            lines = (line for block in blocks for line in block.split("\n"))
            self.legal_basis += [line for line in lines if not _NOTHING.match(line)]

    def all_absent(self) -> tuple[Absence, ...]:
        """Those under a heading, and those the decision tells of in prose."""
        known = {absence.name for absence in self.absent}
        told = [
            absence
            for block in self.decided
            for line in block.split("\n")
            for absence in from_prose(line)
            if absence.name not in known
        ]
        return (*self.absent, *told)

    def decision(self, held: datetime.date | None) -> Decision | None:
        """The decision, when one is recorded; `held` is the day of the meeting."""
        text = self.decision_text
        if not any(map(str.isalnum, text)):
            return None
        return read_decision(text, len(self.recommendations), held)

    def votes(self) -> tuple[Vote, ...]:
        """The votes the decision tells of."""
        return read_votes(self.decision_text)

    @property
    def decision_text(self) -> str:
        """The words of the item's own decision."""
        return "\n\n".join(self.decided)


def _foreign(part: Part, blocks: list[str]) -> list[EarlierTreatment]:
    """What another body decided, told under a heading of its own."""
    head = part.head
    if found := read_treatments([f"{head.text}:", *blocks]):
        return list(found)
    return [
        EarlierTreatment(
            body=body_name(head.body or ""),
            date=head.date,
            item=head.item,
            text="\n\n".join(blocks),
        )
    ]


def _divide(blocks: list[str]) -> tuple[list[str], list[str]]:
    """The recommendation and the decision of a section that holds both."""
    lines = [line for block in blocks for line in block.split("\n")]
    seen = False
    for position, line in enumerate(lines):
        proposes = _PROPOSES.search(line) is not None
        if (seen or position == 0) and not proposes and outcome_of(line) is not None:
            return lines[:position], ["\n".join(lines[position:])]
        seen = seen or proposes
    return (lines, []) if seen else ([], lines)
