"""A member on a phone: she reads, notes and answers, also in the train; and signs out."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page, expect

from .conftest import served_copy

PHONE = {"width": 375, "height": 812}
NARROW = {"width": 320, "height": 640}
expect.set_options(timeout=20_000)
#: Makes a municipality with an agenda that was sent; says who is signed in with which session.
PREPARE = """
import json, sys
import django
django.setup()
sys.path.insert(0, sys.argv[1])
from datetime import timedelta
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.cases.attachments.services import attachments_add, file_receive
from sagsgang.web.meetings.agendas import services as agendas
from sagsgang.web.meetings.models import Meeting
from sagsgang.web.meetings.sending.services import agenda_send
from sagsgang.web.routes import services as routes
from web.world import build_world

world = build_world()
officer, secretary = world.people["case_officer"], world.people["secretary"]
body = world.body("Havneudvalget")
world.seat(world.user("third", "Eva Sand"), body)
noon = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
plan = PlannedMeeting.objects.create(body=body, starts_at=noon + timedelta(days=21))
PlannedMeeting.objects.create(body=body, starts_at=noon + timedelta(days=50))
made = agendas.meeting_prepare(actor=secretary, plan=plan)
def meeting():
    return Meeting.objects.select_related("plan__body__municipality").get(pk=made.pk)
def put_on(number, title, **fields):
    case = world.case(title, number=f"15.00.00-A00-{number}-26", **fields)
    if number == 1:
        file = SimpleUploadedFile("tegning.txt", b"Skuret er fire meter.", "text/plain")
        attachments_add(case=case, actor=officer, received=[file_receive(file)])
    stop = routes.stop_add(actor=officer, case=case, body=body, kind="recommendation")
    case.state = "approved"
    case.save()
    stop.case = case
    agendas.item_add_treatment(actor=secretary, meeting=meeting(), stop=stop)
put_on(1, "Nye cykelskure")
put_on(2, "Ny kaj i havnen")
put_on(3, "Salg af grunden", is_closed=True, closed_ground="Prisen forhandles",
       closed_reference="Paragraf 10", public_title="En sag om en grund")
agenda_send(actor=secretary, meeting=meeting())
sessions = {}
for key, user in world.people.items():
    for number in range(16 if key == "member" else 1):
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.create()
        sessions.setdefault(key, []).append(session.session_key)
items = {item.title: item.number for item in meeting().items.exclude(number="")}
day = timezone.localdate(plan.starts_at).isoformat()
print(json.dumps({"sessions": sessions, "day": day, "items": items, "meeting": made.pk}))
"""
TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth"
KEPT = """async () => {
    const found = [];
    for (const name of await caches.keys()) {
        for (const request of await (await caches.open(name)).keys()) {
            found.push(new URL(request.url).pathname);
        }
    }
    return found;
}"""


@pytest.fixture(scope="module")
def town(
    tmp_path_factory: pytest.TempPathFactory, chromium_path: str, root: Path, empty_folder: Path
):
    """The website with an agenda that was sent, and sessions by the keys of its people."""
    folder = tmp_path_factory.mktemp("member")
    with served_copy(empty_folder, folder) as address:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "sagsgang.web.conf.settings",
            "SAGSGANG_DATA": str(folder),
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        }
        told = subprocess.run(
            [sys.executable, "-c", PREPARE, str(root / "tests")],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        made = json.loads(told.stdout.splitlines()[-1])
        yield SimpleNamespace(address=address, **made)


def sign_in(page: Page, town: SimpleNamespace, key: str) -> Page:
    """Have a session of that person's; each is used once, because signing out ends it."""
    session = town.sessions[key].pop()
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": town.address}])
    return page


@pytest.fixture
def phone(town, open_page) -> Page:
    """A member's phone."""
    page = open_page(town.address, viewport=PHONE, has_touch=True)
    return sign_in(page, town, "member")


def item_address(town: SimpleNamespace, title: str) -> str:
    return f"{town.address}/moeder/havneudvalget/{town.day}/punkt/{town.items[title]}/"


def violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    run = "async () => (await axe.run({resultTypes: ['violations']})).violations"
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in page.evaluate(run)]


def kept(page: Page) -> list[str]:
    """The addresses of everything that the device keeps."""
    return page.evaluate(KEPT)


def open_and_keep(page: Page, address: str) -> None:
    """Open a page, and wait until the device has it."""
    page.goto(address)
    path = address.split("/", 3)[3]
    wait_until(
        page,
        """async (path) => {
            if (!(await caches.has("sagsgang-pages"))) return false;
            return Boolean(await (await caches.open("sagsgang-pages")).match(path));
        }""",
        f"/{path}",
    )


