"""Two officers write in one case: what either wrote is kept, also when the connection is lost."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import as_person
from tests.journeys.states import looks_right

OFFICER, COLLEAGUE = "Signe Krogholm", "Mette Ravnkilde"
CASE = "Mentorer for nye medarbejdere"
SECTION = "Sagsfremstilling"


@pytest.fixture(scope="module")
def address(own_site, browser) -> str:
    """The page on which the case is written, after its officer has shared it with a colleague."""
    context = browser.new_context(locale="da-DK")
    page = as_person(context.new_page(), own_site, OFFICER)
    page.goto(f"{own_site}/sager/?q=mentorer")
    page.get_by_role("link", name=CASE).first.click()
    address = page.url
    page.goto(f"{address}del/")
    page.get_by_label("Kollega").select_option(label=COLLEAGUE)
    page.get_by_role("button", name="Del", exact=True).dblclick()
    expect(page.get_by_text(f"{COLLEAGUE} kan nu skrive i sagen.")).to_be_visible()
    context.close()
    return f"{address}skriv/"


@pytest.fixture
def window(own_site, open_page, address):
    """The page in a window of a person's, with what it breaks of our policies."""

    def _window(name: str) -> Page:
        page = as_person(open_page(str(own_site)), own_site, name)
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(address)
        return page

    return _window


def editor(page: Page, name: str = SECTION):
    return page.get_by_role("textbox", name=name, exact=True)


def type_at_end(page: Page, text: str, name: str = SECTION) -> None:
    editor(page, name).click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type(text)


def save_state(page: Page):
    return page.locator("#gemt")


def test_two_write_in_the_same_section(window, address, axe):
    hers, his = window(OFFICER), window(COLLEAGUE)
    type_at_end(hers, "Mentorerne får en kursusdag.")
    expect(save_state(hers)).to_have_text(re.compile(r"Gemt kl\. \d\d\.\d\d"))
    type_at_end(his, "Mentorerne får to kursusdage.")
    warning = his.get_by_role("alert").filter(has_text="En anden var hurtigere.")
    expect(warning).to_be_visible()
    # He goes on writing before he sees it: that is kept too.
    his.keyboard.type(" Og en bog.")
    looks_right(his, axe)
    warning.get_by_role("link", name="Se begge tekster og vælg").click()
    expect(his.get_by_role("heading", name="Det er forskelligt")).to_be_visible()
    for words in ("en kursusdag", "to kursusdage"):
        expect(his.locator(".two-texts")).to_contain_text(words)
    looks_right(his, axe)

    joined = editor(his)
    expect(joined).to_contain_text("en kursusdag")
    expect(joined).to_contain_text("to kursusdage")
    his.get_by_role("button", name="Gem den samlede tekst").dblclick()
    his.wait_for_url(re.compile(r"/skriv/(#.*)?$"))
    for words in ("en kursusdag", "to kursusdage"):
        expect(editor(his)).to_contain_text(words)
    late = his.get_by_role("alert").filter(has_text="En anden var hurtigere.")
    late.get_by_role("link", name="Se begge tekster og vælg").click()
    expect(his.locator(".two-texts")).to_contain_text("Og en bog.")
    looks_right(his, axe)
    his.get_by_role("button", name="Brug teksten i sagen").click()
    expect(his.get_by_text("Teksten i sagen bliver, som den er.")).to_be_visible()

    # She still has the page from before, and writes on: her words are kept beside his.
    type_at_end(hers, "Kursusdagen er i april.")
    expect(hers.get_by_role("alert").filter(has_text="En anden var hurtigere.")).to_be_visible()
    hers.get_by_role("link", name="Se begge tekster og vælg").first.click()
    hers.get_by_role("button", name="Brug teksten, der er lagt til side").click()
    hers.wait_for_url(re.compile(r"/skriv/(#.*)?$"))
    expect(editor(hers)).to_contain_text("Kursusdagen er i april.")

    # And what was not chosen can be found among the versions.
    hers.goto(address.replace("skriv/", "versioner/"))
    looks_right(hers, axe)
    hers.get_by_role("link", name=re.compile(r"^Version \d+")).nth(1).click()
    expect(hers.locator("main")).to_contain_text("to kursusdage")
    assert hers.complaints == his.complaints == []


def test_they_see_each_other(window):
    hers = window(OFFICER)
    his = window(COLLEAGUE)
    expect(his.locator("#hvem")).to_have_text(f"I sagen nu: {OFFICER}")
    hers.reload()
    expect(hers.locator("#hvem")).to_have_text(f"I sagen nu: {COLLEAGUE}")


def test_a_lost_connection_loses_nothing(window, axe):
    page = window(OFFICER)
    page.context.set_offline(True)
    type_at_end(page, "Skrevet i toget.", "Resume")
    expect(save_state(page)).to_have_text("Ikke gemt – prøver igen")
    looks_right(page, axe)
    page.keyboard.type(" Og i tunnelen.")
    page.context.set_offline(False)
    expect(save_state(page)).to_have_text(re.compile(r"Gemt kl\. \d\d\.\d\d"))
    page.reload()
    expect(editor(page, "Resume")).to_contain_text("Skrevet i toget. Og i tunnelen.")


def test_a_closed_window_loses_nothing(window, address):
    page = window(OFFICER)
    page.context.set_offline(True)
    type_at_end(page, "Skrevet, før låget blev lukket.", "Resume")
    expect(save_state(page)).to_have_text("Ikke gemt – prøver igen")
    context = page.context
    page.close(run_before_unload=False)
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    expect(editor(again, "Resume")).to_contain_text("Skrevet, før låget blev lukket.")
    expect(save_state(again)).to_have_text(re.compile(r"Gemt kl\. \d\d\.\d\d"))


def test_leaving_the_page_saves_what_was_written(window, address):
    page = window(OFFICER)
    type_at_end(page, "Skrevet lige før pausen.", "Resume")
    page.goto(address.replace("skriv/", ""))
    page.goto(address)
    expect(editor(page, "Resume")).to_contain_text("Skrevet lige før pausen.")


def test_signed_out_while_writing(window, axe):
    page = window(COLLEAGUE)
    cookies = page.context.cookies()
    page.context.clear_cookies(name="sessionid")
    type_at_end(page, "Skrevet efter fyraften.", "Resume")
    expect(save_state(page)).to_contain_text("du er logget ud", timeout=20_000)
    looks_right(page, axe)
    page.context.add_cookies(cookies)
    page.reload()
    expect(editor(page, "Resume")).to_contain_text("Skrevet efter fyraften.")
    expect(save_state(page)).to_have_text(re.compile(r"Gemt kl\. \d\d\.\d\d"))
