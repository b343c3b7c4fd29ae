"""Items come on an agenda, in order, and go again; nothing is lost on the way."""

import pytest

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas import selectors, services

pytestmark = pytest.mark.django_db


def titles(meeting):
    return [item.title for item in selectors.items_of(meeting)]


def test_an_agenda_begins_with_what_always_comes_back(meeting):
    first = meeting()
    assert titles(first) == ["Godkendelse af dagsorden", "Meddelelser", "Underskriftsblad"]
    later = meeting(30)
    assert titles(later)[1] == "Godkendelse af referat"
    messages = selectors.items_of(later)[2]
    assert [(each.shown_number, each.title) for each in messages.sub_items] == [
        ("A", "Formanden"),
        ("B", "Medlemmerne"),
        ("C", "Forvaltningen"),
    ]


def test_prepared_twice_it_is_one(world, plan):
    planned = plan()
    made = [
        services.meeting_prepare(actor=world.people["secretary"], plan=planned) for _ in range(2)
    ]
    assert made[0].pk == made[1].pk
    assert made[0].items.filter(parent=None).count() == 3
    assert {seat.sitting.name for seat in made[0].seats.all()} == {"Bo Vang", "Anja Lind"}


def test_a_waiting_case_is_put_on_before_what_ends_the_agenda(world, meeting, waiting):
    stop, made = waiting(), meeting()
    assert list(selectors.waiting_for_agenda(stop.body)) == [stop]
    item = services.item_add_treatment(actor=world.people["secretary"], meeting=made, stop=stop)
    stop.refresh_from_db()
    assert (stop.state, stop.meeting_id) == ("scheduled", made.plan_id)
    assert titles(made).index("Nye cykelskure") == 1
    assert item.order == 2
    assert list(selectors.waiting_for_agenda(stop.body)) == []


def test_removed_it_waits_again_and_can_be_put_back(world, meeting, waiting):
    secretary, stop, made = world.people["secretary"], waiting(), meeting()
    item = services.item_add_treatment(actor=secretary, meeting=made, stop=stop)
    services.item_remove(actor=secretary, item=item, reason="Den mangler et bilag.")
    stop.refresh_from_db()
    assert (stop.state, stop.meeting_id) == ("planned", None)
    assert list(selectors.waiting_for_agenda(stop.body)) == [stop]
    services.item_restore(actor=secretary, item=item)
    stop.refresh_from_db()
    assert (stop.state, stop.meeting_id) == ("scheduled", made.plan_id)
    assert titles(made)[1] == "Nye cykelskure"


def test_removing_needs_a_reason(world, meeting, waiting):
    made = meeting()
    item = services.item_add_treatment(
        actor=world.people["secretary"], meeting=made, stop=waiting()
    )
    with pytest.raises(Refusal) as refusal:
        services.item_remove(actor=world.people["secretary"], item=item, reason=" ")
    assert refusal.value.field == "reason"
