"""The document and its parts, one noun a file, frozen; names as in docs/reference/contract.md."""

from sagsgang.minutes.attachment import AttachedTable, Attachment, Fragment, FragmentKind
from sagsgang.minutes.case_number import CaseNumber, CaseNumberKind
from sagsgang.minutes.decision import Decision, DecisionPart, FollowUp, FollowUpAction, Outcome
from sagsgang.minutes.document import Addendum, DocumentKind, Minutes, SignOff, Source, Unplaced
from sagsgang.minutes.figure import FigureSource, UsedFigure
from sagsgang.minutes.item import AgendaItem, AttachmentFile, Dissent, ItemKind, Vote
from sagsgang.minutes.person import Absence, Notice, Person
from sagsgang.minutes.recommendation import Recommendation
from sagsgang.minutes.section import Section, SectionKind
from sagsgang.minutes.table import Table
from sagsgang.minutes.treatment import CaseStop, EarlierTreatment, Reference

__all__ = [
    "Absence",
    "Addendum",
    "AgendaItem",
    "AttachedTable",
    "Attachment",
    "AttachmentFile",
    "CaseNumber",
    "CaseNumberKind",
    "CaseStop",
    "Decision",
    "DecisionPart",
    "Dissent",
    "DocumentKind",
    "EarlierTreatment",
    "FigureSource",
    "FollowUp",
    "FollowUpAction",
    "Fragment",
    "FragmentKind",
    "ItemKind",
    "Minutes",
    "Notice",
    "Outcome",
    "Person",
    "Recommendation",
    "Reference",
    "Section",
    "SectionKind",
    "SignOff",
    "Source",
    "Table",
    "Unplaced",
    "UsedFigure",
    "Vote",
]
