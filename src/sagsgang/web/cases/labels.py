"""The words for states and kinds of cases, reasons of versions and kinds of sections."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy as _p

from sagsgang.web.cases.models import CaseKind, CaseState, CaseVersion

STATES: dict[str, str | Promise] = {
    CaseState.DRAFT: _p("state of a case", "Draft"),
    CaseState.SENT: _p("state of a case", "Sent for approval"),
    CaseState.APPROVED: _p("state of a case", "Approved"),
    CaseState.CLOSED: _p("state of a case", "Finished"),
    CaseState.WITHDRAWN: _p("state of a case", "Withdrawn"),
}
KINDS: dict[str, str | Promise] = {
    CaseKind.DECISION: _p("kind of case", "Decision"),
    CaseKind.DISCUSSION: _p("kind of case", "Discussion"),
    CaseKind.BRIEFING: _p("kind of case", "Briefing"),
    CaseKind.THEME: _p("kind of case", "Theme"),
}
_Reason = CaseVersion.Reason
REASONS: dict[str, str | Promise] = {
    _Reason.SAVED: _p("why a version", "Written"),
    _Reason.CREATED: _p("why a version", "Created"),
    _Reason.REUSED: _p("why a version", "Taken over from an earlier case"),
    _Reason.UPLOADED: _p("why a version", "Filled from a Word file"),
    _Reason.SENT: _p("why a version", "Sent for approval"),
    _Reason.APPROVED: _p("why a version", "Approved"),
    _Reason.RETURNED: _p("why a version", "Returned to the officer"),
    _Reason.REVISED: _p("why a version", "Opened to be written on"),
    _Reason.FINANCE: _p("why a version", "Finance statement"),
    _Reason.HEARING: _p("why a version", "Sent in hearing"),
    _Reason.TREATED: _p("why a version", "Treated"),
    _Reason.RESTORED: _p("why a version", "An earlier version was brought back"),
}
SECTION_KIND_WORDS: dict[str, str | Promise] = {
    "summary": _("Summary"),
    "recommendation": _("Recommendation (with numbered points)"),
    "presentation": _("Presentation"),
    "description": _("Description"),
    "history": _("History"),
    "involvement": _("Involvement and hearing"),
    "assessment": _("Assessment"),
    "alternatives": _("Alternatives"),
    "timeline": _("Time"),
    "financial_implications": _("Financial implications"),
    "legal_basis": _("Legal basis"),
    "legal_implications": _("Legal implications"),
    "other_implications": _("Other implications"),
    "policies": _("Policies and strategies"),
    "case_route": _("Hearing and the case's way"),
    "earlier_treatments": _("Earlier treatments"),
    "deciding_body": _("Who decides in the end"),
    "topic": _("Topic"),
    "other": _("Something else"),
}
