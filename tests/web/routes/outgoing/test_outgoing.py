"""Our answer to somebody else's hearing: left to chair and vice-chair, approved, sent, copied."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import Membership
from sagsgang.web.cases.models import CaseState
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.jobs.services import jobs_run_due
from sagsgang.web.notifications.models import Notification
from sagsgang.web.routes.models import OutgoingAnswer
from sagsgang.web.routes.outgoing.selectors import (
    outgoing_awaiting,
    outgoing_get,
    outgoing_urgent,
    progress_of,
)
from sagsgang.web.routes.outgoing.services import (
    outgoing_approve,
    outgoing_ask,
    outgoing_begin,
    outgoing_copy,
    outgoing_dispatch,
    outgoing_return,
    outgoing_save,
    outgoing_withdraw,
)
from sagsgang.web.routes.services import stop_add

pytestmark = pytest.mark.django_db


@pytest.fixture
def left(world):
    """An answer that the committee has left to its chair and vice-chair."""
    world.seat(
        world.user("vice_chair", "Ida Munk"),
        world.bodies["Havneudvalget"],
        Membership.Post.VICE_CHAIR,
    )
    case = world.case(state=CaseState.APPROVED)
    officer = world.people["case_officer"]
    stop = stop_add(actor=officer, case=case, body=case.body, kind="decision")
    return outgoing_begin(
        actor=officer,
        case=case,
        recipient="Ministeriet",
        subject="Ekspertgruppens rapport",
        deadline=timezone.localdate() + timedelta(days=20),
        approvers=[world.people["chair"].person, world.people["vice_chair"].person],
        html="<p>Kommunen er enig.</p>",
        delegated_by=stop,
    )


def saved(world, answer, **changes):
    fresh = OutgoingAnswer.objects.get(pk=answer.pk)
    return outgoing_save(
        **{
            "actor": world.people["case_officer"],
            "answer": fresh,
            "recipient": fresh.recipient,
            "subject": fresh.subject,
            "deadline": fresh.deadline,
            "html": fresh.html,
            "approvers": [each.person for each in fresh.approvals.all()],
            "revision": fresh.revision,
            "delegated_by": fresh.delegated_by,
        }
        | changes
    )


def approve(world, answer, key, revision=None):
    fresh = OutgoingAnswer.objects.get(pk=answer.pk)
    return outgoing_approve(
        actor=world.people[key], answer=fresh, revision=revision or fresh.revision
    )


def test_all_approve_then_it_is_sent_and_copied(world, left):
    officer = world.people["case_officer"]
    outgoing_ask(actor=officer, answer=left)
    assert {n.user.name for n in Notification.objects.filter(code="outgoing_asked")} == {
        "Bo Vang",
        "Ida Munk",
    }
    approve(world, left, "chair")
    assert outgoing_awaiting(world.people["chair"]) == []
    assert len(outgoing_awaiting(world.people["vice_chair"])) == 1
    with pytest.raises(PermissionDenied):
        outgoing_dispatch(
            actor=officer, answer=left, dispatched_on=timezone.localdate(), dispatched_how="mail"
        )
    assert approve(world, left, "vice_chair").state == "approved"
    sent = outgoing_dispatch(
        actor=officer, answer=left, dispatched_on=timezone.localdate(), dispatched_how="mail"
    )
    assert sent.state == "dispatched"
    copies = outgoing_copy(actor=officer, answer=sent, bodies=[world.bodies["Byrådet"]])
    assert [copy.stop.kind for copy in copies] == ["information"]
    with pytest.raises(Refusal):
        outgoing_copy(actor=officer, answer=sent, bodies=[world.bodies["Byrådet"]])


def test_any_change_of_the_text_asks_all_anew(world, left):
    outgoing_ask(actor=world.people["case_officer"], answer=left)
    approve(world, left, "chair")
    approve(world, left, "vice_chair")
    changed = saved(world, left, html="<p>Kommunen er uenig.</p>")
    assert (changed.state, changed.revision) == ("awaiting", 2)
    assert progress_of(changed).approved == 0
    assert len(outgoing_awaiting(world.people["chair"])) == 1
    with pytest.raises(Refusal):
        approve(world, left, "chair", revision=1)


def test_a_new_deadline_keeps_the_approvals(world, left):
    outgoing_ask(actor=world.people["case_officer"], answer=left)
    approve(world, left, "chair")
    changed = saved(world, left, deadline=left.deadline + timedelta(days=7))
    assert progress_of(changed).approved == 1


def test_it_comes_back_with_a_comment_and_goes_round_again(world, left):
    officer, chair = world.people["case_officer"], world.people["chair"]
    outgoing_ask(actor=officer, answer=left)
    approve(world, left, "vice_chair")
    fresh = OutgoingAnswer.objects.get(pk=left.pk)
    with pytest.raises(Refusal):
        outgoing_return(actor=chair, answer=fresh, revision=1, comment=" ")
    outgoing_return(actor=chair, answer=fresh, revision=1, comment="Nævn havnen.")
    assert outgoing_get(chair, left.pk) is None
    again = outgoing_ask(actor=officer, answer=OutgoingAnswer.objects.get(pk=left.pk))
    assert progress_of(again).approved == 0


def test_two_officers_never_overwrite_each_other(world, left):
    saved(world, left, html="<p>Den enes.</p>")
    with pytest.raises(Refusal) as refused:
        saved(world, left, html="<p>Den andens.</p>", revision=1)
    assert refused.value.field == "html"
    assert OutgoingAnswer.objects.get(pk=left.pk).html == "<p>Den enes.</p>"


def test_one_who_left_the_committee_has_no_say(world, left):
    officer, chair = world.people["case_officer"], world.people["chair"]
    outgoing_ask(actor=officer, answer=left)
    Membership.objects.filter(person__user=chair).update(
        ends_on=timezone.localdate() - timedelta(days=1)
    )
    chair.__dict__.pop("_standings", None)
    with pytest.raises(PermissionDenied):
        approve(world, left, "chair")
    assert outgoing_get(chair, left.pk) is None
    with pytest.raises(Refusal, match="Bo Vang"):
        saved(world, left, html="<p>Nyt.</p>")
    vice = [world.people["vice_chair"].person]
    assert progress_of(saved(world, left, approvers=vice)).of == 1


def test_those_it_is_left_to_sit_in_the_body(world, left):
    world.seat(world.user("far", "Fie Bro"), world.bodies["Byrådet"])
    with pytest.raises(Refusal, match="Fie Bro"):
        saved(world, left, approvers=[world.people["far"].person])


def test_a_deadline_that_has_passed_is_refused(world, left):
    with pytest.raises(Refusal):
        saved(world, left, deadline=timezone.localdate() - timedelta(days=1))


def test_they_are_warned_before_the_deadline_and_not_after_it_is_sent(world, left):
    officer = world.people["case_officer"]
    outgoing_ask(actor=officer, answer=left)
    with time_machine.travel(timezone.now() + timedelta(days=19), tick=False):
        jobs_run_due()
        names = {n.user.name for n in Notification.objects.filter(code="outgoing_urgent")}
        assert names == {"Signe Krogh", "Bo Vang", "Ida Munk"}
        assert [each.pk for each in outgoing_urgent(officer)] == [left.pk]


def test_nobody_is_warned_of_what_was_given_up(world, left):
    officer = world.people["case_officer"]
    with pytest.raises(Refusal):
        outgoing_withdraw(actor=officer, answer=left, reason="")
    outgoing_withdraw(actor=officer, answer=left, reason="KL svarer for alle.")
    with time_machine.travel(timezone.now() + timedelta(days=19), tick=False):
        jobs_run_due()
    assert not Notification.objects.filter(code="outgoing_urgent").exists()
    assert Event.objects.filter(code="outgoing_withdrawn").count() == 1
