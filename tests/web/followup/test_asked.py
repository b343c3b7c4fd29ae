"""What a decision asks for is a follow-up when its meeting is closed, and never lost."""

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.web.audit.events import event_record
from sagsgang.web.followup.models import FollowUp, Kind, Origin, State
from sagsgang.web.followup.services import follow_up_from
from sagsgang.web.meetings.deciding.services import suspension_record
from sagsgang.web.meetings.deciding.services.records import Ask
from sagsgang.web.meetings.models import AskedFor
from sagsgang.web.routes.models import OutgoingAnswer
from sagsgang.web.routes.outgoing.services import (
    outgoing_approve,
    outgoing_ask,
    outgoing_begin,
    outgoing_dispatch,
)

pytestmark = pytest.mark.django_db


def test_a_decision_that_asks_makes_a_follow_up_of_the_cases_officer(asked, table, officer, soon):
    row = asked("Status på skurene", until=soon(30))
    assert (row.kind, row.origin, row.state) == (Kind.REPORT, Origin.DECISION, State.OPEN)
    assert (row.body, row.case) == (table.body, row.item.stop.case)
    assert (row.owner, row.deadline, row.meeting) == (officer, soon(30), None)


def test_it_is_due_at_the_meeting_of_that_day(asked, table):
    plan = table.later(28)
    row = asked(until=timezone.localdate(plan.starts_at))
    assert (row.meeting, row.deadline) == (plan, None)


def test_nothing_is_made_before_the_meeting_is_closed(table):
    item = table.case()
    table.decide(item, "Godkendt.", outcome="approved", asked_for=[Ask("Status")])
    assert not FollowUp.objects.exists()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Skurene evalueres efter to år", Kind.EVALUATION),
        ("En analyse af brugen", Kind.ANALYSIS),
        ("Status på skurene", Kind.REPORT),
    ],
)
def test_what_is_asked_for_has_its_kind(asked, text, kind):
    assert asked(text).kind == kind


def test_an_owner_is_the_account_of_that_name_or_the_words(asked, world):
    other = Ask("Brev til havnen", owner="Teknik og Miljø")
    row = asked("Status", owner="Kaj Brink", also=[other])
    assert (row.owner, row.owner_name) == (world.people["colleague"], "")
    unit = FollowUp.objects.get(text="Brev til havnen")
    assert (unit.owner, unit.owner_name) == (None, "Teknik og Miljø")


def test_told_twice_it_is_made_once(asked, secretary):
    row = asked()
    assert follow_up_from(actor=secretary, asked=row.asked_for) == row
    event_record(code="follow_up_asked", sentence="Igen.", actor=secretary, subject=row.asked_for)
    assert FollowUp.objects.count() == 1


def test_a_delegation_is_done_when_the_answer_is_sent(table, person, officer, secretary, soon):
    item = table.case()
    chair = person("chair")
    answer = outgoing_begin(
        actor=officer,
        case=item.stop.case,
        recipient="Ministeriet",
        subject="Svar på høring",
        deadline=soon(20),
        approvers=[chair],
        html="<p>Ja.</p>",
    )
    given = Ask("Svaret godkendes", what="delegation", people=(chair,), until=soon(20))
    table.decide(item, "Drøftet.", outcome="discussed", asked_for=[given])
    table.close()
    row = FollowUp.objects.get()
    assert (row.kind, list(row.people.all()), row.answer) == (Kind.DELEGATION, [chair], answer)
    answer = OutgoingAnswer.objects.get()
    outgoing_ask(actor=officer, answer=answer)
    outgoing_approve(
        actor=chair.user, answer=OutgoingAnswer.objects.get(), revision=answer.revision
    )
    outgoing_dispatch(
        actor=officer,
        answer=OutgoingAnswer.objects.get(),
        dispatched_on=timezone.localdate(),
        dispatched_how="mail",
    )
    row.refresh_from_db()
    assert (row.state, row.ended_on) == (State.DONE, timezone.localdate())
    assert "Ministeriet" in row.result


def test_what_was_stopped_by_a_member_asks_for_nothing_yet(table, world, council_made):
    item = table.case()
    table.decide(item, "Godkendt.", outcome="approved", asked_for=[Ask("Status")])
    suspension_record(actor=table.secretary, item=item, seat=table.seats["member"])
    table.close()
    assert not FollowUp.objects.exists()


@pytest.fixture
def council_made(world):
    return world.body("Byrådet")


ASKS = st.lists(
    st.tuples(st.sampled_from(AskedFor.What.values), st.booleans()), min_size=0, max_size=4
)


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(ASKS, min_size=1, max_size=3))
def test_every_thing_asked_for_at_a_closed_meeting_has_exactly_one(table, soon, items):
    undone = transaction.savepoint()
    for asks in items:
        wanted = [
            Ask(f"Ting {n}", what=what, owner="Nogen", until=soon(9) if dated else None)
            for n, (what, dated) in enumerate(asks)
        ]
        table.decide(table.item(), "Godkendt.", outcome="approved", asked_for=wanted)
    table.close()
    table.close()
    assert AskedFor.objects.filter(follow_up=None).count() == 0
    assert FollowUp.objects.count() == AskedFor.objects.count() == sum(map(len, items))
    transaction.savepoint_rollback(undone)
    table.meeting.refresh_from_db()
