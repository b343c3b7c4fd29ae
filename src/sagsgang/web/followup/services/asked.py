"""What a decision asks for becomes a follow-up in the transaction that closes the meeting."""

import re
from typing import Any

from django.db import transaction

from sagsgang.web.accounts.models import User
from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.followup.models import FollowUp, Kind, Origin
from sagsgang.web.followup.services.follow_ups import follow_up_made
from sagsgang.web.meetings.models import AskedFor, Item

_EVALUATES = re.compile(r"\bevaluer", re.IGNORECASE)
_ANALYSES = re.compile(r"\banalyse(?:n|s|r)?\b", re.IGNORECASE)


@transaction.atomic
def follow_up_from(*, actor: Any, asked: AskedFor) -> FollowUp:
    """The follow-up of what was asked for; the one there is, when there is one already.

    It is due at the body's meeting of the day named, or on that day. Without anybody named, the
    officer of the case has it.
    """
    there = FollowUp.objects.filter(asked_for=asked).first()
    if there is not None:
        return there
    item = Item.objects.select_related("meeting__plan__body", "stop__case__officer").get(
        decision=asked.decision_id
    )
    body = item.meeting.plan.body
    people = list(asked.people.select_related("user"))
    case = item.stop.case if item.stop else None
    owner, owner_name = _owner(asked, body.municipality_id, case.officer if case else None)
    if people:
        owner, owner_name = None, ""
    meeting = None
    if asked.until:
        meeting = PlannedMeeting.objects.filter(
            body=body, starts_at__date=asked.until, cancelled_because=""
        ).first()
    made = follow_up_made(
        actor,
        body=body,
        case=case,
        item=item,
        asked_for=asked,
        kind=kind_of(asked),
        origin=Origin.DECISION,
        text=asked.text or asked.owner or "Bemyndigelse",
        owner=owner,
        owner_name=owner_name,
        deadline=asked.until,
        meeting=meeting,
        # Those to whom it was left are told by the meeting; the officer hears of her case.
        is_told=False,
    )
    if people:
        made.people.set(people)
    return made


def kind_of(asked: AskedFor) -> str:
    """What it is that comes back."""
    if asked.what == AskedFor.What.DELEGATION:
        return Kind.DELEGATION
    if asked.what == AskedFor.What.INVITATION:
        return Kind.INVITATION
    if _EVALUATES.search(asked.text):
        return Kind.EVALUATION
    return Kind.ANALYSIS if _ANALYSES.search(asked.text) else Kind.REPORT


def _owner(asked: AskedFor, municipality: int, officer: User | None) -> tuple[User | None, str]:
    """The account that is named, when just one has the name; else the words as they are."""
    name = " ".join(asked.owner.split())
    if asked.what == AskedFor.What.INVITATION:
        return None, name
    if not name:
        return (officer, "") if asked.what == AskedFor.What.FOLLOW_UP else (None, "")
    found = User.objects.filter(
        name=name, is_active=True, assignments__municipality=municipality
    ).distinct()
    one = list(found[:2])
    return (one[0], "") if len(one) == 1 else (None, name)
