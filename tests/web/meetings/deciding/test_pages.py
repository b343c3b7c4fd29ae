"""The pages on which decisions are written: plain forms, keys that help, nothing lost."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from sagsgang.web.design.panels import panels_shown
from sagsgang.web.meetings.agendas.naming import danish_day
from sagsgang.web.meetings.deciding import services
from sagsgang.web.meetings.models import (
    ChairDecision,
    Dissent,
    Item,
    ItemAddendum,
    ItemDecision,
    Proposal,
    Suspension,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, world):
    """The client, signed in as somebody."""

    def _signed_in(key="secretary"):
        client.force_login(world.people[key])
        return client

    return _signed_in


@pytest.fixture
def send(signed_in):
    """Sends a form of the decision's page."""

    def _send(item, do, prefix=None, client=None, key=None, **fields):
        prefix = do if prefix is None else prefix
        start = f"{prefix}-" if prefix else ""
        data = {"do": do, "next": "/moeder/", f"{start}operation": str(key or uuid4())}
        plain = ("phrase", "proposal", "dissent", "confirmed")
        data |= {name if name in plain else f"{start}{name}": v for name, v in fields.items()}
        return (client or signed_in()).post(reverse("meetings:decision", args=[item.pk]), data)

    return _send


def test_a_phrase_is_one_press(table, send, signed_in):
    item = table.case(kind="decision")
    page = signed_in().get(reverse("meetings:decision", args=[item.pk])).content.decode()
    assert 'value="Godkendt."' in page
    reply = send(item, "decide", phrase="Godkendt.", revision=0)
    assert (reply.status_code, reply["Location"]) == (303, "/moeder/")
    assert ItemDecision.objects.get().outcome == "approved"


def test_another_phrase_takes_the_place_of_the_first(table, send):
    item = table.case(kind="decision")
    send(item, "decide", phrase="Drøftet.", revision=0)
    given = {"text": "Drøftet.", "outcome": "discussed"}
    send(item, "decide", phrase="Godkendt.", revision=1, **given)
    decision = ItemDecision.objects.get()
    assert (decision.text, decision.outcome) == ("Godkendt.", "approved")


def test_typed_words_stay_behind_the_phrase(table, send):
    item = table.case(kind="decision")
    send(item, "decide", phrase="Godkendt.", revision=0, text="Udvalget ønsker status til maj.")
    decision = ItemDecision.objects.get()
    assert decision.text == "Godkendt.\nUdvalget ønsker status til maj."


def test_point_by_point_with_what_it_asks_for(table, send, signed_in):
    item = table.case(points=["at a.", "at b.", "at c."], then=[("Byrådet", "decision")])
    people = [str(table.seats[key].sitting.pk) for key in ("chair", "member")]
    fields = {
        "revision": 0,
        "outcome_1": "approved",
        "outcome_2": "recommended",
        "outcome_3": "recommended",
        "ask_1": "Evaluering",
        "until_1": "2031-03-01",
        "empowered_text": "at svare",
        "empowered_people": people,
    }
    assert send(item, "decide", **fields).status_code == 303
    decision = ItemDecision.objects.get()
    assert [part.numbers for part in decision.parts.all()] == ["1", "2-3"]
    assert {each.what for each in decision.asked_for.all()} == {"follow_up", "delegation"}
    page = signed_in().get(reverse("meetings:decision", args=[item.pk])).content.decode()
    assert 'value="at svare"' in page
    assert 'value="Evaluering"' in page


def test_it_is_asked_for_at_a_meeting_and_read_so(table, send, signed_in):
    item, later = table.case(kind="decision"), table.later(days=28)
    fields = {"ask_1": "Status på planen", "meeting_1": later.pk, "ask_2": "Et notat"}
    fields |= {"until_2": "2031-03-01", "text": "Drøftet.", "revision": 0}
    assert send(item, "decide", **fields).status_code == 303
    days = [asked.until for asked in ItemDecision.objects.get().asked_for.all()]
    assert days == [timezone.localdate(later.starts_at), date(2031, 3, 1)]
    path = reverse("meetings:decision", args=[item.pk])
    page = signed_in().get(path).content.decode()
    assert f'<option value="{later.pk}" selected>' in page
    assert 'value="2031-03-01"' in page
    for each in table.meeting.items.exclude(pk=item.pk):
        table.decide(each, "Godkendt.")
    table.close()
    read = signed_in().get(path).content.decode()
    assert f"Status på planen (på mødet den {danish_day(days[0])})" in read
    assert "Et notat (senest 1. marts 2031)" in read


