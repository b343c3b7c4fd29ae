"""One press stops it; then only the address is left, and after a month not that either."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from sagsgang.web.subscriptions.models import Subscriber, Subscription
from sagsgang.web.subscriptions.services import subscriptions_clean

from .conftest import READER, follow, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(held):
    """The body, a case and a search are followed."""
    publish(held)
    case = str(held.sheds.stop.case_id)
    return [follow(udvalg="havneudvalget"), follow(sag=case), follow(soeg="q=kajen")]


def active() -> set[int]:
    return set(Subscription.objects.filter(stopped_at=None).values_list("pk", flat=True))


def test_opening_the_link_stops_nothing(rows, client):
    page = client.get(f"/abonner/stop/{rows[0].key}/").content.decode()
    assert "Havneudvalget" in page
    assert len(active()) == 3


def test_a_program_stops_with_nothing_but_the_address(rows):
    strict = Client(enforce_csrf_checks=True)
    path = f"/abonner/stop/{rows[0].key}.{rows[1].key}/"
    for _again in range(2):
        answer = strict.post(path, {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
        assert active() == {rows[2].pk}


def test_what_it_was_about_is_forgotten_at_once(rows, client):
    for row in rows:
        client.post(f"/abonner/stop/{row.key}/", {})
    kept = Subscription.objects.values_list("body", "case", "query")
    assert set(kept) == {(None, None, "")}


def test_the_page_of_ones_own_stops_one_or_all(rows, client):
    path = f"/abonner/mine/{Subscriber.objects.get().key}/"
    page = client.get(path).content.decode()
    for said in (READER, "Havneudvalget", "Nye cykelskure", "»kajen«"):
        assert said in page
    operations = [part.split('"')[0] for part in page.split('name="operation" value="')[1:]]
    client.post(path, {"operation": operations[0], "stop": rows[0].key})
    assert active() == {rows[1].pk, rows[2].pk}
    client.post(path, {"operation": operations[-1], "stop": "alt"})
    assert active() == set()


def test_the_page_of_one_stops_nothing_of_another(rows, client):
    other = follow(to="anden@borger.example", udvalg="havneudvalget")
    path = f"/abonner/mine/{Subscriber.objects.get(email=READER).key}/"
    page = client.get(path).content.decode()
    operation = page.split('name="operation" value="')[1].split('"')[0]
    client.post(path, {"operation": operation, "stop": other.key})
    assert len(active()) == 4


def test_the_address_is_forgotten_a_month_after_the_last(rows, client):
    for row in rows:
        client.post(f"/abonner/stop/{row.key}/", {})
    for days, left in ((29, 1), (31, 0)):
        with time_machine.travel(timezone.now() + timedelta(days=days)):
            subscriptions_clean("")
        assert Subscriber.objects.count() == left


def test_who_stopped_may_follow_again(rows, client):
    client.post(f"/abonner/stop/{rows[0].key}/", {})
    assert follow(udvalg="havneudvalget").confirmed_at is not None


def test_the_search_page_and_the_bodys_page_lead_here(rows, client, world):
    page = client.get("/soeg/", {"q": "kajen"}).content.decode()
    assert "/abonner/?soeg=q%3Dkajen" in page
    assert "/abonner/?soeg=" not in client.get("/soeg/").content.decode()
    client.force_login(world.people["secretary"])
    page = client.get("/udvalg/havneudvalget/").content.decode()
    for address in ("/abonner/?udvalg=havneudvalget", "nyt.atom", "kalender.ics"):
        assert address in page
