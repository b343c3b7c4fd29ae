"""An appropriation statement is written in a case, counted while one types, and gathered with the
other committees' in the revision's overview.
"""

import os
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from . import steps
from .conftest import as_role
from .test_every_page import violations

TEMPLATE = "Sagsresumé med bevillingsmæssige konsekvenser"
COMMITTEE = "Arbejdsmarkedsudvalget"
TITLE = "Flere vejledere til unge"
THIS_YEAR = date.today().year
ROUND = f"3. bevillingsrevision {THIS_YEAR}"
#: Those of the other committees in the example.
COLUMNS = ("2026", "2027", "2028-2029")
BALANCE = "[data-balance]"
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def told() -> dict[str, int]:
    """The case that the parts of the journey hand on to one another."""
    return {}


@pytest.fixture
def page(own_site, open_page) -> Page:
    return open_page(own_site)


def address(told: dict[str, int]) -> str:
    return f"/sager/{told['case']}/bevillingspaategning/"


def name_columns(page: Page) -> None:
    """The last of the four columns goes, the third stands for two years."""
    page.locator("button[value='remove_column:3']").click()
    for number, label in enumerate(COLUMNS, start=1):
        page.get_by_label(f"Overskrift på kolonne {number}").fill(label)
    page.locator("#column-years-2").fill("2")
    page.get_by_label("Pris- og lønniveau").fill("2026")


def shot(page: Page, name: str) -> None:
    if folder := os.environ.get("SAGSGANG_SHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def no_wider_than_the_window(page: Page) -> bool:
    return page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_the_officer_types_and_the_sums_follow(page, axe, told):
    as_role(page, "sagsbehandler")
    told["case"] = steps.make_case(
        page, body=COMMITTEE, template=TEMPLATE, title=TITLE, has_money=True
    )
    steps.go(page, f"/sager/{told['case']}/")
    steps.follow(page, "Skriv bevillingspåtegningen")
    expect(page.locator(BALANCE)).to_contain_text("ikke udfyldt noget beløb")
    assert violations(page, axe) == []
    name_columns(page)
    page.get_by_label("Politikområde, bevilling 1").fill("19 Beskæftigelsesindsats")
    page.locator("#granted-0-0").fill("-1.200")
    expect(page.locator("[data-sums] .together")).to_contain_text("-1.200")
    expect(page.locator(BALANCE)).to_contain_text("1.200 t.kr. har ikke fået nogen plads")
    page.locator("#granted-0-1").fill("(400)")
    expect(page.locator(BALANCE)).to_contain_text("Skriv -400 i stedet for (400)")
    page.locator("#granted-0-1").fill("400")
    page.locator("#granted-0-2").fill("800")
    page.locator("#financing-0-0").fill("0")
    expect(page.locator(BALANCE)).to_contain_text("Den går op")
    expect(page.locator(BALANCE)).to_contain_text("men ikke i hvert år for sig")
    expect(page.locator(BALANCE)).to_contain_text("Det er om året 19 Beskæftigelsesindsats: 400")
    assert violations(page, axe) == []
    shot(page, "form")


def test_what_cannot_be_read_is_refused_and_stays(page, axe, told):
    as_role(page, "sagsbehandler")
    steps.go(page, address(told))
    page.get_by_label("Politikområde, bevilling 1").fill("19 Beskæftigelsesindsats")
    page.locator("#granted-0-0").fill("1,5")
    steps.press(page, "Gem påtegningen")
    expect(page.get_by_role("alert").first).to_contain_text("Skriv hele beløb uden komma")
    expect(page.locator("#granted-0-0")).to_have_value("1,5")
    assert violations(page, axe) == []
    shot(page, "refused")


def test_it_is_saved_and_stands_in_the_case(page, axe, told):
    as_role(page, "sagsbehandler")
    steps.go(page, address(told))
    name_columns(page)
    page.get_by_label("Bevillingsrevision").select_option(label=ROUND)
    page.get_by_label("Politikområde, bevilling 1").fill("19 Beskæftigelsesindsats")
    page.locator("#granted-0-0").fill("-1.200")
    page.locator("#granted-0-1").fill("400")
    page.locator("#granted-0-2").fill("700")
    page.locator("#financing-0-0").fill("0")
    steps.press(page, "Gem påtegningen")
    steps.expect_said(page, "Bevillingspåtegningen er gemt og står i sagen.")
    part = page.get_by_role("region", name="Bevillingspåtegning").first
    expect(part).to_contain_text("Tabel 1. Bevillingspåtegning, t.kr., pris- og lønniveau 2026")
    beside = page.get_by_role("region", name="Går bevillingen op?")
    expect(beside).to_contain_text("Over hele perioden: 100 t.kr. har ikke fået nogen plads")
    shot(page, "case")
    assert violations(page, axe) == []


def test_the_balance_can_be_counted_without_scripts(own_site, open_page, axe, told):
    page = open_page(own_site, java_script_enabled=False, viewport=PHONE)
    as_role(page, "sagsbehandler")
    steps.go(page, address(told))
    page.locator("#granted-0-2").fill("800")
    page.locator("p.write-buttons").get_by_role("button", name="Regn efter").click()
    expect(page.locator(BALANCE)).to_contain_text("Den går op")
    expect(page.locator("#granted-0-2")).to_have_value("800")
    steps.press(page, "Gem påtegningen")
    steps.expect_said(page, "Bevillingspåtegningen er gemt og står i sagen.")
    steps.go(page, f"/sager/{told['case']}/paategning/")
    steps.press(page, "Bed om påtegning")


def is_within_the_window(what: Locator) -> bool:
    box = what.bounding_box()
    return box is not None and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]