def test_the_sentence_that_empowers_somebody_named_asks_for_nothing_more(table, send):
    chair = str(table.seats["chair"].sitting.pk)
    more = "Udvalget besluttede, at forvaltningen giver en status i maj."
    words = f"Drøftet. Formanden bemyndiges til at svare. {more}"
    fields = {"text": words, "take_asks": "on", "revision": 0, "empowered_people": [chair]}
    assert send(table.case(kind="decision"), "decide", **fields).status_code == 303
    asked = ItemDecision.objects.get().asked_for
    assert [each.text for each in asked.filter(what="follow_up")] == [more]
    assert asked.filter(what="delegation").count() == 1


def test_sent_twice_it_is_written_once(table, send):
    item, key = table.case(kind="decision"), uuid4()
    for _ in range(2):
        assert send(item, "decide", key=key, phrase="Godkendt.", revision=0).status_code == 303
    assert ItemDecision.objects.get().revision == 1


def test_a_clear_conflict_keeps_both(table, send):
    item = table.case(kind="decision")
    table.decide(item, "Drøftet længe.", outcome="discussed")
    reply = send(item, "decide", text="Godkendt af alle.", revision=0)
    page = reply.content.decode()
    assert reply.status_code == 400
    assert "Drøftet længe." in page
    assert "Godkendt af alle." in page
    assert re.search(r'name="decide-revision" value="1"', page)
    assert send(item, "decide", text="Godkendt af alle.", revision=1).status_code == 303


def test_an_approved_appropriation_is_asked_about_and_then_written(table, send):
    item = table.case(points=["at der gives en tillægsbevilling."], kind="decision")
    reply = send(item, "decide", phrase="Godkendt.", revision=0)
    assert (reply.status_code, ItemDecision.objects.count()) == (400, 0)
    assert 'name="confirmed" value="appropriation"' in reply.content.decode()
    fields = {"text": "Godkendt.", "confirmed": "appropriation", "revision": 0}
    assert send(item, "decide", **fields).status_code == 303


def test_everything_beside_the_decision(table, send):
    item = table.case(kind="decision")
    send(item, "propose", text="at det gøres", kind="proposal")
    proposal = Proposal.objects.get()
    chair = f"seat_{table.seats['chair'].pk}"
    votes = {"group_0": "for", "group_1": "against", chair: "abstained"}
    send(item, "votes", prefix=f"votes{proposal.pk}", proposal=proposal.pk, **votes)
    stances = list(proposal.votes.order_by("seat").values_list("stance", flat=True))
    assert sorted(stances) == ["abstained", "against", "against", "for"]
    send(item, "decide", text="Forslaget faldt.", outcome="rejected", revision=0)
    seat = table.seats["member"].pk
    send(item, "dissent", seats=[seat], text="Vi er uenige.", goes_along="on")
    assert Dissent.objects.get().goes_along
    send(item, "suspend", seat=seat)
    assert Suspension.objects.get().taken_back_at is None
    send(item, "unsuspend", prefix="")
    send(item, "undissent", prefix="", dissent=Dissent.objects.get().pk)
    send(item, "unvote", prefix="", proposal=proposal.pk)
    send(item, "unpropose", prefix="", proposal=proposal.pk)
    send(item, "clear", prefix="")
    send(item, "nothing", prefix="")
    assert ItemDecision.objects.get().is_nothing_recorded
    assert Suspension.objects.get().taken_back_at is not None
    assert not proposal.votes.exists()
    assert not Dissent.objects.exists()


def test_what_is_wrong_is_said_beside_the_field(table, send):
    item = table.case(kind="decision")
    plan = table.later()
    assert send(item, "postpone", revision=0).status_code == 400
    assert send(item, "withdraw", revision=0).status_code == 400
    assert send(item, "decide", revision=0, text="Hm.").status_code == 400
    assert send(item, "postpone", revision=0, meeting=plan.pk).status_code == 303
    assert ItemDecision.objects.get().postponed_meeting == plan


