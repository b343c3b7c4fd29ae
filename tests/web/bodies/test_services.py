"""What the operations do, what they refuse, and the event that each leaves."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from sagsgang.web.audit import events
from sagsgang.web.audit.models import Event
from sagsgang.web.bodies import selectors, services
from sagsgang.web.bodies.models import (
    Assignment,
    Body,
    Membership,
    MunicipalitySettings,
    PlannedMeeting,
    SubstitutePeriod,
)
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.design.refusal import Refusal

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _at():
    with time_machine.travel(datetime(2026, 3, 2, 9, 0), tick=False):
        yield


@pytest.fixture
def admin(world):
    return world.people["administrator"]


@pytest.fixture
def committee(world):
    return world.bodies["Havneudvalget"]


@pytest.fixture
def person(world, admin):
    return services.person_create(actor=admin, municipality=world.municipality, name="Åse Ny")


def at(*parts: int) -> datetime:
    return timezone.make_aware(datetime(*parts))


def codes() -> list[str]:
    return list(Event.objects.values_list("code", flat=True))


# Bodies ---------------------------------------------------------------------------------------


def test_a_municipality_begins_once(admin):
    first = services.municipality_start_work(actor=admin, name="Nørreskov Kommune")
    again = services.municipality_start_work(actor=admin, name="NØRRESKOV KOMMUNE")
    assert first == again
    assert first.slug == "noerreskov"
    assert codes() == ["municipality_started"]


def test_only_an_administrator_begins_one(world):
    with pytest.raises(PermissionDenied):
        services.municipality_start_work(actor=world.people["secretary"], name="Nørreskov")


def test_a_body_that_the_archive_knows_is_taken_in(world, admin):
    known = services.body_ensure(municipality="Ny Kommune", body="Skoleudvalg")
    made = services.body_create(
        actor=admin, municipality=world.municipality, name="Skoleudvalget", kind="committee"
    )
    assert made.pk == known.pk
    assert made.slug == "skoleudvalg"
    assert made in selectors.workplace_bodies(world.municipality)


@pytest.mark.parametrize("name", ["Havneudvalg", "HAVNEUDVALGET", "havneudvalget"])
def test_two_bodies_never_have_one_name(world, admin, name):
    with pytest.raises(Refusal) as refused:
        services.body_create(
            actor=admin, municipality=world.municipality, name=name, kind="committee"
        )
    assert refused.value.field == "name"


def test_a_renamed_body_keeps_its_address_and_a_document_its_name(world, admin, committee):
    services.body_change(actor=admin, body=committee, name="Kajudvalget", kind="committee")
    committee.refresh_from_db()
    assert (committee.name, committee.slug) == ("Kajudvalget", "havneudvalget")
    assert services.body_ensure(municipality="Ny Kommune", body="Kajudvalget") == committee
    older = services.body_ensure(municipality="Ny Kommune", body="Havneudvalget")
    assert older != committee
    assert older.slug == "havneudvalget-2"


def test_a_body_does_not_close_over_its_meetings_and_cases(world, admin, committee, person):
    services.meeting_plan_add(actor=admin, body=committee, starts_at=at(2026, 6, 4, 16))
    rule = services.delegation_rule_add(
        actor=admin, municipality=world.municipality, subject="havne", decides=committee
    )
    with pytest.raises(Refusal) as refused:
        services.body_close(actor=admin, body=committee, last_day=date(2026, 5, 31))
    message = str(refused.value.message)
    assert "4. juni 2026" in message
    assert "havne" in message
    committee.refresh_from_db()
    assert committee.valid_to is None
    services.delegation_rule_remove(actor=admin, rule=rule)
    services.body_close(actor=admin, body=committee, last_day=date(2026, 6, 4))
    ends = set(committee.memberships.values_list("ends_on", flat=True))
    assert ends == {date(2026, 6, 4)}


def test_a_later_room_says_what_else_is_in_the_way(admin, committee, monkeypatch):
    def refuse(happening) -> None:
        assert happening.details["last_day"] == "2026-05-31"
        raise Refusal("Der ligger en sag.")

    monkeypatch.setitem(events._handlers, "body_closing", [refuse])
    with pytest.raises(Refusal, match="Der ligger en sag"):
        services.body_close(actor=admin, body=committee, last_day=date(2026, 5, 31))
    committee.refresh_from_db()
    assert committee.valid_to is None
    assert codes() == []


def test_a_closed_body_gets_nothing_new_and_opens_again(admin, committee, person):
    services.body_close(actor=admin, body=committee, last_day=date(2026, 2, 28))
    with pytest.raises(PermissionDenied):
        services.meeting_plan_add(actor=admin, body=committee, starts_at=at(2026, 6, 4, 16))
    with pytest.raises(Refusal, match=r"28\. februar 2026"):
        services.membership_start(
            actor=admin, body=committee, person=person, starts_on=date(2026, 3, 1)
        )
    services.body_reopen(actor=admin, body=committee)
    assert services.meeting_plan_add(actor=admin, body=committee, starts_at=at(2026, 6, 4, 16))


# Members --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (date(2025, 12, 31), None, "starts_on"),
        (date(2030, 1, 1), None, "starts_on"),
        (date(2026, 5, 1), date(2030, 1, 1), "ends_on"),
        (date(2026, 5, 1), date(2026, 4, 1), "ends_on"),
    ],
)
def test_a_seat_outside_the_term_is_refused(admin, committee, person, first, last, field):
    with pytest.raises(Refusal) as refused:
        services.membership_start(
            actor=admin, body=committee, person=person, starts_on=first, ends_on=last
        )
    assert refused.value.field == field


def test_the_direction_has_no_term(world, admin, person):
    seat = services.membership_start(
        actor=admin, body=world.bodies["Direktionen"], person=person, starts_on=date(2020, 1, 1)
    )
    assert seat.ends_on is None


def test_a_new_chair_takes_over_from_a_day(admin, committee):
    old = committee.memberships.get(post="chair")
    member = committee.memberships.get(post="member")
    with pytest.raises(Refusal, match="én formand"):
        services.membership_change_post(
            actor=admin, membership=member, post="chair", from_day=date(2026, 4, 1)
        )
    assert committee.memberships.count() == 2
    services.membership_change_post(
        actor=admin, membership=old, post="member", from_day=date(2026, 4, 1)
    )
    services.membership_change_post(
        actor=admin, membership=member, post="chair", from_day=date(2026, 4, 1)
    )
    chairs = {
        day: selectors.members_on(committee, day)[0].person.name
        for day in (date(2026, 3, 31), date(2026, 4, 1))
    }
    assert list(chairs.values()) == ["Bo Vang", "Anja Lind"]
    assert len(selectors.memberships_of(committee)) == 4


def test_a_post_changes_and_the_substitute_goes_on(admin, committee, person):
    member = committee.memberships.get(post="member")
    services.substitute_period_start(
        actor=admin, membership=member, substitute=person, starts_on=date(2026, 3, 1)
    )
    services.membership_change_post(
        actor=admin, membership=member, post="vice_chair", from_day=date(2026, 4, 1)
    )
    for day in (date(2026, 3, 31), date(2026, 4, 1), date(2029, 12, 31)):
        assert person in [seat.person for seat in selectors.members_on(committee, day)]


def test_a_substitute_who_sits_sees_what_a_member_sees(world, admin, committee):
    stranger = world.people["stranger"]
    person = services.person_create(
        actor=admin, municipality=world.municipality, name="Ole Nord", user=stranger
    )
    member = committee.memberships.get(post="member")
    services.substitute_period_start(
        actor=admin,
        membership=member,
        substitute=person,
        starts_on=date(2026, 3, 1),
        ends_on=date(2026, 3, 31),
    )
    assert committee.pk in standing_of(stranger, date(2026, 3, 31)).seats
    assert committee.pk not in standing_of(stranger, date(2026, 4, 1)).seats
    assert committee.pk not in standing_of(stranger, date(2026, 3, 31)).chairs


def test_a_role_for_all_is_for_one_municipality(world, admin, committee):
    other = services.municipality_start_work(actor=admin, name="Fjern Kommune")
    user = world.people["member"]
    services.role_assign(actor=admin, user=user, role="manager", municipality=other)
    user.__dict__.pop("_standings", None)
    standing = standing_of(user)
    assert committee.pk in standing.seats
    assert not standing.has("manager", committee.pk, world.municipality.pk)
    assert standing.has("manager", 999, other.pk)
    assert not Body.objects.filter(standing.bodies_q("manager", body="pk")).exists()


def test_a_member_who_left_stays_in_the_history(admin, committee):
    member = committee.memberships.get(post="member")
    services.membership_end(actor=admin, membership=member, ends_on=date(2026, 2, 1))
    assert member in selectors.memberships_of(committee)
    assert len(selectors.members_on(committee, TODAY)) == 1
    assert "Anja Lind udtræder af Havneudvalget" in Event.objects.last().sentence


def test_a_substitute_period_ends_early_and_never_longer(admin, committee, person):
    member = committee.memberships.get(post="member")
    period = services.substitute_period_start(
        actor=admin,
        membership=member,
        substitute=person,
        starts_on=date(2026, 3, 1),
        ends_on=date(2026, 6, 30),
    )
    for last in (date(2026, 2, 28), date(2026, 7, 1)):
        with pytest.raises(Refusal):
            services.substitute_period_end(actor=admin, period=period, ends_on=last)
    services.substitute_period_end(actor=admin, period=period, ends_on=date(2026, 4, 1))
    assert SubstitutePeriod.objects.get().ends_on == date(2026, 4, 1)


def test_terms_never_overlap_and_keep_their_seats(world, admin):
    with pytest.raises(Refusal, match="2026-2029"):
        services.term_create(
            actor=admin,
            municipality=world.municipality,
            name="2029-2033",
            starts_on=date(2029, 12, 31),
            ends_on=date(2033, 12, 31),
        )
    term = services.term_create(
        actor=admin,
        municipality=world.municipality,
        name="2030-2033",
        starts_on=date(2030, 1, 1),
        ends_on=date(2033, 12, 31),
    )
    first = world.municipality.terms.first()
    with pytest.raises(Refusal):
        services.term_change(
            actor=admin, term=first, name="kort", starts_on=first.starts_on, ends_on=TODAY
        )
    services.term_change(
        actor=admin,
        term=term,
        name="2030-2034",
        starts_on=date(2030, 1, 1),
        ends_on=date(2034, 1, 1),
    )
    assert selectors.term_of(world.municipality, date(2034, 1, 1)) == term


# Roles ----------------------------------------------------------------------------------------


def test_a_role_is_given_once_and_ends(world, admin, committee):
    user = world.people["stranger"]
    given = services.role_assign(
        actor=admin,
        user=user,
        role="secretary",
        municipality=world.municipality,
        body=committee,
        starts_on=date(2026, 1, 1),
    )
    with pytest.raises(Refusal):
        services.role_assign(
            actor=admin,
            user=user,
            role="secretary",
            municipality=world.municipality,
            body=committee,
        )
    ended = services.role_end(actor=admin, assignment=given)
    assert ended is not None
    assert ended.ends_on == date(2026, 3, 1)
    assert given not in selectors.assignments_for(committee)
    services.role_assign(
        actor=admin, user=user, role="secretary", municipality=world.municipality, body=committee
    )


def test_a_role_given_today_by_mistake_is_taken_away(world, admin, committee):
    given = services.role_assign(
        actor=admin,
        user=world.people["stranger"],
        role="analyst",
        municipality=world.municipality,
        body=committee,
    )
    assert services.role_end(actor=admin, assignment=given) is None
    assert not Assignment.objects.filter(role="analyst").exists()
    assert codes() == ["role_assigned", "role_ended"]


def test_nobody_else_gives_roles(world):
    for key in ("secretary", "manager", "member", "stranger"):
        with pytest.raises(PermissionDenied):
            services.role_assign(
                actor=world.people[key],
                user=world.people[key],
                role="manager",
                municipality=world.municipality,
            )


# Plan -----------------------------------------------------------------------------------------


def test_a_meeting_is_moved_cancelled_and_taken_back(world, committee):
    secretary = world.people["secretary"]
    meeting = services.meeting_plan_add(
        actor=secretary, body=committee, starts_at=at(2026, 5, 19, 16, 30), place="Rådhuset"
    )
    services.meeting_plan_move(actor=secretary, meeting=meeting, starts_at=at(2026, 5, 20, 15, 0))
    services.meeting_plan_cancel(actor=secretary, meeting=meeting, reason="Ingen  punkter")
    assert selectors.next_meeting(committee, TODAY) is None
    services.meeting_plan_restore(actor=secretary, meeting=meeting)
    meeting.refresh_from_db()
    assert (meeting.place, meeting.is_cancelled) == ("Rådhuset", False)
    sentences = list(Event.objects.values_list("sentence", flat=True))
    assert "fra 19. maj 2026 kl. 16.30 til 20. maj 2026 kl. 15.00" in sentences[1]
    assert sentences[2].endswith("Ingen punkter")


def test_a_meeting_in_the_past_stands(world, committee):
    secretary = world.people["secretary"]
    meeting = services.meeting_plan_add(
        actor=secretary, body=committee, starts_at=at(2026, 2, 3, 16)
    )
    with pytest.raises(Refusal, match=r"3\. februar 2026"):
        services.meeting_plan_move(actor=secretary, meeting=meeting, starts_at=at(2026, 5, 1, 9))
    with pytest.raises(Refusal):
        services.meeting_plan_cancel(actor=secretary, meeting=meeting, reason="x")
    later = services.meeting_plan_add(actor=secretary, body=committee, starts_at=at(2026, 4, 7, 16))
    with pytest.raises(Refusal):
        services.meeting_plan_move(actor=secretary, meeting=later, starts_at=at(2026, 2, 1, 9))


def test_two_meetings_never_begin_together(world, committee):
    secretary, when = world.people["secretary"], at(2026, 5, 19, 16)
    first = services.meeting_plan_add(actor=secretary, body=committee, starts_at=when)
    with pytest.raises(Refusal):
        services.meeting_plan_add(actor=secretary, body=committee, starts_at=when)
    services.meeting_plan_cancel(actor=secretary, meeting=first, reason="Flyttet")
    services.meeting_plan_add(actor=secretary, body=committee, starts_at=when)
    with pytest.raises(Refusal):
        services.meeting_plan_restore(actor=secretary, meeting=first)


def test_a_series_is_added_whole_or_not_at_all(world, committee):
    secretary = world.people["secretary"]
    services.meeting_plan_add(actor=secretary, body=committee, starts_at=at(2026, 5, 5, 16))
    days = [at(2026, month, 5, 16) for month in (4, 5, 6)]
    with pytest.raises(Refusal):
        services.meeting_plan_add_series(actor=secretary, body=committee, starts_at=days)
    assert PlannedMeeting.objects.count() == 1
    services.meeting_plan_add_series(actor=secretary, body=committee, starts_at=days[::2])
    assert PlannedMeeting.objects.count() == 3


def test_the_year_is_counted_by_the_clock_on_the_wall(world, committee):
    secretary = world.people["secretary"]
    for moment in (at(2026, 12, 31, 23, 30), at(2027, 1, 1, 0, 30)):
        services.meeting_plan_add(actor=secretary, body=committee, starts_at=moment)
    assert [len(selectors.meetings_of(committee, year)) for year in (2026, 2027)] == [1, 1]


def test_next_meeting_of_a_moment_and_of_a_day(world, committee):
    secretary = world.people["secretary"]
    first, second = (
        services.meeting_plan_add(actor=secretary, body=committee, starts_at=moment)
        for moment in (at(2026, 5, 19, 16), at(2026, 6, 16, 16))
    )
    assert selectors.next_meeting(committee, date(2026, 5, 19)) == first
    assert selectors.next_meeting(committee, first.starts_at) == second
    assert selectors.next_meeting(committee, second.starts_at) is None
    assert selectors.next_meetings([committee]) == {committee.pk: first}


@pytest.mark.parametrize(
    ("meeting", "answers"),
    [
        ((2025, 5, 12), ("2025-05-06", "2025-05-05", "2025-05-07", "2025-05-06")),
        ((2025, 3, 5), ("2025-02-27", "2025-02-26", "2025-02-28", "2025-02-27")),
        ((2024, 8, 13), ("2024-08-07", "2024-08-06", "2024-08-08", "2024-08-07")),
        ((2025, 4, 22), ("2025-04-11", "2025-04-10", "2025-04-14", "2025-04-12")),
        ((2026, 5, 19), ("2026-05-12", "2026-05-11", "2026-05-13", "2026-05-12")),
    ],
)
def test_the_deadline_follows_the_settings(world, committee, meeting, answers):
    planned = PlannedMeeting(body=committee, starts_at=at(*meeting, 0, 30))
    kept = MunicipalitySettings.objects.get()
    kept.half_holidays_are_off = False
    got = []
    for saturday in (False, True):
        for counting in ("inclusive", "clear"):
            kept.saturday_is_weekday, kept.counting = saturday, counting
            kept.save()
            committee.municipality.settings = kept
            got.append(selectors.dispatch_deadline(planned).isoformat())
    assert tuple(got) == answers


def test_a_body_may_count_in_its_own_way(admin, committee):
    services.body_change(
        actor=admin,
        body=committee,
        name=committee.name,
        kind="committee",
        weekdays_before=2,
        counting="inclusive",
        saturday_is_weekday=True,
    )
    planned = PlannedMeeting(body=Body.objects.get(pk=committee.pk), starts_at=at(2026, 3, 9, 16))
    assert selectors.dispatch_deadline(planned) == date(2026, 3, 6)


# Registers ------------------------------------------------------------------------------------


def test_the_longest_prefix_decides(world, admin):
    for name, prefix in (("Byrådet", "15"), ("Økonomiudvalget", "15.20"), ("Havneudvalget", "")):
        services.delegation_rule_add(
            actor=admin,
            municipality=world.municipality,
            subject=name,
            decides=world.bodies[name],
            kle_prefix=prefix,
        )

    def decides(number: str) -> str | None:
        found = selectors.deciding_body_for(world.municipality, number)
        return found and found.name

    assert decides("15.20.05-G01-1-26") == "Økonomiudvalget"
    assert decides("15.20") == "Økonomiudvalget"
    assert decides("15.2") is None
    assert decides("15.21.00-A00-1-26") == "Byrådet"
    assert decides("15") == "Byrådet"
    assert decides("16.20.00-A00-1-26") is None
    assert decides("15/20123") is None
    assert decides("15-12345") is None
    assert decides("") is None


@pytest.mark.parametrize("prefix", ["1", "15.2", "15.20.05.01", "15,20", "x", "15.20-A00"])
def test_a_prefix_is_whole(world, admin, committee, prefix):
    with pytest.raises(Refusal) as refused:
        services.delegation_rule_add(
            actor=admin,
            municipality=world.municipality,
            subject="havne",
            decides=committee,
            kle_prefix=prefix,
        )
    assert refused.value.field == "kle_prefix"


def test_goals_are_a_tree(world, admin):
    policy = services.policy_add(actor=admin, municipality=world.municipality, title="Havneplan")
    area = services.goal_add(actor=admin, policy=policy, title="Kajen")
    part = services.goal_add(
        actor=admin, policy=policy, title="Lys", parent=area, origin="minister"
    )
    (node,) = selectors.goal_tree(policy)
    assert (node.goal, node.parts[0].goal) == (area, part)
    with pytest.raises(Refusal):
        services.goal_remove(actor=admin, goal=area)
    services.goal_remove(actor=admin, goal=part)
    services.goal_remove(actor=admin, goal=area)
    assert selectors.goal_tree(policy) == []


def test_every_operation_leaves_one_event(world, admin, committee, person):
    before = Event.objects.count()
    member = committee.memberships.get(post="member")
    entry = services.wheel_entry_add(actor=admin, body=committee, month=3, title="Regnskab")
    services.wheel_entry_change(actor=admin, entry=entry, month=4, title="Regnskab")
    services.wheel_entry_remove(actor=admin, entry=entry)
    services.membership_end(actor=admin, membership=member, ends_on=TODAY + timedelta(days=30))
    services.municipality_settings_change(
        actor=admin, municipality=world.municipality, smallest_cell=3
    )
    services.municipality_settings_change(
        actor=admin, municipality=world.municipality, smallest_cell=3
    )
    services.membership_start(
        actor=admin,
        body=committee,
        person=person,
        starts_on=TODAY,
        post=Membership.Post.SUBSTITUTE,
        party="A",
    )
    assert Event.objects.count() - before == 6
    for event in Event.objects.all():
        assert event.sentence.endswith(".")
        assert str(admin) in event.sentence
