"""The pages of the room: who reads them, what they say, and what their forms do once."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from sagsgang.web.audit.models import Event
from sagsgang.web.bodies import services
from sagsgang.web.bodies.models import (
    Assignment,
    Body,
    Membership,
    MunicipalitySettings,
    Person,
    PlannedMeeting,
    Policy,
    Role,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_user(world):
    """A browser in which that person of the world is signed in."""

    def _as(key: str) -> Client:
        client = Client()
        client.force_login(world.people[key])
        return client

    return _as


@pytest.fixture
def rows(world):
    """One row of everything, so that every page has something to show."""
    admin, committee = world.people["administrator"], world.bodies["Havneudvalget"]
    municipality = world.municipality
    membership = committee.memberships.get(post="member")
    substitute = services.person_create(actor=admin, municipality=municipality, name="Åse Ny")
    period = services.substitute_period_start(
        actor=admin, membership=membership, substitute=substitute, starts_on=date(2026, 2, 1)
    )
    meeting = services.meeting_plan_add(
        actor=admin, body=committee, starts_at=timezone.now() + timedelta(days=30)
    )
    entry = services.wheel_entry_add(actor=admin, body=committee, month=3, title="Regnskab")
    rule = services.delegation_rule_add(
        actor=admin,
        municipality=municipality,
        subject="havne",
        decides=committee,
        kle_prefix="08.02",
    )
    policy = services.policy_add(
        actor=admin, municipality=municipality, title="Havneplan", body=committee
    )
    goal = services.goal_add(actor=admin, policy=policy, title="Flere både", target="200")
    return {
        "membership": membership,
        "substitute": substitute,
        "period": period,
        "meeting": meeting,
        "entry": entry,
        "rule": rule,
        "policy": policy,
        "goal": goal,
        "assignment": Assignment.objects.get(role=Role.SECRETARY),
    }


def reading(rows) -> list[str]:
    return [
        reverse("bodies:list"),
        reverse("bodies:body", args=["havneudvalget"]),
        reverse("bodies:meetings", args=["havneudvalget"]),
        reverse("bodies:policies"),
        reverse("bodies:policy", args=[rows["policy"].pk]),
        reverse("bodies:delegation"),
    ]


def planning(rows) -> list[str]:
    return [
        reverse("bodies:meeting_add", args=["havneudvalget"]),
        reverse("bodies:series", args=["havneudvalget"]),
        reverse("bodies:meeting_move", args=[rows["meeting"].pk]),
        reverse("bodies:meeting_cancel", args=[rows["meeting"].pk]),
        reverse("bodies:wheel_add", args=["havneudvalget"]),
        reverse("bodies:wheel_change", args=[rows["entry"].pk]),
    ]


def administering(rows) -> list[str]:
    slug, member = ["havneudvalget"], [rows["membership"].pk]
    return [
        reverse("bodies:administer_list"),
        reverse("bodies:administer", args=slug),
        reverse("bodies:body_create"),
        reverse("bodies:body_change", args=slug),
        reverse("bodies:body_close", args=slug),
        reverse("bodies:membership_start", args=slug),
        reverse("bodies:membership_end", args=member),
        reverse("bodies:membership_post", args=member),
        reverse("bodies:substitute_start", args=member),
        reverse("bodies:substitute_end", args=[rows["period"].pk]),
        reverse("bodies:people"),
        reverse("bodies:person_add"),
        reverse("bodies:person_change", args=[rows["substitute"].pk]),
        reverse("bodies:term_add"),
        reverse("bodies:delegation_add"),
        reverse("bodies:delegation_change", args=[rows["rule"].pk]),
        reverse("bodies:policy_add"),
        reverse("bodies:policy_change", args=[rows["policy"].pk]),
        reverse("bodies:goal_add", args=[rows["policy"].pk]),
        reverse("bodies:goal_change", args=[rows["goal"].pk]),
        reverse("bodies:role_end", args=[rows["assignment"].pk]),
    ]


def hidden(world) -> list[str]:
    return [
        reverse("bodies:administration"),
        reverse("bodies:settings"),
        reverse("bodies:setting_example"),
        reverse("bodies:start"),
        reverse("bodies:role_assign", args=[world.people["stranger"].pk]),
    ]


def test_each_page_answers_each_role_as_it_should(world, as_user, rows):
    expected = {
        "administrator": (200, 200, 200, 200),
        "secretary": (200, 200, 403, 404),
        "case_officer": (200, 403, 403, 404),
        "member": (200, 403, 403, 404),
        "stranger": (404, 404, 404, 404),
    }
    for key, answers in expected.items():
        client = as_user(key)
        groups = (reading(rows), planning(rows), administering(rows), hidden(world))
        for addresses, answer in zip(groups, answers, strict=True):
            got = {address: client.get(address).status_code for address in addresses}
            assert got == dict.fromkeys(addresses, answer), key


def test_without_signing_in_nothing_is_shown(world, rows):
    for address in [*reading(rows), *planning(rows), *administering(rows), *hidden(world)]:
        assert Client().get(address).status_code in (302, 303, 404), address


OWN = r'SELECT .*? FROM "(bodies|accounts|django)_'


def test_a_list_asks_the_database_the_same_however_long_it_is(world, as_user, rows):
    for number in range(30):
        services.body_create(
            actor=world.people["administrator"],
            municipality=world.municipality,
            name=f"Udvalg {number}",
            kind="committee",
        )
    for number in range(9):
        services.goal_add(
            actor=world.people["administrator"], policy=rows["policy"], title=f"Mål {number}"
        )
    for address in [*reading(rows), reverse("bodies:administer_list"), reverse("bodies:people")]:
        client = as_user("administrator")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200, address
        # What other rooms ask for their own panels and menu entries is theirs to keep small.
        own = [each["sql"] for each in asked if re.match(OWN, each["sql"])]
        assert len(own) <= (16 if address.startswith("/udvalg/h") else 11), (address, own)


def test_the_body_page_shows_who_sits_today(as_user, rows):
    text = as_user("member").get("/udvalg/havneudvalget/").content.decode()
    assert "Åse Ny" in text
    assert "stedfortræder for Anja Lind" in text
    assert "Regnskab" in text
    assert "08.02" in text
    assert "Havneplan" in text


def test_the_menu_has_the_bodies_for_those_who_read_them(as_user, rows):
    def menu(key: str) -> str:
        return as_user(key).get("/soeg/").content.decode()

    assert 'href="/udvalg/"' in menu("member")
    assert 'href="/administration/"' not in menu("member")
    assert 'href="/administration/"' in menu("administrator")
    assert 'href="/udvalg/"' not in menu("stranger")


def send(client: Client, address: str, **typed) -> object:
    return client.post(address, {"operation": str(uuid4()), **typed})


def test_a_body_is_created_once_however_often_the_form_is_sent(world, as_user):
    client, key = as_user("administrator"), str(uuid4())
    typed = {"operation": key, "name": "Skoleudvalget", "kind": "committee"}
    for _ in range(3):
        assert client.post("/administration/udvalg/opret/", typed).status_code == 303
    assert Body.objects.filter(name="Skoleudvalget").count() == 1
    assert Event.objects.filter(code="body_created").count() == 1


def test_what_was_typed_stays_when_it_is_refused(as_user):
    answer = send(
        as_user("administrator"),
        "/administration/udvalg/havneudvalget/medlem/",
        new_person="Grete Holm",
        post="member",
        party="A",
        starts_on="2031-05-01",
    )
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Grete Holm" in text
    assert "1. maj 2031 ligger ikke i nogen valgperiode" in text
    assert "2026-2029" in text
    assert not Person.objects.filter(name="Grete Holm").exists()


def test_a_new_member_by_name(as_user):
    answer = send(
        as_user("administrator"),
        "/administration/udvalg/havneudvalget/medlem/",
        new_person="Grete Holm",
        post="member",
        party="A",
        starts_on="2026-05-01",
    )
    assert answer.status_code == 303
    seat = Membership.objects.get(person__name="Grete Holm")
    assert seat.ends_on == date(2029, 12, 31)


def test_settings_are_saved_and_shown_by_example(world, as_user):
    client = as_user("administrator")
    page = client.get("/administration/kommune/").content.decode()
    assert "mandag den 11. maj 2026" in page
    examples = client.get(
        "/administration/kommune/eksempel/",
        {"weekdays_before": "4", "counting": "inclusive", "saturday_is_weekday": "on"},
    ).json()
    assert "onsdag den 13. maj 2026" in examples["weekdays_before"]
    assert MunicipalitySettings.objects.get().counting == "clear"
    typed = dict(re.findall(r'name="(\w+)" value="([^"]*)"', page))
    typed |= {
        "item_numbering": "through_year",
        "case_numbers": "esdh",
        "weekdays_before": "3",
        "counting": "inclusive",
        "sign": "in_words",
        "percent": "%",
        "money_unit": "t.kr.",
        "money_decimals": "0",
        "balance": "period",
        "smallest_cell": "3",
        "decision_place": "after_recommendation",
    }
    assert client.post("/administration/kommune/", typed).status_code == 303
    kept = MunicipalitySettings.objects.get()
    assert (kept.weekdays_before, kept.sign, kept.money_unit) == (3, "in_words", "t.kr.")
    assert "1.235 t.kr." in client.get("/administration/kommune/").content.decode()


def test_a_series_leaves_out_holidays_and_what_is_planned(world, as_user):
    client = as_user("secretary")
    rule = (
        "?first=2027-01-01&last=2027-12-31&which=1&weekday=0&hour=16.30"
        "&months=1&months=3&months=4&months=5"
    )
    address = f"/administration/udvalg/havneudvalget/moeder/serie/{rule}"
    text = client.get(address).content.decode()
    assert "mandag den 4. januar 2027" in text
    days = re.findall(r'name="days" value="([^"]+)"', text)
    assert days == ["2027-01-04", "2027-03-01", "2027-04-05", "2027-05-03"]
    assert send(client, address, days=days[:2], place="Rådhuset").status_code == 303
    starts = [
        timezone.localtime(each.starts_at).isoformat()
        for each in PlannedMeeting.objects.order_by("starts_at")
    ]
    assert starts == ["2027-01-04T16:30:00+01:00", "2027-03-01T16:30:00+01:00"]
    left = re.findall(r'name="days" value="([^"]+)"', client.get(address).content.decode())
    assert left == ["2027-04-05", "2027-05-03"]


def test_a_holiday_of_a_series_comes_with_a_proposal(as_user):
    rule = "?first=2027-03-01&last=2027-03-31&which=5&weekday=0&hour=16:30&months=3"
    text = as_user("secretary").get(f"/administration/udvalg/havneudvalget/moeder/serie/{rule}")
    words = text.content.decode()
    assert "tirsdag den 30. marts 2027 (i stedet for 29. marts, " in words


def test_a_cancelled_meeting_can_be_taken_back(as_user, rows):
    client, meeting = as_user("secretary"), rows["meeting"]
    cancel = reverse("bodies:meeting_cancel", args=[meeting.pk])
    assert send(client, cancel, reason="").status_code == 200
    assert send(client, cancel, reason="For få punkter").status_code == 303
    plan = client.get(
        "/administration/udvalg/havneudvalget/moeder/", {"aar": meeting.starts_at.year}
    ).content.decode()
    assert "For få punkter" in plan
    assert send(client, reverse("bodies:meeting_restore", args=[meeting.pk])).status_code == 303
    meeting.refresh_from_db()
    assert not meeting.is_cancelled


def test_goals_stand_under_each_other(as_user, rows):
    client, policy = as_user("administrator"), rows["policy"]
    under = f"/politikker/{policy.pk}/maal/?over={rows['goal'].pk}"
    assert send(client, under, title="Ny kaj", origin="minister").status_code == 303
    text = client.get(f"/politikker/{policy.pk}/").content.decode()
    assert text.index("Flere både") < text.index("Ny kaj")
    assert "Ministerens" in text
    assert send(client, f"/politikker/maal/{rows['goal'].pk}/fjern/").status_code == 303
    assert Policy.objects.get().goals.count() == 2


def test_a_role_is_given_and_ended_on_the_page_of_the_user(world, as_user):
    client, user = as_user("administrator"), world.people["stranger"]
    address = reverse("bodies:role_assign", args=[user.pk])
    body = world.bodies["Havneudvalget"]
    assert send(client, address, role="secretary", place=str(body.pk)).status_code == 303
    assert as_user("stranger").get("/udvalg/havneudvalget/").status_code == 200
    given = Assignment.objects.get(user=user)
    assert send(client, reverse("bodies:role_end", args=[given.pk])).status_code == 303
    assert as_user("stranger").get("/udvalg/havneudvalget/").status_code == 404


def test_the_first_municipality_begins_on_the_page(world, as_user):
    MunicipalitySettings.objects.all().delete()
    client = as_user("administrator")
    assert client.get("/administration/kommune/").status_code == 200
    answer = send(client, "/administration/kommune/ny/", name="Nørreskov Kommune")
    assert answer.status_code == 303
    assert "Nørreskov Kommune" in client.get("/administration/kommune/").content.decode()


def test_a_body_of_another_municipality_is_not_there(world, as_user):
    other = services.municipality_start_work(
        actor=world.people["administrator"], name="Fjern Kommune"
    )
    services.body_create(
        actor=world.people["administrator"],
        municipality=other,
        name="Fjernudvalget",
        kind="council",
    )
    assert as_user("member").get("/udvalg/fjernudvalget/").status_code == 404
    assert as_user("administrator").get("/udvalg/fjernudvalget/").status_code == 200
