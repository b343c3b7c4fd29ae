"""Laws of a meeting, on the services: over random courses of it, after every step."""

from collections.abc import Iterable
from contextlib import suppress

from django.db.transaction import atomic
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.web.world import build_world

from sagsgang.web.bodies.models import Person
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.deciding import services
from sagsgang.web.meetings.deciding.attendance import Attendance, attendance_of
from sagsgang.web.meetings.deciding.parts import NOT_TAKEN_WORDS
from sagsgang.web.meetings.deciding.reading import points_put
from sagsgang.web.meetings.deciding.votes import agrees, count_of
from sagsgang.web.meetings.holding import services as holding
from sagsgang.web.meetings.holding.selectors import gathering_of
from sagsgang.web.meetings.models import (
    Disqualification,
    Item,
    ItemDecision,
    Meeting,
    Proposal,
    Seat,
    Suspension,
)
from sagsgang.web.routes.models import LIVING, CaseStop
from sagsgang.web.routes.onward import GOES_ON
from sagsgang.web.routes.services import PointDecision
from sagsgang.web.routes.services.stops_treated import numbers_in

from ..table import NAMES, Table

OUTCOMES = ("approved", "noted", "rejected", "recommended", "referred", "changed", "lapsed")
STANCES = ("for", "against", "abstained", "")
#: What somebody does, who, at which item, and how.
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            (
                *("leave", "leave", "come", "call", "shut", "shut", "free", "begin", "begin"),
                *("propose", "vote", "vote", "vote", "decide", "decide", "decide", "many"),
                *("point", "point", "dissent", "stop", "stop", "unstop", "postpone", "withdraw"),
            )
        ),
        st.integers(0, 6),
        st.integers(0, 3),
        st.integers(0, 999),
    ),
    min_size=14,
    max_size=18,
)
POINTS = (
    ("at skurene bygges.", "at de males.", "at de lejes ud."),
    (
        {"text": "at løsning 1 vælges.", "choice": "A"},
        {"text": "at løsning 2 vælges.", "choice": "A"},
        "at det meddeles.",
    ),
    ("at det tages til efterretning.",),
    (),
)


