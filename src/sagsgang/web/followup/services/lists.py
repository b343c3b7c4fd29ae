"""A list of activities is written, and put before the body as an item."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_UP, Decimal
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body, Person
from sagsgang.web.bodies.writing import danish_day, danish_period
from sagsgang.web.cases.models import CaseKind
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.followup.models import ActivityList, ActivityListVersion, ActivityRow, Litra
from sagsgang.web.followup.permissions import body_require
from sagsgang.web.followup.selectors.lists import content_of, plans_held
from sagsgang.web.followup.services.held import words_of
from sagsgang.web.meetings.agendas.services import item_add_own
from sagsgang.web.meetings.models import Item, Meeting, PresenceEvent
from sagsgang.web.meetings.permissions import item_may

HALF = Decimal("0.5")


@transaction.atomic
def activity_list_make(
    *, actor: Any, body: Body, starts_on: date, ends_on: date, pays_on: date | None = None
) -> ActivityList:
    """A new list of a body for a period. Emits `activity_list_made`."""
    body_require(actor, "activity_list_edit", body)
    _require_period(starts_on, ends_on)
    made = ActivityList.objects.create(
        body=body,
        starts_on=starts_on,
        ends_on=ends_on,
        pays_on=pays_on,
        created_at=timezone.now(),
    )
    _left(actor, made, "activity_list_made", "begyndte på {list}")
    return made


@transaction.atomic
def activity_list_change(
    *, actor: Any, listed: ActivityList, starts_on: date, ends_on: date, pays_on: date | None
) -> ActivityList:
    """Another period, or another day of payment. Emits `activity_list_changed`."""
    fresh = _open(actor, listed)
    _require_period(starts_on, ends_on)
    outside = fresh.rows.filter(day__lt=starts_on) | fresh.rows.filter(day__gt=ends_on)
    if outside.exists():
        raise Refusal(_("Some activities lie outside the period. Remove them first."), "ends_on")
    fresh.starts_on, fresh.ends_on, fresh.pays_on = starts_on, ends_on, pays_on
    return _left(actor, fresh, "activity_list_changed", "ændrede {list}")


def _require_period(starts_on: date, ends_on: date) -> None:
    if ends_on < starts_on:
        raise Refusal(_("The last day is before the first."), "ends_on")


@transaction.atomic
def activity_row_add(
    *,
    actor: Any,
    listed: ActivityList,
    day: date,
    title: str,
    litra: str,
    hours: Decimal,
    members: Iterable[Person],
    decision: Item | None = None,
    meeting: Any = None,
) -> ActivityRow:
    """Something that members did, so many hours each. Emits `activity_listed`."""
    fresh = _open(actor, listed)
    people = list(members)
    if not fresh.starts_on <= day <= fresh.ends_on:
        raise Refusal(_("The day is outside the period of the list."), "day")
    if litra not in Litra.values:
        raise Refusal(_("Choose which litra of § 16 it is."), "litra")
    if not Decimal(0) < hours <= Decimal(24):
        raise Refusal(_("Write the hours of that day, at most 24."), "hours")
    if not people:
        raise Refusal(_("Choose who took part."), "members")
    if decision is not None and not item_may(actor, "item_read", decision):
        raise Refusal(_("Choose an item that you may read."), "decision")
    row = ActivityRow.objects.create(
        list=fresh,
        day=day,
        title=words_of(title, _("Write what it was."), "title", 200),
        litra=litra,
        hours=hours.quantize(Decimal("0.01")),
        decision=decision,
        meeting=meeting,
    )
    row.members.set(people)
    _left(actor, fresh, "activity_listed", "skrev en aktivitet på {list}")
    return row


@transaction.atomic
def activity_row_remove(*, actor: Any, row: ActivityRow) -> None:
    """It was not so; versions that were put before the body keep it. Emits `activity_unlisted`."""
    fresh = _open(actor, row.list)
    if ActivityRow.objects.filter(pk=row.pk).delete()[0]:
        _left(actor, fresh, "activity_unlisted", "tog en aktivitet af {list}")


@transaction.atomic
def activity_rows_from_plan(*, actor: Any, listed: ActivityList) -> int:
    """The body's meetings of the period as rows: who came, and how long it took, in half hours.
    Returns how many there were.
    """
    fresh = _open(actor, listed)
    count = 0
    for plan in plans_held(fresh):
        meeting = plan.meeting
        came = PresenceEvent.objects.filter(meeting=meeting, what="came", seat__isnull=False)
        people = Person.objects.filter(pk__in=came.values("seat__sitting"))
        begun = meeting.opened_at or plan.starts_at
        lasted = (meeting.closed_at or begun + timedelta(hours=1)) - begun
        halves = (Decimal(lasted.total_seconds()) / 1800).to_integral_value(rounding=ROUND_UP)
        if not people.exists():
            continue
        activity_row_add(
            actor=actor,
            listed=fresh,
            day=timezone.localdate(plan.starts_at),
            title=f"Møde i {plan.body}",
            litra=Litra.A,
            hours=min(max(halves, Decimal(1)) * HALF, Decimal(24)),
            members=people,
            meeting=plan,
        )
        count += 1
    return count


@transaction.atomic
def activity_list_put_on(
    *, actor: Any, listed: ActivityList, meeting: Meeting, late_reason: str = ""
) -> ActivityListVersion:
    """The list as it is now, frozen, before the body: what it approves may be paid. Emits
    `activity_list_put_on`.
    """
    fresh = _open(actor, listed)
    if meeting.plan.body_id != fresh.body_id:
        raise Refusal(_("The meeting is one of another body."), "meeting")
    content = content_of(fresh)
    if not content["rows"]:
        raise Refusal(_("There is nothing on the list yet."))
    period = danish_period(fresh.starts_on, fresh.ends_on)
    last = fresh.versions.order_by("number").last()
    number = last.number + 1 if last else 1
    item = item_add_own(
        actor=actor,
        meeting=meeting,
        title=f"Mødeliste {period}",
        html=list_html(content),
        kind=CaseKind.DECISION,
        late_reason=late_reason,
    )
    printed = json.dumps(content, ensure_ascii=False, sort_keys=True)
    version = ActivityListVersion.objects.create(
        list=fresh,
        number=number,
        content=content,
        sha256=sha256(printed.encode()).hexdigest(),
        item=item,
        made_by=actor,
        made_at=timezone.now(),
    )
    _left(
        actor,
        fresh,
        "activity_list_put_on",
        f"satte {{list}} (version {number}) på dagsordenen",
        version=version.pk,
        item=item.pk,
    )
    return version


def list_html(content: dict[str, Any]) -> str:
    """The list as the text of an item."""
    head = "".join(
        f'<th scope="col">{words}</th>'
        for words in ("Dag", "Aktivitet", "§ 16, stk. 1", "Timer", "Deltagere")
    )
    rows = "".join(
        "<tr>"
        f"<td>{danish_day(date.fromisoformat(row['day']))}</td><td>{escape(row['title'])}</td>"
        f"<td>litra {row['litra']}</td><td>{row['hours'].replace('.', ',')}</td>"
        f"<td>{escape(', '.join(row['members']))}</td></tr>"
        for row in content["rows"]
    )
    return (
        "<p>Udvalget godkender, at der for aktiviteterne kan ydes erstatning for dokumenteret tabt "
        "arbejdsfortjeneste efter kommunestyrelseslovens § 16.</p>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _open(actor: Any, listed: ActivityList) -> ActivityList:
    rows = ActivityList.objects.select_for_update(of=("self",)).select_related("body")
    fresh = rows.get(pk=listed.pk)
    body_require(actor, "activity_list_edit", fresh.body)
    return fresh


def _left(
    actor: Any, listed: ActivityList, code: str, sentence: str, **details: object
) -> ActivityList:
    listed.revision += 1
    listed.save()
    period = danish_period(listed.starts_on, listed.ends_on)
    named = f"mødelisten for {listed.body} {period}"
    event_record(
        code=code,
        sentence=f"{actor} {sentence.replace('{list}', named)}.",
        actor=actor,
        subject=listed,
        subject_key=f"activity_list:{listed.pk}",
        details={"list": listed.pk, **details},
    )
    return listed
