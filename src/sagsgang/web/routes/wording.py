"""What kinds, states and outcomes of treatments are called on a page, in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sagsgang.minutes import Outcome

Words = dict[str, str | Promise]

KINDS: Words = {
    "hearing": pgettext_lazy("treatment", "Hearing"),
    "information": pgettext_lazy("treatment", "Information"),
    "recommendation": pgettext_lazy("treatment", "Recommendation"),
    "decision": pgettext_lazy("treatment", "Decision"),
}
STATES: Words = {
    "planned": pgettext_lazy("treatment", "Without a date"),
    "scheduled": pgettext_lazy("treatment", "On a meeting"),
    "postponed": pgettext_lazy("treatment", "Postponed"),
    "treated": pgettext_lazy("treatment", "Treated"),
    "withdrawn": pgettext_lazy("treatment", "Withdrawn"),
    "running": pgettext_lazy("treatment", "Hearing under way"),
}
OUTCOMES: Words = {
    Outcome.APPROVED: pgettext_lazy("outcome", "Approved"),
    Outcome.NOTED: pgettext_lazy("outcome", "Noted"),
    Outcome.DISCUSSED: pgettext_lazy("outcome", "Discussed"),
    Outcome.RECOMMENDED: pgettext_lazy("outcome", "Recommended"),
    Outcome.POSTPONED: pgettext_lazy("outcome", "Postponed"),
    Outcome.REFERRED: pgettext_lazy("outcome", "Referred"),
    Outcome.REJECTED: pgettext_lazy("outcome", "Rejected"),
    Outcome.LAPSED: pgettext_lazy("outcome", "Lapsed"),
    Outcome.CHANGED: pgettext_lazy("outcome", "Approved with changes"),
    Outcome.DELEGATED: pgettext_lazy("outcome", "Delegated"),
    Outcome.NONE: pgettext_lazy("outcome", "Nothing to record"),
    Outcome.MIXED: pgettext_lazy("outcome", "Decided in parts"),
}
#: Which badge of the design an outcome has.
OUTCOME_BADGES = {
    Outcome.APPROVED: "success",
    Outcome.NOTED: "success",
    Outcome.RECOMMENDED: "info",
    Outcome.REFERRED: "info",
    Outcome.DELEGATED: "info",
    Outcome.MIXED: "info",
    Outcome.POSTPONED: "warning",
    Outcome.CHANGED: "warning",
    Outcome.REJECTED: "error",
    Outcome.LAPSED: "error",
}
WHYS: Words = {
    "no_meeting": _("On no meeting"),
    "postponed_past": _("Postponed to a date that has passed"),
    "cancelled": _("The meeting was cancelled"),
    "not_recorded": _("The meeting is over, and no decision is written"),
    "not_answered": _("The hearing's deadline has passed"),
    "body_closed": _("The body is closed"),
}
GROUPS: Words = {
    "med_committee": _("MED committees"),
    "advisory_council": _("Advisory councils"),
    "direction": _("Direction"),
    "council": _("Political bodies"),
    "joint_meeting": _("Meetings with others"),
}
#: Kinds of body that stand under one heading where many are side by side.
GROUP_OF = {
    "dialogue_meeting": "joint_meeting",
    "finance_committee": "council",
    "committee": "council",
    "special_committee": "council",
    "": "council",
}
