"""The municipality answers somebody else's hearing: the officer writes, those whom the committee
left it to approve on their telephones, a change asks them anew, it is sent, the committee gets it.
"""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import as_person
from tests.journeys.states import looks_right
from tests.journeys.steps import follow, onward, today
from tests.journeys.test_every_page import PHONE

expect.set_options(timeout=20_000)
OFFICER, CHAIR, VICE_CHAIR = "Signe Krogholm", "Samira Toft Haddad", "Jens-Ole Brandstrup"
NUMBER = "15.00.00-K04-9-"
SUBJECT = "Svar på høring om mentorordninger"


@pytest.fixture
def person(own_site, open_page):
    """A window of a person's: `person(name)`, or of her telephone: `person(name, PHONE)`."""

    def _person(name: str, viewport=None) -> Page:
        options = {"viewport": viewport} if viewport else {}
        page = open_page(str(own_site), **options)
        return as_person(page, own_site, name)

    return _person


def write(page: Page, text: str) -> None:
    page.get_by_role("textbox", name=re.compile("^Svaret")).click()
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def approve(page: Page, axe: str, words: str) -> None:
    """On the telephone, from what waits to the button."""
    page.goto(page.url)
    page.get_by_role(
        "link", name=re.compile(f"Godkend høringssvaret eller send det retur.*{SUBJECT}")
    ).click()
    expect(page.locator(".rich-text").first).to_contain_text(words)
    looks_right(page, axe)
    button = page.get_by_role("button", name="Godkend svaret")
    assert button.bounding_box()["height"] >= 40
    button.dblclick()
    expect(page.get_by_text("Du har godkendt svaret.")).to_be_visible()
    looks_right(page, axe)


def test_from_the_draft_to_the_copy(person, axe):
    officer = person(OFFICER)
    officer.get_by_role("link", name="Sager", exact=True).click()
    officer.get_by_role("link", name="Svar på høring om forenkling").first.click()
    officer.get_by_role("link", name="Skriv et svar på andres høring").click()
    looks_right(officer, axe)

    # Everything that is missing is said at once, and what was written stays.
    officer.get_by_label("Modtager").fill("Beskæftigelsesministeriet")
    officer.get_by_label("Hvad handler høringen om?").fill(SUBJECT)
    deadline = today() + timedelta(days=10)
    officer.get_by_label("Deres frist").fill(deadline.isoformat())
    officer.get_by_label("Hvilken behandling har overladt det til dem?").select_option(
        label="Arbejdsmarkedsudvalget"
    )
    write(officer, "Nørreskov Kommune er enig i forslaget.")
    officer.get_by_role("button", name="Gem").click()
    expect(officer.get_by_text("Vælg mindst én, der godkender svaret.")).to_be_visible()
    expect(officer.get_by_label("Hvad handler høringen om?")).to_have_value(SUBJECT)
    looks_right(officer, axe)
    for name in (CHAIR, VICE_CHAIR):
        officer.get_by_label(name).check()
    officer.get_by_role("button", name="Gem").dblclick()
    expect(officer.get_by_text("Kladden er gemt.")).to_be_visible()
    looks_right(officer, axe)
    officer.get_by_role("button", name="Bed om godkendelse").click()
    expect(officer.get_by_text("har fået besked")).to_be_visible()
    answer = officer.url

    chair, vice_chair = person(CHAIR, PHONE), person(VICE_CHAIR, PHONE)
    looks_right(chair, axe)
    approve(chair, axe, "er enig i forslaget")
    chair.goto(answer)
    expect(chair.get_by_text("Du har godkendt svaret, som det lyder nu.")).to_be_visible()

    # The vice-chair is reading when the officer changes the text: he does not approve unseen words.
    vice_chair.goto(answer)
    officer.goto(answer)
    officer.get_by_role("link", name="Ret svaret").click()
    expect(officer.get_by_text("skal alle godkende igen")).to_be_visible()
    write(officer, "Nørreskov Kommune er enig, men savner en frist.")
    officer.get_by_role("button", name="Gem").click()
    expect(
        officer.get_by_text("0 af 2 har godkendt").or_(officer.get_by_text("Kladde"))
    ).not_to_have_count(0)
    if officer.get_by_role("button", name="Bed om godkendelse").count():
        officer.get_by_role("button", name="Bed om godkendelse").click()
    vice_chair.get_by_role("button", name="Godkend svaret").click()
    expect(vice_chair.get_by_text("Læs den igen, før du godkender.")).to_be_visible()
    looks_right(vice_chair, axe)

    for page in (vice_chair, chair):
        onward(page.get_by_role("link", name="Sagsgang").first)
        page.goto(f"{answer.split('/hoeringer')[0]}/arbejde/")
        approve(page, axe, "savner en frist")

    officer.goto(answer)
    expect(officer.get_by_text("Godkendt af alle, ikke sendt").first).to_be_visible()
    looks_right(officer, axe)
    tomorrow = today() + timedelta(days=1)
    officer.get_by_label("Sendt den").fill(tomorrow.isoformat())
    officer.get_by_label("Hvordan?").fill("på mail")
    officer.get_by_role("button", name="Notér som sendt").click()
    expect(officer.get_by_text("Dagen er ikke kommet endnu.")).to_be_visible()
    expect(officer.get_by_label("Hvordan?")).to_have_value("på mail")
    officer.get_by_label("Sendt den").fill(today().isoformat())
    officer.get_by_role("button", name="Notér som sendt").dblclick()
    expect(officer.get_by_text("Det er noteret, at svaret er sendt.")).to_be_visible()
    looks_right(officer, axe)

    copy = officer.get_by_role("group", name="Råd og udvalg").get_by_label("Arbejdsmarkedsudvalget")
    expect(copy).to_be_checked()
    officer.get_by_role("button", name="Giv kopi").dblclick()
    expect(officer.get_by_text("Kopien er lagt på sagens vej til orientering.")).to_be_visible()
    expect(officer.get_by_role("region", name="Kopier").get_by_role("listitem")).to_have_count(1)
    looks_right(officer, axe)

    # Back in the browser and sent again: nothing is doubled.
    officer.go_back()
    officer.reload()
    expect(officer.get_by_role("region", name="Kopier").get_by_role("listitem")).to_have_count(1)
    officer.get_by_role("navigation", name="Brødkrumme").get_by_role(
        "link", name=re.compile(NUMBER)
    ).click()
    follow(officer, "Se og læg hele vejen")
    looks_right(officer, axe)
    expect(officer.locator(".way-card", has_text="Orientering")).to_be_visible()
