"""Who may do what with a treatment, as docs/reference/workflows/routes.md tells it; and who reads
a case because of its way.
"""

import itertools

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from sagsgang.web.cases.models import Case, CaseState
from sagsgang.web.cases.permissions import case_may, cases_readable_q
from sagsgang.web.routes import services
from sagsgang.web.routes.models import CaseStop, StopState
from sagsgang.web.routes.permissions import ALLOWED, CASE_STATES, stop_may

from ..sentences import FOLDER, codes, rights

TOLD = rights("routes", frozenset(StopState.values))
WHO = {
    "officer": "case_officer",
    "manager": "manager",
    "secretary": "secretary",
    "body_secretary": "secretary_of_council",
}


def in_state(world, meet, state, case_state="approved", **fields):
    council = world.body("Byrådet")
    values = {
        "planned": {},
        "scheduled": {"meeting": meet(council, 9)},
        "postponed": {"reason": "Tal", "postponed_to": timezone.localdate()},
        "treated": {"decided_on": timezone.localdate(), "outcome": "approved"},
        "withdrawn": {"reason": "Nej"},
    }[state]
    case = world.case(state=case_state, **fields)
    return CaseStop.objects.create(
        case=case, body=council, kind="recommendation", step=1, state=state, **values
    )


def test_the_sentences_and_the_gate_are_one():
    allowed = {
        (operation, role, state)
        for operation, roles in ALLOWED.items()
        for role, states in roles.items()
        for state in states
    }
    assert allowed == TOLD


def test_every_word_of_the_tables_is_used():
    page = (FOLDER / "routes.md").read_text(encoding="utf-8")
    assert set(codes(page).values()) == {part for right in TOLD for part in right}


@pytest.mark.django_db
@pytest.mark.parametrize("is_closed", [False, True], ids=["open", "closed"])
def test_every_role_in_every_state_may_do_just_what_is_told(world, meet, is_closed):
    world.assign(world.user("secretary_of_council"), "secretary", world.body("Byrådet"))
    for state in StopState.values:
        stop = in_state(world, meet, state, is_closed=is_closed)
        for (role, key), operation in itertools.product(WHO.items(), ALLOWED):
            told = (operation, role, state) in TOLD
            assert stop_may(world.people[key], operation, stop) == told, (role, state, operation)


@pytest.mark.django_db
def test_the_case_must_be_in_a_state_that_fits(world, meet):
    for state, operation in itertools.product(CaseState.values, ALLOWED):
        stop = in_state(
            world, meet, "treated" if operation == "stop_append" else "planned", case_state=state
        )
        # A draft that her own body has not been given is nothing that a secretary reads.
        fits = state != "draft" and state in CASE_STATES[operation]
        assert stop_may(world.people["manager"], operation, stop) == (
            state in CASE_STATES[operation] and "manager" in ALLOWED[operation]
        )
        assert stop_may(world.people["secretary"], operation, stop) == fits, (state, operation)


@pytest.mark.django_db
def test_those_without_a_part_in_it_may_do_nothing(world, meet):
    services_by_operation = {
        "stop_withdraw": lambda actor, stop: services.stop_withdraw(
            actor=actor, stop=stop, reason="Nej"
        ),
        "stop_record": lambda actor, stop: services.stop_record(
            actor=actor,
            stop=stop,
            decided_on=timezone.localdate(),
            decision_text="Godkendt.",
            outcome="approved",
        ),
        "stop_dispatch": lambda actor, stop: services.stop_dispatch(actor=actor, stop=stop),
    }
    stop = in_state(world, meet, "planned")
    for key in ("stranger", "administrator", "chair", "member", "colleague", "finance_reviewer"):
        for operation in ALLOWED:
            assert not stop_may(world.people[key], operation, stop), (key, operation)
        for do in services_by_operation.values():
            with pytest.raises(PermissionDenied):
                do(world.people[key], stop)
    assert CaseStop.objects.get(pk=stop.pk).state == "planned"


@pytest.mark.django_db
def test_members_and_secretaries_of_bodies_on_the_way_read_the_case(world, meet):
    """Asked of one case as of all, for every state of the case and of the treatment."""
    secretary = world.user("secretary_of_council")
    world.assign(secretary, "secretary", world.body("Byrådet"))
    councillor = world.user("councillor", "Eva Juul")
    world.seat(councillor, world.body("Byrådet"))
    for state, case_state in itertools.product(StopState.values, CaseState.values):
        for is_closed in (False, True):
            in_state(world, meet, state, case_state, is_closed=is_closed)
    dispatched = in_state(world, meet, "planned")
    dispatched.dispatched_at = timezone.now()
    dispatched.save()
    heard = in_state(world, meet, "treated")
    CaseStop.objects.filter(pk=heard.pk).update(kind="hearing")
    for user in (secretary, councillor, world.people["stranger"], world.people["secretary"]):
        gate = {case.pk for case in Case.objects.all() if case_may(user, "case_read", case)}
        query = set(Case.objects.filter(cases_readable_q(user)).values_list("pk", flat=True))
        assert gate == query, user
    assert case_may(councillor, "case_read", dispatched.case)
    assert case_may(secretary, "case_read", dispatched.case)
    for user in (councillor, secretary):
        assert not case_may(user, "case_read", heard.case), "whoever is heard sees its material"


@pytest.mark.django_db
def test_a_member_sees_the_case_from_when_it_was_given_out(world, way, body_secretary):
    case = world.case(state="approved", is_closed=True)
    (stop,) = way(case, ("Byrådet", "decision", 1))
    councillor = world.user("councillor", "Eva Juul")
    world.seat(councillor, world.body("Byrådet"))
    assert not case_may(councillor, "case_read", case)
    services.stop_dispatch(actor=body_secretary("Byrådet"), stop=stop)
    assert case_may(councillor, "case_read", case)
    assert not case_may(world.people["chair"], "case_read", case)
