"""Who may do what with a body, as docs/reference/workflows/bodies.md tells it and nothing else."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from sagsgang.web.bodies.permissions import (
    ALLOWED,
    CLOSED,
    STATES,
    WORKING,
    bodies_may,
    body_state,
    relations_to,
)

from ..sentences import FOLDER, codes, rights

#: Who in the small world stands in each relation to Havneudvalget.
WHO = {
    "staff": "case_officer",
    "member": "member",
    "secretary": "secretary",
    "administrator": "administrator",
}
TOLD = rights("bodies", STATES)


def test_the_sentences_and_the_gate_are_one():
    allowed = {
        (operation, role, state)
        for operation, roles in ALLOWED.items()
        for role, states in roles.items()
        for state in states
    }
    assert allowed == TOLD


@pytest.mark.django_db
@pytest.mark.parametrize("state", sorted(STATES))
def test_every_role_in_every_state_may_do_just_what_is_told(world, state):
    body = world.bodies["Havneudvalget"]
    yesterday = timezone.localdate() - timedelta(days=1)
    body.valid_to = yesterday if state == CLOSED else yesterday + timedelta(days=1)
    assert body_state(body) == state
    for role, key in WHO.items():
        user = world.people[key]
        assert role in relations_to(user, body)
        for operation in ALLOWED:
            told = (operation, role, state) in TOLD
            assert bodies_may(user, operation, body) == told, (role, state, operation)


@pytest.mark.django_db
def test_a_secretary_is_one_for_her_own_body_only(world):
    other, secretary = world.bodies["Økonomiudvalget"], world.people["secretary"]
    assert relations_to(secretary, other) == {"staff"}
    assert not bodies_may(secretary, "meeting_plan", other)
    assert relations_to(secretary, world.municipality) == {"staff"}


@pytest.mark.django_db
def test_those_without_a_part_in_it_may_do_nothing(world):
    for user in (world.people["stranger"], AnonymousUser(), None):
        for subject in (world.bodies["Havneudvalget"], world.municipality):
            assert relations_to(user, subject) == frozenset()
            assert not any(bodies_may(user, operation, subject) for operation in ALLOWED)


@pytest.mark.django_db
def test_an_account_that_is_closed_may_do_nothing(world):
    administrator = world.people["administrator"]
    administrator.is_active = False
    assert not bodies_may(administrator, "body_create", world.municipality)


def test_every_word_of_the_tables_is_used():
    page = (FOLDER / "bodies.md").read_text(encoding="utf-8")
    used = {part for right in TOLD for part in right}
    assert set(codes(page).values()) == used
    assert {WORKING, CLOSED} == STATES
