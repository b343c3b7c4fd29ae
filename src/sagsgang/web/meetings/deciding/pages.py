"""What the page of a decision shows: the forms that may be used now, and what was decided."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.bodies.selectors import workplace_bodies
from sagsgang.web.meetings.deciding import forms
from sagsgang.web.meetings.deciding.attendance import Attendance, attendance_of
from sagsgang.web.meetings.deciding.forms.decision import decision_initial
from sagsgang.web.meetings.deciding.forms.other import VotesForm
from sagsgang.web.meetings.deciding.parts import Point
from sagsgang.web.meetings.deciding.reading import (
    decision_status,
    points_put,
    settled_before,
    suspension_of,
)
from sagsgang.web.meetings.deciding.services.dissents import suspension_obstacle
from sagsgang.web.meetings.deciding.votes import Count, count_of
from sagsgang.web.meetings.deciding.wording import phrases_for, said_of
from sagsgang.web.meetings.models import Item, ItemDecision, MeetingState, Proposal
from sagsgang.web.meetings.permissions import item_is_closed, item_may
from sagsgang.web.routes.services.stops_treated import numbers_in
from sagsgang.web.routes.wording import OUTCOME_BADGES, OUTCOMES

#: What a form of the page does → the operation of the gate.
OPERATIONS = {
    "decide": "decision_record",
    "nothing": "decision_record",
    "postpone": "decision_record",
    "withdraw": "decision_record",
    "clear": "decision_record",
    "propose": "vote_record",
    "votes": "vote_record",
    "unpropose": "vote_record",
    "unvote": "vote_record",
    "dissent": "dissent_record",
    "undissent": "dissent_record",
    "suspend": "suspension_record",
    "unsuspend": "suspension_record",
    "append": "decision_append",
}


@dataclass(frozen=True, slots=True)
class ShownVote:
    """A proposal with its count, and who stood where; a group that agreed by its name."""

    proposal: Proposal
    count: Count | None
    stances: list[tuple[str, str]]
    form: VotesForm | None = None


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """A point of the recommendation beside what was decided on it."""

    point: Point
    outcome: str
    words: str
    onto: str

    @property
    def outcome_words(self) -> Any:
        """The outcome in the reader's language."""
        return OUTCOMES.get(self.outcome, "")

    @property
    def badge(self) -> str:
        """Which badge of the design it has."""
        badges: dict[str, str] = {str(key): badge for key, badge in OUTCOME_BADGES.items()}
        return badges.get(self.outcome, "plain")


@dataclass(slots=True)
class Decided:
    """What was decided at an item, as it is read."""

    item: Item
    decision: ItemDecision | None
    status: str
    points: list[ShownPoint] = field(default_factory=list)
    votes: list[ShownVote] = field(default_factory=list)
    suspension: Any = None
    #: The days among those it asks for something by on which the body meets.
    meeting_days: set[date] = field(default_factory=set)

    @property
    def outcome_words(self) -> Any:
        """The outcome of the whole."""
        return OUTCOMES.get(self.decision.outcome, "") if self.decision else ""

    @property
    def badge(self) -> str:
        """Which badge of the design it has."""
        return OUTCOME_BADGES.get(self.decision.outcome, "plain") if self.decision else "plain"


def may_see_decision(user: Any, item: Item) -> bool:
    """Decisions are for the secretary while the meeting is open; for everyone who may read the
    item when it is closed.
    """
    if not item_may(user, "item_read", item):
        return False
    return item.meeting.state == MeetingState.CLOSED or item_may(user, "decision_record", item)


def decided_of(item: Item) -> Decided:
    """What was decided so far, point by point beside the recommendation."""
    decision = (
        ItemDecision.objects.filter(item=item)
        .select_related("recorded_by", "next_body", "postponed_meeting")
        .prefetch_related("parts__next_body", "asked_for__people")
        .first()
    )
    item.decision_row = decision
    status = "open" if decision is None else decision_status(decision.item)
    found = Decided(item, decision, status, suspension=suspension_of(item))
    found.votes = votes_of(item)
    if decision is not None:
        found.points = _beside(item, decision)
        found.meeting_days = _meeting_days(item, decision)
    return found


def _meeting_days(item: Item, decision: ItemDecision) -> set[date]:
    days = {asked.until for asked in decision.asked_for.all() if asked.until}
    if not days:
        return set()
    plans = PlannedMeeting.objects.filter(
        body=item.meeting.plan.body_id, cancelled_because="", starts_at__date__in=days
    )
    return {timezone.localdate(plan.starts_at) for plan in plans}


