"""The pages of a meeting that is held: what they show to whom, and what their buttons do once."""

import json
import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.writing import danish_day
from sagsgang.web.meetings.deciding.services import proposal_add, votes_record
from sagsgang.web.meetings.holding import services
from sagsgang.web.meetings.models import Item, Meeting, PresenceEvent, Proposal, Seat, Vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(meeting):
    day = timezone.localdate(meeting.plan.starts_at)
    return f"/moeder/{meeting.plan.body.slug}/{day.isoformat()}/"


@pytest.fixture
def as_(client, world):
    def _as(key):
        client.force_login(world.people[key])
        return client

    return _as


def press(client, address, name, *, key=None, program=True, **fields):
    headers = {"X-Requested-With": "fetch"} if program else {}
    return client.post(
        f"{address}afvikl/goer/{name}/",
        {"operation": key or uuid4(), **fields},
        headers=headers,
    )


def test_the_meeting_is_opened_with_those_who_are_ticked(as_, meeting, address, seat):
    page = as_("secretary").get(f"{address}afvikl/")
    assert page.content.count(b'name="present"') == 5
    done = as_("secretary").post(
        f"{address}afvikl/",
        {"operation": uuid4(), "present": [seat("chair").pk, seat("member").pk]},
    )
    assert done.status_code == 303
    meeting.refresh_from_db()
    assert meeting.state == "open"
    assert PresenceEvent.objects.count() == 2


@pytest.mark.parametrize(("who", "may_move"), [("secretary", True), ("chair", False)])
def test_a_meeting_of_a_later_day_says_so_and_is_not_offered(as_, meeting, who, may_move):
    meeting.plan.starts_at += timezone.timedelta(days=9)
    meeting.plan.save()
    day = timezone.localdate(meeting.plan.starts_at)
    page = as_(who).get(f"/moeder/{meeting.plan.body.slug}/{day}/afvikl/").content.decode()
    assert re.search(f"Mødet er først [a-zø]+dag den {danish_day(day)}", page)
    assert "Åbn mødet" not in page
    assert 'name="present"' not in page
    assert (f"/administration/moede/{meeting.plan.pk}/flyt/" in page) is may_move


def test_those_who_lead_no_meeting_see_no_screen(as_, meeting, address):
    for path in ("afvikl/", "afvikl/tilstand/", "afvikl/punkt/", "skaerm/", "skaerm/tilstand/"):
        assert as_("third").get(address + path).status_code == 403
        assert as_("stranger").get(address + path).status_code == 404
    assert press(as_("third"), address, "came").status_code == 403


def test_the_screen_shows_who_is_there_and_how_the_items_stand(as_, opened, address, decide):
    decide(Item.objects.get(meeting=opened, order=1))
    html = as_("secretary").get(f"{address}afvikl/").content.decode()
    assert "4 af 5 medlemmer" in html
    assert "Afgjort" in html
    assert "Åse Holm" in html


def test_a_button_pressed_twice_is_done_once(as_, opened, address, seat):
    key = uuid4()
    for _ in range(2):
        answer = press(as_("secretary"), address, "left", key=key, seat=seat("third").pk)
        assert answer.status_code == 200
    assert PresenceEvent.objects.filter(what="left").count() == 1
    assert Event.objects.filter(code="presence_recorded").count() == 1


def test_without_program_the_browser_is_sent_back(as_, opened, address, seat):
    done = press(as_("secretary"), address, "left", program=False, seat=seat("third").pk)
    assert (done.status_code, done["Location"]) == (303, f"{address}afvikl/")


def test_what_waited_for_the_connection_keeps_its_time(as_, opened, address, seat):
    Meeting.objects.filter(pk=opened.pk).update(
        opened_at=timezone.now() - timezone.timedelta(hours=2)
    )
    PresenceEvent.objects.update(at=timezone.now() - timezone.timedelta(hours=2))
    pressed = timezone.now() - timezone.timedelta(minutes=10)
    press(as_("secretary"), address, "left", seat=seat("third").pk, moment=pressed.isoformat())
    assert PresenceEvent.objects.get(what="left").at == pressed


def test_a_clock_that_is_ahead_or_nonsense_is_now(as_, opened, address, seat):
    ahead = timezone.now() + timezone.timedelta(days=3)
    press(as_("secretary"), address, "left", seat=seat("third").pk, moment=ahead.isoformat())
    assert PresenceEvent.objects.get(seat=seat("third"), what="left").at <= timezone.now()
    press(as_("secretary"), address, "left", seat=seat("fourth").pk, moment="2026-13-45T99")
    assert PresenceEvent.objects.filter(what="left").count() == 2


