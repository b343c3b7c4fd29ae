"""Who may do what with a follow-up, as docs/reference/workflows/followup.md tells it."""

import itertools
from datetime import timedelta

import pytest
from django.utils import timezone

from sagsgang.web.accounts.models import Leave
from sagsgang.web.followup.models import FollowUp, State
from sagsgang.web.followup.permissions import ALLOWED, follow_up_may, follow_ups_may_q

from ..sentences import FOLDER, codes, rights

TOLD = rights("followup", frozenset(State.values))
#: One person for each relation, who stands in no other; a manager also reads the case.
WHO = {
    "secretary": {"secretary", "staff", "reader"},
    "owner": {"owner"},
    "case_officer": {"officer", "staff", "reader"},
    "member": {"member", "reader"},
    "manager": {"staff", "reader"},
    "stranger": set(),
    "administrator": set(),
}


def test_the_sentences_and_the_gate_are_one():
    allowed = {
        (operation, role, state)
        for operation, roles in ALLOWED.items()
        for role, states in roles.items()
        for state in states
    }
    assert allowed == TOLD


def test_every_word_of_the_tables_is_used():
    page = (FOLDER / "followup.md").read_text(encoding="utf-8")
    assert set(codes(page).values()) == {part for right in TOLD for part in right}


def in_state(world, state, **fields):
    ended = timezone.localdate() if state in ("done", "dropped") else None
    return FollowUp.objects.create(
        body=world.bodies["Havneudvalget"],
        text="Status",
        state=state,
        ended_on=ended,
        dropped_because="Nej" if state == "dropped" else "",
        owner=world.user("owner", "Eva Juul"),
        created_at=timezone.now(),
        **fields,
    )


@pytest.mark.django_db
@pytest.mark.parametrize("is_closed", [False, True], ids=["open", "closed"])
def test_every_role_in_every_state_may_do_just_what_is_told(world, is_closed):
    case = world.case(state="approved", is_closed=is_closed)
    rows = {state: in_state(world, state, case=case) for state in State.values}
    for (key, roles), operation in itertools.product(WHO.items(), ALLOWED):
        user = world.people[key]
        among = FollowUp.objects.filter(follow_ups_may_q(user, operation))
        allowed = set(among.values_list("state", flat=True))
        for state, row in rows.items():
            told = any((operation, role, state) in TOLD for role in roles)
            # Closed matter is only for those who may read it: the case never came to the members.
            expected = told and not (is_closed and key in ("owner", "member"))
            assert follow_up_may(user, operation, row) == expected, (key, state, operation)
            assert (state in allowed) == expected, (key, state, operation)


@pytest.mark.django_db
def test_whoever_stands_in_for_the_owner_has_it_to_do(world):

    row = in_state(world, "open")
    today = timezone.localdate()
    Leave.objects.create(
        user=world.people["owner"],
        substitute=world.people["stranger"],
        starts_on=today,
        ends_on=today + timedelta(days=3),
    )
    assert follow_up_may(world.people["stranger"], "follow_up_report", row)
