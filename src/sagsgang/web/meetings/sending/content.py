"""What an agenda contains, as JSON: what is sent is this, frozen; what is checked and printed too.

{"head": {municipality, body, starts_at, ends_at, place, kind, members, guests, set_aside},
 "items": [{key, number, title, …, "case": {…, "content": cases.selectors.case_content},
            "route", "earlier", "guests", "set_aside", "parts": [items below it]}],
 "removed": [{key, number, title, public_title, is_closed, because}]}
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any

from django.utils import timezone

from sagsgang.web.bodies.selectors import members_on
from sagsgang.web.cases.checks.selectors import suppressions_printed
from sagsgang.web.cases.models import Case, CaseState
from sagsgang.web.cases.review.finance import finance_sentence
from sagsgang.web.cases.selectors import case_content
from sagsgang.web.meetings.models import AgendaSetAside, AgendaVersion, Guest, Item, Meeting, Seat
from sagsgang.web.meetings.sending.deadlines import is_in_time
from sagsgang.web.meetings.sending.wording import set_aside_printed
from sagsgang.web.routes.earlier import earlier_frozen
from sagsgang.web.routes.models import CaseStop, StopState

Content = dict[str, Any]


def agenda_content(
    meeting: Meeting,
    *,
    numbers: Mapping[int, str] | None = None,
    before: AgendaVersion | None = None,
    is_frozen: bool = False,
) -> Content:
    """The agenda as it is now. `numbers` by the keys of items stand in for those not given yet.

    The text of a case is what is written now where it is approved; where it is being written on it
    is what was sent in the version `before`; an item that is new since is overdue when the deadline
    is passed. With `is_frozen` it is what was given out, everywhere.
    """
    items = agenda_rows(meeting)
    sent = items_by_key(before.content) if before else {}
    is_overdue = before is not None and not is_in_time(meeting.plan)
    aside = _set_aside(meeting)
    ways = _ways([item.stop for item in items if item.stop])
    below: dict[int | None, list[Content]] = defaultdict(list)
    for item in reversed(items):
        told = _item(item, sent.get(item.pk), ways, is_frozen)
        told["number"] = item.number or (numbers or {}).get(item.pk, "")
        told["parts"] = below.pop(item.pk, [])[::-1]
        told["set_aside"] = [*told["set_aside"], *aside.get(item.pk, [])]
        told["is_overdue"] = sent[item.pk]["is_overdue"] if item.pk in sent else is_overdue
        below[item.parent_id].append(told)
    return {
        "head": _head(meeting) | {"set_aside": aside.get(None, [])},
        "items": below[None][::-1],
        "removed": _removed(meeting),
    }


def agenda_rows(meeting: Meeting) -> list[Item]:
    """The items that are not removed, each above those below it, in their order."""
    found = Item.objects.filter(meeting=meeting, removed_at__isnull=True).select_related(
        "stop__case__body",
        "stop__case__municipality",
        "stop__version",
        "stop__body",
        "raised_by",
        "other_meeting__plan__body",
    )
    rows = list(found.prefetch_related("guests").order_by("order", "pk"))
    kept = {item.pk for item in rows}
    tops = [item for item in rows if item.parent_id is None]
    below: dict[int, list[Item]] = defaultdict(list)
    for item in rows:
        if item.parent_id is not None and item.parent_id in kept:
            below[item.parent_id].append(item)
    return [each for top in tops for each in (top, *below[top.pk])]


def items_by_key(content: Content) -> dict[int, Content]:
    """Every item of a content, those below others too."""
    return {
        each["key"]: each for item in content["items"] for each in (item, *item.get("parts", ()))
    }


def has_own_text(stop: CaseStop) -> bool:
    """Whether the treatment's case stands as it may be sent: approved, not being written on."""
    return stop.case.state == CaseState.APPROVED


def _item(
    item: Item,
    sent: Content | None,
    ways: Mapping[int, Sequence[CaseStop]],
    is_frozen: bool,
) -> Content:
    told: Content = {
        "key": item.pk,
        "title": item.title,
        "public_title": item.public_title,
        "kind": item.kind,
        "recurring": item.recurring,
        "sender": item.sender,
        "raised_by": str(item.raised_by) if item.raised_by else "",
        "is_closed": item.is_closed,
        "closed_ground": item.closed_ground,
        "closed_reference": item.closed_reference,
        "closed_by": item.closed_by,
        "is_late": item.is_late,
        "late_reason": item.late_reason,
        "html": item.html,
        "other_meeting": _other(item.other_meeting),
        "guests": [_guest(guest) for guest in item.guests.all()],
        "case": None,
        "route": [],
        "earlier": [],
        "set_aside": [],
    }
    stop = item.stop
    if stop is None:
        return told
    told["is_closed"] = item.is_closed or stop.case.is_closed
    told["public_title"] = item.public_title or stop.case.public_title
    told["closed_ground"] = item.closed_ground or stop.case.closed_ground
    told["closed_reference"] = item.closed_reference or stop.case.closed_reference
    told["route"] = [_way(each, stop) for each in ways.get(stop.case_id, ())]
    if sent is not None and sent["case"] and not has_own_text(stop):
        return told | {name: sent[name] for name in ("case", "earlier", "set_aside")}
    told["case"] = _case(stop, is_frozen)
    told["earlier"] = stop.earlier if stop.dispatched_at else earlier_frozen(stop)
    if has_own_text(stop):
        told["set_aside"] = suppressions_printed(stop.case)
    return told


