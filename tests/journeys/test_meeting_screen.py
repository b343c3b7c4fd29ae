"""A meeting is held on the screen: by keyboard, from two screens, and without a connection."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import DESKTOP, served_copy

#: How long a busy machine may take.
expect.set_options(timeout=20_000)
PHONE = {"width": 320, "height": 640}
#: Makes a committee with a meeting today whose agenda was sent; says what the browser needs.
PREPARE = """
import json, sys
from datetime import timedelta
import django
django.setup()
sys.path.insert(0, sys.argv[1])
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from web.world import build_world
from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.meetings.models import Item, Meeting, Seat
world = build_world()
body = world.body("Havneudvalget")
for key, name in (("third", "Ejner Sø"), ("fourth", "Hanne Blæs"), ("fifth", "Åse Holm")):
    world.seat(world.user(key, name), body)
now = timezone.now()
noon = timezone.localtime(now).replace(hour=0, minute=5, second=0, microsecond=0)
paths = []
for number in range(int(sys.argv[2])):
    plan = PlannedMeeting.objects.create(body=body, starts_at=noon + timedelta(minutes=number))
    meeting = Meeting.objects.create(plan=plan, state="sent")
    for membership in body.memberships.order_by("pk"):
        Seat.objects.create(meeting=meeting, membership=membership, sitting=membership.person)
    for order, title in enumerate(("Godkendelse af dagsorden", "Kajen", "Nye both"), start=1):
        Item.objects.create(meeting=meeting, order=order, number=str(order), title=title)
    Item.objects.create(meeting=meeting, order=4, number="4", title="Opsigelse af en skipper",
                        is_closed=True, closed_ground="Personforhold")
    place = f"{noon:%Y-%m-%d}" + (f"-{number + 1}" if number else "")
    paths.append(f"/moeder/{body.slug}/{place}/")
