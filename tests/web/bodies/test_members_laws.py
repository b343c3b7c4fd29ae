"""Over any history of seats and substitutes, who sits on a day is what a plain count says."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.web.bodies import services
from sagsgang.web.bodies.models import Body, Membership, Person, SubstitutePeriod
from sagsgang.web.bodies.selectors import members_on
from sagsgang.web.design.refusal import Refusal

from ..world import FIRST_DAY, build_world

DAYS = 12
LAST = 10_000
FOREVER = date(2029, 12, 31)


@dataclass
class PlainPeriod:
    who: int
    first: int
    last: int


@dataclass
class PlainSeat:
    who: int
    first: int
    last: int
    post: str
    periods: list[PlainPeriod]


def day(number: int) -> date:
    return FIRST_DAY + timedelta(days=number)


def last_day(number: int) -> date | None:
    return None if number == LAST else day(number)


def meet(one, other) -> bool:
    """Whether two spans share one of the days, counted one by one."""
    return any(
        one.first <= each <= one.last and other.first <= each <= other.last for each in range(DAYS)
    )


class PlainBody:
    """The same laws told day by day, with nothing but lists."""

    def __init__(self) -> None:
        self.seats: list[PlainSeat] = []

    def start(self, seat: PlainSeat) -> bool:
        others = [each for each in self.seats if meet(each, seat)]
        periods = [each for other in self.seats for each in other.periods if meet(each, seat)]
        if (
            seat.last < seat.first
            or any(each.who == seat.who for each in others)
            or (seat.post != "substitute" and any(each.who == seat.who for each in periods))
            or (seat.post == "chair" and any(each.post == "chair" for each in others))
        ):
            return False
        self.seats.append(seat)
        return True

    def end(self, at: int, last: int) -> bool:
        seat = self.seats[at]
        if not seat.first <= last <= seat.last:
            return False
        seat.last = last
        seat.periods = [each for each in seat.periods if each.first <= last]
        for each in seat.periods:
            each.last = min(each.last, last)
        return True

    def stand_in(self, at: int, period: PlainPeriod) -> bool:
        seat = self.seats[at]
        if seat.post == "substitute" or period.who == seat.who:
            return False
        if not seat.first <= period.first <= seat.last or period.last < period.first:
            return False
        if period.last == LAST:
            period.last = seat.last
        if period.last > seat.last or any(meet(each, period) for each in seat.periods):
            return False
        for other in self.seats:
            if other.post != "substitute" and other.who == period.who and meet(other, period):
                return False
            if any(each.who == period.who and meet(each, period) for each in other.periods):
                return False
        seat.periods.append(period)
        return True

    def on(self, number: int) -> list[tuple[int, str, int | None]]:
        found = []
        for seat in self.seats:
            if seat.post == "substitute" or not seat.first <= number <= seat.last:
                continue
            sitting = [each for each in seat.periods if each.first <= number <= each.last]
            if sitting:
                found.append((sitting[0].who, "member", seat.who))
            else:
                found.append((seat.who, seat.post, None))
        return sorted(found, key=str)


people = st.integers(0, 4)
days = st.integers(0, DAYS - 1)
lasts = st.one_of(days, st.just(LAST))
posts = st.sampled_from(["member", "member", "chair", "substitute"])
steps = st.one_of(
    st.tuples(st.just("start"), people, days, lasts, posts),
    st.tuples(st.just("end"), st.integers(0, 5), days),
    st.tuples(st.just("stand_in"), st.integers(0, 5), people, days, lasts),
)


class RealBody:
    """What the services do with the same steps."""

    def __init__(self, world) -> None:
        self.actor = world.people["administrator"]
        self.body: Body = world.body("Prøveudvalget")
        self.people = [
            Person.objects.create(municipality=world.municipality, name=f"Person {number}")
            for number in range(5)
        ]
        self.seats: list[Membership] = []

    def start(self, who: int, first: int, last: int, post: str) -> None:
        seat = services.membership_start(
            actor=self.actor,
            body=self.body,
            person=self.people[who],
            starts_on=day(first),
            ends_on=last_day(last),
            post=post,
        )
        self.seats.append(seat)

    def end(self, at: int, last: int) -> None:
        services.membership_end(actor=self.actor, membership=self.seats[at], ends_on=day(last))

    def stand_in(self, at: int, who: int, first: int, last: int) -> None:
        services.substitute_period_start(
            actor=self.actor,
            membership=self.seats[at],
            substitute=self.people[who],
            starts_on=day(first),
            ends_on=last_day(last),
        )

    def on(self, number: int) -> list[tuple[int, str, int | None]]:
        numbers = {person.pk: index for index, person in enumerate(self.people)}
        return sorted(
            (
                (
                    numbers[seat.person.pk],
                    seat.post,
                    numbers[seat.stands_in_for.pk] if seat.stands_in_for else None,
                )
                for seat in members_on(self.body, day(number))
            ),
            key=str,
        )


def takes(do, *arguments) -> bool:
    try:
        do(*arguments)
    except Refusal:
        return False
    return True


@pytest.fixture
def small_world(db):
    world = build_world()
    world.body("Prøveudvalget")
    return world


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(history=st.lists(steps, min_size=3, max_size=10))
def test_every_history_is_what_a_plain_count_says(small_world, history):
    with transaction.atomic():
        plain, real = PlainBody(), RealBody(small_world)
        for name, *arguments in history:
            if name != "start" and arguments[0] >= len(plain.seats):
                continue
            if name == "start":
                who, first, last, post = arguments
                told = plain.start(PlainSeat(who, first, last, post, []))
            elif name == "end":
                told = plain.end(*arguments)
            else:
                at, who, first, last = arguments
                told = plain.stand_in(at, PlainPeriod(who, first, last))
            assert takes(getattr(real, name), *arguments) == told, (name, arguments)
        for number in range(DAYS):
            sits = real.on(number)
            assert sits == plain.on(number), day(number)
            assert len({who for who, _post, _for in sits}) == len(sits)
            assert [post for _who, post, _for in sits].count("chair") <= 1
        assert SubstitutePeriod.objects.filter(membership__body=real.body).count() == sum(
            len(seat.periods) for seat in plain.seats
        )
        transaction.set_rollback(True)


def test_the_term_ends_a_seat_without_a_last_day(small_world):
    real = RealBody(small_world)
    real.start(0, 0, LAST, "member")
    assert real.seats[0].ends_on == FOREVER
