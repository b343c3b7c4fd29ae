"""Every kind of page, for everyone: axe, keyboard, phone, print, no JavaScript, no other site."""

import re
from contextlib import suppress
from itertools import pairwise
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

COMMITTEE = "/noerreskov/arbejdsmarkedsudvalget/"
PAGES = {
    "front": "/",
    "municipalities": "/kommuner/",
    "municipality": "/noerreskov/",
    "body": COMMITTEE,
    "meeting with findings": f"{COMMITTEE}2025-05-05/",
    "meeting of the council": "/noerreskov/byraadet/2025-05-27/",
    "item with tables and findings": f"{COMMITTEE}2025-05-05/punkt/37/",
    "item with parts and timeline": f"{COMMITTEE}2025-05-05/punkt/38/",
    "item with options": f"{COMMITTEE}2026-04-14/punkt/7/",
    "closed item": f"{COMMITTEE}2026-04-14/punkt/9/",
    "item of markdown": f"{COMMITTEE}2024-06-10/punkt/5/",
    "item of the council": "/noerreskov/byraadet/2025-05-27/punkt/6/",
    "source": f"{COMMITTEE}2025-05-05/kilde/",
    "upload": "/tilfoej/",
    "case": "/sag/noerreskov/15-00-00-a00-9-25/",
    "search": "/soeg/?q=dagpenge",
    "search narrowed": "/soeg/?aar=2025&udfald=noted",
    "search without hits": "/soeg/?q=giraf",
    "check minutes": "/tjek/referat/",
    "checks": "/tjek/",
    "check": "/tjek/F01/",
    "not found": "/findes/ikke/",
}
every_page = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())

#: The narrowest window that WCAG 2.1 asks for (1.4.10), narrower than any phone.
NARROW = {"width": 320, "height": 640}
PHONE = {"width": 375, "height": 812}

FOCUSABLE = """() => [...document.querySelectorAll(
        'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter(e => e.checkVisibility({visibilityProperty: true}))
    .map((e, number) => { e.dataset.reach = number; return number; })"""
FOCUSED = """() => {
    const e = document.activeElement, style = getComputedStyle(e);
    const seen = style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
    return {reach: e.dataset.reach ?? null, seen};
}"""
TOO_WIDE = """() => [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > window.innerWidth + 1
        || getComputedStyle(e).overflowX === 'visible' && e.scrollWidth > e.clientWidth + 1
            && e.getBoundingClientRect().left + e.scrollWidth > window.innerWidth + 1)
    .filter(e => e.checkVisibility())
    .filter(e => { // What lies in a box that scrolls may be as wide as it likes.
        for (let up = e.parentElement; up; up = up.parentElement)
            if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX)) return false;
        return true;
    })
    .filter(e => !e.closest('.table--responsive-scroll, .sr-only, .skipnav'))
    .map(e => e.outerHTML.slice(0, 120))"""


