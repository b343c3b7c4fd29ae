"""Last year's appeals case is used again: what is old is marked, a wrong total is told, and what
is broken or hostile is refused in words, with nothing lost and nothing doubled.
"""

import io
import re

import pytest
from docx import Document
from playwright.sync_api import Page, expect
from tests.journeys.conftest import as_person
from tests.journeys.states import looks_right
from tests.journeys.steps import onward, today

expect.set_options(timeout=20_000)
OFFICER, ADMINISTRATOR = "Kaj Brinkmose", "Ib Skovlunde"
EARLIER = "Orientering om ankestatistik"
TITLE = "Orientering om ankestatistik, i år"


@pytest.fixture
def page(own_site, open_page) -> Page:
    """The officer's window."""
    page = as_person(open_page(str(own_site)), own_site, OFFICER)
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    return page


@pytest.fixture
def administrator(own_site, open_page) -> Page:
    """The administrator's window."""
    return as_person(open_page(str(own_site)), own_site, ADMINISTRATOR)


def open_draft(page: Page, own_site: str) -> None:
    page.goto(f"{own_site}/sager/?q=ankestatistik&tilstand=draft")
    onward(page.get_by_role("link", name=EARLIER).first)
    page.goto(f"{page.url}skriv/")


def test_last_years_case_is_used_again(own_site, page, axe):
    page.goto(f"{own_site}/sager/ny/?soeg=ankestatistik")
    looks_right(page, axe)
    page.locator(".reuse-list a").last.click()
    looks_right(page, axe)
    page.get_by_label("Titel").fill(TITLE)
    page.get_by_role("button", name="Opret kladden").dblclick()
    expect(page.get_by_text("Gennemgå hvert afsnit, før du sender sagen.")).to_be_visible()
    page.goto(f"{own_site}/sager/?q=ankestatistik&tilstand=draft")
    expect(page.get_by_role("link", name=TITLE)).to_have_count(1)
    onward(page.get_by_role("link", name=TITLE))
    page.goto(f"{page.url}skriv/")
    looks_right(page, axe)

    # What nobody has gone through keeps the case from being sent.
    page.goto(page.url.replace("skriv/", "trin/send/"))
    expect(page.get_by_text("er fra den tidligere sag").first).to_be_visible()
    expect(page.get_by_role("button", name="Send sagen")).to_have_count(0)
    looks_right(page, axe)
    page.goto(page.url.replace("trin/send/", "skriv/"))
    marked = page.get_by_text("Se, hvad der skal fornyes")
    marked.first.click()
    expect(page.locator(".renew-text mark").first).to_be_visible()
    looks_right(page, axe)
    left = page.get_by_role("button", name=re.compile("^Stadig rigtig"))
    total = left.count()
    assert total > 2
    for gone in range(1, total + 1):
        left.first.click()
        expect(page.locator("#gennemgaaet")).to_contain_text(f"{gone} af")
        expect(left).to_have_count(total - gone)
    looks_right(page, axe)


def test_a_word_file_is_shown_before_it_is_used(own_site, page, axe):
    open_draft(page, own_site)
    heading = page.locator("section[data-section]").first.get_attribute("data-heading")
    page.get_by_role("link", name="Udfyld fra Word").click()
    for name, content in (("brudt.docx", b"PK\x03\x04 brudt"), ("tom.docx", b"")):
        page.get_by_label("Word-dokument (.docx)").set_input_files(
            {"name": name, "mimeType": "application/zip", "buffer": content}
        )
        page.get_by_role("button", name="Vis, hvad der kommer hvor").click()
        expect(page.locator(".form-error-message:visible").first).to_be_visible()
        looks_right(page, axe)
    document, file = Document(), io.BytesIO()
    document.add_heading(heading, 1)
    document.add_paragraph("Der kom 19 afgørelser fra Ankestyrelsen.")
    document.save(file)
    page.get_by_label("Word-dokument (.docx)").set_input_files(
        {"name": "udkast.docx", "mimeType": "application/zip", "buffer": file.getvalue()}
    )
    page.get_by_role("button", name="Vis, hvad der kommer hvor").click()
    expect(page.get_by_text("Intet er skrevet endnu.")).to_be_visible()
    looks_right(page, axe)
    page.get_by_role("button", name="Udfyld afsnittene").dblclick()
    expect(page.get_by_text("Afsnittene er udfyldt fra dokumentet.")).to_be_visible()
    text = page.get_by_role("textbox", name=heading, exact=True)
    expect(text).to_contain_text("Der kom 19 afgørelser fra Ankestyrelsen.")
    assert text.inner_text().count("19 afgørelser") == 1


def test_a_script_in_what_is_pasted_never_runs(own_site, page):
    open_draft(page, own_site)
    heading = page.locator("section[data-section]").first.get_attribute("data-heading")
    text = page.get_by_role("textbox", name=heading, exact=True)
    text.evaluate(
        """(element) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/html",
                '<p>Ord<script>alert(1)</' + 'script><img src=x onerror="alert(1)"></p>');
            const how = {clipboardData, bubbles: true, cancelable: true};
            element.dispatchEvent(new ClipboardEvent("paste", how));
        }"""
    )
    expect(text).to_contain_text("Ord")
    page.keyboard.press("Control+s")
    expect(page.locator("#gemt")).to_have_text(re.compile(r"Gemt kl\."))
    page.goto(page.url.replace("skriv/", ""))
    expect(page.locator("main")).to_contain_text("Ord")
    assert page.locator("main script, main img[onerror]").count() == 0


def test_what_cannot_be_is_refused_in_words(own_site, administrator, axe):
    """A seat outside the term, and an end for a committee that has meetings ahead."""
    page = administrator
    page.goto(f"{own_site}/administration/udvalg/arbejdsmarkedsudvalget/medlem/")
    page.get_by_label("Person").select_option(index=1)
    page.get_by_label(re.compile("^Fra|Første dag|Begynder")).first.fill("2099-01-01")
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator(".form-error-message:visible").first).to_be_visible()
    looks_right(page, axe)
    page.goto(f"{own_site}/administration/udvalg/arbejdsmarkedsudvalget/luk/")
    page.get_by_label("Sidste dag").fill(today().isoformat())
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator(".form-error-message:visible").first).to_contain_text("møde")
    looks_right(page, axe)