def test_a_meeting_closed_meanwhile_keeps_the_words(table, send):
    item = table.case(kind="decision")
    table.decide(item, "Godkendt.")
    table.close()
    reply = send(item, "decide", text="Godkendt med tak.", revision=1)
    assert reply.status_code == 400
    assert "Godkendt med tak." in reply.content.decode()
    assert send(item, "append", text="Godkendt med tak.").status_code == 303
    assert ItemAddendum.objects.get().text == "Godkendt med tak."


@pytest.mark.parametrize(
    ("key", "status"), [("secretary", 200), ("member", 403), ("chair", 403), ("stranger", 404)]
)
def test_who_sees_a_decision_while_the_meeting_is_open(table, signed_in, key, status):
    item = table.case(kind="decision")
    table.decide(item, "Godkendt.")
    assert signed_in(key).get(reverse("meetings:decision", args=[item.pk])).status_code == status


def panel(world, place, key, subject):
    request = RequestFactory().get("/moeder/")
    request.user = world.people[key]
    return "".join(panels_shown(place, request, subject))


def test_members_read_it_beside_the_recommendation_when_the_meeting_is_closed(table, world):
    item = table.case(points=["at a.", "at b."], then=[("Byrådet", "decision")])
    table.decide(item, "Ad 1 godkendt. Ad 2 anbefales.")
    assert "Ad 1" not in panel(world, "item.main", "member", Item.objects.get())
    table.close()
    shown = panel(world, "item.main", "member", Item.objects.get())
    assert re.search(r"<td>at b\.</td><td><span[^>]*>Anbefalet", shown)


def test_closed_matter_is_not_shown_to_colleagues(table, world):
    item = table.item("Hemmeligt køb", is_closed=True, closed_ground="Køb af grund")
    table.decide(item, "Godkendt.")
    table.close()
    item = Item.objects.get()
    assert panel(world, "item.main", "colleague", item) == ""
    assert panel(world, "item.main", "member", item)


def test_many_at_once_from_the_meetings_page(table, world, signed_in):
    items = [table.item(f"Orientering {n}", kind="briefing") for n in range(3)]
    shown = panel(world, "meeting.main", "secretary", table.meeting)
    assert "Orientering 2" in shown
    assert panel(world, "meeting.main", "member", table.meeting) == ""
    data = {
        "many-operation": str(uuid4()),
        "many-items": [items[0].pk, items[2].pk],
        "many-text": "Taget til efterretning.",
        "next": "/moeder/",
    }
    address = reverse("meetings:decide_many", args=[table.meeting.pk])
    assert signed_in().post(address, data).status_code == 303
    assert ItemDecision.objects.count() == 2
    assert signed_in("member").post(address, data).status_code == 403
    assert signed_in("stranger").post(address, data).status_code == 404


def test_an_item_taken_up_leads_to_its_decision(table, signed_in):
    address = reverse("meetings:take_up", args=[table.meeting.pk])
    data = {"take-operation": str(uuid4()), "take-title": "Vandskade"}
    assert signed_in().post(address, data).status_code == 400
    reply = signed_in().post(address, data | {"take-all_agree": "on"})
    assert reply["Location"] == reverse("meetings:decision", args=[Item.objects.get().pk])


def test_the_chairs_own_page(table, world, signed_in):
    address = reverse("meetings:chair_decisions", args=[table.body.slug])
    data = {
        "operation": str(uuid4()),
        "title": "Leje af telt",
        "text": "Teltet lejes.",
        "ground": "no_doubt",
        "decided_on": "2026-02-02",
        "decided_by": table.seats["chair"].sitting.pk,
    }
    assert signed_in("chair").post(address, data).status_code == 303
    assert ChairDecision.objects.get().ground == "no_doubt"
    assert "Leje af telt" in signed_in("secretary").get(address).content.decode()
    assert signed_in("member").get(address).status_code == 404
    assert "Leje af telt" in panel(world, "body.main", "chair", table.body)
    assert "Leje af telt" not in panel(world, "body.main", "member", table.body)


def test_the_bodys_own_phrases_come_first(table, world):
    for number in range(3):
        item = table.item(f"Punkt {number}")
        table.decide(item, "Godkendt, som formanden foreslog.")
    last = table.item("Det sidste")
    assert "som formanden foreslog" not in panel(world, "holding.item", "secretary", last)
    services.decisions_communicate(actor=table.secretary, meeting=table.meeting)
    shown = panel(world, "holding.item", "secretary", last)
    assert shown.index("som formanden foreslog") < shown.index('value="Godkendt."')
    assert panel(world, "holding.item", "member", last) == ""