def wait_until(page: Page, question: str, about: str = "") -> None:
    """Ask the page until its promise says yes; a waiting function would not wait for promises."""
    for _ in range(100):
        if page.evaluate(question, about):
            return
        page.wait_for_timeout(200)
    pytest.fail(question)


def test_every_page_of_hers_fits_a_thumb(phone, town, axe):
    pages = (
        f"{town.address}/mine-moeder/",
        f"{town.address}/mine-moeder/dagsorden/{town.meeting}/",
        f"{town.address}/mine-moeder/oenske/",
        f"{town.address}/mine-moeder/enhed/",
        item_address(town, "Nye cykelskure"),
    )
    for address in pages:
        phone.set_viewport_size(PHONE)
        phone.goto(address)
        for summary in phone.locator("main details > summary").all():
            summary.click()
        assert violations(phone, axe) == [], address
        for button in phone.locator("main .own-button:visible").all():
            assert button.bounding_box()["height"] >= 44, address
        phone.set_viewport_size(NARROW)
        assert not phone.evaluate(TOO_WIDE), address


def test_she_tells_absence_with_one_click_and_takes_it_back(phone, town):
    phone.goto(f"{town.address}/mine-moeder/")
    phone.get_by_role("button", name="Meld afbud").click()
    expect(phone.get_by_text("Du har meldt afbud. Sekretæren har fået besked.")).to_be_visible()
    phone.get_by_role("button", name="Jeg kommer alligevel").click()
    expect(phone.get_by_role("button", name="Meld afbud")).to_be_visible()


def test_an_opened_item_is_read_and_can_be_unread_again(phone, town):
    phone.goto(item_address(town, "Ny kaj i havnen"))
    expect(phone.get_by_text("Læst nu")).to_be_visible()
    agenda = f"{town.address}/mine-moeder/dagsorden/{town.meeting}/"
    phone.goto(agenda)
    row = phone.locator(".own-item", has_text="Ny kaj i havnen")
    expect(row).to_contain_text("Læst")
    row.get_by_role("link").click()
    phone.get_by_role("button", name="Sæt tilbage som ulæst").click()
    expect(phone).to_have_url(agenda)
    expect(phone.locator(".own-item", has_text="Ny kaj i havnen")).to_contain_text("Ulæst")


def test_words_are_chosen_and_marked_and_the_note_saves_itself(phone, town):
    phone.goto(item_address(town, "Ny kaj i havnen"))
    choose(phone, "Det koster 10 kr.")
    phone.get_by_role("button", name="Fremhæv").click()
    expect(phone.locator("mark.own-mark")).to_have_text("Det koster 10 kr.")
    note = phone.locator(".own-note", has_text="Det koster 10 kr.")
    note.get_by_label("Note").fill("Er det nok?")
    expect(note.locator("[data-note-status]")).to_have_text("Gemt")
    phone.reload()
    expect(phone.locator("mark.own-mark")).to_have_text("Det koster 10 kr.")
    assert phone.locator(".own-note textarea").first.input_value() == "Er det nok?"
    phone.locator(".own-note").get_by_role("button", name="Slet").click()
    expect(phone.locator("mark.own-mark")).to_have_count(0)


def choose(page: Page, words: str) -> None:
    """Choose words of the text, as a finger does."""
    page.evaluate(
        """(words) => {
            const walker = document.createTreeWalker(document.querySelector("main"), 4);
            while (walker.nextNode()) {
                const at = walker.currentNode.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + words.length);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
                return;
            }
        }""",
        words,
    )


def test_what_she_has_opened_is_read_in_the_train_and_her_notes_are_sent_later(phone, town):
    item = item_address(town, "Nye cykelskure")
    open_and_keep(phone, f"{town.address}/mine-moeder/")
    open_and_keep(phone, item)
    with phone.expect_download() as opened:
        phone.get_by_role("link", name="tegning").click()
    assert opened.value.path().read_bytes() == b"Skuret er fire meter."
    phone.goto(f"{town.address}/arbejde/")
    phone.context.set_offline(True)

    phone.goto(item)
    expect(phone.locator(".kept-line")).to_contain_text("Du læser siden, som den var")
    expect(phone.get_by_text("Der bygges to skure.")).to_be_visible()
    with phone.expect_download() as again:
        phone.get_by_role("link", name="tegning").click()
    assert again.value.path().read_bytes() == b"Skuret er fire meter."
    choose(phone, "to skure")
    phone.get_by_role("button", name="Fremhæv").click()
    expect(phone.locator(".own-note", has_text="to skure")).to_contain_text("Gemt på denne enhed")
    phone.goto(item_address(town, "Ny kaj i havnen"))
    expect(phone.get_by_role("heading", level=1)).to_have_text("Ingen forbindelse")
    expect(phone.get_by_role("link", name="Nye cykelskure")).to_be_visible()
    phone.goto(f"{town.address}/arbejde/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Ingen forbindelse")

    phone.goto(item)
    phone.context.set_offline(False)
    phone.evaluate("() => window.dispatchEvent(new Event('online'))")
    expect(phone.locator("mark.own-mark")).to_have_text("to skure")
    phone.reload()
    expect(phone.locator(".kept-line")).to_have_count(0)
    expect(phone.locator("mark.own-mark")).to_have_count(1)
    phone.locator(".own-note").get_by_role("button", name="Slet").click()


