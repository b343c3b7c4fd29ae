"""An officer who has never been here makes a case, sends it and lays its way; it is approved.

With SAGSGANG_PICTURES=1 it also takes the manual's pictures.
"""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import as_person, as_role
from tests.journeys.pictures import picture
from tests.journeys.states import looks_right
from tests.journeys.steps import add_treatment

expect.set_options(timeout=20_000)
TITLE = "Fritidsjob til unge på kanten"
MANAGER = "Lone Damhus"


@pytest.fixture
def officer(own_site, open_page) -> Page:
    """She opens the front page and chooses her role."""
    page = open_page(str(own_site))
    picture(page, "forside")
    return as_role(page, "sagsbehandler")


def write(page: Page, section: str, text: str) -> None:
    page.get_by_role("textbox", name=section, exact=True).click()
    page.keyboard.type(text)


def saved(page: Page) -> None:
    expect(page.locator("#gemt")).to_have_text(re.compile(r"Gemt kl\. \d\d\.\d\d"))


def test_a_case_from_nothing(own_site, open_page, officer, axe):
    page = officer
    looks_right(page, axe)
    picture(page, "mit-arbejde")
    page.get_by_role("link", name="Sager", exact=True).click()
    page.get_by_role("link", name="Ny sag").click()
    looks_right(page, axe)
    page.get_by_label("Udvalg").select_option(label="Arbejdsmarkedsudvalget")
    page.get_by_label("Titel", exact=True).fill(TITLE)
    picture(page, "ny-sag")
    # The case is made once, however often the button is pressed.
    page.get_by_role("button", name="Opret sagen").dblclick()
    expect(page.get_by_text("Sagen er oprettet.")).to_be_visible()
    address = page.url.split("skriv/")[0]
    page.goto(f"{own_site}/sager/?q=fritidsjob")
    expect(page.get_by_role("link", name=TITLE)).to_have_count(1)

    page.goto(f"{address}skriv/")
    looks_right(page, axe)
    sections = page.locator("section[data-section]")
    for at in range(sections.count()):
        section = sections.nth(at)
        if section.locator("form.nothing").count():
            section.locator("form.nothing button").click()
        elif not section.locator("form.points").count():
            write(page, section.get_attribute("data-heading"), "Tolv unge får et fritidsjob.")
        else:
            section.get_by_label("Nyt punkt 1", exact=True).fill("at forsøget sættes i gang.")
    saved(page)
    looks_right(page, axe)
    picture(page, "skriv-sag")
    page.reload()
    page.get_by_role("link", name="Send til godkendelse").click()
    looks_right(page, axe)
    page.get_by_role("button", name="Send sagen").dblclick()
    expect(page.get_by_text("Sagen er sendt til godkendelse.")).to_be_visible()
    looks_right(page, axe)
    picture(page, "sendt-sag")

    page.get_by_role("link", name="Se og læg hele vejen").first.click()
    looks_right(page, axe)
    for body, kind in (("Arbejdsmarkedsudvalget", "Indstilling"), ("Byrådet", "Beslutning")):
        add_treatment(page, body, kind)
    looks_right(page, axe)
    picture(page, "sagens-vej")

    manager = as_person(open_page(str(own_site)), own_site, MANAGER)
    manager.get_by_role("link", name="Til godkendelse", exact=True).click()
    looks_right(manager, axe)
    picture(manager, "til-godkendelse")
    manager.get_by_role("link", name=TITLE).click()
    looks_right(manager, axe)
    picture(manager, "godkend-sag")
    manager.get_by_role("button", name="Godkend sagen").dblclick()
    expect(manager.get_by_text("Sagen er godkendt.")).to_be_visible()
    looks_right(manager, axe)
    page.goto(address)
    expect(page.locator("main")).to_contain_text("Godkendt")
