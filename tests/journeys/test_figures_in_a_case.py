"""A figure's way: put into a case, contradicted, brought up to date, sent, decided, looked up."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .meetings_prepared import Town, prepared_town
from .test_every_page import violations

expect.set_options(timeout=20_000)
OFFICER, SECRETARY = "Signe Krogh", "Ulla Fenger"
TITLE = "Ankesager i året"
#: Loads so many upheld and changed appeals of 2025; the first argument is the day of the file.
LOAD = """
from datetime import UTC, datetime
from decimal import Decimal
from sagsgang.figures.observation import Observation, Origin, Unit, group_of
from sagsgang.figures.periods import Period
from sagsgang.figures.store import stage
from sagsgang.web.figures.selectors import store
day, upheld, changed = map(int, arguments[:3])
with stage() as staged:
    staged.add(
        (Observation(f"appeals.{name}", "ny", Period.parse(year), Decimal(count), Unit.COUNT,
                     group_of({"law": law})), f"{law}, {year}")
        for year in ("2024", "2025")
        for law in ("Serviceloven", "Aktivloven")
        for name, count in (("upheld", upheld), ("changed", changed), ("remitted", 0))
    )
    store().add(staged, Origin("Ankestyrelsen", f"anker-{day}.csv", f"{day:064}",
                               datetime(2026, 5, day, 9, tzinfo=UTC)),
                at=datetime.now(UTC), is_confirmed=True)