def test_what_cannot_be_done_is_told_and_nothing_is_written(as_, opened, address):
    answer = press(as_("secretary"), address, "close")
    assert answer.status_code == 409
    assert "Kajen" in answer.json()["refused"]
    assert Meeting.objects.get(pk=opened.pk).state == "open"


def test_the_state_says_nothing_when_the_screen_shows_the_same(as_, opened, address):
    client = as_("secretary")
    first = client.get(f"{address}afvikl/tilstand/").json()
    assert set(first["parts"]) == {"head", "items", "presence", "close"}
    same = client.get(f"{address}afvikl/tilstand/?set={first['revision']}").json()
    assert "parts" not in same
    press(client, address, "next")
    other = client.get(f"{address}afvikl/tilstand/?set={first['revision']}").json()
    assert other["current"] == Item.objects.get(meeting=opened, order=1).pk


def test_every_act_of_the_screen_is_written(as_, opened, address, seat):
    client = as_("secretary")
    item = Item.objects.get(meeting=opened, order=2)
    third, fifth = seat("third").pk, seat("fifth").pk
    presses = [
        ("begin", {"item": item.pk}),
        ("raise", {"item": item.pk, "seat": third, "text": "Nabo"}),
        ("disqualify", {"item": item.pk, "seat": third, "value": "yes"}),
        ("disqualify", {"item": item.pk, "seat": third, "value": "no"}),
        ("absent", {"seat": fifth, "text": "Syg"}),
        ("not_absent", {"seat": fifth}),
        ("came", {"seat": fifth}),
        ("guest", {"text": "Ida Bro", "value": "yes"}),
        ("rule", {"value": "yes"}),
        ("later", {"item": item.pk}),
        ("earlier", {"item": item.pk}),
        ("next", {"item": item.pk}),
        ("everyone", {}),
    ]
    for name, fields in presses:
        answer = press(client, address, name, **fields)
        assert answer.status_code == 200, (name, answer.content)
    written = set(Event.objects.values_list("code", flat=True))
    assert written >= {
        "item_begun",
        "disqualification_raised",
        "disqualification_decided",
        "absence_told",
        "absence_taken_back",
        "presence_recorded",
        "guest_added",
        "quorum_rule_set",
        "item_moved",
    }


def test_what_belongs_to_another_meeting_is_not_there(as_, opened, address):
    assert press(as_("secretary"), address, "came", seat=999_999).status_code == 404
    assert press(as_("secretary"), address, "unknown").status_code == 404


def test_before_the_meeting_is_closed_it_says_what_that_does(as_, opened, address, decide):
    client = as_("secretary")
    assert "Ja, afslut mødet" not in client.get(f"{address}afvikl/").content.decode()
    for order in (1, 2):
        decide(Item.objects.get(meeting=opened, order=order))
    decide(Item.objects.get(meeting=opened, order=3), text="", is_nothing_recorded=True)
    page = client.get(f"{address}afvikl/").content.decode()
    box = re.search(
        r"<details[^>]*><summary[^>]*>Afslut mødet</summary>(.*?)</details>", page, re.S
    )[1]
    for told in ("Afgjort: 2", "Intet til referat: 1", "Beslutningerne går videre"):
        assert told in box
    assert "kun åbnes igen af sekretæren" in box
    assert "Ja, afslut mødet" in box


def test_closed_and_opened_again(as_, opened, address, decide):
    for order in (1, 2, 3):
        decide(Item.objects.get(meeting=opened, order=order))
    assert press(as_("secretary"), address, "close").json()["state"] == "closed"
    page = as_("secretary").get(f"{address}afvikl/").content.decode()
    assert "Mødet er afsluttet" in page
    as_("secretary").post(f"{address}afvikl/", {"operation": uuid4(), "reason": "Fejl i punkt 2"})
    assert Meeting.objects.get(pk=opened.pk).state == "open"


def test_the_wall_tells_nothing_of_a_closed_item(as_, opened, address, decide):
    secret = Item.objects.get(meeting=opened, order=2)
    Item.objects.filter(pk=secret.pk).update(
        title="Opsigelse af Jens", is_closed=True, closed_ground="Person"
    )
    decide(secret, text="Jens opsiges.")
    proposal = Proposal.objects.create(item=secret, order=1, text="Opsig Jens")
    press(as_("secretary"), address, "begin", item=secret.pk)
    for path in ("skaerm/", "skaerm/tilstand/"):
        answer = as_("secretary").get(address + path)
        told = (
            answer.json()["html"] if "json" in answer["Content-Type"] else answer.content.decode()
        )
        assert "Jens" not in told
        assert "Lukket punkt" in told
    assert proposal.pk


