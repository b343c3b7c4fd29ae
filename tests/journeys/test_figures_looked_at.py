"""An analyst looks at figures, puts a report together, releases it and finds it as a case; a member
reads it on a phone.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .meetings_prepared import Town, prepared_town
from .steps import expect_said, follow, press
from .test_every_page import violations

expect.set_options(timeout=20_000)
ANALYST, MEMBER = "Anja Lindegård", "Ejner Sø"
PREPARE = """
from decimal import Decimal
from pathlib import Path
from django.conf import settings
from sagsgang.figures.observation import Unit
from sagsgang.web.bodies.models import Role
from sagsgang.web.figures.selectors import area_of
from tests.figures.small_store import APPEALS, filled, observation
council = Council()
committee = council.body("Havneudvalget", "Ejner Sø", "Hanne Blæs")
home = committee.municipality
analyst = council.world.user("analyst", "Anja Lindegård")
council.world.assign(analyst, Role.ANALYST)
council.world.template.sections.create(order=1, heading="Sagsfremstilling", kind="presentation")
area = area_of(home)
def told_of():
    for year, laws in APPEALS.items():
        for law, values in laws.items():
            for name, value in zip(("upheld", "changed", "remitted"), values):
                yield observation(f"appeals.{name}", year, value, Unit.COUNT, area, law=law)
filled(Path(settings.SAGSGANG_DATA) / "figures", told_of(), preliminary_from="2025")
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory, chromium_path: str, empty_folder) -> Iterator[Town]:
    with prepared_town(empty_folder, tmp_path_factory.mktemp("figures"), PREPARE) as made:
        yield made


@pytest.fixture
def page(open_page, town: Town) -> Page:
    return open_page(town)


def test_an_analyst_looks_without_javascript(open_page, town):
    page = town.open(open_page(town, java_script_enabled=False), ANALYST, "/arbejde/")
    page.goto(f"{town}/ledelsesinformation/")
    expect(page.locator("main")).to_contain_text("26,6 pct.")
    page.get_by_label("Nøgletal", exact=True).select_option("reversal_rate")
    page.get_by_role("button", name="Vis", exact=True).click()
    page.get_by_label("Opdelt efter").select_option("law")
    page.get_by_label("Til og med").select_option("2024")
    page.get_by_role("button", name="Vis sådan", exact=True).click()
    expect(page.get_by_role("table")).to_contain_text("31,6")
    expect(page.get_by_role("table")).not_to_contain_text("26,6")
    expect(page.get_by_role("img")).to_have_count(2)
    page.get_by_role("link", name="Hvad tæller det?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Omgørelsesprocent")


def test_what_is_shown_is_for_everybody(page, town, axe):
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    for path in (
        "/ledelsesinformation/",
        "/ledelsesinformation/?noegletal=reversal_rate",
        "/ledelsesinformation/prognose/",
        "/ledelsesinformation/indikator/reversal_rate/",
        "/ledelsesinformation/rapporter/",
    ):
        town.open(page, ANALYST, path)
        assert violations(page, axe) == []
    page.set_viewport_size({"width": 375, "height": 740})
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    for asked in ("", "?noegletal=reversal_rate"):
        town.open(page, MEMBER, f"/ledelsesinformation/{asked}")
        assert violations(page, axe) == []
        assert page.evaluate(wide) == 0
    assert {url for url in fetched if not url.startswith(town)} == set()


def test_a_report_from_nothing_to_the_agenda(page, town, axe):
    town.open(page, ANALYST, "/ledelsesinformation/rapporter/")
    follow(page, "Ny rapport")
    page.get_by_label("Titel").fill("Ankesager i året")
    page.get_by_label("Udvalg").select_option(label="Havneudvalget")
    assert violations(page, axe) == []
    press(page, "Lav")
    follow(page, "Nyt afsnit")
    page.get_by_label("Overskrift").fill("Omgørelse efter lov")
    page.get_by_label("Nøgletal").select_option("reversal_rate")
    page.get_by_label("Pr.").select_option("year")
    page.get_by_label("Opdelt efter").select_option("law")
    page.get_by_label("Dine ord").fill("Færre sager bliver lavet om.")
    assert violations(page, axe) == []
    press(page, "Gem")
    page.get_by_label("Periode").select_option("2025")
    page.get_by_role("button", name="Forhåndsvis").click()
    expect(page.locator("main")).to_contain_text("Færre sager bliver lavet om.")
    assert violations(page, axe) == []
    press(page, "Frigiv rapporten")
    expect_said(page, "Rapporten er frigivet.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ankesager i året, 2025")
    assert violations(page, axe) == []
    edition = page.url.removeprefix(town)
    page.locator("main").get_by_role("link", name="Ankesager i året, 2025").click()
    expect(page.locator("main")).to_contain_text("26,6")
    town.open(page, MEMBER, edition)
    expect(page.locator("main")).to_contain_text("Tal til og med 2025, hentet 15. januar 2026.")
