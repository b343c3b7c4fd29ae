"""What waits for a person: from every room, in one order, the nearest deadline first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sagsgang.web.bodies.models import Role
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.bodies.writing import danish_day
from sagsgang.web.cases.models import Case, CaseState, KeptText
from sagsgang.web.cases.permissions import cases_readable_q
from sagsgang.web.cases.review.approval_selectors import cases_to_approve
from sagsgang.web.cases.review.finance_selectors import finance_queue
from sagsgang.web.followup.selectors import follow_ups_to_chase, follow_ups_waiting
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.minute_book.selectors import minutes_to_lock, minutes_waiting_for
from sagsgang.web.routes.hearings.selectors import hearings_awaiting, hearings_late
from sagsgang.web.routes.models import LIVING, CaseStop, StopState
from sagsgang.web.routes.outgoing.selectors import outgoing_awaiting
from sagsgang.web.routes.selectors.forgotten import Why, referred_and_forgotten

#: So many of each kind are shown; the list they come from has the rest.
AT_MOST = 20
Words: TypeAlias = str | Promise


@dataclass(frozen=True, slots=True)
class Waiting:
    """`what` is to be done with `title`, found at `path`, by `deadline` if there is one, because
    of `why`.
    """

    what: Words
    title: str
    path: str
    why: Words
    deadline: date | None = None

    @property
    def is_late(self) -> bool:
        """Whether the deadline has passed."""
        return self.deadline is not None and self.deadline < timezone.localdate()


def waiting_for(user: Any) -> list[Waiting]:
    """Everything that waits for the user: what has a deadline first, the nearest on top."""
    if standing_of(user).user is None:
        return []
    rows = [row for room in _ROOMS for row in room(user)]
    return sorted(rows, key=lambda row: (row.deadline is None, row.deadline or date.min))


def _minutes(user: Any) -> Iterator[Waiting]:
    for meeting in minutes_waiting_for(user)[:AT_MOST]:
        yield Waiting(
            _("Read and approve the minutes"),
            f"{meeting.plan.body}, {danish_day(timezone.localdate(meeting.plan.starts_at))}",
            meeting_address(meeting, "minutes_sign"),
            _("You took part in the meeting and have not approved yet."),
        )


def _minutes_unlocked(user: Any) -> Iterator[Waiting]:
    for meeting in minutes_to_lock(user)[:AT_MOST]:
        yield Waiting(
            _("Lock the minutes"),
            f"{meeting.plan.body}, {danish_day(timezone.localdate(meeting.plan.starts_at))}",
            meeting_address(meeting, "minutes"),
            _("The meeting is over, and nobody can approve its minutes before."),
        )


def _kept_texts(user: Any) -> Iterator[Waiting]:
    kept = KeptText.objects.filter(author=user, settled_at__isnull=True)
    for each in kept.select_related("case")[:AT_MOST]:
        yield Waiting(
            _("Choose between two texts"),
            each.case.title,
            reverse("cases:write", args=[each.case_id]),
            _("Somebody else saved the section while you wrote; both texts are kept."),
        )


def _own_drafts(user: Any) -> Iterator[Waiting]:
    standing = standing_of(user)
    mine = Case.objects.filter(cases_readable_q(user), state=CaseState.DRAFT)
    mine = mine.filter(officer__in=standing.stands_for).defer("search_text")
    drafts = list(mine.prefetch_related("approvals").order_by("deadline", "-changed_at")[:AT_MOST])
    firsts = _first_meetings(drafts)
    for case in drafts:
        last = max(case.approvals.all(), key=lambda each: each.at, default=None)
        returned = last is not None and not last.is_approved
        yield Waiting(
            _("Write on after it was returned") if returned else _("Finish the draft"),
            case.title,
            reverse("cases:write", args=[case.pk]),
            last.comment if last is not None and returned else _("You are its officer."),
            case.deadline or firsts.get(case.pk),
        )


def _without_way(user: Any) -> Iterator[Waiting]:
    """Approved, but no body is to treat it: nobody else would see that it goes nowhere."""
    stops = CaseStop.objects.filter(case=OuterRef("pk")).exclude(state=StopState.WITHDRAWN)
    mine = Case.objects.filter(cases_readable_q(user), ~Exists(stops), state=CaseState.APPROVED)
    mine = mine.filter(officer__in=standing_of(user).stands_for).defer("search_text")
    for case in mine.order_by("deadline", "-changed_at")[:AT_MOST]:
        yield Waiting(
            _("Lay the case's way"),
            case.title,
            reverse("routes:way", args=[case.pk]),
            _("It is approved, but no committee is to treat it yet."),
            case.deadline,
        )


def _first_meetings(cases: list[Case]) -> dict[int, date]:
    """Case → the day of its first meeting to come."""
    stops = CaseStop.objects.filter(
        case__in=cases, state__in=LIVING, meeting__starts_at__gte=timezone.now()
    )
    days: dict[int, date] = {}
    for case, starts_at in stops.order_by("meeting__starts_at").values_list(
        "case_id", "meeting__starts_at"
    ):
        days.setdefault(case, timezone.localdate(starts_at))
    return days


def _approvals(user: Any) -> Iterator[Waiting]:
    if not standing_of(user).has_any(Role.MANAGER):
        return
    cases = list(cases_to_approve(user=user)[:AT_MOST])
    firsts = _first_meetings(cases)
    for case in cases:
        yield Waiting(
            _("Approve or return"),
            case.title,
            reverse("cases:approve", args=[case.pk]),
            _("You are manager of its committee."),
            case.deadline or firsts.get(case.pk),
        )


def _finance(user: Any) -> Iterator[Waiting]:
    if not standing_of(user).has_any(Role.FINANCE_REVIEWER):
        return
    for row in finance_queue(user=user)[:AT_MOST]:
        open_one = row.finance.open_one
        yield Waiting(
            _("Write the finance statement"),
            row.case.title,
            reverse("cases:finance", args=[row.case.pk]),
            _("You are finance reviewer of its committee."),
            open_one.deadline if open_one else None,
        )


def _hearings(user: Any) -> Iterator[Waiting]:
    for hearing in hearings_awaiting(user)[:AT_MOST]:
        yield Waiting(
            _("Answer the hearing"),
            f"{hearing.stop.case.title} – {hearing.stop.body}",
            reverse("routes:hearing", args=[hearing.pk]),
            _("You answer for the body that is heard."),
            hearing.round.deadline,
        )


def _hearings_late(user: Any) -> Iterator[Waiting]:
    for hearing in hearings_late(user)[:AT_MOST]:
        yield Waiting(
            _("A hearing answer is missing"),
            f"{hearing.stop.case.title} – {hearing.stop.body}",
            reverse("routes:case_hearings", args=[hearing.stop.case_id]),
            _("You asked, and the deadline has passed."),
            hearing.round.deadline,
        )


def _outgoing(user: Any) -> Iterator[Waiting]:
    for answer in outgoing_awaiting(user)[:AT_MOST]:
        yield Waiting(
            _("Approve or return the hearing answer"),
            answer.subject,
            reverse("routes:outgoing", args=[answer.pk]),
            _("It was delegated to you."),
            answer.deadline,
        )


def _forgotten(user: Any) -> Iterator[Waiting]:
    if not standing_of(user).has_any(Role.SECRETARY):
        return
    # What is heard and unanswered waits as a hearing, for those who answer and who asked.
    found = referred_and_forgotten(user=user)
    due = [each for each in found if each.is_due and each.why != Why.NOT_ANSWERED]
    for each in due[:AT_MOST]:
        yield Waiting(
            _("Put on a meeting"),
            f"{each.stop.case.title} – {each.stop.body}",
            reverse("routes:way", args=[each.stop.case_id]),
            _("It was referred and is on no agenda."),
            each.stop.wanted_on,
        )


def _follow_ups(user: Any) -> Iterator[Waiting]:
    for row in follow_ups_waiting(user)[:AT_MOST]:
        yield Waiting(
            _("Follow up"),
            row.text,
            reverse("followup:follow_up", args=[row.pk]),
            _("You are responsible for it."),
            row.due,
        )


def _follow_ups_late(user: Any) -> Iterator[Waiting]:
    if not standing_of(user).has_any(Role.SECRETARY):
        return
    for row in follow_ups_to_chase(user)[:AT_MOST]:
        yield Waiting(
            _("A follow-up is late"),
            row.text,
            reverse("followup:follow_up", args=[row.pk]),
            _("You are secretary of its committee."),
            row.due,
        )


_ROOMS = (
    _minutes,
    _minutes_unlocked,
    _kept_texts,
    _own_drafts,
    _without_way,
    _approvals,
    _finance,
    _hearings,
    _outgoing,
    _hearings_late,
    _forgotten,
    _follow_ups,
    _follow_ups_late,
)