class Course:
    """A meeting of five with two substitutes and four cases, and whatever happens at it."""

    def __init__(self) -> None:
        world = build_world()
        self.table = Table(world)
        municipality = self.table.body.municipality
        self.called = [
            Person.objects.create(municipality=municipality, name=name)
            for name in ("Pia Bro", "Ib Dal")
        ]
        self.items = [
            self.table.case(f"Sag {n}", points, then=[("Byrådet", "decision")] if n % 2 else ())
            for n, points in enumerate(POINTS)
        ]
        #: Of each decided item: who was disqualified there at that moment.
        self.decided: dict[int, frozenset[int]] = {}

    def do(self, what: str, who: int, which: int, how: int) -> None:
        """One step; what is refused changes nothing."""
        with suppress(Refusal), atomic():
            getattr(self, f"_{what}")(self._seat(who), self._item(which), how)
        self.holds()

    def _seat(self, who: int) -> Seat:
        seats = list(Seat.objects.filter(meeting=self.table.meeting).order_by("pk"))
        return seats[who % len(seats)]

    def _item(self, which: int) -> Item:
        items = Item.objects.select_related("stop__case", "meeting__plan__body", "parent")
        return items.get(pk=self.items[which].pk)

    def _given(self) -> dict:
        return {"actor": self.table.secretary}

    def _leave(self, seat, item, how):
        holding.presence_record(**self._given(), meeting=item.meeting, who=seat, what="left")

    def _come(self, seat, item, how):
        holding.presence_record(**self._given(), meeting=item.meeting, who=seat, what="came")

    def _call(self, seat, item, how):
        person = self.called[how % 2]
        made = holding.seat_substitute(**self._given(), seat=seat, person=person)
        self._come(made, item, how)

    def _shut(self, seat, item, how, is_disqualified=True):
        holding.disqualification_decide(
            **self._given(),
            item=item,
            seat=seat,
            is_disqualified=is_disqualified,
            ground="Nær familie",
        )

    def _free(self, seat, item, how):
        self._shut(seat, item, how, is_disqualified=False)

    def _begin(self, seat, item, how):
        holding.item_begin(**self._given(), item=item)

    def _propose(self, seat, item, how):
        kind = ("proposal", "proposal", "amendment")[how % 3]
        services.proposal_add(**self._given(), item=item, text=f"at {how}", kind=kind)

    def _vote(self, seat, item, how):
        proposal = Proposal.objects.filter(item=item).order_by("pk").last()
        if proposal is None:
            proposal = services.proposal_add(**self._given(), item=item, text="at det gøres")
        proposal.item = item
        voters = [voter.seat for voter in attendance_of(item).voters]
        if how % 4 == 0:  # Somebody who may not be a voter is said to have voted.
            voters.append(seat.pk)
        stances = {key: STANCES[(how >> place) % 4] for place, key in enumerate(voters)}
        count = services.votes_record(**self._given(), proposal=proposal, by_seat=stances)
        assert count == count_of(stances.values())

    def _decide(self, seat, item, how):
        self._decided(item, outcome=OUTCOMES[how % len(OUTCOMES)], text="Sådan blev det.")

    def _point(self, seat, item, how):
        numbers = (("1", "2"), ("2", "3"), ("1-2", "3"), ("1", "1"), ("3",), ("2",))[how % 6]
        parts = [
            PointDecision(each, OUTCOMES[(how + place) % len(OUTCOMES)])
            for place, each in enumerate(numbers)
        ]
        outcome = ("", "approved", "noted")[how % 3]
        self._decided(item, outcome=outcome, parts=parts)

    def _decided(self, item, **given):
        here = attendance_of(item)
        decision = services.decision_record(**self._given(), item=item, **given)
        assert here.presence.is_quorate
        vote = Proposal.objects.filter(item=item, kind="proposal", votes__isnull=False).last()
        if vote is not None and decision.outcome != "mixed":
            assert agrees(count_of(vote.votes.values_list("stance", flat=True)), decision.outcome)
        self.decided[item.pk] = here.disqualified

    def _many(self, seat, item, how):
        items = [each for each in map(self._item, range(4)) if not _is_decided(each)]
        services.decisions_record_many(**self._given(), items=items, text="Drøftet.")
        self.decided |= {each.pk: attendance_of(each).disqualified for each in items}

    def _dissent(self, seat, item, how):
        services.dissent_record(
            **self._given(), item=item, seats=[seat], text="Nej.", goes_along=how % 2 == 0
        )

    def _stop(self, seat, item, how):
        services.suspension_record(**self._given(), item=item, seat=seat)

    def _unstop(self, seat, item, how):
        services.suspension_take_back(**self._given(), item=item)

    def _postpone(self, seat, item, how):
        later = self.table.later(days=7 + how)
        services.decision_record(**self._given(), item=item, postponed_to=later)
        self.decided.pop(item.pk, None)

    def _withdraw(self, seat, item, how):
        services.item_withdraw(**self._given(), item=item, reason="Den er ikke klar")
        self.decided.pop(item.pk, None)

    def holds(self) -> None:
        """The laws."""
        known = gathering_of(self.table.meeting)
        items = Item.objects.select_related(
            "stop__case", "meeting__plan__body", "decision", "suspension"
        )
        rows = items.prefetch_related(
            "decision__parts", "proposals__votes__seat", "dissents__seats", "disqualifications"
        )
        for item in rows.filter(meeting=self.table.meeting).order_by("pk"):
            here = attendance_of(item, known)
            _only_who_sits_acts(item, here)
            if self.decided.get(item.pk) == here.disqualified:
                sat = {here.seats[key].membership_id for key in here.part}
                assert 2 * len(sat) >= here.presence.places, "enough took part in what was decided"
            if hasattr(item, "decision"):
                _covers(item.decision.parts.all(), points_put(item))

    def close(self) -> None:
        """The meeting ends; no case is lost, and each decision has told what came of each point."""
        for item in map(self._item, range(4)):
            if not _is_decided(item):
                services.decision_record(
                    **self._given(), item=item, is_nothing_recorded=True, revision=0
                )
        Disqualification.objects.filter(is_disqualified__isnull=True).delete()
        meeting = Meeting.objects.select_related("plan__body").get(pk=self.table.meeting.pk)
        holding.meeting_close(**self._given(), meeting=meeting)
        for item in map(self._item, range(4)):
            self._goes_on(item, ItemDecision.objects.get(item=item))

    def _goes_on(self, item: Item, decision: ItemDecision) -> None:
        stop = item.stop
        stop.refresh_from_db()
        assert stop.state == ("withdrawn" if decision.is_withdrawn else "treated")
        assert decision.communicated_at is not None
        _covers(stop.decided_points.all(), points_put(item))
        to_come = CaseStop.objects.filter(case=stop.case_id, state__in=LIVING)
        outcomes = {decision.outcome, *decision.parts.values_list("outcome", flat=True)}
        if Suspension.objects.filter(item=item, taken_back_at__isnull=True).exists():
            assert [str(each.body) for each in to_come.filter(referred_by=stop)] == ["Byrådet"]
        elif decision.postponed_to:
            again = to_come.get(body=stop.body_id)
            assert (again.meeting_id, again.state) == (decision.postponed_meeting_id, "scheduled")
        elif outcomes & GOES_ON and stop.case.stops.filter(body__name="Byrådet").exists():
            assert to_come.filter(body__name="Byrådet").exists()


