"""Treatments, hearings and route templates: the columns."""

from sagsgang.web.routes.models.hearing import Hearing, HearingAnswer, HearingFile
from sagsgang.web.routes.models.outgoing import DelegateApproval, OutgoingAnswer
from sagsgang.web.routes.models.stop import CaseStop, DecidedPoint, StopKind, StopState
from sagsgang.web.routes.models.template import RouteTemplate, RouteTemplateStop

__all__ = [
    "CaseStop",
    "DecidedPoint",
    "DelegateApproval",
    "Hearing",
    "HearingAnswer",
    "HearingFile",
    "OutgoingAnswer",
    "RouteTemplate",
    "RouteTemplateStop",
    "StopKind",
    "StopState",
]
