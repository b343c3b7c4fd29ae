"""Those who build one agenda wait for each other: every write takes the meeting's row.

Where a case is written on too, its row is taken before the meeting's, here as on the routes.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.richtext.sanitise import sanitise
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.naming import item_in_words, meeting_in_words
from sagsgang.web.meetings.models import Item, Meeting
from sagsgang.web.meetings.permissions import body_require, meeting_may, meeting_require


def meeting_locked(meeting: Meeting) -> Meeting:
    """The meeting as it is now, locked until the end of the transaction."""
    meetings = Meeting.objects.select_for_update(of=("self",))
    return meetings.select_related("plan__body__municipality__settings").get(pk=meeting.pk)


def meeting_open(actor: Any, operation: str, meeting: Meeting) -> Meeting:
    """The meeting locked, when the gate lets the actor do it. Whoever could have done it a moment
    ago is told that the meeting has gone on meanwhile.
    """
    locked = meeting_locked(meeting)
    if locked.state != meeting.state and not meeting_may(actor, operation, locked):
        meeting_require(actor, operation, meeting)
        raise Refusal(
            _("The meeting has gone on since you opened the page. Reload it to see how it stands.")
        )
    meeting_require(actor, operation, locked)
    return locked


def item_held(actor: Any, operation: str, item: Item) -> Item:
    """The item as it is now, its case and meeting locked, when the gate lets the actor do it."""
    cases_lock([item.stop.case_id] if item.stop else [])
    meeting = meeting_open(actor, operation, item.meeting)
    return item_fresh(item, meeting)


def item_fresh(item: Item, meeting: Meeting) -> Item:
    """The item as it is now; a removed one is refused."""
    items = Item.objects.select_related("stop__case__body", "stop__body", "stop__meeting", "parent")
    fresh = items.get(pk=item.pk, meeting=meeting)
    fresh.meeting = meeting
    if fresh.removed_at is not None:
        raise Refusal(_("The item was removed from the agenda in the meantime. Reload the page."))
    return fresh


def cases_lock(cases: Iterable[int]) -> None:
    """Lock the rows of these cases in order of their keys."""
    keys = sorted(set(cases))
    if keys:
        list(Case.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk"))


def body_open(actor: Any, operation: str, body: Body) -> Body:
    """The body locked, when the gate lets the actor do it."""
    bodies = Body.objects.select_for_update(of=("self",)).select_related("municipality")
    locked = bodies.get(pk=body.pk)
    body_require(actor, operation, locked)
    return locked


def meeting_touched(meeting: Meeting) -> None:
    """The agenda is another than before: every screen that shows it can tell."""
    meeting.revision += 1
    meeting.save(update_fields=["revision"])


def meeting_event(
    code: str,
    sentence: str,
    actor: Any,
    meeting: Meeting,
    *,
    subject: Any = None,
    **details: object,
) -> None:
    """Leave an event in the history of the meeting; the sentence ends by naming it."""
    event_record(
        code=code,
        sentence=f"{actor or 'Systemet'} {sentence} ({meeting_in_words(meeting)}).",
        actor=actor,
        subject=subject or meeting,
        subject_key=f"meeting:{meeting.pk}",
        details={"meeting": meeting.pk, **details},
    )


def item_event(code: str, sentence: str, actor: Any, item: Item, **details: object) -> None:
    """Leave an event about an item: `sentence` has `{item}` where its name goes."""
    words = sentence.replace("{item}", item_in_words(item))
    meeting_event(code, words, actor, item.meeting, subject=item, item=item.pk, **details)


def living(meeting: Meeting, parent: Item | None = None) -> list[Item]:
    """The items of one level that are not removed, in order."""
    items = Item.objects.filter(meeting=meeting, parent=parent, removed_at__isnull=True)
    return list(items.order_by("order", "pk"))


def order_write(items: Iterable[Item]) -> None:
    """Count the items from 1 in the order given."""
    for place, item in enumerate(items, start=1):
        if item.order != place:
            item.order = place
            Item.objects.filter(pk=item.pk).update(order=place)


def last_order(meeting: Meeting, parent: Item | None) -> int:
    """The highest place on the level, the removed among them."""
    items = Item.objects.filter(meeting=meeting, parent=parent)
    return int(items.aggregate(last=Max("order"))["last"] or 0)


def reasoned(text: str, missing: str, field: str = "reason", longest: int = 300) -> str:
    """The text without blanks around it; a refusal when there is none or too much."""
    words = " ".join(text.split())
    if not words:
        raise Refusal(missing, field)
    if len(words) > longest:
        raise Refusal(_("Use at most %(most)s letters here.") % {"most": longest}, field)
    return words


def clean_html(html: str) -> str:
    """What the house lets stand in a text."""
    return sanitise(html) if html.strip() else ""
