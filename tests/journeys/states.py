"""What is demanded of every state of a page that a journey comes through."""

from playwright.sync_api import Page
from tests.journeys.test_every_page import TOO_WIDE, headings_out_of_order, violations


def looks_right(page: Page, axe: str) -> None:
    """No barrier, headings in order, nothing wider than the window."""
    found = [*violations(page, axe), *headings_out_of_order(page), *page.evaluate(TOO_WIDE)]
    assert not found, f"{page.url}: {found}"
