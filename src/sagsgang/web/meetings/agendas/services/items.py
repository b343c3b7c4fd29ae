"""Items come on an agenda and are changed: a case's treatment, a member's own, a message."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _

from sagsgang.web.bodies.models import Person
from sagsgang.web.cases.models import CaseKind
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.naming import danish_day, meeting_in_words
from sagsgang.web.meetings.agendas.services.locked import (
    cases_lock,
    clean_html,
    item_event,
    item_fresh,
    item_held,
    living,
    meeting_open,
    meeting_touched,
    order_write,
    reasoned,
)
from sagsgang.web.meetings.models import (
    Item,
    Meeting,
    MeetingState,
    RaisedItem,
    Recurring,
)
from sagsgang.web.meetings.permissions import meeting_require
from sagsgang.web.routes.models import LIVING, CaseStop, StopState
from sagsgang.web.routes.services import stop_schedule

#: Recurring items that end an agenda: what is added comes before them.
ENDING = (Recurring.MESSAGES, Recurring.ANY_OTHER_BUSINESS, Recurring.SIGNATURE_SHEET)


@transaction.atomic
def item_add_treatment(
    *,
    actor: Any,
    meeting: Meeting,
    stop: CaseStop,
    late_reason: str = "",
    is_taken_up: bool = False,
    position: int | None = None,
) -> Item:
    """Put a waiting treatment on the agenda; it is scheduled on the meeting if it is not. The same
    again gives the item that is there. Emits `item_added`.
    """
    cases_lock([stop.case_id])
    meeting = meeting_open(actor, "item_add", meeting)
    fresh = CaseStop.objects.select_related("case__body", "body", "meeting").get(pk=stop.pk)
    there = Item.objects.filter(meeting=meeting, stop=fresh, removed_at__isnull=True).first()
    if there is not None:
        return item_fresh(there, meeting)
    late_reason = lateness(meeting, late_reason, is_taken_up=is_taken_up)
    stop_usable(meeting, fresh)
    if fresh.state != StopState.SCHEDULED or fresh.meeting_id != meeting.plan_id:
        stop_schedule(actor=actor, stop=fresh, meeting=meeting.plan)
    case = fresh.case
    return item_made(
        actor,
        meeting,
        position,
        title=case.title,
        public_title=case.public_title,
        kind=case.kind,
        stop=fresh,
        is_closed=case.is_closed,
        closed_ground=case.closed_ground if case.is_closed else "",
        closed_reference=case.closed_reference if case.is_closed else "",
        is_late=bool(late_reason),
        late_reason=late_reason,
        is_taken_up=is_taken_up,
    )


def stop_usable(meeting: Meeting, stop: CaseStop) -> None:
    """Refuse a treatment that cannot be put on this agenda now."""
    if stop.body_id != meeting.plan.body_id:
        raise Refusal(_("The case does not wait for this body."), "stop")
    if stop.state not in LIVING:
        raise Refusal(
            _("The case is treated or withdrawn in the meantime. Reload the page."), "stop"
        )
    if stop.case.state != "approved":
        raise Refusal(
            _("The case is not approved. Its manager must approve it before it can be put on."),
            "stop",
        )
    other = item_of_stop(stop)
    if other is not None:
        raise Refusal(
            _("The case is on the agenda of %(day)s. Remove it there first.")
            % {"day": danish_day(timezone.localdate(other.meeting.plan.starts_at))},
            "stop",
        )


def item_of_stop(stop: CaseStop) -> Item | None:
    """The item by which the treatment is on an agenda that is not held yet, or is being held."""
    items = Item.objects.filter(stop=stop, removed_at__isnull=True).select_related(
        "meeting__plan__body", "stop__case", "parent"
    )
    items = items.exclude(meeting__state__in=(MeetingState.CLOSED, MeetingState.CANCELLED))
    for item in items.order_by("-pk"):
        is_held = item.meeting.state == MeetingState.OPEN
        if not is_held or item.meeting.plan_id == stop.meeting_id:
            return item
    return None


def lateness(meeting: Meeting, late_reason: str, *, is_taken_up: bool) -> str:
    """Why the item comes after the agenda was sent; a refusal where that must be said and is not.
    While a meeting is held, an item is taken up only because everyone agreed.
    """
    if meeting.state == MeetingState.OPEN and not is_taken_up:
        raise Refusal(
            _("The meeting has begun. An item not on the agenda is taken up only when all agree."),
            "is_taken_up",
        )
    if is_taken_up and meeting.state != MeetingState.OPEN:
        raise Refusal(_("Items are taken up at the meeting. Put this one on the agenda."))
    if meeting.state == MeetingState.SENT:
        return reasoned(
            late_reason,
            _("The agenda is sent. Write why the item cannot wait for the next meeting."),
            "late_reason",
        )
    return ""


def item_made(actor: Any, meeting: Meeting, position: int | None, **columns: Any) -> Item:
    """The item as a row, before what ends the agenda; the caller has locked the meeting."""
    parent = columns.get("parent")
    there = living(meeting, parent)
    item = Item.objects.create(meeting=meeting, order=len(there) + 1, **columns)
    place = place_for_new(there, parent) if position is None else max(0, position - 1)
    there.insert(place, item)
    order_write(there)
    meeting_touched(meeting)
    item_event("item_added", "satte {item} på dagsordenen", actor, item)
    return item


def place_for_new(there: list[Item], parent: Item | None = None) -> int:
    """How many items come before a new one: those that end the agenda do not."""
    if parent is not None:
        return len(there)
    ending = 0
    while ending < len(there) and there[-1 - ending].recurring in ENDING:
        ending += 1
    return len(there) - ending


@transaction.atomic
def item_add_own(
    *,
    actor: Any,
    meeting: Meeting,
    title: str,
    html: str = "",
    kind: str = CaseKind.DECISION,
    raised_by: Person | None = None,
    wish: RaisedItem | None = None,
    late_reason: str = "",
    is_taken_up: bool = False,
    position: int | None = None,
) -> Item:
    """An item that is no case: a member's own (`raised_by`, § 11; `wish` when she wrote it here),
    a theme, a visit. Emits `item_added`, and `wish_put_on` with a wish.
    """
    meeting = meeting_open(actor, "item_add", meeting)
    title = reasoned(title, _("Write what the item is called."), "title")
    late_reason = lateness(meeting, late_reason, is_taken_up=is_taken_up)
    if kind not in CaseKind.values:
        raise Refusal(_("Choose what the item asks of the body."), "kind")
    if wish is not None:
        wish = _wish_usable(meeting, wish)
        raised_by = wish.person
    item = item_made(
        actor,
        meeting,
        position,
        title=title,
        html=clean_html(html),
        kind=kind,
        raised_by=raised_by,
        is_late=bool(late_reason),
        late_reason=late_reason,
        is_taken_up=is_taken_up,
    )
    if wish is not None:
        wish.item, wish.handled_by = item, actor
        wish.save(update_fields=["item", "handled_by"])
        item_event(
            "wish_put_on",
            f"satte {wish.person}s ønske på dagsordenen: {{item}}",
            actor,
            item,
            wish=wish.pk,
        )
    return item


def _wish_usable(meeting: Meeting, wish: RaisedItem) -> RaisedItem:
    fresh = RaisedItem.objects.select_for_update(of=("self",)).select_related("person", "item")
    wish = fresh.get(pk=wish.pk)
    if wish.body_id != meeting.plan.body_id:
        raise Refusal(_("The wish was sent to another body."), "wish")
    if wish.withdrawn_at is not None:
        raise Refusal(_("%(who)s has taken the wish back.") % {"who": wish.person}, "wish")
    if wish.item is not None and wish.item.removed_at is None:
        raise Refusal(_("The wish is on an agenda already."), "wish")
    return wish


def wish_put_on(*, actor: Any, meeting: Meeting, wish: RaisedItem, late_reason: str = "") -> Item:
    """A member's wish in her own words as an item. Emits `item_added` and `wish_put_on`."""
    paragraphs = [escape(line) for line in wish.text.splitlines() if line.strip()]
    return item_add_own(
        actor=actor,
        meeting=meeting,
        title=wish.title,
        html="".join(f"<p>{line}</p>" for line in paragraphs),
        wish=wish,
        late_reason=late_reason,
    )


