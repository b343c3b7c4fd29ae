"""Reading follow-ups: one, those of a case, an item or a body, and the register of all."""

from sagsgang.web.followup.selectors.follow_ups import (
    Shown,
    continued_by,
    follow_up_get,
    follow_up_history,
    follow_ups_of_body,
    follow_ups_of_case,
    follow_ups_of_item,
    follow_ups_readable,
    follow_ups_to_chase,
    follow_ups_waiting,
    owners_possible,
    reports_in_item,
    shown,
    shown_rows,
    with_due,
)

__all__ = [
    "Shown",
    "continued_by",
    "follow_up_get",
    "follow_up_history",
    "follow_ups_of_body",
    "follow_ups_of_case",
    "follow_ups_of_item",
    "follow_ups_readable",
    "follow_ups_to_chase",
    "follow_ups_waiting",
    "owners_possible",
    "reports_in_item",
    "shown",
    "shown_rows",
    "with_due",
]
