"""Minutes are checked, locked, published, approved on a phone, sealed, added to, withdrawn; and a
minute book that somebody changed says so.
"""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from sagsgang.rendering.seal import verify

from .conftest import DESKTOP
from .meetings_prepared import Town, prepared_town
from .minutes_prepared import MEMBERS, PASSWORD, PREPARE, SECRETS
from .states import looks_right
from .steps import expect_said, follow, link_named, press
from .test_every_page import NARROW

expect.set_options(timeout=20_000)
SECRETARY = "Ulla Fenger"
#: An hour has passed since she proved who she is.
LATER = """
from django.contrib.sessions.backends.db import SessionStore
session = SessionStore(arguments[0])
for record in session["account_authentication_methods"]:
    record["at"] -= 3600
session.save()
"""
#: Somebody writes another decision past the website.
CHANGE = """
from sagsgang.web.meetings.models import MinuteBookEntry
entry = MinuteBookEntry.objects.get(number=4)
content = entry.content | {"decision": {"text": "Afvist."}}
MinuteBookEntry.objects.filter(pk=entry.pk).update(content=content)
"""


@pytest.fixture(scope="module")
def town(
    tmp_path_factory: pytest.TempPathFactory, chromium_path: str, empty_folder: Path
) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("minutes")
    with prepared_town(empty_folder, folder, PREPARE, PASSWORD) as made:
        yield made


@pytest.fixture
def page(open_page, town: Town) -> Page:
    return open_page(town)


@pytest.fixture
def phone(open_page, town: Town) -> Page:
    return open_page(town, viewport=NARROW)


def both(page: Page, axe: str) -> None:
    """Right in a wide window and in a narrow one."""
    before = page.viewport_size
    for viewport in (DESKTOP, NARROW):
        page.set_viewport_size(viewport)
        looks_right(page, axe)
    page.set_viewport_size(before)


def minutes(page: Page, town: Town, name: str = SECRETARY, rest: str = "") -> Page:
    """As the person of that name: the page of the minutes, or one under it."""
    return town.open(page, name, f"{town.told['path']}referat/{rest}")


def public(page: Page, town: Town, rest: str = "") -> Page:
    """As nobody in particular: what everybody reads of the meeting."""
    page.context.clear_cookies()
    page.goto(f"{town}{town.told['path'].replace('/moeder/', '/offentlig/')}{rest}")
    return page


def field(box: Page | Locator, name: str) -> Locator:
    """The field of exactly that name, also where it may be left empty."""
    return box.get_by_label(re.compile(rf"^{re.escape(name)}( \(|$)"))


def publishing(page: Page, town: Town) -> Page:
    """As secretary: the page where the meeting's documents are published."""
    return town.open(page, SECRETARY, f"{town.told['path']}offentliggoer/")


def publish_again(page: Page, because: str) -> None:
    """Publish the minutes as they are now, and say what is new."""
    box = page.get_by_role("region", name="Referat", exact=True)
    box.locator("summary").click()
    field(box, "Hvad der er nyt").fill(because)
    press(page, "Ja, offentliggør den nye udgave")
    expect_said(page, "Det er offentliggjort.")


def test_the_secretary_sees_what_the_checks_find_and_locks(page, town, axe):
    town.open(page, SECRETARY, town.told["path"])
    follow(page, "Læs referatet")
    expect(page.get_by_text("Ikke låst", exact=True)).to_be_visible()
    found = page.get_by_role("region", name="Hvad tjekket finder")
    expect(found).to_contain_text("bilag 7")
    both(page, axe)
    found.get_by_role("link", name=re.compile("^Sæt til side med en begrundelse")).first.click()
    both(page, axe)
    page.get_by_label("Hvorfor er det rigtigt, som det står?").fill(
        "Sådan blev det sagt og vedtaget."
    )
    press(page, "Sæt til side med denne begrundelse")
    expect_said(page, "Fundet er sat til side med din begrundelse.")
    expect(found).to_contain_text("Sådan blev det sagt og vedtaget.")
    page.get_by_label("Jeg har læst referatet").check()
    press(page, "Lås referatet")
    expect_said(page, "Referatet er låst.")
    expect(page.get_by_text("0 af 3 har godkendt", exact=True)).to_be_visible()
    both(page, axe)


def test_she_looks_at_what_everybody_reads_and_publishes(page, town, axe):
    minutes(page, town)
    follow(page, "Offentliggør")
    both(page, axe)
    follow(page, "Se det, som alle læser det: Referat")
    article = page.get_by_role("article", name=re.compile("^referatet$", re.I))
    expect(article).to_contain_text("Køb af ejendom")
    for secret in SECRETS:
        expect(article).not_to_contain_text(secret)
    both(page, axe)
    follow(page, "Tilbage til offentliggørelsen")
    page.locator("summary", has_text="Offentliggør referatet").click()
    both(page, axe)
    press(page, "Ja, offentliggør referatet")
    expect_said(page, "Det er offentliggjort.")
    both(page, axe)


