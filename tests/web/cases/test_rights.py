"""Who may do what with a case, as docs/reference/workflows/cases.md tells it and nothing else."""

import itertools

import pytest

from sagsgang.web.cases.models import CaseState, FinanceStatement
from sagsgang.web.cases.permissions import ALLOWED, MAY_SEE_CLOSED, case_may, relations_to

from ..sentences import FOLDER, codes, rights

#: Who in the small world stands in each relation to the case; members come with the route.
WHO = {
    "officer": "case_officer",
    "colleague": "colleague",
    "manager": "manager",
    "finance_reviewer": "finance_reviewer",
    "secretary": "secretary",
}
TOLD = rights("cases", frozenset(CaseState.values))


def test_the_sentences_and_the_gate_are_one():
    allowed = {
        (operation, role, state)
        for operation, roles in ALLOWED.items()
        for role, states in roles.items()
        for state in states
    }
    assert allowed == TOLD


@pytest.mark.django_db
@pytest.mark.parametrize("is_closed", [False, True], ids=["open", "closed"])
def test_every_role_in_every_state_may_do_just_what_is_told(world, is_closed):
    for role, key in WHO.items():
        for state in CaseState.values:
            case = world.case(state=state, is_closed=is_closed)
            FinanceStatement.objects.create(case=case, asked_by=case.officer)
            assert role in relations_to(world.people[key], case)
            for operation in ALLOWED:
                told = (operation, role, state) in TOLD
                expected = told and (not is_closed or role in MAY_SEE_CLOSED)
                assert case_may(world.people[key], operation, case) == expected, (
                    role,
                    state,
                    operation,
                )


@pytest.mark.django_db
def test_those_without_a_part_in_it_may_do_nothing(world):
    for state, operation in itertools.product(CaseState.values, ALLOWED):
        case = world.case(state=state)
        for key in ("stranger", "administrator", "chair", "member"):
            assert not case_may(world.people[key], operation, case), (key, state, operation)


def test_every_word_of_the_tables_is_used():
    page = (FOLDER / "cases.md").read_text(encoding="utf-8")
    used = {part for right in TOLD for part in right}
    assert set(codes(page).values()) == used
