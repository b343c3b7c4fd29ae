"""What was asked for comes back to the body: as an item that carries the original decision."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _

from sagsgang.web.bodies.writing import danish_day
from sagsgang.web.cases.models import CaseKind
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.followup.models import LIVING, FollowUp, State
from sagsgang.web.followup.naming import address
from sagsgang.web.followup.permissions import is_closed_to_public
from sagsgang.web.followup.services.ending import ended
from sagsgang.web.followup.services.held import follow_up_open, written
from sagsgang.web.meetings.agendas.naming import neutral_title
from sagsgang.web.meetings.agendas.services import item_add_own, item_close
from sagsgang.web.meetings.deciding.reading import suspension_of
from sagsgang.web.meetings.models import AskedFor, Item, ItemDecision, Meeting, MeetingState
from sagsgang.web.meetings.permissions import item_may


@transaction.atomic
def follow_up_put_on(
    *, actor: Any, follow_up: FollowUp, meeting: Meeting, title: str = "", late_reason: str = ""
) -> Item:
    """A report back on the meeting's agenda, with the decision that asked for it word for word;
    closed where that was closed. Emits `follow_up_put_on`.
    """
    fresh = follow_up_open(actor, "follow_up_put_on", follow_up)
    _require_free(fresh)
    title = " ".join(title.split()) or f"Tilbagemelding: {fresh.text}"
    item = item_add_own(
        actor=actor,
        meeting=meeting,
        title=title[:300],
        html=report_html(fresh),
        kind=CaseKind.BRIEFING,
        late_reason=late_reason,
    )
    if is_closed_to_public(fresh):
        item = _closed_as(actor, item, fresh)
    _tied(actor, fresh, item)
    return item


@transaction.atomic
def follow_up_tie(*, actor: Any, follow_up: FollowUp, item: Item) -> FollowUp:
    """An item that is on an agenda already is what reports back. Emits `follow_up_put_on`."""
    fresh = follow_up_open(actor, "follow_up_put_on", follow_up)
    _require_free(fresh)
    if item.removed_at is not None or not item_may(actor, "item_read", item):
        raise Refusal(_("The item is no longer on the agenda. Choose another."), "item")
    decision = ItemDecision.objects.filter(item=item, communicated_at__isnull=False).first()
    _tied(actor, fresh, item)
    if decision is not None:
        _told(actor, fresh, item, decision)
    return fresh


def _require_free(follow_up: FollowUp) -> None:
    item = follow_up.reported_in
    is_over = item is not None and item.meeting.state == MeetingState.CLOSED
    if item is not None and item.removed_at is None and not is_over:
        raise Refusal(_("It is on an agenda already. Take that item off first."))


def _tied(actor: Any, follow_up: FollowUp, item: Item) -> None:
    follow_up.reported_in = item
    day = danish_day(timezone.localdate(item.meeting.plan.starts_at))
    written(
        actor,
        follow_up,
        "follow_up_put_on",
        f"satte {{it}} på dagsordenen til mødet i {item.meeting.plan.body} den {day}",
        item=item.pk,
    )


def report_html(follow_up: FollowUp) -> str:
    """The text of the item: what was asked for, the decision as it stands, what came of it."""
    parts = [f"<p>{escape(follow_up.text)}</p>"]
    item = follow_up.item
    decision = ItemDecision.objects.filter(item=item).first() if item else None
    if item is not None and decision is not None:
        parts.append(_head(f"Det besluttede {item.meeting.plan.body}"))
        for line in filter(str.strip, _decided(decision)):
            parts.append(f"<blockquote><p>{escape(line)}</p></blockquote>")
        parts.append(f"<p>{escape(where_decided(item))}</p>")
    elif follow_up.quote:
        parts.append(_head("Det står i sagen"))
        parts.append(f"<blockquote><p>{escape(follow_up.quote)}</p></blockquote>")
    if follow_up.result:
        parts.append(_head("Tilbagemelding"))
        lines = filter(str.strip, follow_up.result.splitlines())
        parts += [f"<p>{escape(line)}</p>" for line in lines]
    done = list(follow_up.parts.exclude(state=State.DROPPED).order_by("order", "pk"))
    if done:
        parts.append(_head("Delene"))
        rows = (f"<li>{escape(each.text)}{_result(each)}</li>" for each in done)
        parts.append(f"<ol>{''.join(rows)}</ol>")
    if settings.SAGSGANG_ADDRESS:
        link = f"{settings.SAGSGANG_ADDRESS}{address(follow_up)}"
        parts.append(f'<p><a href="{escape(link)}">Opfølgningen</a></p>')
    return "".join(parts)


def _head(words: str) -> str:
    """A line of its own: the page that prints the item has the headings."""
    return f"<p><strong>{escape(words)}</strong></p>"


def _decided(decision: ItemDecision) -> list[str]:
    lines = decision.text.splitlines()
    return lines or [f"Ad {part.numbers}: {part.text}" for part in decision.parts.all()]


def _result(part: FollowUp) -> str:
    if part.result:
        return f": {escape(' '.join(part.result.split()))}"
    return "" if part.state == State.DONE else " (ikke færdig)"


def where_decided(item: Item) -> str:
    """`Havneudvalget, 12. maj 2026, punkt 4`."""
    plan = item.meeting.plan
    number = f", punkt {item.number}" if item.number else ""
    return f"{plan.body}, {danish_day(timezone.localdate(plan.starts_at))}{number}"


def _closed_as(actor: Any, item: Item, follow_up: FollowUp) -> Item:
    """What is reported on closed matter is closed for the same reason."""
    source = follow_up.item
    case = follow_up.case
    ground = (source.closed_ground if source else "") or (case.closed_ground if case else "")
    rule = (source.closed_reference if source else "") or (case.closed_reference if case else "")
    public = neutral_title(source) if source else (case.public_title if case else "")
    return item_close(
        actor=actor,
        item=item,
        ground=ground or "Punktet, der følges op på, var lukket.",
        reference=rule or "Kommunestyrelsesloven § 10",
        decided_by=(source.closed_by if source else "") or "Udvalget",
        public_title=f"Tilbagemelding: {public or 'lukket punkt'}"[:300],
        is_title_confirmed=True,
    )


def item_settled(actor: Any, item: Item) -> None:
    """The body has treated the item: what it reports on is done, unless the decision asks for
    more, was stopped, or puts it off.
    """
    decision = ItemDecision.objects.filter(item=item).first()
    if decision is None:
        return
    rows = FollowUp.objects.select_for_update(of=("self",)).select_related("body", "case")
    for follow_up in rows.filter(reported_in=item, state__in=LIVING).order_by("pk"):
        _told(actor, follow_up, item, decision)


def _told(actor: Any, follow_up: FollowUp, item: Item, decision: ItemDecision) -> None:
    if decision.is_withdrawn or decision.postponed_to or decision.postponed_meeting_id:
        follow_up.reported_in = None
        if decision.postponed_meeting is not None:
            follow_up.meeting, follow_up.deadline = decision.postponed_meeting, None
        elif decision.postponed_to:
            follow_up.meeting, follow_up.deadline = None, decision.postponed_to
        written(actor, follow_up, "follow_up_put_off", "udsatte {it}: udvalget behandlede den ikke")
        return
    more = decision.asked_for.filter(what=AskedFor.What.FOLLOW_UP)
    if more or suspension_of(item) is not None:
        follow_up.state = State.REPORTED
        FollowUp.objects.filter(asked_for__in=more, continues__isnull=True).exclude(
            pk=follow_up.pk
        ).update(continues=follow_up)
        written(actor, follow_up, "follow_up_reported", "meldte tilbage på {it}", item=item.pk)
        return
    if follow_up.parts.filter(state__in=LIVING).exists():
        follow_up.state = State.REPORTED
        written(actor, follow_up, "follow_up_reported", "meldte tilbage på {it}", item=item.pk)
        return
    ended(actor, follow_up, timezone.localdate(item.meeting.plan.starts_at))