def violations(page: Page, axe: str) -> list[str]:
    """What axe finds: the rule and the first place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe)
    run = "async () => (await axe.run({resultTypes: ['violations']})).violations"
    return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in page.evaluate(run)]


def headings_out_of_order(page: Page) -> list[str]:
    """Levels that are skipped within the content, and a number of main headings other than one."""
    levels = "[...document.querySelectorAll('main :is(h1,h2,h3,h4,h5)')].map(e => +e.tagName[1])"
    found = page.evaluate(levels)
    skipped = [f"h{a} → h{b}" for a, b in pairwise(found) if b > a + 1]
    return skipped if page.locator("h1").count() == found.count(1) == 1 else [*skipped, str(found)]


def out_of_reach(page: Page) -> dict[int, str]:
    """What the tab key never comes to, or comes to without showing it."""
    wanted = set(page.evaluate(FOCUSABLE))
    reached, unseen = set(), set()
    for _ in range(len(wanted) + 5):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["reach"] is not None:
            reached.add(int(focused["reach"]))
            if not focused["seen"]:
                unseen.add(int(focused["reach"]))
        if reached == wanted:
            break
    return {
        number: page.locator(f'[data-reach="{number}"]').evaluate("e => e.outerHTML.slice(0, 160)")
        for number in (wanted - reached) | unseen
    }


@every_page
def test_on_a_desktop(example_site, open_page, axe, address):
    asked: list[str] = []
    page = open_page(example_site + address, watch=asked)
    assert violations(page, axe) == []
    assert headings_out_of_order(page) == []
    assert page.title().endswith(" – Sagsgang")
    assert out_of_reach(page) == {}
    # The browser itself writes a line about the page that is not found.
    complaints = [entry for entry in asked if not entry.startswith(example_site)]
    assert [entry for entry in complaints if "404 (Not Found)" not in entry] == []


@every_page
def test_on_a_phone(example_site, open_page, axe, address):
    page = open_page(example_site + address, viewport=PHONE)
    for help_text in page.locator("details > summary").all():
        help_text.click()
    assert violations(page, axe) == []
    for viewport in (PHONE, NARROW):
        page.set_viewport_size(viewport)
        assert page.evaluate(TOO_WIDE) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_the_searches_would_find_a_mistake(example_site, open_page, axe):
    page = open_page(example_site, viewport=PHONE)
    page.evaluate(
        """() => document.querySelector('main').insertAdjacentHTML('beforeend',
            '<h4>For dyb</h4><div>' + 'bred'.repeat(200) + '</div><img src="/x.png">'
            + '<a href="/" tabindex="-1">Uden for rækkevidde</a>')"""
    )
    assert [each.split(":")[0] for each in violations(page, axe)] == ["heading-order", "image-alt"]
    assert headings_out_of_order(page) == ["h2 → h4"]
    assert len(out_of_reach(page)) == 1
    assert page.evaluate(TOO_WIDE) != []


@every_page
def test_scripts_are_our_own_files(example_site, address):
    with suppress(HTTPError), urlopen(example_site + address) as answer:
        for script in re.findall(rb"<script[^>]*>[^<]*", answer.read()):
            assert re.fullmatch(rb'<script src="/static/[\w/]+\.js" (defer|type="module")>', script)
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_the_skip_link_leads_past_the_menu(example_site, open_page):
    page = open_page(example_site + f"{COMMITTEE}2025-05-05/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skipnav"
    # A function: an expression would be evaluated at every look, which the page's policy forbids.
    page.wait_for_function(
        "() => document.querySelector('.skipnav').getBoundingClientRect().top >= 0"
    )
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


def test_a_wide_table_scrolls_in_its_own_region(example_site, open_page):
    page = open_page(example_site + f"{COMMITTEE}2025-05-05/punkt/37/", viewport=NARROW)
    region = page.get_by_role("region", name="Tabel 1")
    assert region.evaluate("e => e.scrollWidth > e.clientWidth")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("e => e.scrollLeft > 0", arg=region.element_handle())


def test_the_narrow_page_still_reads_in_order(example_site, open_page):
    page = open_page(example_site + f"{COMMITTEE}2025-05-05/punkt/38/", viewport=PHONE)
    tops = [
        page.locator(selector).first.bounding_box()["y"]
        for selector in (
            "h1",
            ".item-outcome",
            ".text-section",
            ".item-steps",
            ".timeline",
            ".source-box",
        )
    ]
    assert tops == sorted(tops)


def test_on_paper_only_what_can_be_read_is_left(example_site, open_page):
    page = open_page(example_site + f"{COMMITTEE}2025-05-05/punkt/37/")
    page.emulate_media(media="print")
    for hidden in (".site-menu", ".language-choice", ".breadcrumbs", ".item-steps", ".on-page"):
        assert not page.locator(hidden).is_visible(), hidden
    for shown in ("h1", ".printed-table", ".decision-section", ".source-box"):
        assert page.locator(shown).first.is_visible(), shown