def test_the_wall_shows_decision_and_votes_and_no_names(as_, opened, address, decide, seat):
    item = Item.objects.get(meeting=opened, order=2)
    press(as_("secretary"), address, "begin", item=item.pk)
    decide(item, text="Kajen bygges.")
    proposal = Proposal.objects.create(item=item, order=1, text="Kajen bygges nu")
    for key, stance in (("chair", "for"), ("third", "for"), ("fourth", "against")):
        Vote.objects.create(proposal=proposal, seat=seat(key), stance=stance)
    press(as_("secretary"), address, "absent", seat=seat("fifth").pk, text="Barn syg")
    html = as_("secretary").get(f"{address}skaerm/").content.decode()
    assert "Kajen bygges." in html
    assert "2 for, 1 imod" in html
    for hidden in ("Hanne Blæs", "Åse Holm", "Barn syg", "Ulla Fenger"):
        assert hidden not in html


def test_a_closed_item_is_not_told_to_a_disqualified_chair(as_, opened, address, seat, decide):
    item = Item.objects.get(meeting=opened, order=2)
    Item.objects.filter(pk=item.pk).update(
        title="Opsigelse af Jens", is_closed=True, closed_ground="Person"
    )
    press(as_("secretary"), address, "begin", item=item.pk)
    press(
        as_("secretary"), address, "disqualify", item=item.pk, seat=seat("chair").pk,
        value="yes", text="Svoger til Jens",
    )  # fmt: skip
    client = as_("chair")
    pages = [
        client.get(f"{address}afvikl/").content.decode(),
        client.get(f"{address}afvikl/punkt/?punkt={item.pk}").content.decode(),
        json.dumps(client.get(f"{address}afvikl/tilstand/").json()),
    ]
    assert all("Jens" not in page for page in pages)


@pytest.mark.parametrize("path", ["afvikl/tilstand/", "afvikl/"])
def test_the_screen_asks_the_database_no_more_for_more_items_and_seats(
    as_, opened, address, decide, world, path
):
    client = as_("secretary")
    decide(Item.objects.get(meeting=opened, order=1))

    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{address}{path}")
        return len(queries)

    few = asked()
    for order in range(10, 40):
        Item.objects.create(meeting=opened, order=order, number=str(order), title="Punkt")
    for number in range(10):
        member = world.seat(world.user(f"more{number}"), opened.plan.body)
        made = Seat.objects.create(meeting=opened, membership=member, sitting=member.person)
        PresenceEvent.objects.create(
            meeting=opened,
            seat=made,
            what="came",
            at=timezone.now(),
            recorded_by=world.people["secretary"],
        )
    assert asked() == few <= (35 if "tilstand" in path else 55)


def test_a_screen_that_shows_the_same_asks_little(
    as_, opened, address, django_assert_max_num_queries
):
    client = as_("secretary")
    with django_assert_max_num_queries(9):
        client.get(f"{address}afvikl/tilstand/?set={opened.revision + 0}")


def test_the_item_is_shown_anew_when_who_votes_or_what_is_written_has_changed(
    as_, opened, address, seat, secretary
):
    client, item = as_("secretary"), opened.items.get(title="Kajen")

    def mark():
        told = client.get(f"{address}afvikl/tilstand/?punkt={item.pk}").json()
        return told["mark"].split("/")

    written, room = mark()
    leaving = {"actor": secretary, "meeting": opened, "who": seat("third"), "what": "left"}
    services.presence_record(**leaving)
    assert mark()[0] == written
    assert mark()[1] != room
    proposal = proposal_add(actor=secretary, item=item, text="at kajen bygges")
    assert mark()[0] != written
    written = mark()[0]
    votes_record(actor=secretary, proposal=proposal, by_seat={seat("chair").pk: "for"})
    assert mark()[0] != written


def test_the_way_to_the_screen_is_on_the_page_of_the_meeting(as_, opened, address):
    assert f"{address}afvikl/" in as_("secretary").get(address).content.decode()
    assert f"{address}afvikl/" not in as_("third").get(address).content.decode()


def test_next_and_next_again_goes_two_steps(as_, opened, address):
    client = as_("secretary")
    for title in ("Godkendelse af dagsorden", "Kajen", "Bådene"):
        head = client.get(f"{address}afvikl/tilstand/").json()["parts"]["head"]
        shown = re.search(r'name="item" value="(\d*)"', head)[1]
        told = press(client, address, "next", item=shown, moment=timezone.now().isoformat()).json()
        assert Item.objects.get(pk=told["current"]).title == title
        part = client.get(f"{address}afvikl/punkt/?punkt={told['current']}").content.decode()
        assert f'tabindex="-1">{title}</h2>' in part
