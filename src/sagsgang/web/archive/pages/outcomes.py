"""How the outcome of a decision is called and coloured on a page."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sagsgang.minutes import FollowUp, FollowUpAction, Outcome


@dataclass(frozen=True, slots=True)
class Chip:
    """A short label; `kind` is a badge of the design: success, info, warning, error or plain."""

    text: str | Promise
    kind: str


CLOSED = Chip(_("Closed item"), "plain")
EXAMPLE = Chip(_("Example"), "info")

_OUTCOMES = {
    Outcome.APPROVED: Chip(_("Approved"), "success"),
    Outcome.NOTED: Chip(_("Noted"), "success"),
    Outcome.DISCUSSED: Chip(_("Discussed"), "plain"),
    Outcome.RECOMMENDED: Chip(_("Recommended"), "info"),
    Outcome.POSTPONED: Chip(_("Postponed"), "warning"),
    Outcome.REFERRED: Chip(_("Referred"), "info"),
    Outcome.REJECTED: Chip(_("Rejected"), "error"),
    Outcome.LAPSED: Chip(_("Lapsed"), "error"),
    Outcome.CHANGED: Chip(_("Changed"), "warning"),
    Outcome.DELEGATED: Chip(_("Delegated"), "info"),
    Outcome.NONE: Chip(_("Nothing to record"), "plain"),
    Outcome.MIXED: Chip(_("Decided in parts"), "info"),
}
_OWN_WORDS = Chip(_("Decided in its own words"), "plain")

_FOLLOW_UPS = {
    FollowUpAction.FORWARDED: _("Sent on for information"),
    FollowUpAction.RESUME_AFTER_HEARING: _("Taken up again after the hearing"),
    FollowUpAction.REPORT_BACK: _("To be reported back"),
    FollowUpAction.ACTION: _("To be carried out"),
    FollowUpAction.OTHER: pgettext_lazy("follow-up", "Other"),
}


def outcome_chip(outcome: Outcome | str | None, *, has_decision: bool = True) -> Chip | None:
    """The label of an outcome; of words that fit no phrase; None when nothing is decided."""
    if not has_decision:
        return None
    return _OUTCOMES[Outcome(outcome)] if outcome else _OWN_WORDS


def follow_up_label(follow_up: FollowUp) -> str | Promise:
    """What has to happen after the decision."""
    return _FOLLOW_UPS[follow_up.action]
