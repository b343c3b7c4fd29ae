"""Policies, and their goals as a tree."""

from dataclasses import dataclass, field

from sagsgang.language.collation import collation_key
from sagsgang.web.bodies.models import Body, Goal, Municipality, Policy


@dataclass(frozen=True, slots=True)
class GoalNode:
    """A goal with the goals that are parts of it."""

    goal: Goal
    parts: list["GoalNode"] = field(default_factory=list)


def policies_of(municipality: Municipality, *, body: Body | None = None) -> list[Policy]:
    """The register in Danish order, or the part of it that one body answers for."""
    found = municipality.policies.select_related("body", "municipality")
    if body:
        found = found.filter(body=body)
    return sorted(found, key=lambda policy: (collation_key(policy.title), policy.pk))


def policy_get(*, municipality: Municipality, key: int) -> Policy | None:
    """The policy with this key in this municipality."""
    found = municipality.policies.select_related("body", "municipality")
    return found.filter(pk=key).first()


def goal_tree(policy: Policy) -> list[GoalNode]:
    """The goals of a policy, each with its parts, in order."""
    goals = list(policy.goals.all())
    nodes = {goal.pk: GoalNode(goal) for goal in goals}
    roots = []
    for goal in goals:
        above = nodes[goal.parent_id].parts if goal.parent_id else roots
        above.append(nodes[goal.pk])
    return roots


def goal_get(key: int) -> Goal | None:
    """The goal with this key, with its policy."""
    return Goal.objects.select_related("policy__municipality", "parent").filter(pk=key).first()
