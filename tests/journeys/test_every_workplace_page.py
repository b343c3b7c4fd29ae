"""Every page of the workplace on the example: no barrier, headings in order, never too wide."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import DESKTOP
from tests.journeys.meetings_prepared import Town, prepared_town
from tests.journeys.test_every_page import NARROW, TOO_WIDE, headings_out_of_order, violations

PREPARE = """
from journeys.pages_inside import MEMBER, came_after, pages_missing, pages_opened
told["opened"] = pages_opened()
told["missing"] = pages_missing(told["opened"])
told["came_after"] = [MEMBER, came_after()]
"""


@pytest.fixture(scope="module")
def town(
    tmp_path_factory: pytest.TempPathFactory, chromium_path: str, example_folder: Path
) -> Iterator[Town]:
    """The example with what its pages need, and the address of each page."""
    folder = tmp_path_factory.mktemp("every")
    with prepared_town(example_folder, folder, PREPARE) as made:
        yield made


def mistakes(page: Page, axe: str) -> list[str]:
    """What is wrong with the page as it stands: wide, narrow, and read aloud."""
    found = violations(page, axe) + headings_out_of_order(page)
    for viewport in (DESKTOP, NARROW):
        page.set_viewport_size(viewport)
        found += [f"{viewport['width']}: {each}" for each in page.evaluate(TOO_WIDE)]
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > viewport["width"]:
            found.append(f"{viewport['width']}: scrolls to {width}")
    page.set_viewport_size(DESKTOP)
    return found


def test_every_page_is_opened_or_an_exception(town):
    assert town.told["missing"] == []


def test_every_page_can_be_read_by_everyone(town, open_page, axe):
    page = open_page(town)
    found = []
    for name, (person, path) in sorted(town.told["opened"].items(), key=lambda each: each[1]):
        town.sign_in(page, person)
        answer = page.goto(f"{town}{path}", wait_until="load")
        wrong = mistakes(page, axe) if answer.status == 200 else [f"answers {answer.status}"]
        found += [f"{name} {path} {each}" for each in wrong]
    assert not found, "\n".join(found)


def test_what_came_after_the_agenda_fits_on_a_phone(town, open_page, axe):
    page = open_page(town)
    person, path = town.told["came_after"]
    town.sign_in(page, person)
    page.goto(f"{town}{path}")
    expect(page.get_by_text("kommet til efter udsendelsen").first).to_be_visible()
    assert mistakes(page, axe) == []


def test_what_is_printed_has_nothing_of_the_website(town, open_page):
    page = open_page(town)
    person, path = town.told["opened"]["meetings:agenda_whole"]
    town.sign_in(page, person)
    page.goto(f"{town}{path}")
    trying = page.get_by_role("complementary", name="Eksemplet")
    expect(trying).to_be_visible()
    page.emulate_media(media="print")
    expect(trying).to_be_hidden()
    expect(page.locator(".breadcrumbs")).to_be_hidden()


def test_nothing_in_the_minute_book_is_too_small_to_read(town, open_page):
    page = open_page(town)
    person, path = town.told["opened"]["meetings:book"]
    town.sign_in(page, person)
    page.goto(f"{town}{path}")
    sizes = page.locator(".book-entry *").evaluate_all(
        "found => found.map(each => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert min(sizes) >= 12
