"""What a meeting has yet to decide, and what could be taken up there."""

from typing import Any

from sagsgang.web.bodies.models import Body
from sagsgang.web.meetings.deciding.wording import Phrase, phrases_for
from sagsgang.web.meetings.holding.selectors import DONE, item_state, items_of, needs_decision
from sagsgang.web.meetings.models import Item, Meeting
from sagsgang.web.meetings.permissions import items_of_q
from sagsgang.web.routes.models import CaseStop
from sagsgang.web.routes.selectors import stops_waiting

#: Outcomes that are the same for many items and send nothing on.
_ALONE = frozenset({"noted", "discussed", "approved", "recommended", "none"})


def undecided(user: Any, meeting: Meeting) -> list[tuple[str, Item]]:
    """The items without a decision, with how each is named in a list."""
    rows = Item.objects.filter(items_of_q(user, "decision_record", meeting))
    hers = set(rows.values_list("pk", flat=True))
    found = []
    for item in items_of(meeting):
        item.meeting = meeting
        if not needs_decision(item) or item_state(item, None, frozenset()) in DONE:
            continue
        if item.pk in hers:
            found.append((f"{item.number} {item.title}".strip(), item))
    return found


def phrases_alone(body: Body) -> list[Phrase]:
    """The phrases that fit many items alike."""
    return [phrase for phrase in phrases_for(body) if phrase.outcome in _ALONE]


def stops_waiting_at(user: Any, meeting: Meeting) -> list[CaseStop]:
    """Approved cases that wait for the body and are on no agenda."""
    on_some = Item.objects.filter(
        removed_at__isnull=True, stop__isnull=False, meeting__plan__body=meeting.plan.body_id
    ).exclude(meeting__state__in=("closed", "cancelled"))
    stops = stops_waiting(meeting.plan.body, user).filter(case__state="approved")
    return list(stops.exclude(pk__in=on_some.values("stop"))[:50])
