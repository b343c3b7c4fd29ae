"""Who may do what with a hearing, as docs/reference/workflows/hearings.md tells it and no more."""

import itertools

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from sagsgang.web.cases.models import CaseState
from sagsgang.web.routes.hearings.permissions import (
    HEARING,
    ROUND,
    START,
    hearing_may,
    hearing_start_may,
    hearings_party_q,
    round_may,
)
from sagsgang.web.routes.hearings.state import HearingState, RoundState, hearing_state
from sagsgang.web.routes.models import Hearing, OutgoingAnswer, OutgoingApproval
from sagsgang.web.routes.outgoing.permissions import (
    ALLOWED,
    BEGIN,
    approver_q,
    outgoing_begin_may,
    outgoing_may,
)

from ...sentences import FOLDER, codes, rights

TOLD = rights("hearings", frozenset())
WHO = {
    "officer": "case_officer",
    "colleague": "colleague",
    "manager": "manager",
    "finance_reviewer": "finance_reviewer",
    "secretary": "secretary",
}
PARTY = {"answerer": ("council_chair", "council_secretary"), "hearing_member": ("council_member",)}
OUTSIDE = ("stranger", "administrator", "med_chair")


def table(operations):
    return {
        (operation, role, state)
        for operation, roles in operations.items()
        for role, states in roles.items()
        for state in states
    }


def test_the_sentences_and_the_gates_are_one():
    gates = [{"hearing_start": START, "outgoing_begin": BEGIN}, ROUND, HEARING, ALLOWED]
    assert set().union(*map(table, gates)) == TOLD


def test_every_word_of_the_tables_is_used():
    page = (FOLDER / "hearings.md").read_text(encoding="utf-8")
    assert set(codes(page).values()) == {part for right in TOLD for part in right}


def in_state(heard, state, case):
    """The council's part in the state, saved as it would be."""
    hearing = heard.hearing(case=case)
    now = timezone.now()
    if state == HearingState.REMINDED:
        hearing.reminded_at = now
    if state == HearingState.ANSWERED:
        hearing.answered_at = now
    if state == HearingState.ENDED:
        hearing.ended_at, hearing.ended_because = now, "Rådet er nedlagt."
    hearing.save()
    if state == HearingState.LATE:
        hearing.round.deadline -= timezone.timedelta(days=22)
        hearing.round.remind_on = None
        hearing.round.save()
    assert hearing_state(hearing) == state
    return hearing


@pytest.mark.django_db
@pytest.mark.parametrize("is_closed", [False, True], ids=["open", "closed"])
def test_every_role_in_every_state_may_do_just_what_is_told(heard, is_closed):
    from sagsgang.web.cases.permissions import MAY_SEE_CLOSED

    people = heard.world.people
    everyone = list(WHO.items())
    everyone += [(role, key) for role, keys in PARTY.items() for key in keys]
    for state in HearingState.values:
        case = heard.case(state=CaseState.SENT)
        hearing = in_state(heard, state, case)
        case.is_closed = is_closed
        case.save()
        hearing.stop.case = hearing.round.case = case
        for (role, key), operation in itertools.product(everyone, HEARING):
            roles = {role} | ({"hearing_member"} if key == "council_chair" else set())
            told = any((operation, each, state) in TOLD for each in roles)
            sees = not is_closed or role in MAY_SEE_CLOSED
            may = hearing_may(people[key], operation, hearing)
            assert may == (told and sees), (role, key, state, operation)
        for key, operation in itertools.product(OUTSIDE, HEARING):
            assert not hearing_may(people[key], operation, hearing), (key, state, operation)


@pytest.mark.django_db
def test_a_round_and_its_beginning(heard):
    people = heard.world.people
    for state in RoundState.values:
        case = heard.case(state=CaseState.SENT)
        asked = heard.start(case=case)
        if state == RoundState.OVER:
            asked.ended_at = timezone.now()
            asked.save()
        for (role, key), operation in itertools.product(WHO.items(), ROUND):
            told = (operation, role, state) in TOLD
            assert round_may(people[key], operation, asked) == told, (role, state, operation)
        for keys in (*PARTY.values(), OUTSIDE):
            for key, operation in itertools.product(keys, ROUND):
                assert not round_may(people[key], operation, asked)
    for state in CaseState.values:
        case = heard.case(state=state)
        for role, key in WHO.items():
            told = ("hearing_start", role, state) in TOLD
            assert hearing_start_may(people[key], case) == told, (role, state)


@pytest.mark.django_db
def test_the_query_finds_what_the_gate_lets_through(heard):
    for is_closed in (False, True):
        case = heard.case(state=CaseState.SENT)
        heard.start(case=case, bodies=[heard.council, heard.med])
        case.is_closed = is_closed
        case.save()
    for user in [*heard.world.people.values(), AnonymousUser()]:
        hearings = Hearing.objects.select_related("stop__case", "round")
        allowed = {h.pk for h in hearings if hearing_may(user, "hearing_read", h)}
        found = Hearing.objects.filter(hearings_party_q(user)).values_list("pk", flat=True)
        assert set(found) == allowed


@pytest.mark.django_db
def test_outgoing_answers(heard):
    people = heard.world.people
    person = people["chair"].person
    for state in OutgoingAnswer.State.values:
        case = heard.case(state=CaseState.SENT)
        answer = OutgoingAnswer.objects.create(
            case=case,
            recipient="Ministeriet",
            subject="Havne",
            deadline=timezone.localdate(),
            state=state,
            created_by=heard.officer,
            dispatched_on=timezone.localdate(),
            withdrawn_because="Ikke aktuelt.",
        )
        OutgoingApproval.objects.create(answer=answer, person=person)
        roles = [*WHO.items(), ("approver", "chair")]
        for (role, key), operation in itertools.product(roles, ALLOWED):
            told = (operation, role, state) in TOLD
            assert outgoing_may(people[key], operation, answer) == told, (role, state, operation)
        for key, operation in itertools.product((*OUTSIDE, "member"), ALLOWED):
            assert not outgoing_may(people[key], operation, answer)
    found = OutgoingAnswer.objects.filter(approver_q(people["chair"]))
    assert found.count() == len(OutgoingAnswer.State.values)
    assert not OutgoingAnswer.objects.filter(approver_q(people["member"])).exists()
    for state in CaseState.values:
        case = heard.case(state=state)
        for role, key in WHO.items():
            told = ("outgoing_begin", role, state) in TOLD
            assert outgoing_begin_may(people[key], case) == told, (role, state)
