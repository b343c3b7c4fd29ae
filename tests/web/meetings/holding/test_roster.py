"""Who took part is told by who was there, not by who has a seat."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.holding import services
from sagsgang.web.meetings.holding.roster import Away, TookPart, roster_of
from sagsgang.web.meetings.models import Item, Meeting, Seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(opened, secretary, seat):
    """The fifth never comes, and the third is gone before the last of two items."""
    began = timezone.now() - timedelta(minutes=30)
    Meeting.objects.filter(pk=opened.pk).update(opened_at=began)
    opened.refresh_from_db()
    opened.presence.update(at=began)
    first, second = Item.objects.filter(meeting=opened).order_by("order")[:2]
    services.item_begin(actor=secretary, item=first, at=began + timedelta(minutes=1))
    services.presence_record(
        actor=secretary,
        meeting=opened,
        who=seat("third"),
        what="left",
        at=began + timedelta(minutes=5),
    )
    services.item_begin(actor=secretary, item=second, at=began + timedelta(minutes=6))
    return opened


def test_who_never_came_is_away_for_all_of_it_and_took_no_part(held):
    roster = roster_of(held)
    assert [each.name for each in roster.took_part] == [
        "Bo Vang",
        "Anja Lind",
        "Ejner Sø",
        "Hanne Blæs",
    ]
    assert roster.away == (Away("Åse Holm"),)


def test_who_left_took_part_and_was_away_at_the_rest(held):
    assert TookPart("Ejner Sø", away_at=("2",)) in roster_of(held).took_part


def test_a_substitute_took_part_for_the_member_who_was_away(held, secretary, seat, world):
    other = world.seat(world.user("sixth", "Palle Rør"), held.plan.body, "substitute")
    taken = Seat.objects.create(
        meeting=held,
        membership=seat("fifth").membership,
        sitting=other.person,
        called_in_at=timezone.now(),
    )
    services.presence_record(actor=secretary, meeting=held, who=taken, what="came")
    roster = roster_of(held)
    assert roster.away == (Away("Åse Holm", substitute="Palle Rør"),)
    sat = next(each for each in roster.took_part if each.name == "Palle Rør")
    assert sat.sits_for == "Åse Holm"


@pytest.fixture
def as_(client, world):
    """The client, signed in as the person of that key."""

    def _as(key):
        client.force_login(world.people[key])
        return client

    return _as


@pytest.mark.parametrize("reader", ["secretary", "member"])
def test_the_page_of_a_closed_meeting_names_them_apart(held, decide, as_, secretary, reader):
    page = meeting_address(held)
    assert "Hvem kommer" in as_(reader).get(page).content.decode()
    for item in Item.objects.filter(meeting=held).exclude(recurring="signature_sheet"):
        decide(item)
    services.meeting_close(actor=secretary, meeting=held)
    told = as_(reader).get(page).content.decode()
    assert "Hvem kommer" not in told
    took_part, away = told.split('id="tog-del"')[1].split("</section>")[0].split("<h3>")
    assert "Åse Holm" not in took_part
    assert "Åse Holm" in away
