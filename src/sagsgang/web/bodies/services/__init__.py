"""Writing bodies, members, roles, plans and registers: one function an operation."""

from sagsgang.web.bodies.services.bodies import (
    body_change,
    body_close,
    body_create,
    body_reopen,
)
from sagsgang.web.bodies.services.delegation import (
    delegation_rule_add,
    delegation_rule_change,
    delegation_rule_remove,
)
from sagsgang.web.bodies.services.documents import body_ensure
from sagsgang.web.bodies.services.members import (
    membership_change_post,
    membership_end,
    membership_start,
    person_change,
    person_create,
)
from sagsgang.web.bodies.services.municipality import (
    municipality_settings_change,
    municipality_start_work,
    term_change,
    term_create,
)
from sagsgang.web.bodies.services.plan import (
    meeting_plan_add,
    meeting_plan_add_series,
    meeting_plan_cancel,
    meeting_plan_move,
    meeting_plan_restore,
)
from sagsgang.web.bodies.services.policies import (
    goal_add,
    goal_change,
    goal_remove,
    policy_add,
    policy_change,
)
from sagsgang.web.bodies.services.staff import role_assign, role_end
from sagsgang.web.bodies.services.substitutes import substitute_period_end, substitute_period_start
from sagsgang.web.bodies.services.wheel import (
    wheel_entry_add,
    wheel_entry_change,
    wheel_entry_remove,
)
from sagsgang.web.bodies.sorting import sort_key

__all__ = [
    "body_change",
    "body_close",
    "body_create",
    "body_ensure",
    "body_reopen",
    "delegation_rule_add",
    "delegation_rule_change",
    "delegation_rule_remove",
    "goal_add",
    "goal_change",
    "goal_remove",
    "meeting_plan_add",
    "meeting_plan_add_series",
    "meeting_plan_cancel",
    "meeting_plan_move",
    "meeting_plan_restore",
    "membership_change_post",
    "membership_end",
    "membership_start",
    "municipality_settings_change",
    "municipality_start_work",
    "person_change",
    "person_create",
    "policy_add",
    "policy_change",
    "role_assign",
    "role_end",
    "sort_key",
    "substitute_period_end",
    "substitute_period_start",
    "term_change",
    "term_create",
    "wheel_entry_add",
    "wheel_entry_change",
    "wheel_entry_remove",
]
