"""Who may do what with a meeting and its items, as docs/reference/workflows/meetings.md says."""

import itertools
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from sagsgang.web.bodies.models import Membership, PlannedMeeting, SubstitutePeriod
from sagsgang.web.meetings.models import Disqualification, Item, Meeting, MeetingState, Seat
from sagsgang.web.meetings.permissions import (
    ALLOWED,
    BODY_ALLOWED,
    MAY_SEE_CLOSED,
    body_may,
    item_may,
    items_may_q,
    items_readable,
    meeting_may,
    meeting_relations,
    meetings_may_q,
)
from sagsgang.web.routes.models import CaseStop

from ..sentences import FOLDER, codes, rights

TOLD = rights("meetings", frozenset(MeetingState.values))
#: Who in the small world stands in each relation; the case is another body's, so that its officer
#: is nothing but that.
WHO = {
    "secretary": "secretary",
    "chair": "chair",
    "member": "member",
    "staff": "colleague",
    "officer": "foreign_officer",
    "later_member": "newcomer",
}
ITEM_OPERATIONS = ("item_read", "decision_record")


@pytest.fixture
def meetings(world):
    """One meeting of Havneudvalget in each state, some days ago, with an item of the officer's."""
    committee = world.body("Havneudvalget")
    officer = world.user("foreign_officer", "Tove Falk")
    newcomer = world.seat(world.user("newcomer", "Nis Lau"), committee)
    newcomer.starts_on = timezone.localdate() - timedelta(days=1)
    newcomer.save()
    made = {}
    for days, state in enumerate(MeetingState.values, start=3):
        plan = PlannedMeeting.objects.create(
            body=committee, starts_at=timezone.localtime() - timedelta(days=days)
        )
        meeting = Meeting.objects.create(plan=plan, state=state)
        case = world.case(body=world.body("Økonomiudvalget"), officer=officer, state="approved")
        stop = CaseStop.objects.create(case=case, body=committee, kind="decision", step=1)
        Item.objects.create(meeting=meeting, order=1, number="1", title="Kaj", stop=stop)
        Item.objects.create(meeting=meeting, order=2, number="2", title="Både")
        made[state] = meeting
    return made


def test_the_sentences_and_the_gate_are_one():
    allowed = {
        (operation, role, state)
        for operation, roles in ALLOWED.items()
        for role, states in roles.items()
        for state in states
    }
    of_bodies = {
        (operation, role, state)
        for operation, roles in BODY_ALLOWED.items()
        for role in roles
        for state in MeetingState.values
    }
    assert allowed | of_bodies == TOLD


def test_every_word_of_the_tables_is_used():
    page = (FOLDER / "meetings.md").read_text(encoding="utf-8")
    assert set(codes(page).values()) == {part for right in TOLD for part in right}


@pytest.mark.django_db
def test_every_role_in_every_state_may_do_just_what_is_told(world, meetings):
    for (role, key), (state, meeting) in itertools.product(WHO.items(), meetings.items()):
        user = world.people[key]
        relations = meeting_relations(user, meeting)
        assert role in relations
        for operation in ALLOWED:
            told = any((operation, each, state) in TOLD for each in relations)
            assert meeting_may(user, operation, meeting) == told, (role, state, operation)


@pytest.mark.django_db
def test_nobody_stands_in_a_relation_by_the_way(world, meetings):
    """Otherwise the test above would let one relation hide what another may do."""
    relations = {
        key: meeting_relations(world.people[key], meetings["sent"]) for key in WHO.values()
    }
    assert relations == {
        "secretary": {"secretary", "staff"},
        "chair": {"chair", "member", "later_member"},
        "member": {"member", "later_member"},
        "colleague": {"staff"},
        "foreign_officer": {"officer"},
        "newcomer": {"later_member"},
    }


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["open", "closed", "case", "part"])
def test_every_role_sees_just_the_items_that_are_told(world, meetings, what):
    for meeting in meetings.values():
        own = meeting.items.get(order=1)
        if what == "closed":
            own.is_closed, own.closed_ground = True, "Person"
        if what == "part":
            own.parent = Item.objects.create(
                meeting=meeting, order=9, number="9", title="N", is_closed=True, closed_ground="P"
            )
        own.save()
        if what == "case":
            own.stop.case.is_closed = True
            own.stop.case.save()
    for (_, key), (state, meeting) in itertools.product(WHO.items(), meetings.items()):
        user, own = world.people[key], meeting.items.get(order=1)
        relations = meeting_relations(user, meeting)
        for operation in ITEM_OPERATIONS:
            told = any(
                (operation, each, state) in TOLD and (what == "open" or each in MAY_SEE_CLOSED)
                for each in relations
            )
            assert item_may(user, operation, own) == told, (key, state, operation, what)


@pytest.mark.django_db
def test_those_without_a_part_in_it_may_do_nothing(world, meetings):
    for key, meeting in itertools.product(("stranger", "administrator"), meetings.values()):
        user = world.people[key]
        assert not any(meeting_may(user, operation, meeting) for operation in ALLOWED)
        assert not any(body_may(user, operation, meeting.plan.body) for operation in BODY_ALLOWED)
        assert not items_readable(user, meeting).exists()


