"""Treatments, hearings and route templates: the columns."""

from sagsgang.web.routes.models.hearing import (
    AnswerDraft,
    Hearing,
    HearingAnswer,
    HearingFile,
    HearingRound,
)
from sagsgang.web.routes.models.outgoing import OutgoingAnswer, OutgoingApproval, OutgoingCopy
from sagsgang.web.routes.models.stop import (
    LIVING,
    CaseStop,
    DecidedPoint,
    DecisionAddendum,
    StopKind,
    StopState,
)
from sagsgang.web.routes.models.template import RouteTemplate, RouteTemplateStop

__all__ = [
    "LIVING",
    "AnswerDraft",
    "CaseStop",
    "DecidedPoint",
    "DecisionAddendum",
    "Hearing",
    "HearingAnswer",
    "HearingFile",
    "HearingRound",
    "OutgoingAnswer",
    "OutgoingApproval",
    "OutgoingCopy",
    "RouteTemplate",
    "RouteTemplateStop",
    "StopKind",
    "StopState",
]
