"""What a member does for herself, and what of it others come to know."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import Person
from sagsgang.web.cases.services import case_withdraw
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.members import services
from sagsgang.web.meetings.members.selectors import (
    followed_cases,
    item_get,
    own_item,
    own_meeting,
    own_meetings,
    own_wishes,
)
from sagsgang.web.meetings.models import Disqualification, Note, ReadMark, Seat
from sagsgang.web.notifications.models import Notification
from sagsgang.web.routes.services import stop_settle

from .conftest import fresh, item_of

pytestmark = pytest.mark.django_db


def told(user):
    return list(Notification.objects.filter(user=user).values_list("code", flat=True))


def states(user, meeting):
    return {each.item.title: each.state for each in own_meeting(user, meeting.pk).items}


# Reading --------------------------------------------------------------------------------------


def test_the_start_page_says_whether_the_agenda_was_sent(world, member, building):
    (row,) = own_meetings(member)
    assert (row.is_sent, row.items, row.may_tell_absence) == (False, (), True)


def test_items_are_unread_then_read_then_changed(member, sent, item, send_again):
    assert set(states(member, sent).values()) == {"unread"}
    services.item_read(actor=member, item=item)
    assert states(member, sent)["Nye cykelskure"] == "read"
    assert states(member, sent)["Ny kaj"] == "unread"
    send_again(item, "<p>Der bygges to skure med tag.</p>")
    assert states(member, sent)["Nye cykelskure"] == "changed"
    (row,) = own_meetings(member)
    assert (row.read, row.changed) == (0, 1)
    services.item_read(actor=member, item=item)
    assert states(member, sent)["Nye cykelskure"] == "read"
    assert ReadMark.objects.filter(user=member).count() == 2


def test_what_did_not_change_in_a_new_version_stays_read(member, sent, item, send_again):
    other = item_of(sent, "Ny kaj")
    services.item_read(actor=member, item=other)
    send_again(item, "<p>Der bygges tre skure.</p>")
    assert states(member, sent)["Ny kaj"] == "read"


def test_read_is_taken_back_and_is_each_member_s_own(world, member, sent, item):
    services.item_read(actor=member, item=item)
    assert states(world.people["chair"], sent)["Nye cykelskure"] == "unread"
    services.item_unread(actor=member, item=item)
    assert states(member, sent)["Nye cykelskure"] == "unread"


def test_an_old_page_read_late_marks_what_was_on_it(member, sent, item, send_again):
    send_again(item, "<p>Der bygges tre skure.</p>")
    services.item_read(actor=member, item=item, version=1)
    assert states(member, sent)["Nye cykelskure"] == "changed"
    services.item_read(actor=member, item=item, version=99)
    assert states(member, sent)["Nye cykelskure"] == "read"


def test_nobody_marks_what_she_may_not_read(world, building, put_on):
    item = put_on(building)
    for key in ("member", "stranger", "administrator"):
        with pytest.raises(PermissionDenied):
            services.item_read(actor=world.people[key], item=item)


# Absence --------------------------------------------------------------------------------------


def test_absence_is_told_before_and_after_the_agenda_and_taken_back(member, secretary, building):
    seat = services.absence_tell(actor=member, meeting=building, reason=" på  ferie ")
    assert (seat.notice_at is not None, seat.notice_reason) == (True, "på ferie")
    assert told(secretary) == ["absence_told"]
    (note,) = Notification.objects.filter(user=secretary)
    assert "på ferie" in note.text
    assert "stedfortræder" in note.text
    services.absence_take_back(actor=member, meeting=fresh(building))
    assert Seat.objects.get(pk=seat.pk).notice_at is None
    assert "kommer alligevel" in Notification.objects.filter(user=secretary).last().text
    assert Event.objects.filter(code="absence_taken_back").exists()


def test_told_twice_is_told_once(member, secretary, building):
    services.absence_tell(actor=member, meeting=building)
    services.absence_tell(actor=member, meeting=fresh(building))
    assert Event.objects.filter(code="absence_told").count() == 1


def test_only_her_own_seat(world, building):
    for key in ("stranger", "administrator", "case_officer"):
        with pytest.raises(PermissionDenied):
            services.absence_tell(actor=world.people[key], meeting=building)
    assert not Seat.objects.filter(notice_at__isnull=False).exists()


def test_not_taken_back_when_a_substitute_sits_there(world, member, building):
    seat = services.absence_tell(actor=member, meeting=building)
    person = Person.objects.create(municipality=world.municipality, name="Per Sand")
    Seat.objects.filter(pk=seat.pk).update(sitting=person)
    with pytest.raises(Refusal, match="Per Sand"):
        services.absence_take_back(actor=member, meeting=fresh(building))
    (row,) = own_meetings(member)
    assert row.substitute == "Per Sand"


# Disqualification -----------------------------------------------------------------------------


def test_disqualification_needs_a_ground_and_goes_to_the_secretary(member, secretary, item):
    with pytest.raises(Refusal):
        services.disqualification_tell(actor=member, item=item, ground="  ")
    services.disqualification_tell(actor=member, item=item, ground="Min bror ejer grunden")
    row = Disqualification.objects.get(item=item)
    assert (row.raised_by, row.is_disqualified) == (str(member), None)
    assert "disqualification_raised" in told(secretary)
    services.disqualification_take_back(actor=member, item=item)
    assert not Disqualification.objects.exists()


def test_what_the_body_has_decided_is_not_taken_back(member, item):
    services.disqualification_tell(actor=member, item=item, ground="Min bror ejer grunden")
    Disqualification.objects.update(is_disqualified=False)
    with pytest.raises(Refusal):
        services.disqualification_take_back(actor=member, item=item)
    with pytest.raises(Refusal):
        services.disqualification_tell(actor=member, item=item, ground="En anden grund")


def test_only_those_with_a_seat_raise_it_for_themselves(world, item):
    for key in ("secretary", "stranger", "case_officer"):
        with pytest.raises(PermissionDenied):
            services.disqualification_tell(actor=world.people[key], item=item, ground="Nej")


# Wishes ---------------------------------------------------------------------------------------


def test_a_wish_reaches_secretary_and_chair_and_is_taken_back(world, member, secretary):
    body = world.body("Havneudvalget")
    wish = services.item_raise(actor=member, body=body, title="Bænke på kajen", text="Flere.")
    assert "item_raised" in told(secretary)
    assert "item_raised" in told(world.people["chair"])
    assert [each.pk for each in own_wishes(member)] == [wish.pk]
    assert own_wishes(world.people["chair"]) == []
    with pytest.raises(PermissionDenied):
        services.wish_withdraw(actor=world.people["chair"], wish=wish)
    assert services.wish_withdraw(actor=member, wish=wish).withdrawn_at is not None


def test_what_is_on_an_agenda_is_not_taken_back(world, member, item):
    body = world.body("Havneudvalget")
    wish = services.item_raise(actor=member, body=body, title="Bænke på kajen")
    wish.item = item
    wish.save()
    with pytest.raises(Refusal):
        services.wish_withdraw(actor=member, wish=wish)


def test_only_members_of_the_body_wish(world, member):
    for user, name in ((world.people["stranger"], "Havneudvalget"), (member, "Byrådet")):
        with pytest.raises(PermissionDenied):
            services.item_raise(actor=user, body=world.body(name), title="Bænke")


# Following ------------------------------------------------------------------------------------


def test_a_follower_hears_what_becomes_of_the_case(world, member, secretary, item):
    case = item.stop.case
    services.case_follow(actor=member, case=case)
    services.case_follow(actor=member, case=case)
    (row,) = followed_cases(member)
    assert [stop.body.name for stop in row.coming] == ["Havneudvalget"]
    stop_settle(
        actor=secretary,
        stop=item.stop,
        decided_on=timezone.localdate(),
        decision_text="Godkendt.",
        outcome="approved",
    )
    assert "followed_decided" in told(member)
    (row,) = followed_cases(member)
    assert [stop.decision_text for stop in row.decided] == ["Godkendt."]
    services.case_unfollow(actor=member, case=case)
    assert followed_cases(member) == []


def test_a_follower_is_told_that_it_is_withdrawn_and_put_on_an_agenda(
    world, member, item, send_again
):
    services.case_follow(actor=member, case=item.stop.case)
    send_again(item, "<p>Der bygges tre skure.</p>")
    assert "followed_on_agenda" in told(member)
    manager = world.people["manager"]
    case_withdraw(actor=manager, case=item.stop.case, reason="Bygges ikke")
    assert "followed_withdrawn" in told(member)


def test_nobody_follows_or_hears_of_what_she_may_not_see(world, member, sent):
    case = item_of(sent, "Salg af grunden").stop.case
    for key in ("stranger", "administrator", "colleague"):
        with pytest.raises(PermissionDenied):
            services.case_follow(actor=world.people[key], case=case)
    services.case_follow(actor=member, case=case)
    member.person.memberships.update(ends_on=timezone.localdate())
    member = type(member).objects.get(pk=member.pk)
    member.person.memberships.update(starts_on="2025-01-01", ends_on="2025-12-31")
    case_withdraw(actor=world.people["manager"], case=case, reason="Solgt")
    assert told(type(member).objects.get(pk=member.pk)) == [
        code for code in told(member) if not code.startswith("followed")
    ]
    assert followed_cases(type(member).objects.get(pk=member.pk)) == []


# Her own item ---------------------------------------------------------------------------------


def test_a_disqualified_member_does_not_see_the_closed_item(member, sent):
    closed = item_of(sent, "Salg af grunden")
    assert "Salg af grunden" in states(member, sent)
    seat = Seat.objects.get(meeting=sent, sitting__user=member)
    Disqualification.objects.create(item=closed, seat=seat, ground="Bror", is_disqualified=True)
    assert "Salg af grunden" not in states(member, sent)
    assert item_get(member, closed.pk) is None


def test_a_private_event_says_nothing_of_the_item(member, sent, item):
    services.item_read(actor=member, item=item)
    services.note_add(actor=member, item=item, text="Spørg om taget")
    private = Event.objects.filter(code__in=("item_read", "note_added"))
    assert private.count() == 2
    for event in private:
        assert event.subject_key == f"user:{member.pk}"
        assert "cykelskure" not in event.sentence
        assert "taget" not in event.sentence
        assert event.details == {}


def test_own_item_is_hers_alone(world, member, item):
    services.note_add(actor=member, item=item, text="Spørg om taget")
    assert len(own_item(member, item).notes) == 1
    assert own_item(world.people["chair"], item).notes == ()
    assert Note.objects.count() == 1
