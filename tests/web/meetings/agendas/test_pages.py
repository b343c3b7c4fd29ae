"""The pages: who sees them, what they say, and that each button does once what it says."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from sagsgang.web.meetings.agendas import selectors, services
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.models import Meeting, RaisedItem

pytestmark = pytest.mark.django_db


@pytest.fixture
def see(client, world):
    """A page as somebody sees it."""

    def _see(address, who="secretary", status=200):
        client.force_login(world.people[who])
        response = client.get(address)
        assert response.status_code == status, response.status_code
        return response.content.decode()

    return _see


@pytest.fixture
def send(client, world):
    """A form sent by somebody."""

    def _send(address, who="secretary", status=303, operation=None, prefix="", **data):
        client.force_login(world.people[who])
        mark = f"{prefix}-" if prefix else ""
        fields = {f"{mark}{name}": value for name, value in data.items() if name != "do"}
        fields[f"{mark}operation"] = str(operation or uuid4())
        if "do" in data:
            fields["do"] = data["do"]
        response = client.post(address, fields)
        assert response.status_code == status, response.content.decode()[:3000]
        return response

    return _send


def test_the_list_shows_what_one_may_begin(see, send, plan, world):
    planned = plan()
    html = see(reverse("meetings:list"))
    assert "Begynd dagsordenen" in html
    place = timezone.localdate(planned.starts_at).isoformat()
    send(reverse("meetings:prepare", args=["havneudvalget", place]))
    meeting = Meeting.objects.get()
    assert meeting.plan == planned
    assert "Under udarbejdelse" in see(reverse("meetings:list"))
    assert "Begynd dagsordenen" not in see(reverse("meetings:list"), who="member")
    assert "Under udarbejdelse" not in see(reverse("meetings:list"), who="member")


def test_only_the_secretary_begins(send, plan):
    place = timezone.localdate(plan().starts_at).isoformat()
    address = reverse("meetings:prepare", args=["havneudvalget", place])
    send(address, who="case_officer", status=403)
    send(address, who="stranger", status=404)


def test_two_meetings_of_a_day_have_two_addresses(world, plan):
    first = plan(21)
    other = first.body.planned_meetings.create(starts_at=first.starts_at + timedelta(hours=3))
    made = [
        services.meeting_prepare(actor=world.people["secretary"], plan=each)
        for each in (first, other)
    ]
    day = timezone.localdate(first.starts_at).isoformat()
    assert meeting_address(made[0]) == f"/moeder/havneudvalget/{day}/"
    assert meeting_address(made[1]) == f"/moeder/havneudvalget/{day}-2/"


def test_a_draft_is_for_those_who_prepare_it(see, meeting):
    address = meeting_address(meeting())
    assert "Godkendelse af dagsorden" in see(address)
    assert "Godkendelse af dagsorden" in see(address, who="chair")
    see(address, who="member", status=404)
    see(address, who="stranger", status=404)


def test_a_case_is_put_on_with_one_click_once(see, send, meeting, waiting):
    made, stop, key = meeting(), waiting(), uuid4()
    assert "Nye cykelskure" in see(meeting_address(made, "building"))
    for _ in range(2):
        send(meeting_address(made, "put_on"), operation=key, chosen=stop.pk)
    assert made.items.filter(stop=stop).count() == 1
    assert "Nye cykelskure" in see(meeting_address(made))


def test_moving_can_be_undone(see, send, meeting):
    made = meeting()
    first = selectors.items_of(made)[0]
    response = send(meeting_address(made, "item_move", first.pk), where="down")
    assert [item.pk for item in selectors.items_of(made)].index(first.pk) == 1
    html = see(response.headers["Location"].partition("#")[0])
    assert "Fortryd" in html
    send(meeting_address(made, "item_move", first.pk), where="to", position=1)
    assert selectors.items_of(made)[0].pk == first.pk


def test_removing_leads_to_undo(see, send, meeting, waiting):
    made, stop = meeting(), waiting()
    send(meeting_address(made, "put_on"), chosen=stop.pk)
    item = made.items.get(stop=stop)
    address = meeting_address(made, "item_edit", item.pk)
    html = send(address, status=400, do="remove", prefix="remove", reason="").content.decode()
    assert "Tag det af dagsordenen" in html
    response = send(address, do="remove", prefix="remove", reason="Den er ikke klar.")
    assert "Fortryd" in see(response.headers["Location"])
    send(meeting_address(made, "item_restore", item.pk))
    item.refresh_from_db()
    assert item.removed_at is None


def test_an_item_is_dragged(send, meeting):
    made = meeting()
    keys = [item.pk for item in selectors.items_of(made)]
    made.refresh_from_db()
    order = [keys[2], *keys[:2]]
    address = meeting_address(made, "arrange")
    send(address, order=",".join(map(str, order)), based_on=made.revision)
    assert [item.pk for item in selectors.items_of(made)] == order
    send(address, order=",".join(map(str, keys)), based_on=made.revision)
    assert [item.pk for item in selectors.items_of(made)] == order, "an old page changes nothing"


def test_a_wish_says_whether_it_came_in_time(see, send, world, meeting):
    made = meeting(21)
    wish = RaisedItem.objects.create(
        body=made.plan.body,
        person=world.people["member"].person,
        title="Badebroen",
        text="Den er rådden.\n<b>Hvad nu?</b>",
    )
    assert "skal på denne dagsorden" in see(meeting_address(made, "building"))
    late = RaisedItem.objects.filter(pk=wish.pk)
    late.update(received_at=made.plan.starts_at - timedelta(days=7))
    assert "skal på denne dagsorden" not in see(meeting_address(made, "building"))
    send(meeting_address(made, "put_on_wish"), chosen=wish.pk)
    item = made.items.get(title="Badebroen")
    assert item.raised_by == world.people["member"].person
    assert "<b>" not in item.html
    assert "Badebroen" in see(meeting_address(made))


def test_an_item_is_written_closed_and_opened(see, send, meeting):
    made = meeting()
    send(meeting_address(made, "item_own"), title="Salg af grund", kind="decision", html="<p>x</p>")
    item = made.items.get(title="Salg af grund")
    address = meeting_address(made, "item_edit", item.pk)
    given = {
        "closed_ground": "Prisen kendes ikke af andre.",
        "closed_reference": "§ 10",
        "closed_by": "Formanden",
    }
    bad = "Salg til Jens Peter Hansen"
    html = send(
        address, status=400, do="close", prefix="close", public_title=bad, **given
    ).content.decode()
    assert "ligner" in html
    send(address, do="close", prefix="close", public_title="Ejendomssag", **given)
    item.refresh_from_db()
    assert (item.is_closed, item.public_title) == (True, "Ejendomssag")
    send(address, do="open", prefix="open")
    item.refresh_from_db()
    assert not item.is_closed


def test_two_who_write_the_same_item_see_each_other(send, meeting):
    made = meeting()
    send(meeting_address(made, "item_own"), title="Havnens dag", kind="theme")
    item = made.items.get(title="Havnens dag")
    address = meeting_address(made, "item_edit", item.pk)
    given = {"do": "change", "prefix": "change", "kind": "theme", "based_on": item.revision}
    send(address, title="Havnens dag 2027", **given)
    html = send(address, status=400, title="Havnedagen", **given).content.decode()
    assert "Havnedagen" in html
    item.refresh_from_db()
    assert item.title == "Havnens dag 2027"


def test_the_chair_goes_through_and_is_told_of_changes(see, send, meeting, waiting, world):
    made, stop = meeting(), waiting()
    send(meeting_address(made, "put_on"), chosen=stop.pk)
    address = meeting_address(made, "gone_through")
    html = see(address, who="chair")
    assert "Nye cykelskure" in html
    see(reverse("cases:case", args=[stop.case_id]), who="chair")
    see(reverse("cases:case", args=[stop.case_id]), who="member", status=404)
    send(address, who="chair", do="comment", prefix="comment", text="Flyt den frem.")
    assert "Flyt den frem." in see(meeting_address(made, "building"))
    send(address, who="chair", do="done")
    made.refresh_from_db()
    assert made.state == "gone_through"
    assert "ændret siden" not in see(address, who="chair")
    first = selectors.items_of(made)[0]
    send(meeting_address(made, "item_move", first.pk), where="down")
    assert "ændret siden" in see(address, who="chair")
    send(address, who="secretary", do="done", status=403)


def test_guests_come_and_go(see, send, meeting):
    made = meeting()
    address = meeting_address(made, "guest_add")
    send(address, name="Kirsten Havnefoged", role="presenter", starts_at="13:00", ends_at="13:30")
    assert "Kirsten Havnefoged" in see(meeting_address(made))
    html = send(address, status=400, name="Ole", role="guest", gets_invitation="on").content
    assert "mailadresse" in html.decode()
    guest = made.guests.get()
    send(meeting_address(made, "guest_remove", guest.pk))
    assert not made.guests.exists()


def test_lists_ask_the_database_few_times(client, world, plan, django_assert_max_num_queries):
    for day in range(1, 12):
        services.meeting_prepare(actor=world.people["secretary"], plan=plan(day))
    client.force_login(world.people["secretary"])
    with django_assert_max_num_queries(12):
        client.get(reverse("meetings:list"))


@pytest.mark.parametrize("page", ["recurring", "deadlines", "extraordinary", "activity_add"])
def test_the_body_pages_are_the_secretarys(see, page):
    address = reverse(f"meetings:{page}", args=["havneudvalget"])
    assert "<h1>" in see(address)
    see(address, who="member", status=403)
    see(address, who="stranger", status=404)


def test_the_page_of_a_body_shows_agendas_and_activities(see, send, meeting):
    made = meeting()
    send(
        reverse("meetings:activity_add", args=["havneudvalget"]),
        kind="visit",
        title="Besøg på værftet",
        day=(timezone.localdate() + timedelta(days=9)).isoformat(),
        hour="10:00",
        status=303,
    )
    html = see(reverse("bodies:body", args=["havneudvalget"]))
    assert meeting_address(made) in html
    assert "Besøg på værftet" in html
    activity = made.plan.body.activities.get()
    send(reverse("meetings:activity_cancel", args=[activity.pk]), reason="Værftet er lukket.")
    assert "Værftet er lukket." in see(reverse("bodies:body", args=["havneudvalget"]), who="member")
