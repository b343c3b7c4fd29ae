"""Leaves of absence: never two at once, and nobody stands in while away."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from sagsgang.web.accounts.models import Leave
from sagsgang.web.accounts.services import leave_end, leave_plan, user_create, user_deactivate
from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.design.refusal import Refusal


def day(number: int) -> date:
    return timezone.localdate() + timedelta(days=number)


def plan(people, first: int, last: int, **who):
    who = {"actor": people.signe, "user": people.signe, "substitute": people.kaj} | who
    return leave_plan(starts_on=day(first), ends_on=day(last), **who)


@pytest.mark.django_db
def test_the_substitute_does_the_work_meanwhile(people):
    plan(people, 0, 3)
    assert people.signe.pk in standing_of(people.kaj).stands_for
    event = Event.objects.get(code="leave_planned")
    assert "Kaj Brink er stedfortræder" in event.sentence


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "last", "field"), [(3, 2, "ends_on"), (-9, -1, "ends_on"), (4, 6, "starts_on")]
)
def test_days_that_cannot_be(people, first, last, field):
    plan(people, 5, 8)
    with pytest.raises(Refusal) as refusal:
        plan(people, first, last)
    assert refusal.value.field == field
    assert Leave.objects.count() == 1


@pytest.mark.django_db
def test_people_who_cannot_stand_in(people):
    user_deactivate(actor=people.ib, account=people.kaj)
    for person in (people.kaj, people.signe):
        with pytest.raises(Refusal) as refusal:
            plan(people, 0, 1, substitute=person)
        assert refusal.value.field == "substitute"


@pytest.mark.django_db
def test_who_is_away_does_not_stand_in(people):
    plan(people, 2, 4)
    with pytest.raises(Refusal, match="selv fraværende"):
        plan(people, 4, 9, actor=people.kaj, user=people.kaj, substitute=people.signe)
    with pytest.raises(Refusal, match="stedfortræder for Signe"):
        plan(people, 4, 9, actor=people.kaj, user=people.kaj, substitute=people.ib)


@pytest.mark.django_db
def test_ended_early_she_does_her_own_work_from_today(people):
    leave = plan(people, 0, 3)
    Leave.objects.filter(pk=leave.pk).update(starts_on=day(-2))
    assert leave_end(actor=people.signe, leave=leave) == day(-1)
    assert people.signe.pk not in standing_of(people.kaj).stands_for
    with pytest.raises(Refusal):
        leave_end(actor=people.signe, leave=leave)


@pytest.mark.django_db
def test_a_plan_that_has_not_begun_is_taken_off(people):
    assert leave_end(actor=people.signe, leave=plan(people, 2, 3)) is None
    assert not Leave.objects.exists()
    plan(people, 2, 3)


@pytest.mark.django_db
def test_one_plans_ones_own_and_an_administrator_everybodys(people):
    with pytest.raises(PermissionDenied):
        plan(people, 0, 1, actor=people.kaj)
    leave = plan(people, 0, 1, actor=people.ib)
    with pytest.raises(PermissionDenied):
        leave_end(actor=people.kaj, leave=leave)


@pytest.mark.django_db
def test_by_the_pages(client, people):
    client.force_login(people.signe)
    form = {
        "starts_on": day(0).isoformat(),
        "ends_on": day(2).isoformat(),
        "substitute": people.kaj.pk,
        "operation": uuid4(),
    }
    assert client.post("/konto/fravaer/", form).status_code == 303
    assert client.post("/konto/fravaer/", form).status_code == 303
    assert Leave.objects.count() == 1
    again = client.post("/konto/fravaer/", form | {"operation": uuid4()})
    assert "Der er allerede planlagt fravær" in again.content.decode()
    assert "Kaj Brink er stedfortræder" in client.get("/konto/").content.decode()
    leave = Leave.objects.get()
    client.post(f"/konto/fravaer/{leave.pk}/slut/", {"operation": uuid4()})
    assert not Leave.objects.exists()


class Plans(TestCase):
    """Whatever is asked for, in whatever order."""

    @settings(max_examples=25)
    @given(
        st.lists(
            st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 12), st.integers(0, 6)),
            max_size=8,
        )
    )
    def test_nobody_is_away_twice_or_stands_in_while_away(self, asked):
        people = [user_create(email=f"n{n}@ny.example", name=f"Nr {n}") for n in range(3)]
        for away, other, first, length in asked:
            who = {"actor": people[away], "user": people[away], "substitute": people[other]}
            try:
                leave_plan(starts_on=day(first), ends_on=day(first + length), **who)
            except Refusal:
                continue
        for on in range(20):
            leaves = Leave.objects.filter(starts_on__lte=day(on), ends_on__gte=day(on))
            absent = [leave.user_id for leave in leaves]
            assert len(absent) == len(set(absent))
            assert not {leave.substitute_id for leave in leaves} & set(absent)
