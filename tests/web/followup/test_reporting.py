"""What was asked for comes back as an item that carries the decision, and is then done."""

from datetime import date

import pytest
from django.utils import timezone

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.followup import services
from sagsgang.web.followup.models import FollowUp, State
from sagsgang.web.followup.selectors import follow_ups_to_chase
from sagsgang.web.meetings.agendas.services import item_add_own, item_remove
from sagsgang.web.meetings.deciding.services import decisions_communicate
from sagsgang.web.meetings.deciding.services.records import Ask
from sagsgang.web.meetings.models import ItemDecision, MeetingState

pytestmark = pytest.mark.django_db


def fresh(row):
    return FollowUp.objects.get(pk=row.pk)


def decided(secretary, item, asked_for=(), **columns):
    """As when the meeting of the item is closed."""
    decision = ItemDecision.objects.create(
        item=item,
        **{
            "text": "Til efterretning.",
            "outcome": "noted",
            "recorded_by": secretary,
            "recorded_at": timezone.now(),
        }
        | columns,
    )
    for ask in asked_for:
        decision.asked_for.create(text=ask.text, what=ask.what, until=ask.until)
    meeting = item.meeting
    meeting.state = MeetingState.CLOSED
    meeting.save()
    decisions_communicate(actor=secretary, meeting=meeting)


@pytest.fixture
def put_on(asked, agenda, secretary):
    row = asked("Status på skurene")
    services.follow_up_report(actor=secretary, follow_up=row, result="Ni skure <står> der.")
    item = services.follow_up_put_on(actor=secretary, follow_up=fresh(row), meeting=agenda())
    return fresh(row), item


def test_the_item_carries_the_decision_with_body_day_and_number(put_on, table):
    row, item = put_on
    assert item.title == "Tilbagemelding: Status på skurene"
    assert "Godkendt." in item.html
    assert "Havneudvalget" in item.html
    assert f"punkt {row.item.number}" in item.html
    assert "Ni skure &lt;står&gt; der." in item.html
    assert row.reported_in == item


def test_when_the_item_is_decided_it_is_done(put_on, secretary):
    row, item = put_on
    decided(secretary, item)
    assert fresh(row).state == State.DONE


def test_a_decision_that_asks_for_more_goes_on(put_on, secretary, soon):
    row, item = put_on
    decided(secretary, item, [Ask("Ny status", until=soon(90))])
    assert fresh(row).state == State.REPORTED
    more = FollowUp.objects.get(text="Ny status")
    assert (more.continues, more.item) == (row, item)


def test_a_postponed_item_leaves_it_to_be_done(put_on, secretary, soon):
    row, item = put_on
    decided(secretary, item, postponed_to=soon(30), outcome="postponed")
    assert (fresh(row).state, fresh(row).reported_in) == (State.REPORTED, None)
    assert fresh(row).deadline == soon(30)


def test_what_is_on_an_agenda_is_not_chased(put_on, secretary):
    row, item = put_on
    late = date(2020, 1, 1)
    FollowUp.objects.filter(pk=row.pk).update(deadline=late, meeting=None)
    assert fresh(row) not in follow_ups_to_chase(secretary)
    item_remove(actor=secretary, item=item, reason="Vent")
    FollowUp.objects.filter(pk=row.pk).update(deadline=late)
    assert fresh(row) in follow_ups_to_chase(secretary)


def test_an_item_that_is_taken_off_no_longer_reports(put_on, secretary, agenda):
    row, item = put_on
    with pytest.raises(Refusal):
        services.follow_up_put_on(actor=secretary, follow_up=row, meeting=agenda(30))
    item_remove(actor=secretary, item=item, reason="Vent")
    assert fresh(row).reported_in is None
    again = services.follow_up_put_on(actor=secretary, follow_up=fresh(row), meeting=agenda(40))
    assert fresh(row).reported_in == again


def test_an_item_that_is_there_already_may_report(asked, agenda, secretary):
    row = asked()
    item = item_add_own(actor=secretary, meeting=agenda(), title="Skurene")
    services.follow_up_tie(actor=secretary, follow_up=row, item=item)
    decided(secretary, item)
    assert fresh(row).state == State.DONE


def test_what_was_closed_is_reported_closed(table, asked, agenda, secretary):
    item = table.item(
        "Køb af grunden", is_closed=True, closed_ground="Prisen", closed_reference="§ 10"
    )
    row = asked("Grundens pris", item=item)
    back = services.follow_up_put_on(actor=secretary, follow_up=row, meeting=agenda())
    back.refresh_from_db()
    assert back.is_closed
    assert back.closed_ground == "Prisen"
    assert "grund" not in back.public_title.lower()
