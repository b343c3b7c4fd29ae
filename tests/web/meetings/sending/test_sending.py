"""An agenda is sent once: checked, numbered, given out, frozen, told, and after the deadline with a
reason.
"""

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import F

from sagsgang.web.audit.models import Event
from sagsgang.web.cases.models import Section, Suppression
from sagsgang.web.cases.services.versions import content_hash
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas import services as agendas
from sagsgang.web.meetings.models import AgendaVersion, Item, MeetingState
from sagsgang.web.meetings.sending.services import agenda_send
from sagsgang.web.notifications.models import Notification
from sagsgang.web.routes.models import CaseStop

from .conftest import LAST_DAY, at, fresh

pytestmark = pytest.mark.django_db
#: A table whose sum is wrong, which a rule that blocks finds.
WRONG_SUM = (
    "<table><tbody><tr><th>Mio. kr.</th><th>2025</th></tr><tr><td>Skure</td><td>10,0</td></tr>"
    "<tr><td>Kaj</td><td>20,0</td></tr><tr><td>I alt</td><td>40,0</td></tr></tbody></table>"
)


def test_sent_in_time(meeting, on_agenda, secretary, world):
    item = on_agenda(meeting)
    version = agenda_send(actor=secretary, meeting=meeting)
    stop = CaseStop.objects.get(pk=item.stop_id)
    assert fresh(meeting).state == meeting.state == MeetingState.SENT
    assert (version.number, version.sent_late_because, version.sent_by) == (1, "", secretary)
    assert version.sha256 == content_hash(AgendaVersion.objects.get().content)
    assert stop.dispatched_at == version.sent_at
    told = next(each for each in version.content["items"] if each["key"] == item.pk)
    assert told["number"] == Item.objects.get(pk=item.pk).number != ""
    assert told["case"]["version"] == stop.version.number
    assert told["case"]["content"] == stop.version.content
    assert "Der bygges to skure." in str(told)
    event = Event.objects.get(code="agenda_sent")
    assert event.subject_key == f"meeting:{meeting.pk}"
    assert Event.objects.filter(code="stop_dispatched").count() == 1


def test_members_are_told_and_nobody_else(sent, world):
    told = Notification.objects.filter(code="agenda_sent")
    assert {row.user for row in told} == {world.people["chair"], world.people["member"]}
    assert all(row.subject_key == f"meeting:{sent.pk}" for row in told)


@pytest.mark.parametrize("who", ["chair", "member", "case_officer", "manager", "stranger"])
def test_only_the_secretary_sends(meeting, on_agenda, world, who):
    on_agenda(meeting)
    with pytest.raises(PermissionDenied):
        agenda_send(actor=world.people[who], meeting=meeting)
    assert not AgendaVersion.objects.exists()


def test_sent_twice_is_refused(sent, secretary):
    with pytest.raises(Refusal):
        agenda_send(actor=secretary, meeting=sent)
    assert AgendaVersion.objects.count() == 1


def test_an_old_page_sends_nothing_twice(meeting, on_agenda, secretary):
    """Another screen sent it a moment ago; this one still thinks that it is being built."""
    on_agenda(meeting)
    stale = fresh(meeting)
    agenda_send(actor=secretary, meeting=meeting)
    with pytest.raises(Refusal):
        agenda_send(actor=secretary, meeting=stale)
    assert AgendaVersion.objects.count() == 1


def test_after_the_deadline_it_says_why(meeting, on_agenda, secretary, clock):
    on_agenda(meeting)
    clock.move_to(at(LAST_DAY, 23))
    clock.shift(7200)
    with pytest.raises(Refusal) as refused:
        agenda_send(actor=secretary, meeting=meeting, late_because="  ")
    assert refused.value.field == "late_because"
    assert not AgendaVersion.objects.exists()
    version = agenda_send(actor=secretary, meeting=meeting, late_because="Svaret kom først i går.")
    assert version.sent_late_because == "Svaret kom først i går."
    assert version.content["late_because"] == "Svaret kom først i går."