def _only_who_sits_acts(item: Item, here: Attendance) -> None:
    shut = {row.seat_id for row in item.disqualifications.all() if row.is_disqualified}
    for proposal in item.proposals.all():
        voted = list(proposal.votes.all())
        keys = {vote.seat_id for vote in voted}
        assert not keys & shut, "who is disqualified never votes"
        assert keys <= here.part, "who votes was there"
        assert len({vote.seat.membership_id for vote in voted}) == len(voted), "a place votes once"
    stopped = getattr(item, "suspension", None)
    if stopped is not None and stopped.taken_back_at is None:
        assert stopped.seat_id in here.part - shut, "who stops was there and not disqualified"
    for dissent in item.dissents.all():
        assert {seat.pk for seat in dissent.seats.all()} <= here.part - shut


def _is_decided(item: Item) -> bool:
    return ItemDecision.objects.filter(item=item).exists()


def _covers(parts: Iterable, points: list) -> None:
    """Every point is in one part and in one only, or the decision is one for all of them."""
    parts = list(parts)
    if not parts:
        return
    numbers = [number for part in parts for number in numbers_in(part.numbers)]
    assert sorted(numbers) == [point.number for point in points]
    taken = {
        n for p in parts if p.outcome in ("approved", "changed") for n in numbers_in(p.numbers)
    }
    chosen = [point.number for point in points if point.choice and point.number in taken]
    assert len(chosen) <= 1
    assert chosen or not any(part.text == NOT_TAKEN_WORDS for part in parts)


class Meetings(TestCase):
    """Each example is a meeting of its own."""

    @settings(
        max_examples=3,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate),
    )
    @example([("vote", 0, 0, 1), ("shut", 0, 0, 0), ("leave", 1, 0, 0), ("begin", 0, 0, 0)])
    @given(STEPS)
    def test_whatever_happens_only_who_sits_decides_and_no_case_is_lost(self, steps):
        """After every step the laws hold, and when the meeting is closed each case goes on."""
        course = Course()
        for step in steps:
            course.do(*step)
        course.close()


assert len(NAMES) == 3
