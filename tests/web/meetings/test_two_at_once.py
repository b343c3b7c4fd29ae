"""Two secretaries on one meeting, two tabs, a clock that jumps, a session that ends in
mid-sentence: nothing is lost and nothing doubled.
"""

import re
import threading
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.web.meetings.deciding.conftest import Table

from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import Role
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.deciding.services import decision_record
from sagsgang.web.meetings.holding.selectors import gathering_of, item_presence
from sagsgang.web.meetings.holding.services import item_begin, meeting_close, presence_record
from sagsgang.web.meetings.models import ItemDecision, PresenceEvent

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(world):
    """The committee's meeting today, with a second secretary."""
    world.assign(world.user("other", "Grete Holm"), Role.SECRETARY, world.body("Havneudvalget"))
    return Table(world)


@pytest.fixture
def tab(world):
    """A window of somebody's own."""

    def _tab(key="secretary"):
        client = Client()
        client.force_login(world.people[key])
        return client

    return _tab


def send(client, item, do="decide", *, key=None, **fields):
    """Send a form of the item's decision; the buttons alone have no prefix."""
    prefix = "" if do in ("nothing", "clear") else f"{do}-"
    data = {f"{prefix}{name}": value for name, value in fields.items()}
    data |= {"do": do, "next": "/moeder/", f"{prefix}operation": str(key or uuid4())}
    return client.post(reverse("meetings:decision", args=[item.pk]), data)


def together(*acts):
    """Do all of it in the same moment; the answers in the order of the acts."""
    start = threading.Barrier(len(acts))
    answers = [None] * len(acts)

    def run(place, act):
        start.wait(timeout=10)
        try:
            answers[place] = act()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return answers


@pytest.mark.django_db(transaction=True)
def test_two_secretaries_in_the_same_moment(table, tab):
    item = table.case(kind="decision")
    words = {"secretary": "Godkendt med tak.", "other": "Godkendt uden videre."}
    acts = [
        lambda key=key, text=text: send(tab(key), item, text=text, revision=0)
        for key, text in words.items()
    ]
    answers = dict(zip(words, together(*acts), strict=True))
    assert sorted(reply.status_code for reply in answers.values()) == [303, 400]
    late = next(key for key, reply in answers.items() if reply.status_code == 400)
    page = answers[late].content.decode()
    assert all(text in page for text in words.values())
    revision = re.search(r'name="decide-revision" value="(\d+)"', page)[1]
    both = "Godkendt med tak og uden videre."
    assert send(tab(late), item, text=both, revision=revision).status_code == 303
    decision = ItemDecision.objects.get()
    assert (decision.text, decision.revision) == (both, 2)


@pytest.mark.django_db(transaction=True)
def test_one_press_from_two_tabs_in_the_same_moment(table, tab):
    item, key = table.case(kind="decision"), uuid4()
    given = {"text": "Godkendt.", "revision": 0, "ask_1": "Status til maj"}
    replies = together(*[lambda: send(tab(), item, key=key, **given)] * 2)
    assert [reply.status_code for reply in replies] == [303, 303]
    decision = ItemDecision.objects.get()
    assert (decision.revision, decision.asked_for.count()) == (1, 1)
    assert Event.objects.filter(code="item_decided").count() == 1


@pytest.mark.parametrize("do", ["nothing", "clear"])
def test_a_button_of_an_old_tab_takes_nothing_away_that_it_did_not_show(table, tab, do):
    item = table.case(kind="decision")
    shown = 0
    if do == "clear":
        table.decide(item, "Godkendt.")
        shown = 1
    decision_record(
        actor=table.world.people["other"], item=item, text="Drøftet længe.", outcome="discussed"
    )
    reply = send(tab(), item, do, revision=shown)
    assert reply.status_code == 400
    assert "Grete Holm skrev dette i mellemtiden" in reply.content.decode()
    assert ItemDecision.objects.get().text == "Drøftet længe."
    assert send(tab(), item, do, revision=shown + 1).status_code == 303


def test_taken_back_in_both_tabs_it_is_gone_once(table, tab):
    item = table.case(kind="decision")
    table.decide(item, "Godkendt.")
    for _ in range(2):
        assert send(tab(), item, "clear", revision=1).status_code == 303
    assert Event.objects.filter(code="item_decision_cleared").count() == 1


def test_a_session_that_ended_in_mid_sentence(table, tab, world):
    item, seat = table.case(kind="decision"), table.seats["third"]
    key, other = uuid4(), uuid4()
    place = f"{timezone.localdate(table.plan.starts_at)}"
    left = f"/moeder/{table.body.slug}/{place}/afvikl/goer/left/"
    gone = Client()
    acts = [
        lambda client: send(client, item, key=key, text="Godkendt, og så", revision=0),
        lambda client: client.post(left, {"operation": other, "seat": seat.pk}),
    ]
    for act in acts:
        reply = act(gone)
        assert reply.status_code == 302
        assert reply["Location"].startswith("/konto/")
    assert not ItemDecision.objects.exists()
    assert not PresenceEvent.objects.filter(what="left").exists()
    for act in acts:
        assert act(tab()).status_code == 303
    assert ItemDecision.objects.get().text == "Godkendt, og så"
    assert PresenceEvent.objects.filter(what="left").count() == 1


def test_a_clock_that_is_set_back_undoes_nothing_that_has_happened(table):
    now = timezone.now()
    first, second = table.item("Kajen"), table.item("Bådene")

    def at(minutes):
        return time_machine.travel(now + timedelta(minutes=minutes), tick=False)

    def move(key, what):
        who = table.seats[key]
        presence_record(actor=table.secretary, meeting=table.meeting, who=who, what=what)

    with at(10):
        item_begin(actor=table.secretary, item=first)
        move("third", "left")
        move("fourth", "left")
    with at(4):
        room = gathering_of(table.meeting).room
        assert table.seats["third"].pk not in room.in_the_room()
        move("third", "came")
        item_begin(actor=table.secretary, item=second)
        move("fifth", "left")
        here = {table.seats[key].pk for key in ("chair", "member", "third")}
        assert gathering_of(table.meeting).room.in_the_room() == here
        assert item_presence(second).voters == here
        with pytest.raises(Refusal, match="senere tidspunkt"):
            presence_record(
                actor=table.secretary,
                meeting=table.meeting,
                who=table.seats["fourth"],
                what="came",
                at=now + timedelta(minutes=1),
            )
        for each in (first, second):
            table.decide(each, "Godkendt.")
        closed = meeting_close(actor=table.secretary, meeting=table.meeting)
        assert gathering_of(closed).room.in_the_room() == here
    order = [(row.seat, row.what) for row in PresenceEvent.objects.order_by("at", "pk")]
    told = [(row.seat, row.what) for row in PresenceEvent.objects.order_by("pk")]
    assert order == told