def test_nothing_is_kept_but_what_a_member_reads(phone, town):
    open_and_keep(phone, item_address(town, "Nye cykelskure"))
    for path in ("/", "/arbejde/", "/udvalg/", "/beskeder/", "/mine-moeder/oenske/", "/konto/"):
        phone.goto(town.address + path)
    own = ("/mine-moeder/", "/moeder/", "/sager/", "/static/")
    assert [path for path in kept(phone) if not path.startswith(own)] == []
    assert "/mine-moeder/oenske/" not in kept(phone)


def test_signing_out_wipes_the_device(phone, town):
    item = item_address(town, "Nye cykelskure")
    open_and_keep(phone, item)
    sign_out(phone)
    wait_until(phone, "async () => (await caches.keys()).length === 0")
    phone.context.set_offline(True)
    phone.goto(item)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Ingen forbindelse")
    expect(phone.get_by_text("cykelskure")).to_have_count(0)


def sign_out(page: Page) -> None:
    page.locator(".account-menu > summary").click()
    page.get_by_role("button", name="Log ud").click()


def test_signing_out_without_a_connection_wipes_too(phone, town):
    open_and_keep(phone, item_address(town, "Nye cykelskure"))
    phone.context.set_offline(True)
    phone.locator(".account-menu > summary").click()
    phone.get_by_role("button", name="Log ud").click(no_wait_after=True)
    phone.wait_for_timeout(300)
    phone.context.set_offline(False)
    phone.goto(f"{town.address}/static/design/sagsgang.svg")
    assert kept(phone) == []


def test_another_person_on_the_device_sees_nothing_of_hers(phone, town):
    item = item_address(town, "Nye cykelskure")
    open_and_keep(phone, item)
    open_and_keep(phone, f"{town.address}/mine-moeder/")
    sign_in(phone, town, "third")
    open_and_keep(phone, f"{town.address}/mine-moeder/enhed/")
    pages = [path for path in kept(phone) if not path.startswith("/static/")]
    assert set(pages) == {"/mine-moeder/ejer", "/mine-moeder/enhed/"}
    phone.context.set_offline(True)
    phone.goto(item)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Ingen forbindelse")


def test_a_session_that_ended_wipes_the_device(phone, town):
    open_and_keep(phone, item_address(town, "Nye cykelskure"))
    phone.context.clear_cookies()
    phone.goto(f"{town.address}/mine-moeder/")
    wait_until(phone, "async () => (await caches.keys()).length === 0")


def test_a_session_that_ran_out_in_the_train_shows_nothing_more(phone, town):
    item = item_address(town, "Nye cykelskure")
    open_and_keep(phone, item)
    phone.evaluate(
        """async () => {
            const mine = await caches.open("sagsgang-owner");
            const told = await (await mine.match("/mine-moeder/ejer")).json();
            told.until = Date.now() / 1000 - 1;
            await mine.put("/mine-moeder/ejer", new Response(JSON.stringify(told)));
        }"""
    )
    phone.context.set_offline(True)
    phone.goto(item)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Ingen forbindelse")
    assert phone.evaluate("async () => (await caches.keys()).length") == 0


def test_she_sees_what_is_kept_and_wipes_it(phone, town):
    open_and_keep(phone, item_address(town, "Nye cykelskure"))
    phone.goto(f"{town.address}/mine-moeder/enhed/")
    expect(phone.locator("[data-device-list]")).to_contain_text("Nye cykelskure")
    phone.get_by_role("button", name="Slet det nu").click()
    expect(phone.get_by_text("Alt, der var gemt på denne enhed, er slettet.")).to_be_visible()
    assert phone.evaluate("async () => (await caches.keys()).length") == 0


def test_it_can_be_put_on_the_home_screen(phone, town):
    phone.goto(f"{town.address}/mine-moeder/")
    address = phone.locator("link[rel=manifest]").get_attribute("href")
    told = phone.request.get(town.address + address).json()
    assert told["start_url"] == "/mine-moeder/"
    assert told["display"] == "standalone"
    for icon in told["icons"]:
        answer = phone.request.get(town.address + icon["src"])
        size = int(icon["sizes"].split("x")[0])
        assert answer.headers["content-type"] == "image/png"
        assert int.from_bytes(answer.body()[16:20], "big") == size
