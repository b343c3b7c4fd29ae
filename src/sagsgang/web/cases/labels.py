"""The words for states and kinds of cases, reasons of versions and kinds of sections."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sagsgang.web.cases.models import CaseKind, CaseState, CaseVersion

STATES: dict[str, str | Promise] = {
    CaseState.DRAFT: pgettext_lazy("state of a case", "Draft"),
    CaseState.SENT: pgettext_lazy("state of a case", "Sent for approval"),
    CaseState.APPROVED: pgettext_lazy("state of a case", "Approved"),
    CaseState.CLOSED: pgettext_lazy("state of a case", "Finished"),
    CaseState.WITHDRAWN: pgettext_lazy("state of a case", "Withdrawn"),
}
KINDS: dict[str, str | Promise] = {
    CaseKind.DECISION: pgettext_lazy("kind of case", "Decision"),
    CaseKind.DISCUSSION: pgettext_lazy("kind of case", "Discussion"),
    CaseKind.BRIEFING: pgettext_lazy("kind of case", "Briefing"),
    CaseKind.THEME: pgettext_lazy("kind of case", "Theme"),
}
_Reason = CaseVersion.Reason
REASONS: dict[str, str | Promise] = {
    _Reason.SAVED: pgettext_lazy("why a version", "Written"),
    _Reason.CREATED: pgettext_lazy("why a version", "Created"),
    _Reason.REUSED: pgettext_lazy("why a version", "Taken over from an earlier case"),
    _Reason.UPLOADED: pgettext_lazy("why a version", "Filled from a Word file"),
    _Reason.SENT: pgettext_lazy("why a version", "Sent for approval"),
    _Reason.APPROVED: pgettext_lazy("why a version", "Approved"),
    _Reason.RETURNED: pgettext_lazy("why a version", "Returned to the officer"),
    _Reason.REVISED: pgettext_lazy("why a version", "Opened to be written on"),
    _Reason.FINANCE: pgettext_lazy("why a version", "Finance statement"),
    _Reason.HEARING: pgettext_lazy("why a version", "Sent in hearing"),
    _Reason.TREATED: pgettext_lazy("why a version", "Treated"),
    _Reason.RESTORED: pgettext_lazy("why a version", "An earlier version was brought back"),
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
