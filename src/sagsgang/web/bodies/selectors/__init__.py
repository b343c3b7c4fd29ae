"""Reading municipalities, bodies, members, plans and registers."""

from sagsgang.web.bodies.selectors.delegation import (
    deciding_body_for,
    delegation_rules,
    kle_subject,
)
from sagsgang.web.bodies.selectors.documents import (
    bodies_by_key,
    body_get,
    body_list,
    body_named,
    municipality_get,
    municipality_list,
)
from sagsgang.web.bodies.selectors.members import (
    Seat,
    lasting,
    members_on,
    memberships_of,
    people_of,
    sits_on,
    term_of,
    terms_of,
)
from sagsgang.web.bodies.selectors.municipalities import (
    municipality_settings_get,
    workplace_bodies,
    workplace_body_get,
    workplace_municipalities,
)
from sagsgang.web.bodies.selectors.plan import (
    dispatch_deadline,
    meetings_of,
    next_meeting,
    upcoming_meetings,
    wheel_of,
)
from sagsgang.web.bodies.selectors.policies import GoalNode, goal_tree, policies_of, policy_get
from sagsgang.web.bodies.selectors.staff import assignments_for, assignments_in, assignments_of

__all__ = [
    "GoalNode",
    "Seat",
    "assignments_for",
    "assignments_in",
    "assignments_of",
    "bodies_by_key",
    "body_get",
    "body_list",
    "body_named",
    "deciding_body_for",
    "delegation_rules",
    "dispatch_deadline",
    "goal_tree",
    "kle_subject",
    "lasting",
    "meetings_of",
    "members_on",
    "memberships_of",
    "municipality_get",
    "municipality_list",
    "municipality_settings_get",
    "next_meeting",
    "people_of",
    "policies_of",
    "policy_get",
    "sits_on",
    "term_of",
    "terms_of",
    "upcoming_meetings",
    "wheel_of",
    "workplace_bodies",
    "workplace_body_get",
    "workplace_municipalities",
]