@transaction.atomic
def item_add_message(
    *, actor: Any, parent: Item, sender: str, title: str = "", html: str = ""
) -> Item:
    """A message as a sub-point of the messages: it fills the sub-point of its sender that waits
    empty, or comes after the sender's last. Emits `item_added`.
    """
    fresh = item_held(actor, "item_add", parent)
    if fresh.parent_id is not None:
        raise Refusal(_("A sub-point has no sub-points of its own."))
    sender = reasoned(sender, _("Write who the message is from."), "sender", 150)
    title = " ".join(title.split())[:300] or sender
    html = clean_html(html)
    there = living(fresh.meeting, fresh)
    same = [item for item in there if item.sender == sender]
    for item in same:
        if not item.html and item.title == item.sender:
            item.title, item.html, item.meeting = title, html, fresh.meeting
            item.revision += 1
            item.save(update_fields=["title", "html", "revision"])
            meeting_touched(fresh.meeting)
            item_event("item_changed", "skrev meddelelsen {item}", actor, item)
            return item
    position = there.index(same[-1]) + 2 if same else None
    return item_made(
        actor,
        fresh.meeting,
        position,
        parent=fresh,
        title=title,
        html=html,
        sender=sender,
        kind=CaseKind.BRIEFING,
    )


@transaction.atomic
def item_add_other_meeting(
    *, actor: Any, meeting: Meeting, other: Meeting, title: str = "", late_reason: str = ""
) -> Item:
    """The agenda of another meeting as an item of this one. Emits `item_added`."""
    meeting = meeting_open(actor, "item_add", meeting)
    other = Meeting.objects.select_related("plan__body").get(pk=other.pk)
    meeting_require(actor, "meeting_read", other)
    late_reason = lateness(meeting, late_reason, is_taken_up=False)
    if other.pk == meeting.pk:
        raise Refusal(_("A meeting cannot treat its own agenda as an item."), "other")
    if other.plan.body.municipality_id != meeting.plan.body.municipality_id:
        raise Refusal(_("The meeting is one of another municipality."), "other")
    if other.state == MeetingState.CANCELLED:
        raise Refusal(_("The other meeting is cancelled."), "other")
    return item_made(
        actor,
        meeting,
        None,
        title=" ".join(title.split())[:300] or f"Dagsorden til {meeting_in_words(other)}",
        kind=CaseKind.DECISION,
        other_meeting=other,
        is_late=bool(late_reason),
        late_reason=late_reason,
    )


