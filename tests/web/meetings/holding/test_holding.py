"""What the services write while a meeting is held, and what they refuse."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone, translation

from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import Membership, Person
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.holding import services
from sagsgang.web.meetings.holding.selectors import gathering_of, item_presence, substitutes_for
from sagsgang.web.meetings.models import (
    Guest,
    Item,
    ItemTurn,
    Meeting,
    PresenceEvent,
    Proposal,
    Seat,
    Vote,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    """The refusals are looked for in the words of the code."""
    with translation.override("en"):
        yield


def item(meeting, order):
    return Item.objects.select_related("meeting__plan__body").get(meeting=meeting, order=order)


def codes():
    return list(Event.objects.order_by("pk").values_list("code", flat=True))


def test_opened_the_meeting_is_led_by_its_chair_and_those_ticked_are_there(opened, seat, world):
    assert (opened.state, opened.led_by) == ("open", world.people["chair"].person)
    room = gathering_of(opened).room
    assert len(room.in_the_room()) == 4
    assert seat("fifth").pk not in room.roster(), "a member who never came is no participant"
    assert codes()[-1] == "meeting_opened"


def test_opened_twice_it_is_opened_once(opened, secretary, seat):
    before = opened.opened_at
    again = services.meeting_open(actor=secretary, meeting=opened, present=[seat("fifth")])
    assert again.opened_at == before
    assert codes().count("meeting_opened") == 1


def test_the_vice_chair_leads_when_the_chair_does_not_come(meeting, secretary, seat, world):
    services.absence_tell(actor=world.people["chair"], seat=seat("chair"), reason="Syg")
    opened = services.meeting_open(actor=secretary, meeting=meeting)
    assert opened.led_by == world.people["member"].person


def test_somebody_without_a_seat_does_not_lead(meeting, secretary, world):
    outside = Person.objects.create(municipality=world.municipality, name="Ole Nord")
    with pytest.raises(Refusal, match="sit"):
        services.meeting_open(actor=secretary, meeting=meeting, led_by=outside)


def test_an_ordinary_meeting_needs_a_sent_agenda_an_extraordinary_one_does_not(meeting, secretary):
    Meeting.objects.filter(pk=meeting.pk).update(state="building")
    meeting.refresh_from_db()
    with pytest.raises(Refusal, match="not sent"):
        services.meeting_open(actor=secretary, meeting=meeting)
    meeting.plan.kind = "extraordinary"
    meeting.plan.save()
    assert services.meeting_open(actor=secretary, meeting=meeting).state == "open"


def test_a_meeting_of_another_day_does_not_open(meeting, secretary):
    meeting.plan.starts_at = timezone.now() + timedelta(days=1)
    meeting.plan.save()
    with pytest.raises(Refusal, match="another day"):
        services.meeting_open(actor=secretary, meeting=meeting)


def test_who_may_not_writes_nothing(opened, seat, world):
    first = item(opened, 1)
    tries = [
        lambda who: services.presence_record(
            actor=who, meeting=opened, who=seat("fifth"), what="came"
        ),
        lambda who: services.item_begin(actor=who, item=first),
        lambda who: services.item_next(actor=who, meeting=opened),
        lambda who: services.disqualification_decide(
            actor=who, item=first, seat=seat("third"), is_disqualified=True, ground="Nabo"
        ),
        lambda who: services.meeting_reopen(actor=who, meeting=opened, reason="Fejl"),
    ]
    before = Event.objects.count()
    for key in ("member", "stranger", "colleague", "administrator"):
        for each in tries:
            with pytest.raises(PermissionDenied):
                each(world.people[key])
    assert Event.objects.count() == before


def test_coming_and_leaving_is_noted_at_the_item_under_way(opened, secretary, seat):
    services.item_begin(actor=secretary, item=item(opened, 2))
    came = services.presence_record(actor=secretary, meeting=opened, who=seat("fifth"), what="came")
    assert came.item == item(opened, 2)
    found = item_presence(item(opened, 2))
    assert seat("fifth").pk in found.partly | found.whole
    services.presence_record(actor=secretary, meeting=opened, who=seat("third"), what="left")
    assert seat("third").pk not in gathering_of(opened).room.in_the_room()


def test_what_is_so_already_is_not_written_again(opened, secretary, seat):
    before = PresenceEvent.objects.count()
    for _ in range(2):
        assert (
            services.presence_record(
                actor=secretary, meeting=opened, who=seat("third"), what="came"
            )
            is None
        )
    assert PresenceEvent.objects.count() == before


def test_a_time_to_come_or_of_another_day_is_refused(opened, secretary, seat):
    for hours in (1, -30):
        with pytest.raises(Refusal):
            services.presence_record(
                actor=secretary,
                meeting=opened,
                who=seat("fifth"),
                what="came",
                at=timezone.now() + timedelta(hours=hours),
            )


def test_what_was_wrong_is_taken_back_and_stays_to_be_seen(opened, secretary, seat):
    left = services.presence_record(actor=secretary, meeting=opened, who=seat("third"), what="left")
    services.presence_take_back(actor=secretary, event=left)
    assert seat("third").pk in gathering_of(opened).room.in_the_room()
    assert PresenceEvent.objects.get(pk=left.pk).taken_back_at is not None
    revision = Meeting.objects.get(pk=opened.pk).revision
    services.presence_take_back(actor=secretary, event=left)
    assert Meeting.objects.get(pk=opened.pk).revision == revision


def test_presence_never_contradicts_a_vote(opened, secretary, seat):
    second = item(opened, 2)
    services.item_begin(actor=secretary, item=second)
    proposal = Proposal.objects.create(item=second, order=1, text="Kajen bygges")
    Vote.objects.create(proposal=proposal, seat=seat("third"), stance="for")
    came = PresenceEvent.objects.get(seat=seat("third"))
    with pytest.raises(Refusal, match="voted"):
        services.presence_take_back(actor=secretary, event=came)
    with pytest.raises(Refusal, match="voted"):
        services.disqualification_decide(
            actor=secretary, item=second, seat=seat("third"), is_disqualified=True, ground="Nabo"
        )
    assert PresenceEvent.objects.get(pk=came.pk).taken_back_at is None
    services.presence_record(actor=secretary, meeting=opened, who=seat("third"), what="left")


def test_guests_come_and_leave(opened, secretary):
    guest = Guest.objects.create(meeting=opened, name="Ida Bro", title="Direktør")
    services.presence_record(actor=secretary, meeting=opened, who=guest, what="came")
    assert gathering_of(opened).guests_in_the_room() == {guest.pk}
    services.presence_record(actor=secretary, meeting=opened, who=guest, what="left")
    assert gathering_of(opened).guests_in_the_room() == set()


def test_a_member_tells_her_own_absence_and_nobody_elses(meeting, seat, world):
    told = services.absence_tell(actor=world.people["third"], seat=seat("third"), reason=" Syg ")
    assert (told.notice_reason, told.notice_at is not None) == ("Syg", True)
    with pytest.raises(PermissionDenied):
        services.absence_tell(actor=world.people["third"], seat=seat("fourth"))
    services.absence_take_back(actor=world.people["third"], seat=seat("third"))
    assert seat("third").notice_at is None
    services.absence_tell(actor=world.people["secretary"], seat=seat("fourth"))
    assert seat("fourth").notice_at is not None


def test_a_substitute_sits_while_the_member_is_away(opened, secretary, seat, world):
    body = world.body("Havneudvalget")
    world.seat(world.user("substitute", "Ea Rus"), body, Membership.Post.SUBSTITUTE)
    person = world.people["substitute"].person
    assert substitutes_for(seat("fifth")) == [person]
    made = services.seat_substitute(actor=secretary, seat=seat("fifth"), person=person)
    again = services.seat_substitute(actor=secretary, seat=seat("fifth"), person=person)
    assert again == made
    services.presence_record(actor=secretary, meeting=opened, who=made, what="came")
    services.item_begin(actor=secretary, item=item(opened, 1))
    found = item_presence(item(opened, 1))
    assert made.pk in found.voters
    assert seat("fifth").pk in found.absent
    services.presence_record(actor=secretary, meeting=opened, who=seat("fifth"), what="came")
    found = item_presence(item(opened, 1))
    assert made.pk not in found.voters
    assert found.places == found.counted == 5


def test_nobody_sits_twice(opened, secretary, seat, world):
    with pytest.raises(Refusal, match="has a seat"):
        services.seat_substitute(
            actor=secretary, seat=seat("fifth"), person=world.people["third"].person
        )


def test_a_disqualified_member_is_out_of_the_item_and_back_at_the_next(opened, secretary, seat):
    services.disqualification_raise(
        actor=secretary, item=item(opened, 2), seat=seat("third"), ground="Ejer af kajen"
    )
    services.item_begin(actor=secretary, item=item(opened, 2))
    assert seat("third").pk in item_presence(item(opened, 2)).voters, "until the body has decided"
    row = services.disqualification_decide(
        actor=secretary, item=item(opened, 2), seat=seat("third"), is_disqualified=True
    )
    assert (row.ground, row.decided_by) == ("Ejer af kajen", "Havneudvalget")
    found = item_presence(item(opened, 2))
    assert seat("third").pk not in found.voters | found.absent
    services.item_begin(actor=secretary, item=item(opened, 3))
    assert seat("third").pk in item_presence(item(opened, 3)).voters


def test_a_member_raises_it_for_herself_only(meeting, seat, world):
    services.disqualification_raise(
        actor=world.people["third"], item=item(meeting, 2), seat=seat("third"), ground="Nabo"
    )
    with pytest.raises(PermissionDenied):
        services.disqualification_raise(
            actor=world.people["third"], item=item(meeting, 2), seat=seat("fourth"), ground="Nabo"
        )


def test_whether_a_disqualified_member_counts_is_the_secretarys_choice(opened, secretary, seat):
    first = item(opened, 1)
    for key in ("third", "fourth"):
        services.disqualification_decide(
            actor=secretary, item=first, seat=seat(key), is_disqualified=True, ground="Nabo"
        )
    services.item_begin(actor=secretary, item=first)
    assert not item_presence(first).is_quorate
    services.quorum_rule_set(actor=secretary, body=opened.plan.body, counts_disqualified=True)
    assert item_presence(first).is_quorate


def test_the_meeting_goes_from_item_to_item_past_what_is_decided(opened, secretary, decide):
    decide(item(opened, 2))
    assert services.item_next(actor=secretary, meeting=opened).item.order == 1
    turn = services.item_next(actor=secretary, meeting=opened, after=item(opened, 1))
    assert turn.item.order == 3
    again = services.item_next(actor=secretary, meeting=opened, after=item(opened, 1))
    assert again == turn, "two screens that say next go one step"


def test_an_item_under_way_is_not_begun_again(opened, secretary):
    first = services.item_begin(actor=secretary, item=item(opened, 2))
    assert services.item_begin(actor=secretary, item=item(opened, 2)) == first
    services.item_begin(actor=secretary, item=item(opened, 1))
    services.item_begin(actor=secretary, item=item(opened, 2))
    assert ItemTurn.objects.filter(item=item(opened, 2)).count() == 2


def test_the_meeting_closes_when_nothing_is_lacking(opened, secretary, decide, listen):
    with pytest.raises(Refusal) as refused:
        services.meeting_close(actor=secretary, meeting=opened)
    assert [row[0].order for row in refused.value.lacking] == [1, 2, 3]
    decide(item(opened, 1))
    decide(item(opened, 2), outcome="postponed")
    decide(item(opened, 3), text="", outcome="", is_nothing_recorded=True)
    heard = []
    listen("meeting_closed", heard.append)
    closed = services.meeting_close(actor=secretary, meeting=opened)
    assert closed.state == "closed"
    services.meeting_close(actor=secretary, meeting=closed)
    assert len(heard) == 1


def test_what_a_listener_refuses_does_not_close(opened, secretary, decide, listen):
    def refuse(_happening):
        raise Refusal("Nej")

    for order in (1, 2, 3):
        decide(item(opened, order))
    listen("meeting_closed", refuse)
    with pytest.raises(Refusal, match="Nej"):
        services.meeting_close(actor=secretary, meeting=opened)
    assert Meeting.objects.get(pk=opened.pk).state == "open"


def test_an_undecided_disqualification_holds_the_meeting_open(opened, secretary, decide, seat):
    for order in (1, 2, 3):
        decide(item(opened, order))
    services.disqualification_raise(
        actor=secretary, item=item(opened, 2), seat=seat("third"), ground="Nabo"
    )
    with pytest.raises(Refusal, match="whether"):
        services.meeting_close(actor=secretary, meeting=opened)


def test_a_closed_title_is_not_told_in_what_is_lacking(opened, secretary):
    Item.objects.filter(meeting=opened, order=2).update(is_closed=True, closed_ground="Person")
    with pytest.raises(Refusal) as refused:
        services.meeting_close(actor=secretary, meeting=opened)
    assert "Kajen" not in str(refused.value)


def test_reopened_with_a_reason(opened, secretary, decide):
    for order in (1, 2, 3):
        decide(item(opened, order))
    closed = services.meeting_close(actor=secretary, meeting=opened)
    with pytest.raises(Refusal, match="why"):
        services.meeting_reopen(actor=secretary, meeting=closed, reason=" ")
    again = services.meeting_reopen(actor=secretary, meeting=closed, reason="Punkt 2 var forkert")
    assert (again.state, again.closed_at) == ("open", None)
    assert "Punkt 2 var forkert" in Event.objects.get(code="meeting_reopened").sentence


def test_every_write_is_seen_by_the_other_screen(opened, secretary, seat):
    revision = opened.revision
    services.item_begin(actor=secretary, item=item(opened, 1))
    services.presence_record(actor=secretary, meeting=opened, who=seat("third"), what="left")
    assert Meeting.objects.get(pk=opened.pk).revision == revision + 2


def test_a_clock_that_is_set_back_does_not_turn_the_order_around(opened, secretary):
    first = services.item_begin(actor=secretary, item=item(opened, 1))
    ItemTurn.objects.filter(pk=first.pk).update(at=timezone.now() + timedelta(minutes=5))
    services.item_begin(actor=secretary, item=item(opened, 2))
    assert gathering_of(opened).room.current() == item(opened, 2).pk


def test_the_seat_of_another_meeting_is_refused(opened, secretary, seat, world):
    other = Seat.objects.create(
        meeting=Meeting.objects.create(plan=_later(opened)),
        membership=seat("third").membership,
        sitting=seat("third").sitting,
    )
    with pytest.raises(Refusal, match="another meeting"):
        services.presence_record(actor=secretary, meeting=opened, who=other, what="came")


def _later(meeting):
    plan = meeting.plan
    plan.pk, plan.starts_at = None, plan.starts_at + timedelta(days=7)
    plan._state.adding = True
    plan.save()
    return plan
