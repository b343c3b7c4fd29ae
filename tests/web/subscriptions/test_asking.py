"""Nothing is mailed before its reader says yes, and nobody learns who follows what."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from sagsgang.web.audit.models import Event, Operation
from sagsgang.web.jobs.models import Mail
from sagsgang.web.subscriptions.models import Subscriber, Subscription
from sagsgang.web.subscriptions.services import subscriptions_clean
from sagsgang.web.subscriptions.services.asking import MOST_ASKS

from .conftest import READER, follow, last_link, publish, work

pytestmark = pytest.mark.django_db


def ask(client, email=READER, **parameters):
    return client.post("/abonner/", {"operation": uuid4(), "email": email} | parameters)


def press(client, path):
    page = client.get(path).content.decode()
    operation = page.split('name="operation" value="')[1].split('"')[0]
    return client.post(path, {"operation": operation})


def test_following_counts_after_the_button_behind_the_link(held, client):
    publish(held)
    answer = ask(client, udvalg="havneudvalget")
    assert (answer.status_code, answer["Location"]) == (303, "/abonner/sendt/")
    work()
    link = last_link("bekraeft")
    page = client.get("/abonner/?udvalg=havneudvalget").content.decode()
    assert re.search('name="operation" value="[0-9a-f-]{36}"', page)
    for _again in range(2):
        assert "Havneudvalget" in client.get(link).content.decode()
    assert Subscription.objects.get().confirmed_at is None
    answer = press(client, link)
    assert answer.status_code == 303
    assert Subscription.objects.get().confirmed_at is not None
    assert "Havneudvalget" in client.get(answer["Location"]).content.decode()


def test_the_answer_is_the_same_whether_or_not_the_address_is_known(held, client):
    publish(held)
    follow(udvalg="havneudvalget")
    known = ask(client, udvalg="havneudvalget")
    unknown = ask(client, email="ny@borger.example", udvalg="havneudvalget")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert known.cookies.keys() == unknown.cookies.keys()
    work()
    assert Mail.objects.filter(to=READER, subject="Det, du følger på mail").count() == 1
    assert Subscription.objects.filter(subscriber__email=READER).count() == 1


def test_an_address_gets_few_mails_whoever_asks(held, client):
    publish(held)
    answers = {ask(client, udvalg="havneudvalget")["Location"] for _ in range(MOST_ASKS + 2)}
    assert answers == {"/abonner/sendt/"}
    work()
    assert Mail.objects.filter(to=READER).count() == MOST_ASKS
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        ask(client, udvalg="havneudvalget")
        work()
        assert Mail.objects.filter(to=READER).count() == MOST_ASKS + 1


def test_who_asks_too_often_waits(held, client):
    publish(held)
    codes = [
        ask(client, email=f"a{n}@borger.example", udvalg="havneudvalget").status_code
        for n in range(11)
    ]
    assert codes == [303] * 10 + [429]


def test_the_link_is_good_for_seven_days(held, client):
    publish(held)
    ask(client, udvalg="havneudvalget")
    work()
    link = last_link("bekraeft")
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1)):
        assert client.get(link).status_code == 410
        assert client.post(link, {"operation": "x"}).status_code == 410
        subscriptions_clean("")
    assert not Subscription.objects.exists()
    assert not Subscriber.objects.exists()


def test_a_link_of_what_is_stopped_does_not_begin_it_again(held, client):
    publish(held)
    row = follow(udvalg="havneudvalget")
    press(client, f"/abonner/stop/{row.key}/")
    assert client.get(f"/abonner/bekraeft/{row.key}/").status_code == 410


@pytest.mark.parametrize(
    "parameters",
    [{"udvalg": "findes-ikke"}, {"sag": "999"}, {"sag": "x"}, {"soeg": ""}, {"soeg": "side=2"}, {}],
)
def test_what_is_not_public_cannot_be_followed(held, client, parameters):
    page = client.get("/abonner/", parameters)
    assert page.status_code == 200
    assert 'name="email"' not in page.content.decode()
    assert ask(client, **parameters).status_code == 400
    assert not Subscriber.objects.exists()


def test_a_case_that_is_not_published_is_as_if_it_were_not_there(held, client):
    case = held.sheds.stop.case
    page = client.get("/abonner/", {"sag": case.pk}).content.decode()
    assert "Nye cykelskure" not in page
    publish(held)
    assert "Nye cykelskure" in client.get("/abonner/", {"sag": case.pk}).content.decode()


def test_what_somebody_else_typed_is_not_mailed(held, client):
    ask(client, soeg="q=køb+her+https://svindel.example")
    work()
    text = Mail.objects.get(to=READER).text
    assert "svindel" not in text
    assert "en søgning i arkivet" in text


def test_the_address_stands_in_no_log(held, client):
    publish(held)
    ask(client, udvalg="havneudvalget")
    work()
    press(client, last_link("bekraeft"))
    press(client, last_link("bekraeft").replace("bekraeft", "stop"))
    told = list(
        Event.objects.filter(code__startswith="subscription").values_list("sentence", flat=True)
    )
    assert len(told) == 3
    everything = [*told, *map(str, Event.objects.values_list("details", flat=True))]
    everything += map(str, Operation.objects.values_list("details", flat=True))
    assert not [each for each in everything if READER in each]


def test_the_pages_with_keys_are_not_for_search_engines(held, client):
    publish(held)
    row = follow(udvalg="havneudvalget")
    for path in ("bekraeft", "stop"):
        answer = client.get(f"/abonner/{path}/{row.key}/")
        assert answer["X-Robots-Tag"] == "noindex"
        assert "no-store" in answer["Cache-Control"]
    assert client.get("/abonner/mine/findes-ikke/").status_code == 410
