"""The agenda is sent: checked, numbered, given out and frozen; sent again when it is changed."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.cases.services.versions import content_hash
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.agendas.naming import meeting_in_words
from sagsgang.web.meetings.agendas.selectors.numbers import item_numbers
from sagsgang.web.meetings.agendas.services.locked import (
    cases_lock,
    meeting_event,
    meeting_open,
    reasoned,
)
from sagsgang.web.meetings.agendas.services.ordering import numbers_keep
from sagsgang.web.meetings.models import AgendaVersion, Item, Meeting, MeetingState
from sagsgang.web.meetings.sending.checks import AgendaFinding, agenda_findings, blocking
from sagsgang.web.meetings.sending.comparing import AgendaChange, agenda_difference
from sagsgang.web.meetings.sending.content import (
    Content,
    agenda_content,
    agenda_rows,
    has_own_text,
    last_version,
)
from sagsgang.web.meetings.sending.deadlines import is_in_time
from sagsgang.web.meetings.sending.preparing import needs_reason
from sagsgang.web.meetings.sending.receivers import users_seated
from sagsgang.web.meetings.sending.services.inviting import invitations_update
from sagsgang.web.notifications.services import notify
from sagsgang.web.routes.services import stop_dispatch

SENT, SENT_AGAIN = "agenda_sent", "agenda_sent_again"
_WHY = "du sidder med ved mødet"


@transaction.atomic
def agenda_send(*, actor: Any, meeting: Meeting, late_because: str = "") -> AgendaVersion:
    """Send the agenda for the first time: version 1. After the deadline it says why it is late
    (kommunestyrelsesloven § 8). Emits `agenda_sent`, and `stop_dispatched` for each case.
    """
    locked = _locked(actor, meeting)
    if locked.state == MeetingState.SENT:
        raise Refusal(_("The agenda is sent already. Look at what is sent, or send it again."))
    content = _checked(locked, None)
    late = _reason_for_lateness(locked, late_because)
    version = _frozen(actor, locked, None, late, is_supplementary=False)
    locked.state = MeetingState.SENT
    _kept(locked, meeting)
    _tell(actor, locked, SENT, f"Dagsordenen til {meeting_in_words(locked)} er sendt ud.")
    meeting_event(
        SENT,
        "sendte dagsordenen ud",
        actor,
        locked,
        version=version.number,
        sha256=version.sha256,
        items=len(content["items"]),
        is_late=bool(late),
    )
    return version


@transaction.atomic
def agenda_send_again(*, actor: Any, meeting: Meeting, late_because: str = "") -> AgendaVersion:
    """Send what was changed since as a new version: further items (a supplementary agenda), other
    text or attachments, items taken off. Emits `agenda_sent_again`.
    """
    locked = _locked(actor, meeting)
    before = last_version(locked)
    if locked.state != MeetingState.SENT or before is None:
        raise Refusal(_("The agenda is not sent yet. Send it for the first time."))
    content = _checked(locked, before)
    change = agenda_difference(before.content, content)
    if not change:
        raise Refusal(_("Nothing is changed since version %(n)s was sent.") % {"n": before.number})
    late = _reason_for_lateness(locked, late_because) if needs_reason(change) else ""
    added = change.of("added")
    version = _frozen(actor, locked, before, late, is_supplementary=bool(added))
    _kept(locked, meeting)
    what = "en tillægsdagsorden" if added else "en ny udgave af dagsordenen"
    text = f"Der er sendt {what} til {meeting_in_words(locked)}: {_count(change)}."
    _tell(actor, locked, SENT_AGAIN, text)
    meeting_event(
        SENT_AGAIN,
        f"sendte {what} ud som version {version.number}",
        actor,
        locked,
        version=version.number,
        sha256=version.sha256,
        added=len(added),
        removed=len(change.of("removed")),
        changed=len(change.of("changed")),
    )
    return version


def _locked(actor: Any, meeting: Meeting) -> Meeting:
    """The meeting and every case on it, the cases first as everywhere."""
    cases = _cases(meeting)
    cases_lock(cases)
    locked = meeting_open(actor, "agenda_send", meeting)
    if not _cases(locked) <= cases:
        raise Refusal(_("The agenda was changed in this moment. Look at it, and send it again."))
    if locked.plan.is_cancelled:
        raise Refusal(_("The meeting is cancelled. Its agenda cannot be sent."))
    return locked


def _cases(meeting: Meeting) -> set[int]:
    items = Item.objects.filter(meeting=meeting, removed_at__isnull=True, stop__isnull=False)
    return set(items.values_list("stop__case", flat=True))


def _checked(meeting: Meeting, before: AgendaVersion | None) -> Content:
    """The agenda as it would be sent, when nothing in it keeps it from being sent."""
    numbers = item_numbers(meeting)
    content = agenda_content(meeting, numbers=numbers, before=before)
    left = blocking(agenda_findings(meeting, content, numbers))
    if left:
        raise Refusal(_stopped(left))
    return content


def _stopped(left: list[AgendaFinding]) -> str:
    named = " ".join(
        f"{each.where}: {each.message}" if each.where else each.message for each in left[:3]
    )
    more = len(left) - 3
    said = _("This must be settled or set aside with a reason first: %(what)s") % {"what": named}
    return said + (" " + _("And %(count)s more.") % {"count": more} if more > 0 else "")


def _reason_for_lateness(meeting: Meeting, late_because: str) -> str:
    if is_in_time(meeting.plan):
        return ""
    missing = _("The deadline is passed. Write why; it is printed on the agenda.")
    return reasoned(late_because, missing, "late_because")


def _frozen(
    actor: Any,
    meeting: Meeting,
    before: AgendaVersion | None,
    late: str,
    *,
    is_supplementary: bool,
) -> AgendaVersion:
    """Numbers and texts are kept as they are, and the whole of it as a version."""
    numbers_keep(meeting)
    for item in agenda_rows(meeting):
        if item.stop is not None and has_own_text(item.stop):
            stop_dispatch(actor=actor, stop=item.stop)
    number = before.number + 1 if before else 1
    content = agenda_content(meeting, before=before, is_frozen=True) | {
        "number": number,
        "late_because": late,
    }
    return AgendaVersion.objects.create(
        meeting=meeting,
        number=number,
        content=content,
        sha256=content_hash(content),
        is_supplementary=is_supplementary,
        sent_at=timezone.now(),
        sent_by=actor,
        sent_late_because=late,
        invitation_sequence=invitations_update(actor=actor, meeting=meeting),
    )


def _kept(locked: Meeting, meeting: Meeting) -> None:
    locked.revision += 1
    locked.save(update_fields=["state", "revision"])
    meeting.state, meeting.revision = locked.state, locked.revision


def _tell(actor: Any, meeting: Meeting, code: str, text: str) -> None:
    users = [user for user in users_seated(meeting) if user.pk != actor.pk]
    notify(
        users=users,
        code=code,
        text=text,
        why=_WHY,
        path=meeting_address(meeting, "agenda"),
        subject_key=f"meeting:{meeting.pk}",
    )


def _count(change: AgendaChange) -> str:
    """`1 nyt punkt, 2 ændrede`: never what they are called."""
    words = []
    for state, one, many in (
        ("added", "nyt punkt", "nye punkter"),
        ("changed", "ændret punkt", "ændrede punkter"),
        ("removed", "punkt taget af", "punkter taget af"),
    ):
        count = sum(1 for item in change.items if item.state == state)
        if count:
            words.append(f"{count} {one if count == 1 else many}")
    return ", ".join(words) or "tid, sted eller rækkefølge er ændret"
