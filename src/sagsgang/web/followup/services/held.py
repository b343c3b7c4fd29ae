"""Those who write on one follow-up wait for each other; and what every write leaves behind."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.bodies.writing import danish_day
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.followup.models import FollowUp
from sagsgang.web.followup.naming import in_words
from sagsgang.web.followup.permissions import (
    follow_up_may,
    follow_up_require,
    is_closed_to_public,
)
from sagsgang.web.followup.telling import subject_key, tell


def follow_up_open(
    actor: Any, operation: str, follow_up: FollowUp, based_on: int | None = None
) -> FollowUp:
    """The follow-up locked, when the gate lets the actor do it. `based_on` is its revision as the
    writer saw it: when somebody else has written since, nothing is overwritten.
    """
    rows = FollowUp.objects.select_for_update(of=("self",)).select_related("body", "case", "parent")
    fresh = rows.get(pk=follow_up.pk)
    if fresh.state != follow_up.state and not follow_up_may(actor, operation, fresh):
        if not follow_up_may(actor, "follow_up_read", fresh):
            follow_up_require(actor, operation, fresh)
        raise Refusal(_("It has changed since you opened the page. Reload it to see how it is."))
    follow_up_require(actor, operation, fresh)
    if based_on is not None and based_on != fresh.revision:
        raise Refusal(
            _(
                "Another person has changed it while you wrote. What you wrote stands below; save "
                "again to use it."
            )
        )
    return fresh


def written(
    actor: Any, follow_up: FollowUp, code: str, sentence: str, **details: object
) -> FollowUp:
    """Keep the row with its search text, and leave an event: `sentence` has `{it}` where its name
    goes. Emits `code` with the follow-up as subject.
    """
    follow_up.revision += 1
    follow_up.search_text = _search_text(follow_up)
    follow_up.save()
    event_record(
        code=code,
        sentence=f"{actor or 'Systemet'} {sentence.replace('{it}', in_words(follow_up))}.",
        actor=actor,
        subject=follow_up,
        subject_key=subject_key(follow_up),
        details={"follow_up": follow_up.pk, **details},
    )
    return follow_up


def _search_text(follow_up: FollowUp) -> str:
    case = follow_up.case
    parts = [follow_up.text, follow_up.owner_name, str(follow_up.owner or ""), follow_up.result]
    parts += [case.title, case.number] if case else []
    parts += [str(person) for person in follow_up.people.all()]
    return "\n".join(part for part in parts if part).lower()


def words_of(text: str, missing: str, field: str, longest: int) -> str:
    """The text without blanks around it; a refusal when there is none or too much."""
    found = " ".join(text.split())
    if not found:
        raise Refusal(missing, field)
    if len(found) > longest:
        raise Refusal(_("Use at most %(most)s letters here.") % {"most": longest}, field)
    return found


def day_set(follow_up: FollowUp, deadline: Any, meeting: PlannedMeeting | None) -> None:
    """When it is due: at a meeting, or on a day; of both the meeting."""
    if meeting is not None:
        if meeting.body.municipality_id != follow_up.body.municipality_id:
            raise Refusal(_("The meeting is one of another municipality."), "meeting")
        if meeting.is_cancelled and meeting.pk != follow_up.meeting_id:
            raise Refusal(_("The meeting is cancelled. Choose another."), "meeting")
    follow_up.meeting = meeting
    follow_up.deadline = None if meeting else deadline


def owner_require(follow_up: FollowUp) -> None:
    """Refuse an owner who may not read the closed matter that it is about."""
    owner = follow_up.owner
    if owner is not None and not owner.is_active:
        raise Refusal(_("The account is shut. Choose another owner."), "owner")
    if owner is None or not is_closed_to_public(follow_up):
        return
    if not follow_up_may(owner, "follow_up_read", follow_up):
        raise Refusal(
            _("%(who)s may not read the closed matter that it is about. Choose another owner.")
            % {"who": owner},
            "owner",
        )


def owner_told(actor: Any, follow_up: FollowUp, before: int | None = None) -> None:
    """Whoever got it to do hears of it, and until when."""
    owner = follow_up.owner
    if owner is None or owner.pk == before:
        return
    day = due_in_words(follow_up)
    tell(
        follow_up,
        [User.objects.get(pk=owner.pk)],
        "follow_up_given",
        f"Du er ansvarlig for {in_words(follow_up)}{day}.",
        actor=actor,
    )


def due_in_words(follow_up: FollowUp) -> str:
    """` senest 12. maj 2026`; nothing where there is no day."""
    if follow_up.meeting is not None:
        on = danish_day(timezone.localdate(follow_up.meeting.starts_at))
        return f" til mødet i {follow_up.meeting.body} den {on}"
    return f" senest {danish_day(follow_up.deadline)}" if follow_up.deadline else ""