"""
PREPARE = f"""{LOAD}
council = Council()
harbour = council.body("Havneudvalget")
told["case"] = council.world.case("{TITLE}", number="27.00.00-A00-1-26").pk
"""
SEND = """
case = Case.objects.get(pk=int(arguments[0]))
case.state = "approved"
case.save()
world = World(case.municipality, {case.body.name: case.body})
world.people = {"secretary": User.objects.get(name="Ulla Fenger"), "case_officer": case.officer}
council = Council(world)
meeting = council.meeting(case.body)
(stop,) = council.way(case, ("Havneudvalget", "settles"))
item = council.put_on(meeting, stop)
council.sent(meeting)
council.opened(meeting)
item.refresh_from_db()
told["path"], told["number"], told["item"] = council.path(meeting), item.number, item.pk
"""
DECIDE = """
from sagsgang.web.meetings.deciding.services import decision_record
from sagsgang.web.meetings.models import Item
item = Item.objects.select_related("meeting__plan__body", "stop__case").get(pk=int(arguments[0]))
decision_record(actor=User.objects.get(name="Ulla Fenger"), item=item, text="Godkendt.")
"""
_IMPORTS = """
from sagsgang.web.accounts.models import User
from sagsgang.web.cases.models import Case
from web.world import World
"""


@pytest.fixture(scope="module")
def town(
    tmp_path_factory: pytest.TempPathFactory, chromium_path: str, empty_folder: Path
) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("figures")
    with prepared_town(empty_folder, folder, PREPARE, "12", "70", "30") as made:
        yield made


def sheet(page: Page, name: str) -> None:
    """A picture to look at, where one is asked for."""
    import os

    if folder := os.environ.get("SAGSGANG_SHEETS"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def put_in(page: Page, kind: str) -> None:
    """Through the window over the text, from the button under the first section."""
    page.get_by_role("link", name="Indsæt tal i Sagsfremstilling").click()
    window = page.get_by_role("dialog")
    window.get_by_label("Søg").fill("omgørelses")
    window.get_by_role("button", name="Søg").click()
    window.get_by_role("link", name="Omgørelsesprocent", exact=True).click()
    window.get_by_label(kind, exact=True).check()
    if kind != "Et tal i løbende tekst":
        window.get_by_label("Opdelt efter").select_option(label="Lov")
        window.get_by_label("Analytikerens ord").fill("Begge love ligger ens.")
    window.get_by_role("button", name="Se på det").click()
    expect(window.get_by_role("region", name="Sådan kommer det til at stå")).to_contain_text("30,0")
    sheet(page, f"dialog-{kind[:5]}")
    window.get_by_role("button", name="Indsæt", exact=True).click()
    expect(window).to_be_hidden()


def test_the_way_of_a_figure(town: Town, open_page, axe: str):
    case = town.told["case"]
    complaints: list[str] = []
    page = open_page(town)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda m: complaints.append(m.text) if "Policy" in m.text else None)
    town.open(page, OFFICER, f"/sager/{case}/skriv/")
    text = page.get_by_role("textbox", name="Sagsfremstilling", exact=True)
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" I 2025 var der en ")
    put_in(page, "Et tal i løbende tekst")
    expect(text.locator("data")).to_have_text("omgørelsesprocent på 30,0 pct.")
    page.keyboard.type(" Det følges.")
    page.keyboard.press("Enter")
    put_in(page, "Et diagram med tabel")
    expect(text.locator("figure table")).to_contain_text("Serviceloven")
    expect(text.locator("figure img")).to_have_js_property("complete", True)
    assert text.locator("figure img").evaluate("e => e.naturalWidth") > 100
    # What comes next comes after it, and does not take its place.
    page.keyboard.type("Det ses af figuren.")
    expect(text.locator("figure")).to_have_count(1)
    expect(text).to_contain_text("Det ses af figuren.")
    # Nobody types into a figure, and what is typed beside it is held against it.
    page.get_by_role("textbox", name="Økonomi", exact=True).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Kommunens omgørelsesprocent er 41,0 pct.")
    finding = page.locator(".finding-is-blocks", has_text="41,0 pct.")
    expect(finding).to_contain_text("30,0 pct.")
    expect(page.locator("#gemt")).to_contain_text("Gemt")
    sheet(page, "write")
    assert violations(page, axe) == []
    page.reload()
    rows = page.locator("#tal-i-sagen")
    expect(rows).to_contain_text("Kilde: Ankestyrelsen, hentet 12-05-2026.")
    expect(text.locator("data")).to_have_text("omgørelsesprocent på 30,0 pct.")
    # Newer data: the draft follows them when it is opened.
    town.run(LOAD, "13", "60", "40")
    page.reload()
    expect(text.locator("data")).to_have_text("omgørelsesprocent på 40,0 pct.")
    expect(text.locator("figure table")).to_contain_text("40,0")
    sheet(page, "write-updated")
    # Sent: it stands as it was given out, whatever is loaded since.
    sent = town.run(_IMPORTS + SEND, str(case))
    town.run(LOAD, "14", "50", "50")
    town.open(page, SECRETARY, f"{sent['path']}afvikl/?punkt={sent['item']}")
    newer = "Nyere tal findes: var 40,0 pct., er nu 50,0 pct."
    expect(page.get_by_text(newer).first).to_be_visible()
    sheet(page, "meeting")
    town.run(_IMPORTS + DECIDE, str(sent["item"]))
    page.goto(f"{town}{sent['path']}punkt/{sent['number']}/")
    given = page.locator(".figure-given")
    expect(given.get_by_role("heading")).to_have_text("Tallene, som de stod, da det blev besluttet")
    expect(page.locator(".case-text data").first).to_have_text("omgørelsesprocent på 40,0 pct.")
    assert violations(page, axe) == []
    sheet(page, "item")
    given.get_by_role("link", name="omgørelsesprocent på 40,0 pct.").click()
    frozen = page.locator(".figure-frozen")
    expect(frozen).to_contain_text(re.compile("Beslutningen på mødet i Havneudvalget"))
    expect(frozen).to_contain_text("Dagsordenen til mødet i Havneudvalget")
    expect(page.get_by_text("anker-13.csv")).to_be_visible()
    page.get_by_role("link", name="Regn efter").click()
    expect(page.get_by_text("det stemmer").first).to_be_visible()
    assert violations(page, axe) == []
    sheet(page, "figure")
    page.set_viewport_size({"width": 375, "height": 800})
    sheet(page, "figure-phone")
    assert complaints == []