@pytest.mark.parametrize("script", [True, False])
def test_everybody_reads_it_without_signing_in(open_page, town, axe, script):
    page = public(open_page(town, java_script_enabled=script), town)
    main = page.locator("main")
    expect(main).to_contain_text("Nye bådskure")
    expect(main).to_contain_text("Skurene bør vente til foråret.")
    expect(main).to_contain_text("Køb af ejendom")
    expect(main).to_contain_text("Købet er godkendt.")
    for secret in SECRETS:
        expect(page.locator("body")).not_to_contain_text(secret)
    assert page.context.cookies() == []
    if script:
        both(page, axe)
    file = page.get_by_role("link", name="Bilag til punkt 2: Tegning")
    assert page.request.get(f"{town}{file.get_attribute('href')}").text().startswith("Tegning")


def test_one_item_has_its_own_page(page, town, axe):
    public(page, town, f"punkt/{town.told['hidden']}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Køb af ejendom")
    both(page, axe)
    public(page, town, f"punkt/{town.told['sheds']}/")
    both(page, axe)


def test_a_member_proves_who_she_is_and_approves_on_a_phone(phone, town, axe):
    town.open(phone, MEMBERS["member"], "/arbejde/")
    phone.locator("main").get_by_role("link", name=re.compile("^Læs og godkend referatet")).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Bekræft, at det er dig")
    both(phone, axe)
    phone.get_by_label("Adgangskode").fill(PASSWORD)
    press(phone, "Bekræft")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Godkend referatet")
    expect(phone.get_by_role("article", name=re.compile("^referatet$", re.I))).to_contain_text(
        "Havnegade 7"
    )
    both(phone, axe)
    press(phone, "Godkend")
    expect_said(phone, "Du har godkendt referatet.")
    expect(phone.get_by_text("1 af 3 har godkendt", exact=True)).to_be_visible()
    both(phone, axe)


def test_another_approves_with_a_reservation_and_loses_nothing(phone, town, axe):
    minutes(phone, town, MEMBERS["ejner"])
    follow(phone, "Læs og godkend")
    phone.get_by_label("Adgangskode").fill(PASSWORD)
    press(phone, "Bekræft")
    field(phone, "Forbehold").fill("Jeg husker, at vi sagde maj.")
    session = next(each for each in phone.context.cookies() if each["name"] == "sessionid")
    town.run(LATER, session["value"])
    press(phone, "Godkend")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Bekræft, at det er dig")
    phone.get_by_label("Adgangskode").fill("noget helt andet")
    press(phone, "Bekræft")
    expect(phone.get_by_text("Adgangskoden er ikke rigtig.")).to_be_visible()
    both(phone, axe)
    phone.get_by_label("Adgangskode").fill(PASSWORD)
    press(phone, "Bekræft")
    expect_said(phone, "Du har godkendt referatet.")
    expect(phone.get_by_role("region", name="Godkendelse", exact=True)).to_contain_text(
        "Jeg husker, at vi sagde maj."
    )


def test_the_secretary_sees_who_is_missing_and_reminds(page, town, axe):
    minutes(page, town)
    expect(page.get_by_text("2 af 3 har godkendt", exact=True)).to_be_visible()
    press(page, "Mind dem, der mangler")
    expect_said(page, "De, der ikke har godkendt endnu, er mindet om det.")
    both(page, axe)
    town.open(page, MEMBERS["chair"], "/beskeder/")
    told = re.compile("^Du mangler at godkende referatet")
    expect(page.locator("main").get_by_role("link", name=told).first).to_be_visible()


def test_the_last_approves_without_javascript_and_the_pdf_is_sealed(open_page, town, axe):
    page = open_page(town, java_script_enabled=False)
    minutes(page, town, MEMBERS["chair"], "godkend/")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    press(page, "Bekræft")
    press(page, "Godkend")
    expect_said(page, "Du har godkendt referatet.")
    expect(page.get_by_text("3 af 3 har godkendt", exact=True)).to_be_visible()
    public(page, town)
    with page.expect_download() as fetched:
        page.goto(page.url)
        link_named(page, "Hent som PDF").click()
    pdf = fetched.value.path().read_bytes()
    trusted = [(town.folder / "seal" / "certificate.pem").read_bytes()]
    with ThreadPoolExecutor() as beside:  # The browser's own loop runs in this thread.
        report = beside.submit(verify, pdf, trusted).result()
    assert report.holds, report
    assert report.reason == "Referatet er godkendt af alle, der deltog."


