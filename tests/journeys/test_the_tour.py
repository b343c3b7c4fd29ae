"""The five-minute tour, as far as the rooms are built: step 2, a file that is dropped on Tjek et
referat.
"""

import base64
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import DESKTOP
from tests.journeys.test_checking_a_file import DROP, RESULT
from tests.journeys.test_every_page import (
    PHONE,
    TOO_WIDE,
    headings_out_of_order,
    out_of_reach,
    violations,
)

EXAMPLE = "src/sagsgang/web/example/minutes/arbejdsmarkedsudvalget-2025-05-05.txt"
SENTENCE = "Ankestyrelsen afgjorde 42 sager."
WRONG_SHARE = "Af de 75 borgere, der klagede, fik 60 (90 %) svar inden for fristen."
UNDERLINED = re.compile("underline")


@pytest.fixture(scope="module")
def minutes(root: Path) -> bytes:
    """The example's minutes with a share in the running text that its own counts contradict."""
    text = (root / EXAMPLE).read_text(encoding="utf-8")
    assert text.count(SENTENCE) == 1
    return text.replace(SENTENCE, f"{WRONG_SHARE} {SENTENCE}").encode()


def drop(page: Page, minutes: bytes) -> None:
    page.evaluate(DROP, [base64.b64encode(minutes).decode(), "referat.txt"])
    page.wait_for_url(RESULT)


def finding(page: Page, title: str):
    return page.locator("article.finding").filter(has=page.get_by_role("heading", name=title))


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE])
def test_a_dropped_file_shows_what_is_printed_and_what_it_should_be(
    empty_site, open_page, minutes, axe, viewport
):
    page = open_page(empty_site, viewport=viewport)
    drop(page, minutes)

    absent = finding(page, "Opført som deltager, men fraværende på alle punkter")
    expect(absent).to_contain_text("Lone Kirkehave (O)")
    heard = finding(page, "Hørt efter at sagen er afgjort")
    expect(heard).to_contain_text("10-06-2025")
    displaced = finding(page, "Tallene står forskudt")
    expect(displaced.locator("td mark")).to_have_text(["42", "27", "3", "12"])
    expect(displaced).to_contain_text("27, 3, 12, 42")
    share = finding(page, "Procenten passer ikke med antallene")
    expect(share.locator("blockquote mark")).to_have_text(["75", "60", "90 %"])
    expect(share).to_contain_text("60 / 75 = 80 %, men der står 90 %")

    assert violations(page, axe) == []
    assert headings_out_of_order(page) == []
    assert page.evaluate(TOO_WIDE) == []
    assert out_of_reach(page) == {}


@pytest.mark.parametrize(
    ("title", "link", "marked"),
    [
        ("Tallene står forskudt", "Se tallene i tabellen", "42"),
        ("Procenten passer ikke med antallene", "Se tallene i teksten", "75"),
    ],
)
def test_from_the_finding_to_the_numbers_and_back(
    empty_site, open_page, minutes, axe, title, link, marked
):
    page = open_page(empty_site)
    drop(page, minutes)
    number = finding(page, title).get_attribute("id").removeprefix("fund-")
    finding(page, title).get_by_role("link", name=re.compile(link)).click()
    reference = page.locator(f"#maerke-{number}-1")
    expect(reference).to_be_in_viewport()
    expect(page.locator(f"mark:has(+ #maerke-{number}-1)")).to_have_text(marked)
    expect(reference).to_have_accessible_name(f"fund {number}")
    reference.press("Enter")
    expect(page.locator(f"#fund-{number}")).to_be_in_viewport()
    finding(page, title).get_by_role("link", name=re.compile(link)).click()
    expect(reference).to_be_in_viewport()
    assert violations(page, axe) == []


def test_what_was_recomputed_is_shown_without_scripts(
    empty_site, open_page, minutes, axe, tmp_path: Path
):
    (tmp_path / "referat.txt").write_bytes(minutes)
    page = open_page(empty_site, java_script_enabled=False)
    page.get_by_label("Referat eller dagsorden").set_input_files(tmp_path / "referat.txt")
    page.get_by_role("button", name="Tjek filen").click()
    page.get_by_text("Efterregnet og i orden:").click()
    listed = page.locator(".held-list").get_by_role("link", name="Orientering om ankestatistik")
    listed.click()
    page.get_by_text("Efterregnet og i orden:").click()
    expect(page.get_by_text("14 + 1 + 4 = 19").first).to_be_visible()
    number = page.locator(".held", has_text="19").first
    expect(number).not_to_have_css("text-decoration-line", UNDERLINED)
    page.get_by_text("Vis i teksten, hvad der er efterregnet").click()
    expect(number).to_have_css("text-decoration-line", UNDERLINED)
    expect(page.locator("td", has_text="35,7 %").locator(".held")).to_have_count(0)
