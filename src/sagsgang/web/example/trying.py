"""What the pages show of trying the roles: the buttons of the front page, and a line on top."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from sagsgang.web.example.selectors import CITIZEN, Trial, trials

WORDS: dict[str, str | Promise] = {
    "sekretaer": _("secretary"),
    "sagsbehandler": _("case officer"),
    "leder": _("manager"),
    "oekonomikonsulent": _("finance reviewer"),
    "medlem": _("committee member"),
    "formand": _("committee chair"),
    "analytiker": _("analyst"),
    "administrator": _("administrator"),
    CITIZEN: _("citizen"),
}


def buttons(request: HttpRequest, subject: Any) -> SafeString | None:
    """On the front page of an example: one button for each role."""
    user = request.user
    if user.is_authenticated and not user.is_example:
        return None
    found = trials()
    return _shown("example/try_roles.html", request, found) if found else None


def line(request: HttpRequest, subject: Any) -> SafeString | None:
    """On top of every page, for whoever tries a role: who she is, and how to be another."""
    user = request.user
    if not user.is_authenticated or not user.is_example:
        return None
    return _shown("example/trying.html", request, trials())


def process_button(request: HttpRequest, subject: Any) -> SafeString | None:
    """On the page of processes: opens the one of this row, in the role that it belongs to."""
    process, target = subject["process"], subject["target"]
    if not target or process.role not in _roles(request):
        return None
    context = {"process": process, "target": target, "role_word": WORDS[process.role]}
    return render_to_string("example/process_button.html", context, request)


def _roles(request: HttpRequest) -> frozenset[str]:
    """The roles that may be tried, asked of the database once a request."""
    if not hasattr(request, "_example_roles"):
        request._example_roles = frozenset(trial.role for trial in trials())
    return request._example_roles


def _shown(template: str, request: HttpRequest, found: list[Trial]) -> SafeString:
    roles = [(trial.role, WORDS[trial.role], trial.account) for trial in found]
    choices = [*roles, (CITIZEN, WORDS[CITIZEN], None)]
    return render_to_string(template, {"roles": choices}, request)
