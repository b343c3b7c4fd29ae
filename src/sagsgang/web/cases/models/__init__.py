"""Templates, cases, their text, attachments, statements and comments: the columns."""

from sagsgang.web.cases.models.appropriation import (
    AppropriationRound,
    AppropriationStatement,
)
from sagsgang.web.cases.models.attachment import Attachment, AttachmentVersion
from sagsgang.web.cases.models.case import Case, CaseKind, CaseState
from sagsgang.web.cases.models.figure import (
    CaseFigure,
    FigureForm,
    FigurePeriod,
    FrozenFigure,
)
from sagsgang.web.cases.models.review import Approval, Comment, FinanceStatement, Suppression
from sagsgang.web.cases.models.section import (
    KeptText,
    Presence,
    RecommendationPoint,
    Section,
)
from sagsgang.web.cases.models.template import CaseTemplate, TemplateSection
from sagsgang.web.cases.models.version import CaseLink, CaseVersion

__all__ = [
    "AppropriationRound",
    "AppropriationStatement",
    "Approval",
    "Attachment",
    "AttachmentVersion",
    "Case",
    "CaseFigure",
    "CaseKind",
    "CaseLink",
    "CaseState",
    "CaseTemplate",
    "CaseVersion",
    "Comment",
    "FigureForm",
    "FigurePeriod",
    "FinanceStatement",
    "FrozenFigure",
    "KeptText",
    "Presence",
    "RecommendationPoint",
    "Section",
    "Suppression",
    "TemplateSection",
]
