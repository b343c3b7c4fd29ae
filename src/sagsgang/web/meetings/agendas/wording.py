"""The words for states of meetings, recurring items, deadlines and activities."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sagsgang.web.meetings.models import Activity, InternalDeadline, MeetingState, Recurring

STATES: dict[str, str | Promise] = {
    MeetingState.BUILDING: pgettext_lazy("state of a meeting", "Being built"),
    MeetingState.GONE_THROUGH: pgettext_lazy("state of a meeting", "Gone through by the chair"),
    MeetingState.SENT: pgettext_lazy("state of a meeting", "Agenda sent"),
    MeetingState.OPEN: pgettext_lazy("state of a meeting", "Being held"),
    MeetingState.CLOSED: pgettext_lazy("state of a meeting", "Held"),
    MeetingState.CANCELLED: pgettext_lazy("state of a meeting", "Cancelled"),
}
RECURRING: dict[str, str | Promise] = {
    Recurring.APPROVE_AGENDA: _("Approval of the agenda"),
    Recurring.APPROVE_MINUTES: _("Approval of the last minutes"),
    Recurring.MESSAGES: _("Messages"),
    Recurring.ANY_OTHER_BUSINESS: _("Any other business"),
    Recurring.SIGNATURE_SHEET: _("Signature sheet"),
}
WHO: dict[str, str | Promise] = {
    InternalDeadline.Who.CASE_OFFICER: pgettext_lazy("deadline", "Case officer"),
    InternalDeadline.Who.MANAGER: pgettext_lazy("deadline", "Manager"),
    InternalDeadline.Who.FINANCE_REVIEWER: pgettext_lazy("deadline", "Finance"),
    InternalDeadline.Who.DIRECTION: pgettext_lazy("deadline", "Direction"),
    InternalDeadline.Who.CHAIR: pgettext_lazy("deadline", "Chair"),
    InternalDeadline.Who.DISPATCH: pgettext_lazy("deadline", "Dispatch"),
}
WHO_DOES: dict[str, str | Promise] = {
    InternalDeadline.Who.CASE_OFFICER: _("cases are written and sent for approval"),
    InternalDeadline.Who.MANAGER: _("cases are approved"),
    InternalDeadline.Who.FINANCE_REVIEWER: _("finance statements are given"),
    InternalDeadline.Who.DIRECTION: _("the direction has treated the cases"),
    InternalDeadline.Who.CHAIR: _("the chair has gone through the agenda"),
    InternalDeadline.Who.DISPATCH: _("the agenda is sent"),
}
ACTIVITIES: dict[str, str | Promise] = {
    Activity.Kind.VISIT: pgettext_lazy("kind of activity", "Visit"),
    Activity.Kind.STUDY_TRIP: pgettext_lazy("kind of activity", "Study trip"),
    Activity.Kind.SEMINAR: pgettext_lazy("kind of activity", "Seminar"),
    Activity.Kind.OTHER: pgettext_lazy("kind of activity", "Other"),
}
LINK_STATES: dict[str, str | Promise] = {
    "done": pgettext_lazy("deadline", "Done"),
    "late": pgettext_lazy("deadline", "Late"),
    "now": pgettext_lazy("deadline", "Today"),
    "coming": pgettext_lazy("deadline", "Coming"),
}