user = world.people["secretary"]
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.create()
print(json.dumps({"session": session.session_key, "paths": paths}))
"""
#: What the database says was written, by code of the event.
COUNT = """
import json
import django
django.setup()
from collections import Counter
from sagsgang.web.audit.models import Event
print(json.dumps(Counter(Event.objects.values_list("code", flat=True))))
"""


class Town:
    """The website with its meetings; each test takes one of its own."""

    def __init__(self, address: str, folder: Path, session: str, paths: list[str]) -> None:
        self.address, self.folder, self.session = address, folder, session
        self.paths = iter(paths)

    def screen(self, page: Page) -> str:
        """Sign the secretary in and open the next meeting with everybody there."""
        cookie = {"name": "sessionid", "value": self.session, "url": self.address}
        page.context.add_cookies([cookie])
        path = self.address + next(self.paths)
        page.goto(f"{path}afvikl/")
        page.get_by_role("button", name="Åbn mødet").click()
        expect(page.locator("[data-screen]")).to_be_visible()
        page.wait_for_load_state()  # Before that no key does anything.
        return path

    def written(self) -> dict[str, int]:
        """How often each thing happened."""
        environment = _environment(self.folder)
        done = subprocess.run(
            [sys.executable, "-c", COUNT],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return json.loads(done.stdout)


def _environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "sagsgang.web.conf.settings",
        "SAGSGANG_DATA": str(folder),
    }


@pytest.fixture(scope="module")
def town(
    tmp_path_factory: pytest.TempPathFactory, chromium_path: str, root: Path, empty_folder: Path
) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("holding")
    with served_copy(empty_folder, folder) as address:
        done = subprocess.run(
            [sys.executable, "-c", PREPARE, str(root / "tests"), "12"],
            env=_environment(folder),
            check=True,
            capture_output=True,
            text=True,
        )
        told = json.loads(done.stdout.splitlines()[-1])
        yield Town(address, folder, told["session"], told["paths"])


@pytest.fixture
def page(open_page, town: Town) -> Page:
    return open_page(town.address)


def place(page: Page, name: str):
    """The line of somebody in the list of who is here."""
    return page.locator(".hold-place", has_text=name)


def accessible(page: Page, axe: str) -> None:
    page.evaluate(axe)
    found = page.evaluate(
        "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})"
    )
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []


def test_presence_is_one_click_and_quorum_follows(page, town, axe):
    town.screen(page)
    expect(page.locator(".hold-quorum")).to_contain_text("5 af 5 medlemmer")
    for name in ("Ejner Sø", "Hanne Blæs", "Åse Holm"):
        place(page, name).get_by_role("button", name="Gik", exact=False).first.click()
        expect(place(page, name)).not_to_have_class("hold-place is-here")
    expect(page.locator(".hold-quorum")).to_contain_text("Ikke beslutningsdygtigt")
    accessible(page, axe)


def test_every_state_can_be_read_by_everyone(page, town, axe):
    cookie = {"name": "sessionid", "value": town.session, "url": town.address}
    page.context.add_cookies([cookie])
    path = town.address + next(town.paths)
    page.goto(f"{path}afvikl/")
    accessible(page, axe)
    page.get_by_role("button", name="Åbn mødet").click()
    page.set_viewport_size(PHONE)
    page.locator(".hold-presence details summary").first.click()
    accessible(page, axe)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= PHONE["width"]
    page.set_viewport_size(DESKTOP)
    page.goto(f"{path}skaerm/")
    accessible(page, axe)


def test_the_meeting_is_led_by_keyboard_alone(page, town):
    town.screen(page)
    page.keyboard.press("n")
    expect(page.locator("#hold-item-title")).to_have_text("Godkendelse af dagsorden")
    expect(page.locator(".hold-row.is-under_way")).to_contain_text("Godkendelse af dagsorden")
    expect(page.locator("[data-key=n]")).to_have_text("Næste punkt")
    page.keyboard.press("n")
    expect(page.locator("#hold-item-title")).to_have_text("Kajen")
    page.keyboard.press("f")
    expect(place(page, "Bo Vang").get_by_role("button").first).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(".hold-quorum")).to_contain_text("4 af 5 medlemmer")
    page.keyboard.press("l")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#hold-item-title")).to_have_text("Nye both")


def test_shortcuts_can_be_switched_off(page, town):
    town.screen(page)
    page.locator("#genveje summary").click()
    page.get_by_label("Genveje er slået til").uncheck()
    page.locator("h1").click()
    page.keyboard.press("n")
    page.wait_for_timeout(400)
    expect(page.locator(".hold-row.is-under_way")).to_have_count(0)
    page.get_by_label("Genveje er slået til").check()


def test_without_connection_nothing_is_lost_and_the_screen_says_so(page, town, axe):
    before = town.written()
    town.screen(page)
    page.context.set_offline(True)
    place(page, "Ejner Sø").get_by_role("button").first.click()
    place(page, "Åse Holm").get_by_role("button").first.click()
    status = page.locator("[data-status]")
    expect(status).to_contain_text("2 ikke sendt endnu")
    expect(status).to_contain_text("Ingen forbindelse")
    expect(place(page, "Ejner Sø")).to_contain_text("ikke sendt endnu")
    accessible(page, axe)
    page.context.set_offline(False)
    expect(status).to_be_empty()
    expect(place(page, "Ejner Sø")).to_contain_text("Gik")
    expect(page.locator(".hold-quorum")).to_contain_text("3 af 5 medlemmer")
    after = town.written()
    assert after["presence_recorded"] - before.get("presence_recorded", 0) == 2


def test_what_waits_is_sent_after_the_page_was_left(page, town):
    path = town.screen(page)
    before = town.written().get("presence_recorded", 0)
    page.context.set_offline(True)
    place(page, "Ejner Sø").get_by_role("button").first.click()
    expect(page.locator("[data-status]")).to_contain_text("1 ikke sendt endnu")
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(f"{path}afvikl/")
    page.context.set_offline(False)
    page.goto(f"{path}afvikl/")
    expect(place(page, "Ejner Sø")).to_contain_text("Gik")
    assert town.written()["presence_recorded"] == before + 1


def test_a_double_click_and_a_lost_answer_do_it_once(page, town):
    town.screen(page)
    before = town.written().get("presence_recorded", 0)
    lost = []

    def lose(route):
        """The server does it, and the answer never arrives."""
        if lost:
            route.continue_()
            return
        lost.append(route.fetch())
        route.abort("connectionreset")

    page.route("**/goer/left/", lose)
    place(page, "Hanne Blæs").get_by_role("button").first.dblclick()
    expect(place(page, "Hanne Blæs").locator(".hold-where").first).to_contain_text("Gik")
    expect(page.locator("[data-status]")).to_be_empty()
    assert lost
    assert town.written()["presence_recorded"] == before + 1


@pytest.mark.parametrize("gone", [{"name": "sessionid"}, {}], ids=["session", "every_cookie"])
def test_a_session_that_ends_in_mid_sentence(page, town, gone):
    town.screen(page)
    before = town.written().get("item_decided", 0)
    page.keyboard.press("n")
    row = page.locator(".hold-row", has_text="Godkendelse af dagsorden")
    expect(row).to_have_class(re.compile("is-under_way"))
    words = page.locator("[data-decision-text]")
    words.fill("Godkendt, og så")
    page.context.clear_cookies(**gone)
    words.press("Control+Enter")
    signs_in_again(page, town, "1 ikke sendt endnu")
    expect(row).to_contain_text("Afgjort")
    assert town.written()["item_decided"] == before + 1


def test_all_that_was_done_while_signed_out_is_sent_in_order(page, town):
    town.screen(page)
    before = town.written().get("item_decided", 0)
    page.context.clear_cookies()
    page.keyboard.press("n")
    words = page.locator("[data-decision-text]")
    words.fill("Godkendt, og så")
    words.press("Control+Enter")
    signs_in_again(page, town, "2 ikke sendt endnu")
    row = page.locator(".hold-row", has_text="Godkendelse af dagsorden")
    expect(row).to_contain_text("Afgjort")
    assert town.written()["item_decided"] == before + 1


def signs_in_again(page: Page, town: Town, waiting: str) -> None:
    """In another window, after the screen has looked in vain, and more than once."""
    status = page.locator("[data-status]")
    for _ in range(2):
        with page.expect_response(re.compile("/konto/log-ind/")):
            expect(status).to_contain_text(waiting)
        expect(status).to_contain_text("logget ud")
    expect(status).to_contain_text(waiting)
    expect(page.locator("[data-refusals]")).to_be_empty()
    expect(page.locator("[data-decision-text]")).to_have_value("Godkendt, og så")
    cookie = {"name": "sessionid", "value": town.session, "url": town.address}
    page.context.add_cookies([cookie])
    expect(status).to_be_empty()


def test_two_screens_show_the_same(page, town, open_page):
    path = town.screen(page)
    other = open_page(town.address)
    other.context.add_cookies([{"name": "sessionid", "value": town.session, "url": town.address}])
    other.goto(f"{path}afvikl/")
    page.keyboard.press("n")
    expect(other.locator(".hold-row.is-under_way")).to_contain_text("Godkendelse af dagsorden")
    place(other, "Anja Lind").get_by_role("button").first.click()
    expect(page.locator(".hold-quorum")).to_contain_text("4 af 5 medlemmer")


def test_the_wall_follows_the_meeting_and_keeps_what_is_closed(page, town, open_page):
    path = town.screen(page)
    wall = open_page(town.address)
    wall.context.add_cookies([{"name": "sessionid", "value": town.session, "url": town.address}])
    wall.goto(f"{path}skaerm/")
    page.locator('.hold-list a:has-text("Kajen")').click()
    page.get_by_role("button", name="Tag punktet op nu").click()
    expect(wall.locator("h1")).to_contain_text("Kajen")
    page.locator('.hold-list a:has-text("Opsigelse")').click()
    page.get_by_role("button", name="Tag punktet op nu").click()
    expect(wall.locator("h1")).to_contain_text("Lukket punkt")
    assert "skipper" not in wall.content()
