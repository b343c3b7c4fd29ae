"""The gate asked of one case says the same as the query over all of them."""

import itertools

import pytest
from django.contrib.auth.models import AnonymousUser

from sagsgang.web.cases.models import Case, CaseState, FinanceStatement
from sagsgang.web.cases.permissions import case_may, cases_readable_q


@pytest.mark.django_db
def test_the_query_finds_what_the_gate_lets_through(world):
    for state, is_closed in itertools.product(CaseState.values, (False, True)):
        case = world.case(state=state, is_closed=is_closed)
        FinanceStatement.objects.create(case=case, asked_by=case.officer)
        world.case(state=state, is_closed=is_closed)
    users = [*world.people.values(), AnonymousUser()]
    for user in users:
        allowed = {case.pk for case in Case.objects.all() if case_may(user, "case_read", case)}
        assert (
            set(Case.objects.filter(cases_readable_q(user)).values_list("pk", flat=True)) == allowed
        )


@pytest.mark.django_db
def test_a_stranger_and_an_administrator_read_nothing(world):
    world.case(state=CaseState.APPROVED)
    for key in ("stranger", "administrator"):
        assert not Case.objects.filter(cases_readable_q(world.people[key])).exists()