def _beside(item: Item, decision: ItemDecision) -> list[ShownPoint]:
    shown = []
    parts = list(decision.parts.all())
    for point in points_put(item):
        part = next((p for p in parts if point.number in (numbers_in(p.numbers) or [])), None)
        if part is None:
            shown.append(ShownPoint(point, "" if parts else decision.outcome, "", ""))
        else:
            onto = str(part.next_body) if part.next_body else ""
            shown.append(ShownPoint(point, part.outcome, said_of(part), onto))
    return shown


def votes_of(item: Item) -> list[ShownVote]:
    """The proposals of the item that were not withdrawn, amendments first, with their votes."""
    rows = Proposal.objects.filter(item=item, withdrawn_at__isnull=True).prefetch_related(
        "votes__seat__sitting", "votes__seat__membership"
    )
    first = {"procedure": 0, "amendment": 1, "proposal": 2}
    shown = []
    for each in sorted(rows, key=lambda row: (first[row.kind], row.order)):
        votes = list(each.votes.all())
        count = count_of(vote.stance for vote in votes) if votes else None
        names = [(vote.stance, str(vote.seat.sitting)) for vote in votes]
        shown.append(ShownVote(each, count, names))
    return shown


def decision_page(
    request: HttpRequest, item: Item, *, asked: str = "", proposal: int | None = None
) -> dict[str, Any]:
    """The context of the page or panel; the form that was sent (`asked`) has what was typed."""
    user = request.user
    granted = {each: item_may(user, each, item) for each in set(OPERATIONS.values())}
    may = {name: granted[operation] for name, operation in OPERATIONS.items()}
    decided = decided_of(item)
    here = attendance_of(item)
    context: dict[str, Any] = {
        "item": item,
        "meeting": item.meeting,
        "decided": decided,
        "here": here,
        "is_closed_item": item_is_closed(item),
        "may": may,
        "forms": {},
        "back": _back(request),
    }
    if may["append"] and decided.decision is not None:
        context["forms"]["append"] = forms.AppendForm(
            _data(request, asked, "append"), prefix="append"
        )
    if may["decide"]:
        context["phrases"] = phrases_for(item.meeting.plan.body)
        context["settled"] = settled_before(item)
        context["forms"] |= _forms(request, item, decided, here, asked, proposal)
    return context


def _data(request: HttpRequest, asked: str, name: str) -> Any:
    return request.POST if asked == name else None


def _back(request: HttpRequest) -> str:
    asked = request.POST.get("next", "") if request.method == "POST" else request.get_full_path()
    return asked if asked.startswith("/") and not asked.startswith("//") else ""


def _forms(
    request: HttpRequest,
    item: Item,
    decided: Decided,
    here: Attendance,
    asked: str,
    proposal: int | None,
) -> dict[str, Any]:
    body = item.meeting.plan.body
    revision = {"revision": decided.decision.revision if decided.decision else 0}
    part = [here.seats[key] for key in here.seats if key in here.part - here.disqualified]
    coming = PlannedMeeting.objects.filter(
        body=body, cancelled_because="", starts_at__gt=timezone.now()
    ).exclude(pk=item.meeting.plan_id)
    meetings = list(coming.order_by("starts_at", "pk")[:12])
    found: dict[str, Any] = {
        "decide": forms.DecisionForm(
            _data(request, asked, "decide"),
            prefix="decide",
            bodies=[each for each in workplace_bodies(body.municipality) if each != body],
            people=[seat.sitting for seat in here.seats.values()],
            points=points_put(item),
            meetings=meetings,
            initial=decision_initial(decided.decision, meetings),
        ),
        "postpone": forms.PostponeForm(
            _data(request, asked, "postpone"),
            prefix="postpone",
            meetings=meetings,
            initial=revision,
        ),
        "withdraw": forms.WithdrawForm(
            _data(request, asked, "withdraw"), prefix="withdraw", initial=revision
        ),
        "propose": forms.ProposalForm(_data(request, asked, "propose"), prefix="propose"),
        "dissent": forms.DissentForm(
            _data(request, asked, "dissent"), prefix="dissent", seats=part
        ),
    }
    decision = decided.decision
    able = [seat for seat in part if suspension_obstacle(item, decision, here, seat.pk) is None]
    if asked == "suspend" or (able and decided.suspension is None):
        found["suspend"] = forms.SuspendForm(
            _data(request, asked, "suspend"), prefix="suspend", seats=able or part
        )
    decided.votes = [
        ShownVote(
            each.proposal,
            each.count,
            each.stances,
            votes_form(request.POST if proposal == each.proposal.pk else None, each.proposal, here),
        )
        for each in decided.votes
    ]
    return found


def votes_form(data: Any, proposal: Proposal, here: Attendance) -> VotesForm:
    """How those in the room voted on the proposal."""
    votes = {vote.seat_id: vote.stance for vote in proposal.votes.all()}
    return VotesForm(data, prefix=f"votes{proposal.pk}", voters=here.voters, votes=votes)
