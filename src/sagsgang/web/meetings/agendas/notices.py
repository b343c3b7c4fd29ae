"""Who is told what of an agenda: everyone when a meeting is cancelled, moved or held after all; the
secretary when the chair has gone through it or has a remark, and the chair when it is answered.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import Happening, event_subscribe
from sagsgang.web.bodies.models import Assignment, Body, Membership, PlannedMeeting, Role
from sagsgang.web.bodies.selectors import members_on
from sagsgang.web.bodies.writing import danish_moment
from sagsgang.web.cases.review.people import with_substitutes
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.agendas.naming import meeting_in_words
from sagsgang.web.meetings.models import Activity, AgendaComment, Meeting
from sagsgang.web.meetings.permissions import meetings_readable_q
from sagsgang.web.notifications.kinds import kind_register
from sagsgang.web.notifications.permissions import subject_gate_register
from sagsgang.web.notifications.services import notify

_SITS = "du har en plads i udvalget eller arbejder for det"
_SECRETARY = "du er sekretær for udvalget"
KINDS = {
    "meeting_plan_changed": ("Et møde er aflyst eller flyttet", _SITS),
    "activity_told": ("Et besøg, en tur eller et seminar er aflyst", _SITS),
    "agenda_gone_through": ("Formanden har gennemgået dagsordenen", _SECRETARY),
    "agenda_commented": (
        "En bemærkning til udkastet til en dagsorden",
        "du forbereder dagsordenen",
    ),
}


def subscribe() -> None:
    """Told once, when the website starts."""
    for code, (title, why) in KINDS.items():
        kind_register(code, title, why)
    subject_gate_register(
        "meeting", may_see_meeting, many=may_see_meetings, is_closed=lambda _key: False
    )
    event_subscribe("meeting_cancelled", plan_changed)
    event_subscribe("meeting_restored", plan_changed)
    event_subscribe("meeting_moved", plan_changed)
    event_subscribe("activity_cancelled", activity_cancelled)
    event_subscribe("meeting_gone_through", gone_through)
    event_subscribe("agenda_comment_added", commented)


def may_see_meeting(subject_key: str, user: object) -> bool:
    """The gate for what is told about a meeting."""
    return bool(may_see_meetings({subject_key}, user))


def may_see_meetings(subject_keys: Collection[str], user: object) -> set[str]:
    """The gate for many at once."""
    keys = {int(key.partition(":")[2]) for key in subject_keys}
    found = Meeting.objects.filter(meetings_readable_q(user), pk__in=keys).order_by()
    return {f"meeting:{key}" for key in found.values_list("pk", flat=True)}


def plan_changed(happening: Happening) -> None:
    """All who were to come, and those who prepare it, hear that the meeting is not as planned."""
    plan: PlannedMeeting = happening.subject
    meeting = Meeting.objects.filter(plan=plan).first()
    if happening.code == "meeting_cancelled":
        text = (
            f"Mødet i {plan.body} {danish_moment(plan.starts_at)} er aflyst: "
            f"{plan.cancelled_because}"
        )
    elif happening.code == "meeting_restored":
        text = f"Mødet i {plan.body} {danish_moment(plan.starts_at)} holdes alligevel."
    else:
        text = f"Mødet i {plan.body} er flyttet til {danish_moment(plan.starts_at)}."
    day = timezone.localdate(plan.starts_at)
    users = {*_members(plan.body, day), *_secretaries(plan.body)}
    if meeting is not None:
        seats = meeting.seats.filter(sitting__user__isnull=False).select_related("sitting__user")
        users |= {seat.sitting.user for seat in seats if seat.sitting.user}
    _tell(happening.actor, users, "meeting_plan_changed", text, _body_address(plan.body))


def activity_cancelled(happening: Happening) -> None:
    """Those who would have gone along hear that it comes to nothing."""
    activity: Activity = happening.subject
    day = timezone.localdate(activity.starts_at)
    text = (
        f"»{activity.title}« i {activity.body} {danish_moment(activity.starts_at)} er aflyst: "
        f"{activity.cancelled_because}"
    )
    users = {*_members(activity.body, day), *_secretaries(activity.body)}
    _tell(happening.actor, users, "activity_told", text, _body_address(activity.body))


def gone_through(happening: Happening) -> None:
    """The secretary can go on."""
    meeting: Meeting = happening.subject
    text = f"{happening.actor} har gennemgået dagsordenen til {meeting_in_words(meeting)}."
    path = meeting_address(meeting, "building")
    _tell(
        happening.actor,
        _secretaries(meeting.plan.body),
        "agenda_gone_through",
        text,
        path,
        f"meeting:{meeting.pk}",
    )


def commented(happening: Happening) -> None:
    """Who has not written the remark reads it on the page, not in the notice."""
    comment: AgendaComment = happening.subject
    meeting = Meeting.objects.select_related("plan__body").get(pk=comment.meeting_id)
    text = f"{happening.actor} har en bemærkning til dagsordenen for {meeting_in_words(meeting)}."
    key = f"meeting:{meeting.pk}"
    body = meeting.plan.body
    secretaries = _secretaries(body)
    for users, page in ((secretaries, "building"), (_chairs(meeting), "gone_through")):
        others = [user for user in users if page == "building" or user not in secretaries]
        path = meeting_address(meeting, page)
        _tell(happening.actor, others, "agenda_commented", text, path, key)


def _tell(
    actor: Any, users: Iterable[User], code: str, text: str, path: str, key: str = ""
) -> None:
    others = [user for user in users if actor is None or user.pk != actor.pk]
    if others:
        notify(users=others, code=code, text=text, why="", path=path, subject_key=key)


def _members(body: Body, day: Any) -> list[User]:
    people = [seat.person.user_id for seat in members_on(body, day)]
    return list(User.objects.filter(pk__in=[key for key in people if key], is_active=True))


def _chairs(meeting: Meeting) -> list[User]:
    day = timezone.localdate(meeting.plan.starts_at)
    keys = [
        seat.person.user_id
        for seat in members_on(meeting.plan.body, day)
        if seat.post == Membership.Post.CHAIR and seat.person.user_id
    ]
    return list(User.objects.filter(pk__in=keys, is_active=True))


def _secretaries(body: Body) -> list[User]:
    today = timezone.localdate()
    held = Assignment.objects.filter(
        Q(body=body) | Q(body__isnull=True),
        Q(starts_on__isnull=True) | Q(starts_on__lte=today),
        Q(ends_on__isnull=True) | Q(ends_on__gte=today),
        municipality=body.municipality_id,
        role=Role.SECRETARY,
    )
    return with_substitutes(held.values_list("user", flat=True))


def _body_address(body: Body) -> str:
    return reverse("bodies:body", args=[body.slug])
