"""What happens at meetings and with answers, and makes, ends or moves follow-ups."""

from django.db.models import Q
from django.utils import timezone

from sagsgang.web.audit.events import Happening, event_subscribe
from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.bodies.writing import danish_day
from sagsgang.web.followup.models import LIVING, FollowUp, Kind
from sagsgang.web.followup.naming import in_words
from sagsgang.web.followup.services.asked import follow_up_from
from sagsgang.web.followup.services.ending import ended
from sagsgang.web.followup.services.held import written
from sagsgang.web.followup.services.reporting import item_settled
from sagsgang.web.followup.telling import owners_of, tell
from sagsgang.web.meetings.members.names import secretaries_of
from sagsgang.web.meetings.models import Item
from sagsgang.web.routes.models import OutgoingAnswer


def subscribe() -> None:
    """Told once, when the website starts."""
    event_subscribe("follow_up_asked", something_was_asked)
    event_subscribe("delegated", something_was_asked)
    event_subscribe("answer_delegated", answer_was_left)
    event_subscribe("outgoing_dispatched", answer_was_sent)
    event_subscribe("decision_communicated", item_was_decided)
    event_subscribe("item_removed", item_left_agenda)
    event_subscribe("meeting_cancelled", meeting_was_lost)


def something_was_asked(happening: Happening) -> None:
    """A decision asks for something, or leaves it to somebody."""
    follow_up_from(actor=happening.actor, asked=happening.subject)


def answer_was_left(happening: Happening) -> None:
    """The answer that was left to them is what comes of their delegation."""
    item: Item = happening.subject
    if item.stop is None:
        return
    answer = OutgoingAnswer.objects.filter(
        case=item.stop.case_id, delegated_by=item.stop_id
    ).first()
    left = FollowUp.objects.filter(
        item=item, kind=Kind.DELEGATION, answer__isnull=True, state__in=LIVING
    )
    if answer is not None:
        for follow_up in left[:1]:
            follow_up.answer = answer
            follow_up.save(update_fields=["answer"])


def answer_was_sent(happening: Happening) -> None:
    """The delegation has its result."""
    answer: OutgoingAnswer = happening.subject
    by_decision = Q(pk__in=())
    if answer.delegated_by_id:
        by_decision = Q(kind=Kind.DELEGATION, item__stop=answer.delegated_by_id, answer=None)
    rows = FollowUp.objects.select_for_update(of=("self",)).select_related("body", "case")
    for follow_up in rows.filter(Q(answer=answer) | by_decision, state__in=LIVING):
        on = answer.dispatched_on or timezone.localdate()
        follow_up.answer = answer
        follow_up.result = (
            f"Svaret »{answer.subject}« blev sendt til {answer.recipient} den {danish_day(on)}."
        )
        ended(happening.actor, follow_up, on)


def item_was_decided(happening: Happening) -> None:
    """What the item reports on has come back to the body."""
    item_settled(happening.actor, happening.subject)


def item_left_agenda(happening: Happening) -> None:
    """What it was to report on is on no agenda again."""
    item: Item = happening.subject
    for follow_up in FollowUp.objects.select_for_update().filter(reported_in=item):
        follow_up.reported_in = None
        written(happening.actor, follow_up, "follow_up_taken_off", "tog {it} af dagsordenen")


def meeting_was_lost(happening: Happening) -> None:
    """What was due at the meeting needs another; its owner and the secretary are told."""
    plan: PlannedMeeting = happening.subject
    rows = FollowUp.objects.filter(meeting=plan, state__in=LIVING).select_related("body", "case")
    day = danish_day(timezone.localdate(plan.starts_at))
    for follow_up in rows:
        people = {user.pk: user for user in owners_of(follow_up)}
        people |= {user.pk: user for user in secretaries_of(follow_up.body)}
        tell(
            follow_up,
            people.values(),
            "follow_up_needs_meeting",
            f"Mødet i {plan.body} den {day} er aflyst. Vælg et nyt møde til {in_words(follow_up)}.",
            actor=happening.actor,
        )
