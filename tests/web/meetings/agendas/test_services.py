"""Cancelling, closing, calling, deadlines and telling: what each does and whom it is refused."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import MunicipalitySettings
from sagsgang.web.bodies.services import (
    meeting_plan_cancel,
    meeting_plan_move,
    meeting_plan_restore,
)
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas import selectors, services
from sagsgang.web.meetings.agendas.screening import title_doubts, title_refuse
from sagsgang.web.meetings.agendas.selectors.deadlines import chain_of
from sagsgang.web.meetings.agendas.shown import agenda_of
from sagsgang.web.meetings.models import Meeting, MeetingState
from sagsgang.web.notifications.models import Notification
from sagsgang.web.routes import services as routes

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretary(world):
    return world.people["secretary"]


def put(secretary, meeting, stop, **more):
    return services.item_add_treatment(actor=secretary, meeting=meeting, stop=stop, **more)


def test_a_cancelled_meeting_lets_its_items_wait_and_tells_all(world, secretary, meeting, waiting):
    made, stop = meeting(), waiting()
    put(secretary, made, stop)
    meeting_plan_cancel(actor=secretary, meeting=made.plan, reason="Formanden er syg.")
    made.refresh_from_db()
    assert made.state == MeetingState.CANCELLED
    assert selectors.items_of(made) == []
    assert list(selectors.waiting_for_agenda(stop.body)) == [stop]
    told = Notification.objects.filter(code="meeting_plan_changed")
    assert {each.user for each in told} == {world.people["chair"], world.people["member"]}
    assert all("Formanden er syg." in each.text for each in told)
    with pytest.raises(PermissionDenied):
        put(secretary, made, stop)
    meeting_plan_restore(actor=secretary, meeting=made.plan)
    made.refresh_from_db()
    assert made.state == MeetingState.BUILDING
    assert [item.title for item in selectors.items_of(made)] == [
        "Godkendelse af dagsorden",
        "Nye cykelskure",
        "Meddelelser",
        "Underskriftsblad",
    ]


def test_what_went_elsewhere_does_not_come_back(secretary, meeting, waiting):
    made, other, stop = meeting(), meeting(40), waiting()
    put(secretary, made, stop)
    meeting_plan_cancel(actor=secretary, meeting=made.plan, reason="Sne.")
    put(secretary, other, stop)
    meeting_plan_restore(actor=secretary, meeting=made.plan)
    on = [item.meeting_id for item in stop.items.filter(removed_at=None)]
    assert on == [other.pk]


def test_a_case_is_on_one_agenda(secretary, meeting, waiting):
    made, other, stop = meeting(), meeting(40), waiting()
    put(secretary, made, stop)
    with pytest.raises(Refusal, match="dagsordenen"):
        put(secretary, other, stop)
    assert put(secretary, made, stop).pk == stop.items.get().pk


def test_only_approved_cases_are_put_on(secretary, meeting, waiting):
    stop = waiting()
    stop.case.state = "sent"
    stop.case.save()
    with pytest.raises(Refusal, match="godkendt"):
        put(secretary, meeting(), stop)


def test_a_case_moved_on_its_way_leaves_the_agenda(world, secretary, meeting, plan, waiting):
    made, stop, later = meeting(), waiting(), plan(50)
    item = put(secretary, made, stop)
    routes.stop_schedule(actor=world.people["case_officer"], stop=stop, meeting=later)
    item.refresh_from_db()
    assert "flyttet til mødet" in item.removed_because


@pytest.mark.parametrize("who", ["case_officer", "manager", "chair", "member", "stranger"])
def test_only_the_secretary_builds(world, meeting, waiting, who):
    made, stop = meeting(), waiting()
    user = world.people[who]
    first = selectors.items_of(made)[0]
    for do in (
        lambda: put(user, made, stop),
        lambda: services.item_add_own(actor=user, meeting=made, title="x"),
        lambda: services.item_move(actor=user, item=first, position=2),
        lambda: services.item_remove(actor=user, item=first, reason="x"),
        lambda: services.guest_add(actor=user, meeting=made, name="x"),
        lambda: services.recurring_set(actor=user, body=made.plan.body, wishes=[]),
    ):
        events = Event.objects.count()
        with pytest.raises(PermissionDenied):
            do()
        assert Event.objects.count() == events


def test_after_sending_a_late_item_says_why(secretary, meeting, waiting):
    made, stop = meeting(), waiting()
    services.numbers_keep(made)
    made.state = MeetingState.SENT
    made.save()
    with pytest.raises(Refusal) as refusal:
        put(secretary, made, stop)
    assert refusal.value.field == "late_reason"
    item = put(secretary, made, stop, late_reason="Fristen er i næste uge.")
    shown = {each.pk: each.shown_number for each in selectors.items_of(made)}
    assert (item.is_late, shown[item.pk]) == (True, "4"), "the numbers that were sent stay"


def test_at_a_meeting_an_item_is_only_taken_up(secretary, meeting):
    made = meeting()
    made.state = MeetingState.OPEN
    made.save()
    with pytest.raises(Refusal):
        services.item_add_own(actor=secretary, meeting=made, title="Nyt")
    item = services.item_add_own(actor=secretary, meeting=made, title="Nyt", is_taken_up=True)
    assert item.is_taken_up


def test_a_closed_item_tells_others_nothing(world, secretary, meeting, waiting):
    made = meeting()
    stop = waiting(
        "Salg af pakhus 4",
        is_closed=True,
        closed_ground="Prisen er hemmelig.",
        closed_reference="§ 10",
        public_title="Ejendomssag",
    )
    item = put(secretary, made, stop)
    assert item.is_closed
    services.numbers_keep(made)
    made.state = MeetingState.SENT
    made.save()
    for each in agenda_of(world.people["colleague"], made):
        assert "pakhus" not in each.title
    assert "Ejendomssag" in [each.title for each in agenda_of(world.people["colleague"], made)]
    assert "Salg af pakhus 4" in [each.title for each in agenda_of(world.people["member"], made)]
    for event in Event.objects.filter(subject_key=f"meeting:{made.pk}"):
        assert "pakhus" not in event.sentence
    with pytest.raises(Refusal):
        services.item_open(actor=secretary, item=item)


def test_closing_needs_everything(secretary, meeting):
    item = services.item_add_own(actor=secretary, meeting=meeting(), title="Køb af kran")
    whole = {
        "ground": "Buddene er ikke åbnet.",
        "reference": "§ 10",
        "decided_by": "Formanden",
        "public_title": "Udbud",
    }
    for name in whole:
        with pytest.raises(Refusal):
            services.item_close(actor=secretary, item=item, **(whole | {name: " "}))
    with pytest.raises(Refusal):
        services.item_close(actor=secretary, item=item, **(whole | {"public_title": "køb af KRAN"}))
    services.item_close(actor=secretary, item=item, **whole)
    item.refresh_from_db()
    assert item.closed_by == "Formanden"


@pytest.mark.parametrize("title", ["Sagen om 010190-1234", "Klage (cpr-nr. 010190-4321)"])
def test_a_personal_number_is_never_a_title(title):
    with pytest.raises(Refusal):
        title_refuse(title, "public_title", is_confirmed=True)


def test_names_are_asked_about():
    assert title_doubts("Støtte til Jens Peter Hansen")
    assert not title_doubts("Ejendomssag")
    title_refuse("Støtte til Jens Peter Hansen", "public_title", is_confirmed=True)


@pytest.mark.parametrize(("asking", "is_held"), [(0, False), (1, True), (2, True)])
def test_a_third_of_the_members_may_call(world, secretary, asking, is_held):
    body = world.body("Havneudvalget")
    people = [world.people[name].person for name in ("member", "chair")][:asking]
    given = {
        "actor": secretary,
        "body": body,
        "starts_at": timezone.localtime() + timedelta(days=5),
        "called_by": "members",
        "callers": people,
        "reason": "Molen er brudt.",
    }
    if not is_held:
        with pytest.raises(Refusal):
            services.extraordinary_call(**given)
        assert not Meeting.objects.exists()
        return
    made = services.extraordinary_call(**given)
    assert made.plan.kind == "extraordinary"
    assert list(made.callers.all()) == people


def test_members_of_other_bodies_cannot_call(world, secretary):
    outsider = world.seat(world.user("outsider", "Kim Sø"), world.body("Byrådet")).person
    with pytest.raises(Refusal) as refusal:
        services.extraordinary_call(
            actor=secretary,
            body=world.body("Havneudvalget"),
            starts_at=timezone.localtime() + timedelta(days=5),
            called_by="members",
            callers=[outsider],
            reason="Molen er brudt.",
        )
    assert refusal.value.field == "callers"


def test_the_chain_counts_weekdays_and_says_who_is_late(world, secretary, plan):
    body = world.body("Havneudvalget")
    at = timezone.make_aware(datetime(2027, 5, 11, 16, 0))
    planned = body.planned_meetings.create(starts_at=at)
    made = services.meeting_prepare(actor=secretary, plan=planned)
    services.internal_deadlines_set(
        actor=secretary, body=body, weekdays={"case_officer": 2, "chair": 0}
    )
    case = world.case("Et udkast")
    officer = world.people["case_officer"]
    stop = routes.stop_add(actor=officer, case=case, body=body, kind="decision")
    routes.stop_schedule(actor=officer, stop=stop, meeting=planned)
    chain = {link.who: link for link in chain_of(made, officer)}
    # Tuesday 11 May 2027; 6 May is Ascension Day, so four clear weekdays end on Monday 3 May.
    assert chain["dispatch"].on == date(2027, 5, 3)
    assert chain["case_officer"].on == date(2027, 4, 29)
    assert chain["chair"].on == date(2027, 5, 3)
    assert [each.name for each in chain["case_officer"].waits] == ["Signe Krogh"]
    hidden = {link.who: link for link in chain_of(made, world.people["stranger"])}
    assert hidden["case_officer"].waits == ()
    assert hidden["case_officer"].others == (("Signe Krogh", 1),), "who, but not what"


def test_a_chain_that_goes_backwards_is_refused(world, secretary):
    with pytest.raises(Refusal) as refusal:
        services.internal_deadlines_set(
            actor=secretary,
            body=world.body("Havneudvalget"),
            weekdays={"case_officer": 2, "manager": 5},
        )
    assert refusal.value.field == "case_officer"


def test_numbers_run_through_the_year(world, secretary, meeting):
    settings = MunicipalitySettings.objects.get(municipality=world.municipality)
    settings.item_numbering = "through_year"
    settings.save()
    first, later = meeting(2), meeting(3)
    if (
        timezone.localdate(first.plan.starts_at).year
        != timezone.localdate(later.plan.starts_at).year
    ):
        pytest.skip("the two days lie in two years")
    count = len(selectors.items_of(first))
    assert selectors.items_of(later)[0].shown_number == str(count + 1)
    services.numbers_keep(later)
    assert selectors.items_of(first)[0].shown_number == str(
        count + len(selectors.items_of(later)) + 1
    ), "a number is never given twice"


def test_another_day_may_have_other_seats(world, secretary, meeting):
    made = meeting()
    membership = made.seats.get(sitting=world.people["member"].person).membership
    membership.ends_on = timezone.localdate() + timedelta(days=25)
    membership.save()
    at = made.plan.starts_at + timedelta(days=10)
    meeting_plan_move(actor=secretary, meeting=made.plan, starts_at=at)
    assert {str(seat.sitting) for seat in made.seats.all()} == {"Bo Vang"}


def test_messages_fill_their_senders_place(secretary, meeting):
    made = meeting()
    parent = made.items.get(recurring="messages")
    services.item_add_message(
        actor=secretary,
        parent=parent,
        sender="Formanden",
        title="Ny kran",
        html="<p>Den er her.</p>",
    )
    services.item_add_message(actor=secretary, parent=parent, sender="Formanden", title="Is")
    messages = selectors.items_of(made)[1].sub_items
    assert [(each.shown_number, each.title) for each in messages] == [
        ("A", "Ny kran"),
        ("B", "Is"),
        ("C", "Medlemmerne"),
        ("D", "Forvaltningen"),
    ]


def test_another_meetings_agenda_is_an_item_and_not_its_own(secretary, meeting):
    made, other = meeting(), meeting(40)
    item = services.item_add_other_meeting(actor=secretary, meeting=made, other=other)
    assert item.other_meeting == other
    with pytest.raises(Refusal):
        services.item_add_other_meeting(actor=secretary, meeting=made, other=made)


def test_an_agenda_that_others_changed_is_not_arranged(secretary, meeting):
    made = meeting()
    keys = [item.pk for item in selectors.items_of(made)]
    made.refresh_from_db()
    seen = made.revision
    services.item_add_own(actor=secretary, meeting=made, title="Nyt")
    with pytest.raises(Refusal):
        services.items_arrange(actor=secretary, meeting=made, order=keys[::-1], based_on=seen)