def test_the_last_day_is_in_time(meeting, on_agenda, secretary, clock):
    on_agenda(meeting)
    clock.move_to(at(LAST_DAY, 23))
    assert agenda_send(actor=secretary, meeting=meeting, late_because="x").sent_late_because == ""


def test_what_must_be_settled_holds_it_up(meeting, on_agenda, secretary):
    item = on_agenda(meeting)
    Section.objects.filter(case=item.stop.case).update(html=WRONG_SUM)
    with pytest.raises(Refusal) as refused:
        agenda_send(actor=secretary, meeting=meeting)
    assert "Nye cykelskure" in str(refused.value.message)
    assert fresh(meeting).state == MeetingState.BUILDING
    assert Item.objects.get(pk=item.pk).number == ""
    assert not CaseStop.objects.filter(dispatched_at__isnull=False).exists()


def test_what_the_case_set_aside_does_not_hold_it_up(meeting, on_agenda, secretary):
    from sagsgang.web.cases.checks.selectors import case_findings

    item = on_agenda(meeting)
    case = item.stop.case
    Section.objects.filter(case=case).update(html=WRONG_SUM)
    for finding in case_findings(case):
        Suppression.objects.create(
            case=case,
            rule=finding.rule,
            fingerprint=finding.fingerprint,
            reason="Det er et citat fra blanketten.",
            by=secretary,
        )
    version = agenda_send(actor=secretary, meeting=meeting)
    assert "Det er et citat fra blanketten." in str(version.content["items"])


def test_an_empty_agenda_is_not_sent(meeting, secretary):
    Item.objects.filter(meeting=meeting).delete()
    with pytest.raises(Refusal):
        agenda_send(actor=secretary, meeting=meeting)


def test_a_case_that_is_not_approved_is_not_sent(meeting, on_agenda, secretary):
    item = on_agenda(meeting)
    case = item.stop.case
    case.state = "draft"
    case.save()
    with pytest.raises(Refusal):
        agenda_send(actor=secretary, meeting=meeting)


def test_a_cancelled_meeting_sends_nothing(meeting, on_agenda, secretary):
    on_agenda(meeting)
    type(meeting.plan).objects.update(cancelled_because="Sygdom")
    with pytest.raises(Refusal):
        agenda_send(actor=secretary, meeting=meeting)


def test_numbers_go_from_one_in_the_order_of_the_agenda(sent):
    rows = Item.objects.filter(meeting=sent, parent=None).order_by("order")
    assert [row.number for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    told = AgendaVersion.objects.get().content["items"]
    assert [each["number"] for each in told] == [row.number for row in rows]


def test_a_sent_agenda_cannot_be_saved_over(sent):
    version = AgendaVersion.objects.get()
    version.content = {}
    with pytest.raises(TypeError):
        version.save()


def test_messages_go_along_below_their_item(meeting, on_agenda, secretary):
    on_agenda(meeting)
    parent = Item.objects.filter(meeting=meeting, recurring="messages").first()
    if parent is None:
        parent = agendas.item_add_own(
            actor=secretary, meeting=fresh(meeting), title="Meddelelser", kind="briefing"
        )
    agendas.item_add_message(
        actor=secretary,
        parent=parent,
        sender="Formanden",
        title="Tur til havnen",
        html="<p>I maj.</p>",
    )
    version = agenda_send(actor=secretary, meeting=fresh(meeting))
    told = next(each for each in version.content["items"] if each["key"] == parent.pk)
    assert [part["title"] for part in told["parts"] if part["title"] != part["sender"]] == [
        "Tur til havnen"
    ]
    assert "I maj." in str(told["parts"])


def test_the_meeting_counts_the_change(meeting, on_agenda, secretary):
    on_agenda(meeting)
    before = fresh(meeting).revision
    agenda_send(actor=secretary, meeting=meeting)
    assert fresh(meeting).revision > before
    assert Item.objects.filter(meeting=meeting, revision=F("revision")).exists()