def test_an_addition_is_published_as_a_new_version(page, town, axe):
    town.open(page, SECRETARY, f"{town.told['path']}punkt/{town.told['sheds']}/")
    follow(page, "Tilføj til beslutningen")
    field(page, "Tilføjelse").fill("Det gælder ni skure.")
    press(page, "Gem tilføjelsen")
    expect_said(page, "Tilføjelsen står under beslutningen.")
    publishing(page, town)
    expect(page.get_by_text("Ændret siden", exact=True)).to_be_visible()
    both(page, axe)
    publish_again(page, "En tilføjelse til punkt 2")
    expect(page.get_by_role("row", name=re.compile("systemet"))).to_contain_text(
        "Alle, der deltog, har godkendt referatet."
    )
    both(page, axe)
    public(page, town)
    expect(page.locator("main")).to_contain_text("Det gælder ni skure.")
    expect(page.locator("body")).to_contain_text("udgave 3: En tilføjelse til punkt 2.")
    both(page, axe)
    public(page, town, "referat/udgave/2/")
    expect(page.locator("main")).to_contain_text("Udgave 2 er erstattet")
    both(page, axe)
    follow(page, "Referatet, som gælder nu")
    expect(page.locator("main")).to_contain_text("Det gælder ni skure.")


def test_a_passage_is_left_out_with_its_reason(page, town, axe):
    publishing(page, town)
    follow(page, "Udelad en passage")
    both(page, axe)
    field(page, "Punkt").select_option(label=f"{town.told['sheds']} Nye bådskure")
    field(page, "De ord, der udelades").fill("Naboen Jens Broe")
    field(page, "Hvorfor").fill("private forhold, § 27")
    press(page, "Udelad en passage")
    expect(page.get_by_text("Ordene står ikke i punktet.")).to_be_visible()
    both(page, axe)
    expect(field(page, "Hvorfor")).to_have_value("private forhold, § 27")
    field(page, "De ord, der udelades").fill("Naboen Jens Bro")
    press(page, "Udelad en passage")
    expect_said(page, "Ordene er udeladt af den næste udgave.")
    both(page, axe)
    publish_again(page, "Et navn er udeladt")
    public(page, town)
    expect(page.locator("main")).to_contain_text("[udeladt: private forhold, § 27]")
    expect(page.locator("body")).not_to_contain_text("Jens Bro")
    both(page, axe)
    publishing(page, town)
    press(page, "Lad det stå igen")
    expect_said(page, "Ordene står der igen i den næste udgave.")
    publish_again(page, "")


def test_what_is_withdrawn_says_why_and_is_published_again(page, town, axe):
    publishing(page, town)
    follow(page, "Træk referatet tilbage")
    both(page, axe)
    press(page, "Træk referatet tilbage")
    field(page, "Hvorfor trækkes det tilbage?").fill("Et bilag var det forkerte.")
    press(page, "Træk referatet tilbage")
    expect_said(page, "Det er trukket tilbage.")
    both(page, axe)
    public(page, town)
    expect(page.locator("main")).to_contain_text("Begrundelse: Et bilag var det forkerte.")
    expect(page.locator("main")).not_to_contain_text("ni skure")
    both(page, axe)
    publishing(page, town)
    publish_again(page, "Det rigtige bilag er med")
    expect(public(page, town).locator("main")).to_contain_text("Det gælder ni skure.")


def test_an_attachment_after_the_meeting_is_marked(page, town, axe):
    minutes(page, town)
    follow(page, "Vedlæg et bilag")
    both(page, axe)
    field(page, "Punkt").select_option(label=f"{town.told['sheds']} Nye bådskure")
    given = {"name": "svar.txt", "mimeType": "text/plain", "buffer": b"Naboen siger ja."}
    page.get_by_label("Fil", exact=True).set_input_files(given)
    field(page, "Titel").fill("Naboens svar")
    field(page, "Hvorfor det kommer efter mødet").fill("Udvalget bad om, at svaret blev vedlagt.")
    press(page, "Vedlæg bilaget")
    expect_said(page, "Bilaget er vedlagt og mærket som tilføjet senere.")
    both(page, axe)
    publishing(page, town)
    publish_again(page, "Naboens svar er vedlagt")
    public(page, town)
    expect(page.locator("main")).to_contain_text(re.compile("Naboens svar.*tilføjet efter mødet"))
    both(page, axe)


def test_the_minute_book_holds_until_somebody_changes_it(page, town, axe):
    minutes(page, town)
    follow(page, "Posterne i beslutningsprotokollen")
    expect(page.locator("main")).to_contain_text("Kæden holder")
    both(page, axe)
    town.open(page, MEMBERS["member"], "/udvalg/havneudvalget/")
    page.get_by_role("link", name=re.compile("poster i beslutningsprotokollen$")).click()
    expect(page.locator("main")).to_contain_text("Kæden holder")
    both(page, axe)
    town.run(CHANGE)
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text("Post 4 er ikke, hvad der blev skrevet.")
    both(page, axe)
