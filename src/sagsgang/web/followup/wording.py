"""The words for kinds, origins and states of follow-ups, and for the litras of § 16."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sagsgang.web.followup.models import Kind, Litra, Origin, State

KINDS: dict[str, str | Promise] = {
    Kind.REPORT: pgettext_lazy("kind of follow-up", "Report back"),
    Kind.DELEGATION: pgettext_lazy("kind of follow-up", "Delegation"),
    Kind.EVALUATION: pgettext_lazy("kind of follow-up", "Evaluation"),
    Kind.ANALYSIS: pgettext_lazy("kind of follow-up", "Analysis"),
    Kind.INVITATION: pgettext_lazy("kind of follow-up", "Invitation"),
}
ORIGINS: dict[str, str | Promise] = {
    Origin.DECISION: pgettext_lazy("origin of a follow-up", "A decision asked for it"),
    Origin.PROMISE: pgettext_lazy("origin of a follow-up", "The case's text promised it"),
    Origin.OWN: pgettext_lazy("origin of a follow-up", "Written by the secretary"),
}
STATES: dict[str, str | Promise] = {
    State.OPEN: pgettext_lazy("state of a follow-up", "Open"),
    State.IN_PROGRESS: pgettext_lazy("state of a follow-up", "In progress"),
    State.REPORTED: pgettext_lazy("state of a follow-up", "Reported"),
    State.DONE: pgettext_lazy("state of a follow-up", "Done"),
    State.DROPPED: pgettext_lazy("state of a follow-up", "Dropped"),
}
STATE_BADGES: dict[str, str] = {
    State.OPEN: "badge-plain",
    State.IN_PROGRESS: "badge-info",
    State.REPORTED: "badge-info",
    State.DONE: "badge-success",
    State.DROPPED: "badge-plain",
}
#: What the register can be asked for, and how it is called in its address.
SHOWN: dict[str, str | Promise] = {
    "aabne": _("Open ones"),
    "forsinkede": _("Late ones"),
    "afsluttede": _("Done and dropped"),
    "alle": _("All of them"),
}
LITRAS: dict[str, str | Promise] = {
    Litra.A: _("a: meetings of the council and its committees"),
    Litra.B: _("b: meetings in duties by the council's election"),
    Litra.C: _("c: courses"),
    Litra.D: _("d: seminars"),
    Litra.E: _("e: presentation of the audit"),
    Litra.F: _("f: other duties at the request of the council or a committee"),
    Litra.G: _("g: activities connected with a–f"),
}
#: Why a member gets nothing for a row.
WHY_NOT: dict[str, str | Promise] = {
    "no_decision": _("No decision in the minutes asks for it."),
    "too_late": _("The decision came after the day of payment."),
    "own_chair": _("The chair gets nothing for the committee's own meetings."),
}
