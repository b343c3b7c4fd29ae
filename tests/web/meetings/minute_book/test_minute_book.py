"""Minutes are locked once, written into the book entry by entry, and approved by those who came."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from sagsgang.minutes.book import broken_links
from sagsgang.web.audit.models import Event
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.deciding.services import decision_append
from sagsgang.web.meetings.holding.services import meeting_reopen
from sagsgang.web.meetings.minute_book import services
from sagsgang.web.meetings.minute_book.book import book_broken, entries_of
from sagsgang.web.meetings.minute_book.document import minutes_now, minutes_seen
from sagsgang.web.meetings.minute_book.selectors import approval_of, book_shown
from sagsgang.web.meetings.models import MeetingMinutes, MinuteBookEntry, SignOff
from sagsgang.web.notifications.models import Notification
from sagsgang.web.routes.models import CaseStop, DecisionAddendum
from sagsgang.web.routes.services import stop_append

pytestmark = pytest.mark.django_db


def test_locking_writes_the_meeting_its_presence_and_every_decision(held):
    held.lock()
    entries = entries_of(held.body)
    assert [entry.what for entry in entries] == [
        "meeting",
        "presence",
        "decision",
        "decision",
        "locked",
    ]
    assert entries[2].content["decision"]["text"] == "Udvalget godkendte planen."
    assert len(entries[1].content["events"]) == 5
    assert book_broken(held.body) == []


def test_a_meeting_that_is_not_over_has_no_minutes_to_lock(world):
    from .conftest import Held

    table = Held(world)
    with pytest.raises(PermissionDenied):
        table.lock()


def test_locked_twice_is_locked_once(held):
    first = held.lock()
    assert held.lock() == first
    assert MinuteBookEntry.objects.count() == 5


def test_what_is_locked_is_not_written_over(held):
    row = held.lock()
    row.document = {}
    with pytest.raises(TypeError):
        row.save()
    entry = MinuteBookEntry.objects.first()
    with pytest.raises(TypeError):
        entry.save()
    with pytest.raises(TypeError):
        entry.delete()


def test_a_meeting_with_locked_minutes_is_not_opened_again(held):
    held.lock()
    with pytest.raises(Refusal, match=r"låst|locked"):
        meeting_reopen(actor=held.secretary, meeting=held.meeting, reason="En fejl i punkt 1")
    held.meeting.refresh_from_db()
    assert held.meeting.state == "closed"


def test_an_addition_stands_beside_what_was_decided_and_in_the_book(held):
    held.lock()
    decision_append(actor=held.secretary, item=held.sheds, text="Der er tale om 24 pladser.")
    now = minutes_now(held.meeting)
    assert [(each.item, each.text) for each in now.addenda] == [("1", "Der er tale om 24 pladser.")]
    assert now.items[0].decision.text == "Udvalget godkendte planen."
    assert entries_of(held.body)[-1].what == "addition"


def test_those_who_came_are_asked_and_only_they_approve(held, world):
    held.lock()
    told = set(
        Notification.objects.filter(code="minutes_to_approve").values_list("user", flat=True)
    )
    assert told == {world.people[key].pk for key in held.seats}
    with pytest.raises(PermissionDenied):
        held.sign("secretary")
    row = held.sign("member", reservation="Jeg husker 26 pladser.")
    assert row.reservation == "Jeg husker 26 pladser."
    assert entries_of(held.body)[-1].content["name"] == str(row.seat)


def test_a_member_who_never_came_has_nothing_to_approve(world):
    from .conftest import Held

    class Fewer(Held):
        def come(self, *keys):
            super().come(*[key for key in keys if key != "member"])

    table = Fewer(world)
    table.close()
    table.lock()
    with pytest.raises(Refusal):
        table.sign("member")
    assert SignOff.objects.count() == 0


def test_what_was_added_meanwhile_must_be_read_first(held, world):
    held.lock()
    seen = minutes_seen(world.people["member"], held.meeting)
    decision_append(actor=held.secretary, item=held.sheds, text="Tilføjet imens.")
    with pytest.raises(Refusal):
        held.sign("member", sha256=seen.sha256)
    held.sign("member")


def test_when_all_have_approved_it_is_told_once(held):
    minutes = held.lock()
    for key in held.seats:
        assert not Event.objects.filter(code="minutes_all_approved").exists()
        held.sign(key)
        held.sign(key)
    assert Event.objects.filter(code="minutes_all_approved").count() == 1
    approval = approval_of(held.meeting, minutes)
    assert (len(approval.done), approval.missing) == (5, ())
    assert book_broken(held.body) == []


def test_only_the_missing_are_reminded(held, world):
    held.lock()
    held.sign("member")
    Notification.objects.all().delete()
    assert services.minutes_remind(actor=held.secretary, meeting=held.meeting) == 4
    assert not Notification.objects.filter(user=world.people["member"]).exists()


def test_a_disqualified_member_approves_without_reading_what_is_closed_to_her(held, world):
    held.disqualify("third", held.hidden)
    held.lock()
    seen = minutes_seen(world.people["third"], held.meeting)
    assert seen.hidden == ("2",)
    assert "4,2" not in seen.minutes.model_dump_json()
    row = held.sign("third")
    assert row.hidden == ["2"]
    assert row.sha256 != held.sign("member").sha256
    shown = book_shown(world.people["third"], held.body, held.meeting)
    assert "4,2" not in str([entry.content for entry in shown.entries])


CHANGES = {
    "what": lambda row: {"what": "addition" if row.what != "addition" else "decision"},
    "content": lambda row: {"content": row.content | {"text": "noget andet"}},
    "at": lambda row: {"at": row.at.replace(year=row.at.year + 1)},
    "sha256": lambda row: {"sha256": "f" * 64},
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_entry_changed_in_the_database_is_found(held, change):
    held.lock()
    held.sign("member")
    for row in MinuteBookEntry.objects.filter(body=held.body):
        with transaction.atomic():
            MinuteBookEntry.objects.filter(pk=row.pk).update(**CHANGES[change](row))
            assert broken_links(entries_of(held.body))
            transaction.set_rollback(True)


def test_minutes_changed_behind_the_book_are_found(held):
    row = held.lock()
    document = row.document | {"place": "Et andet sted"}
    MeetingMinutes.objects.filter(pk=row.pk).update(document=document)
    assert [link.why for link in book_broken(held.body)] == ["changed"]


def test_the_signature_sheet_says_who_has_approved(held, client, world):
    from sagsgang.web.meetings.agendas.addresses import meeting_address

    address = meeting_address(held.meeting, "signature_sheet")
    client.force_login(held.secretary)
    assert client.get(address).status_code == 404
    held.lock()
    held.sign("member")
    answer = client.get(address)
    assert answer.content.startswith(b"%PDF")
    assert "underskriftsblad" in answer.headers["Content-Disposition"]
    client.force_login(world.people["stranger"])
    assert client.get(address).status_code == 404


def test_an_addition_written_on_the_case_s_way_is_in_the_minutes_too(held):
    held.lock()
    stop = CaseStop.objects.get(pk=held.sheds.stop_id)
    stop_append(actor=held.secretary, stop=stop, text="Skurene er 24 pladser.")
    (addendum,) = minutes_now(held.meeting).addenda
    assert (addendum.item, addendum.text) == ("1", "Skurene er 24 pladser.")
    assert entries_of(held.body)[-1].content["text"] == "Skurene er 24 pladser."
    assert DecisionAddendum.objects.count() == 1
