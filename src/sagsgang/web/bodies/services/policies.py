"""The register of policies, and the goals in them."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body, Goal, Municipality, Policy
from sagsgang.web.bodies.permissions import bodies_require
from sagsgang.web.bodies.services.locking import required
from sagsgang.web.design.refusal import Refusal


@transaction.atomic
def policy_add(
    *,
    actor: User,
    municipality: Municipality,
    title: str,
    text: str = "",
    body: Body | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    address: str = "",
) -> Policy:
    """A policy or strategy; `body` is the one that answers for it."""
    bodies_require(actor, "policy_change", municipality)
    policy = Policy(municipality=municipality)
    _set_policy(policy, title, text, body, starts_on, ends_on, address)
    event_record(
        code="policy_added",
        sentence=f"{actor} satte “{policy.title}” i politikregistret.",
        actor=actor,
        subject=policy,
    )
    return policy


@transaction.atomic
def policy_change(
    *,
    actor: User,
    policy: Policy,
    title: str,
    text: str = "",
    body: Body | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
    address: str = "",
) -> Policy:
    """Correct a policy, or let it end."""
    bodies_require(actor, "policy_change", policy.municipality)
    _set_policy(policy, title, text, body, starts_on, ends_on, address)
    event_record(
        code="policy_changed",
        sentence=f"{actor} rettede “{policy.title}” i politikregistret.",
        actor=actor,
        subject=policy,
    )
    return policy


@transaction.atomic
def goal_add(
    *,
    actor: User,
    policy: Policy,
    title: str,
    target: str = "",
    parent: Goal | None = None,
    origin: str = Goal.Origin.LOCAL,
) -> Goal:
    """A goal of the policy, or a part of another goal, last among those beside it."""
    locked = Policy.objects.select_for_update(of=("self",)).get(pk=policy.pk)
    bodies_require(actor, "policy_change", locked.municipality)
    if parent and parent.policy_id != locked.pk:
        raise Refusal(_("The goal above belongs to another policy."), "parent")
    _check_origin(origin)
    goal = locked.goals.create(
        title=required(title, "title", 300),
        target=target.strip()[:200],
        parent=parent,
        origin=origin,
        order=locked.goals.filter(parent=parent).count() + 1,
    )
    event_record(
        code="goal_added",
        sentence=f"{actor} satte målet “{goal.title}” i “{locked.title}”.",
        actor=actor,
        subject=goal,
        details={"policy": locked.pk},
    )
    return goal


@transaction.atomic
def goal_change(*, actor: User, goal: Goal, title: str, target: str, origin: str) -> Goal:
    """Correct a goal; it stays where it is in the tree."""
    bodies_require(actor, "policy_change", goal.policy.municipality)
    _check_origin(origin)
    goal.title, goal.target = required(title, "title", 300), target.strip()[:200]
    goal.origin = origin
    goal.save(update_fields=["title", "target", "origin"])
    event_record(
        code="goal_changed",
        sentence=f"{actor} rettede målet “{goal.title}” i “{goal.policy.title}”.",
        actor=actor,
        subject=goal,
        details={"policy": goal.policy_id},
    )
    return goal


@transaction.atomic
def goal_remove(*, actor: User, goal: Goal) -> None:
    """The goal is taken out; one that has parts stays until they are out."""
    bodies_require(actor, "policy_change", goal.policy.municipality)
    if goal.parts.exists():
        raise Refusal(_("The goal has parts. Remove them first."))
    event_record(
        code="goal_removed",
        sentence=f"{actor} fjernede målet “{goal.title}” fra “{goal.policy.title}”.",
        actor=actor,
        subject=goal,
        details={"policy": goal.policy_id, "title": goal.title},
    )
    Goal.objects.filter(pk=goal.pk).delete()


def _set_policy(
    policy: Policy,
    title: str,
    text: str,
    body: Body | None,
    starts_on: date | None,
    ends_on: date | None,
    address: str,
) -> None:
    if starts_on and ends_on and ends_on < starts_on:
        raise Refusal(_("The last day is before the first."), "ends_on")
    if body and body.municipality_id != policy.municipality_id:
        raise Refusal(_("The body belongs to another municipality."), "body")
    if address and not address.startswith(("https://", "http://")):
        raise Refusal(_("Write the whole address, from https:// on."), "address")
    policy.title, policy.text = required(title, "title", 200), text.strip()
    policy.body, policy.address = body, address
    policy.starts_on, policy.ends_on = starts_on, ends_on
    policy.save()


def _check_origin(origin: str) -> None:
    if origin not in Goal.Origin.values:
        raise Refusal(_("Choose whose goal it is."), "origin")