def test_on_a_phone_every_amount_is_seen_with_its_year(own_site, open_page, axe, told):
    page = open_page(own_site, viewport=PHONE)
    as_role(page, "sagsbehandler")
    steps.go(page, address(told))
    shot(page, "phone-form")
    assert no_wider_than_the_window(page)
    amount = page.locator("#granted-0-2")
    assert is_within_the_window(amount)
    expect(page.locator("td", has=amount)).to_have_attribute("data-column", COLUMNS[2])
    page.get_by_label("Overskrift på kolonne 3").fill("2028-2030")
    expect(page.locator("td", has=amount)).to_have_attribute("data-column", "2028-2030")
    assert violations(page, axe) == []


def test_the_overview_gathers_all_committees(own_site, open_page, page, axe, told):
    as_role(page, "oekonomikonsulent")
    steps.go(page, f"/sager/{told['case']}/paategning/")
    expect(page.get_by_role("region", name="Går bevillingen op?")).to_contain_text("Den går op")
    assert violations(page, axe) == []
    steps.follow(page, "Bevillingsrevisioner")
    assert violations(page, axe) == []
    shot(page, "rounds")
    steps.follow(page, ROUND)
    table = page.get_by_role("region", name="Alle udvalg").get_by_role("table")
    expect(table).to_contain_text("Social- og Sundhedsudvalget")
    expect(table).to_contain_text("18 Forsørgelse")
    # 300, 300 and 600 in the example's own case, and what this journey wrote added to them.
    row = table.get_by_role("row").filter(has_text="19 Beskæftigelsesindsats")
    assert row.get_by_role("cell").all_inner_texts()[2:] == ["-900", "700", "1.400"]
    expect(page.locator("main")).to_contain_text("går op over perioden 2026 til 2028-2029")
    assert violations(page, axe) == []
    shot(page, "overview")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Hent til regneark (CSV)").click()
    lines = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == (
        "Udvalg;Slags;Politikområde eller kilde;2026 (t.kr.);2027 (t.kr.);2028-2029 (t.kr.)"
    )
    assert "Arbejdsmarkedsudvalget;Drift;18 Forsørgelse;-4200;900;1800" in lines
    phone = open_page(own_site, viewport=PHONE)
    as_role(phone, "oekonomikonsulent")
    steps.go(phone, "/bevillingsrevisioner/")
    assert no_wider_than_the_window(phone)
    steps.follow(phone, ROUND)
    assert no_wider_than_the_window(phone)
    assert is_within_the_window(phone.locator("td.sum").last)
    shot(phone, "phone-overview")


def test_the_secretary_plans_the_days(page, axe):
    as_role(page, "sekretaer")
    steps.go(page, "/bevillingsrevisioner/")
    steps.follow(page, "Ny revision")
    expect(page.get_by_label("Navn")).to_have_value("1. bevillingsrevision")
    assert violations(page, axe) == []
    for name in ("Fagudvalgene, første dag", "Fagudvalgene, sidste dag"):
        page.get_by_label(name).fill("")
    page.get_by_label("Byrådet").fill(f"{THIS_YEAR + 1}-04-27")
    page.get_by_label("Økonomiudvalget").fill(f"{THIS_YEAR + 1}-05-04")
    steps.press(page, "Gem")
    expect(page.locator(".form-error")).to_contain_text("efter økonomiudvalget")
    page.get_by_label("Økonomiudvalget").fill(f"{THIS_YEAR + 1}-04-20")
    steps.press(page, "Gem")
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text(f"1. bevillingsrevision {THIS_YEAR + 1}")
