"""The administrator's pages for the delegation plan, and for policies and goals."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sagsgang.web.bodies import selectors, services
from sagsgang.web.bodies.forms.bodies import ConfirmForm
from sagsgang.web.bodies.forms.registers import DelegationForm, GoalForm, PolicyForm
from sagsgang.web.bodies.views.answers import (
    Page,
    municipality_of,
    one_click,
    readable,
    require,
    write_page,
)
from sagsgang.web.bodies.views.reading import policy_of
from sagsgang.web.design.page import Crumb


@login_required
def delegation_add(request: HttpRequest) -> HttpResponse:
    """A new rule."""
    municipality = municipality_of(request)
    require(request, "delegation_change", municipality)
    form = DelegationForm(request.POST or None, bodies=selectors.workplace_bodies(municipality))
    return write_page(
        request,
        _delegation_page(_("New rule")),
        form,
        "delegation_rule_add",
        lambda typed: services.delegation_rule_add(
            actor=request.user, municipality=municipality, **typed
        ),
    )


_RULE = ("subject", "kle_prefix", "legal_basis", "note")


@login_required
def delegation_change(request: HttpRequest, key: int) -> HttpResponse:
    """Correct a rule."""
    rule = _rule(request, key)
    initial = {name: getattr(rule, name) for name in _RULE} | {"decides": rule.decides_id}
    bodies = selectors.workplace_bodies(rule.municipality)
    page = _delegation_page(_("Change the rule"))
    page.extra.update(
        remove=reverse("bodies:delegation_remove", args=[rule.pk]), confirm=ConfirmForm()
    )
    return write_page(
        request,
        page,
        DelegationForm(request.POST or None, initial=initial, bodies=bodies),
        "delegation_rule_change",
        lambda typed: services.delegation_rule_change(actor=request.user, rule=rule, **typed),
    )


@require_POST
@login_required
def delegation_remove(request: HttpRequest, key: int) -> HttpResponse:
    """A rule that no longer holds."""
    rule = _rule(request, key)
    return one_click(
        request,
        ConfirmForm(request.POST),
        "delegation_rule_remove",
        lambda: services.delegation_rule_remove(actor=request.user, rule=rule),
        done=_("The rule is removed."),
        back=reverse("bodies:delegation"),
    )


@login_required
def policy_add(request: HttpRequest) -> HttpResponse:
    """A new policy."""
    municipality = municipality_of(request)
    require(request, "policy_change", municipality)
    form = PolicyForm(request.POST or None, bodies=selectors.workplace_bodies(municipality))
    title = _("New policy")
    back = reverse("bodies:policies")
    trail = [Crumb(_("Policies"), back), Crumb(title)]
    return write_page(
        request,
        Page(title=title, save=_("Save"), back=back, trail=trail),
        form,
        "policy_add",
        lambda typed: services.policy_add(actor=request.user, municipality=municipality, **typed),
        done=_("The policy is in the register. Now add its goals."),
    )


_POLICY = ("title", "text", "starts_on", "ends_on", "address")


@login_required
def policy_change(request: HttpRequest, key: int) -> HttpResponse:
    """Correct a policy."""
    policy = policy_of(request, key)
    require(request, "policy_change", policy.municipality)
    initial = {name: getattr(policy, name) for name in _POLICY} | {"body": policy.body_id}
    bodies = selectors.workplace_bodies(policy.municipality)
    return write_page(
        request,
        _policy_page(policy, _("Change %(name)s") % {"name": policy.title}),
        PolicyForm(request.POST or None, initial=initial, bodies=bodies),
        "policy_change",
        lambda typed: services.policy_change(actor=request.user, policy=policy, **typed),
    )


@login_required
def goal_add(request: HttpRequest, key: int) -> HttpResponse:
    """A new goal; under another one when the address says which."""
    policy = policy_of(request, key)
    require(request, "policy_change", policy.municipality)
    asked = request.GET.get("over", "")
    above = selectors.goal_get(int(asked)) if asked.isdigit() else None
    if above is not None and above.policy_id != policy.pk:
        above = None
    title = _("New part of %(name)s") % {"name": above.title} if above else _("New goal")
    return write_page(
        request,
        _policy_page(policy, title),
        GoalForm(request.POST or None),
        "goal_add",
        lambda typed: services.goal_add(actor=request.user, policy=policy, parent=above, **typed),
    )


@login_required
def goal_change(request: HttpRequest, key: int) -> HttpResponse:
    """Correct a goal."""
    goal = _goal(request, key)
    initial = {name: getattr(goal, name) for name in ("title", "target", "origin")}
    page = _policy_page(goal.policy, _("Change the goal"))
    page.extra.update(remove=reverse("bodies:goal_remove", args=[goal.pk]), confirm=ConfirmForm())
    return write_page(
        request,
        page,
        GoalForm(request.POST or None, initial=initial),
        "goal_change",
        lambda typed: services.goal_change(actor=request.user, goal=goal, **typed),
    )


@require_POST
@login_required
def goal_remove(request: HttpRequest, key: int) -> HttpResponse:
    """A goal that is given up."""
    goal = _goal(request, key)
    return one_click(
        request,
        ConfirmForm(request.POST),
        "goal_remove",
        lambda: services.goal_remove(actor=request.user, goal=goal),
        done=_("The goal is removed."),
        back=reverse("bodies:policy", args=[goal.policy_id]),
    )


def _rule(request: HttpRequest, key: int) -> Any:
    rule = readable(request, selectors.delegation_rule_get(key), lambda row: row.municipality)
    require(request, "delegation_change", rule.municipality)
    return rule


def _goal(request: HttpRequest, key: int) -> Any:
    goal = readable(request, selectors.goal_get(key), lambda row: row.policy.municipality)
    require(request, "policy_change", goal.policy.municipality)
    return goal


def _delegation_page(title: str) -> Page:
    back = reverse("bodies:delegation")
    trail = [Crumb(_("Delegation plan"), back), Crumb(title)]
    return Page(title=title, save=_("Save"), back=back, trail=trail)


def _policy_page(policy: Any, title: str) -> Page:
    back = reverse("bodies:policy", args=[policy.pk])
    trail = [
        Crumb(_("Policies"), reverse("bodies:policies")),
        Crumb(policy.title, back),
        Crumb(title),
    ]
    return Page(title=title, save=_("Save"), back=back, trail=trail)
