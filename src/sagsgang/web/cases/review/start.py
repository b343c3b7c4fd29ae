"""What the rooms of review, attachments and listing put in place when the website starts."""

from collections.abc import Callable, Collection

from django.utils.translation import gettext_lazy as _

from sagsgang.web.cases.appropriation.panels import appropriation_panel
from sagsgang.web.cases.listing.menu import menu_fill
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import cases_may_q
from sagsgang.web.cases.review.panel import (
    approval_panel,
    attachments_panel,
    comments_panel,
    comments_panel_writing,
    finance_panel,
    links_panel,
)
from sagsgang.web.cases.review.reminders import REMIND, finance_remind
from sagsgang.web.cases.review.subscriptions import subscribe
from sagsgang.web.design.panels import Panel, panel_register
from sagsgang.web.jobs.registry import job_register
from sagsgang.web.notifications.kinds import kind_register
from sagsgang.web.notifications.permissions import subject_gate_register

_OFFICER = "du er sagsbehandler på sagen."
_REVIEWER = "du er økonomikonsulent for udvalget."


def start() -> None:
    """Called once, by the app's configuration."""
    menu_fill()
    subscribe()
    job_register(REMIND, finance_remind, title=_("Reminder of a finance statement"))
    panel_register("case.side", Panel(5, "approval", approval_panel))
    panel_register("case.side", Panel(10, "attachments", attachments_panel))
    for place in ("case.side", "case.write.side", "finance.main"):
        panel_register(place, Panel(38, "appropriation", appropriation_panel))
    panel_register("case.side", Panel(40, "finance", finance_panel))
    panel_register("case.side", Panel(50, "links", links_panel))
    panel_register("case.comments", Panel(10, "comments", comments_panel))
    panel_register("write.comments", Panel(10, "comments", comments_panel_writing))
    for code, title, why in (
        ("case_sent", _("A case is sent to you for approval"), "du er leder for udvalget."),
        ("case_approved", _("Your case is approved"), _OFFICER),
        ("case_returned", _("Your case is returned"), _OFFICER),
        ("comment_written", _("Comments in your cases"), _OFFICER),
        ("finance_asked", _("A finance statement is asked for"), _REVIEWER),
        ("finance_answered", _("A finance statement is given"), _OFFICER),
        (REMIND, _("The deadline of a finance statement"), _REVIEWER),
    ):
        kind_register(code, title, why)
    for kind, operation in (("case", "case_read"), ("case_comments", "case_comments_read")):
        subject_gate_register(kind, _one(operation), many=_many(operation), is_closed=_is_closed)


def _one(operation: str) -> Callable[[str, object], bool]:
    return lambda key, user: key in _many(operation)([key], user)


def _many(operation: str) -> Callable[[Collection[str], object], Collection[str]]:
    def seen(keys: Collection[str], user: object) -> Collection[str]:
        by_case = {_case(key): key for key in keys}
        found = Case.objects.filter(cases_may_q(user, operation), pk__in=by_case)
        return [by_case[pk] for pk in found.values_list("pk", flat=True)]

    return seen


def _is_closed(key: str) -> bool:
    return not Case.objects.filter(pk=_case(key), is_closed=False).exists()


def _case(key: str) -> int:
    return int(key.partition(":")[2])