def _case(stop: CaseStop, is_frozen: bool) -> Content:
    case: Case = stop.case
    version = stop.version
    given_out = version is not None and (is_frozen or not has_own_text(stop))
    return {
        "id": case.pk,
        "number": case.number,
        "body": str(case.body),
        "treatment": stop.kind,
        "is_deciding": stop.is_deciding,
        "version": version.number if given_out and version else None,
        "frozen_at": version.at.isoformat() if given_out and version else None,
        "finance": finance_sentence(case),
        "content": version.content if given_out and version else case_content(case),
    }


def _head(meeting: Meeting) -> Content:
    plan = meeting.plan
    return {
        "municipality": str(plan.body.municipality),
        "body": str(plan.body),
        "starts_at": plan.starts_at.isoformat(),
        "ends_at": meeting.ends_at.isoformat() if meeting.ends_at else "",
        "place": plan.place,
        "kind": plan.kind,
        "members": _members(meeting),
        "guests": [
            _guest(guest) for guest in Guest.objects.filter(meeting=meeting, item__isnull=True)
        ],
    }


def _members(meeting: Meeting) -> list[Content]:
    """The seats as they are kept for the meeting; before that, who sits in the body that day."""
    seats = Seat.objects.filter(meeting=meeting).select_related("membership__person", "sitting")
    kept = list(seats)
    if kept:
        rows = [
            (s.sitting, s.membership.person, s.membership.post, s.membership.party) for s in kept
        ]
    else:
        day = timezone.localdate(meeting.plan.starts_at)
        rows = [
            (s.person, s.stands_in_for or s.person, s.membership.post, s.party)
            for s in members_on(meeting.plan.body, day)
        ]
    return [
        {
            "name": str(sitting),
            "party": party,
            "post": "member" if sitting.pk != owner.pk else post,
            "for": str(owner) if sitting.pk != owner.pk else "",
        }
        for sitting, owner, post, party in rows
    ]


def _guest(guest: Guest) -> Content:
    return {
        "name": guest.name,
        "title": guest.title,
        "is_presenter": guest.is_presenter,
        "is_administration": guest.is_administration,
        "from": _hour(guest.starts_at),
        "to": _hour(guest.ends_at),
    }


def _hour(hour: time | None) -> str:
    return f"{hour:%H.%M}" if hour else ""


def _other(meeting: Meeting | None) -> Content | None:
    if meeting is None:
        return None
    day = timezone.localdate(meeting.plan.starts_at)
    return {"meeting": meeting.pk, "body": str(meeting.plan.body), "day": day.isoformat()}


def _ways(stops: Sequence[CaseStop]) -> dict[int, list[CaseStop]]:
    found: dict[int, list[CaseStop]] = defaultdict(list)
    rows = CaseStop.objects.filter(case__in={stop.case_id for stop in stops})
    for each in (
        rows.exclude(state=StopState.WITHDRAWN)
        .select_related("body", "meeting")
        .order_by("step", "pk")
    ):
        found[each.case_id].append(each)
    return found


def _way(each: CaseStop, here: CaseStop) -> Content:
    day = each.decided_on or each.postponed_to or each.wanted_on
    if each.decided_on is None and each.meeting is not None:
        day = timezone.localdate(each.meeting.starts_at)
    return {
        "body": str(each.body),
        "kind": each.kind,
        "day": day.isoformat() if day else "",
        "is_here": each.pk == here.pk,
    }


def _set_aside(meeting: Meeting) -> dict[int | None, list[str]]:
    found: dict[int | None, list[str]] = defaultdict(list)
    for row in AgendaSetAside.objects.filter(meeting=meeting):
        found[row.item_id].append(set_aside_printed(row.rule, row.reason))
    return found


def _removed(meeting: Meeting) -> list[Content]:
    """What was sent once and has been taken off since."""
    gone = Item.objects.filter(meeting=meeting, removed_at__isnull=False).exclude(number="")
    return [
        {
            "key": item.pk,
            "number": item.number,
            "title": item.title,
            "public_title": item.public_title or (item.stop.case.public_title if item.stop else ""),
            "is_closed": item.is_closed or bool(item.stop and item.stop.case.is_closed),
            "because": item.removed_because,
        }
        for item in gone.select_related("stop__case").order_by("order", "pk")
    ]


def last_version(meeting: Meeting) -> AgendaVersion | None:
    """The newest agenda that was sent."""
    return AgendaVersion.objects.filter(meeting=meeting).order_by("-number").first()