@pytest.mark.django_db
def test_all_are_asked_as_one_is(world, meetings):
    """The queries and the questions about one thing never differ."""
    for meeting in meetings.values():
        Item.objects.create(
            meeting=meeting, order=3, title="Løn", is_closed=True, closed_ground="Person"
        )
    for user in (world.people[key] for key in (*WHO.values(), "stranger")):
        for operation in ("meeting_read", "agenda_check", "meeting_close"):
            one = {m.pk for m in meetings.values() if meeting_may(user, operation, m)}
            every = Meeting.objects.filter(meetings_may_q(user, operation))
            assert one == set(every.values_list("pk", flat=True)), (user, operation)
        for operation in ("item_read",):
            items = {i.pk for i in Item.objects.all() if item_may(user, operation, i)}
            every = Item.objects.filter(items_may_q(user, operation))
            assert items == set(every.values_list("pk", flat=True)), (user, operation)


@pytest.mark.django_db
def test_an_officer_reads_only_her_own_item(world, meetings):
    officer = world.people["foreign_officer"]
    assert [item.order for item in items_readable(officer, meetings["sent"])] == [1]


@pytest.mark.django_db
def test_a_disqualified_member_does_not_see_the_closed_item(world, meetings):
    meeting = meetings["sent"]
    item = meeting.items.get(order=2)
    for key in ("member", "chair"):
        membership = Membership.objects.get(person__user=world.people[key])
        seat = Seat.objects.create(
            meeting=meeting, membership=membership, sitting=membership.person
        )
        found = Disqualification.objects.create(item=item, seat=seat, ground="Nabo")
        for is_closed, is_disqualified in itertools.product((False, True), (None, False, True)):
            Item.objects.filter(pk=item.pk).update(is_closed=is_closed, closed_ground="Person")
            Disqualification.objects.filter(pk=found.pk).update(is_disqualified=is_disqualified)
            reads = not (is_closed and is_disqualified)
            assert item_may(world.people[key], "item_read", item) == reads, (key, is_closed)


@pytest.mark.django_db
def test_what_is_not_sent_yet_is_not_there_for_members(world, meetings):
    sent = meetings["sent"]
    late = Item.objects.create(meeting=sent, order=4, title="Sen sag")
    message = Item.objects.create(
        meeting=sent, order=5, title="Nyt", parent=sent.items.get(order=2)
    )
    dropped = Item.objects.create(
        meeting=meetings["open"], order=4, title="Taget af", removed_at=timezone.now()
    )
    member, secretary = world.people["member"], world.people["secretary"]
    assert item_may(secretary, "item_read", late)
    assert item_may(secretary, "item_read", dropped)
    assert not item_may(member, "item_read", late)
    assert not item_may(member, "item_read", dropped)
    assert item_may(member, "item_read", message), "sent with its parent"
    late.is_taken_up = True
    late.save()
    assert item_may(member, "item_read", late)


@pytest.mark.django_db
def test_it_is_the_day_of_the_meeting_that_counts(world, meetings):
    """A member who has left reads what was hers; a substitute sits for her on her days."""
    sent = meetings["sent"]
    day = timezone.localtime(sent.plan.starts_at).date()
    membership = Membership.objects.get(person__user=world.people["member"])
    substitute = world.user("substitute", "Ea Rus")
    period = SubstitutePeriod.objects.create(
        membership=membership,
        substitute=world.seat(substitute, world.body("Byrådet")).person,
        starts_on=day,
        ends_on=day,
    )
    assert "member" in meeting_relations(substitute, sent)
    SubstitutePeriod.objects.filter(pk=period.pk).update(starts_on=date(2026, 1, 1), ends_on=day)
    membership.ends_on = day
    membership.save()
    assert "member" in meeting_relations(world.people["member"], sent)
    membership.ends_on = day - timedelta(days=1)
    membership.save()
    sent.revision += 1
    assert "member" not in meeting_relations(world.people["member"], sent)


@pytest.mark.django_db
def test_the_day_is_the_danish_one(world, meetings):
    """A meeting at half past midnight is not the day before, as it is by universal time."""
    sent = meetings["sent"]
    sent.plan.starts_at = datetime(2026, 6, 2, 0, 30, tzinfo=timezone.get_default_timezone())
    sent.plan.save()
    membership = Membership.objects.get(person__user=world.people["member"])
    membership.starts_on = date(2026, 6, 2)
    membership.save()
    assert "member" in meeting_relations(world.people["member"], sent)


@pytest.mark.django_db
def test_the_chair_and_the_vice_chair_lead(world, meetings):
    sent = meetings["sent"]
    vice = world.user("vice", "Gro Holm")
    world.seat(vice, world.body("Havneudvalget"), Membership.Post.VICE_CHAIR)
    assert meeting_may(vice, "meeting_open", sent)
    assert not meeting_may(world.people["member"], "meeting_open", sent)
    sent.led_by = world.people["member"].person
    sent.save()
    assert meeting_may(world.people["member"], "agenda_check", sent)


@pytest.mark.django_db
def test_what_belongs_to_the_body(world, meetings):
    body = world.body("Havneudvalget")
    told = {
        (operation, role): any(right[:2] == (operation, role) for right in TOLD)
        for operation in BODY_ALLOWED
        for role in ("secretary", "member", "staff")
    }
    for (operation, role), expected in told.items():
        assert body_may(world.people[WHO[role]], operation, body) == expected, (operation, role)
    assert body_may(world.people["chair"], "chair_decision_record", body)
    assert not body_may(world.people["member"], "chair_decision_record", world.body("Byrådet"))