@transaction.atomic
def item_change(
    *,
    actor: Any,
    item: Item,
    based_on: int | None = None,
    title: str | None = None,
    html: str | None = None,
    kind: str | None = None,
    sender: str | None = None,
) -> Item:
    """What is written on the item. `based_on` is the item's revision as the writer saw it: when
    somebody else has written since, nothing is overwritten. Emits `item_changed`.
    """
    fresh = item_held(actor, "item_change", item)
    wanted: dict[str, Any] = {}
    if title is not None:
        wanted["title"] = reasoned(title, _("Write what the item is called."), "title")
    if html is not None:
        wanted["html"] = clean_html(html)
    if kind is not None:
        if kind not in CaseKind.values:
            raise Refusal(_("Choose what the item asks of the body."), "kind")
        wanted["kind"] = kind
    if sender is not None and fresh.parent_id is not None:
        wanted["sender"] = reasoned(sender, _("Write who the message is from."), "sender", 150)
    changed = {name: value for name, value in wanted.items() if getattr(fresh, name) != value}
    if not changed:
        return fresh
    if based_on is not None and based_on != fresh.revision:
        raise Refusal(
            _(
                "Another person has changed the item while you wrote. What you wrote stands below; "
                "what is saved now is on the agenda. Save again to use yours."
            )
        )
    for name, value in changed.items():
        setattr(fresh, name, value)
    fresh.revision += 1
    fresh.save(update_fields=[*changed, "revision"])
    meeting_touched(fresh.meeting)
    item_event("item_changed", "ændrede {item}", actor, fresh, changed=sorted(changed))
    return fresh
