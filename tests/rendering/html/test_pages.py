"""Pages: what frames a document, what becomes a link, and that anybody can use them."""

import dataclasses
import time
from itertools import pairwise

import pytest
from lxml import etree

from sagsgang.minutes import Minutes
from sagsgang.rendering.html import Frame, Link, document_page, item_page, main_html
from sagsgang.rendering.html.links import linked

SITE = Frame(
    site_name="Aalmark Kommune",
    site_address="/",
    navigation=(Link("Møder", "/moeder/", is_current=True),),
    footer=(Link("Tilgængelighed", "/tilgaengelighed/"),),
    notices=("Erstattet af en nyere version",),
    canonical="https://aalmark.example/moeder/1/",
)


def tree(page: str) -> etree._Element:
    return etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8"))


def pages(minutes: Minutes) -> dict[str, str]:
    ways = {"previous": Link("Punkt 0", "/0/"), "following": Link("Punkt 2", "/2/")}
    return {
        "document": document_page(minutes),
        "document in a frame": document_page(minutes, SITE),
        "item": item_page(minutes, 0, SITE, document=Link("Hele referatet", "/"), **ways),
    }


@pytest.mark.parametrize("name", ["document", "document in a frame", "item"])
def test_a_page_has_one_title_no_gap_and_no_name_twice(minutes: Minutes, name: str) -> None:
    root = tree(pages(minutes)[name])
    levels = [int(e.tag[1]) for e in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(low <= above + 1 for above, low in pairwise(levels))
    names = [str(e.get("id")) for e in root.iterfind(".//*[@id]")]
    assert len(names) == len(set(names))
    assert root.get("lang") == "da"
    assert not list(root.iter("script"))
    anchors = [a.get("href", "")[1:] for a in root.iter("a") if a.get("href", "").startswith("#")]
    assert set(anchors) <= set(names)


def test_the_frame_is_outside_the_document(minutes: Minutes) -> None:
    root = tree(document_page(minutes, SITE))
    main = "".join(root.find(".//main").itertext())
    assert "Erstattet" not in main
    assert "Erstattet" in "".join(root.find(".//aside").itertext())
    assert root.find(".//link[@rel='canonical']").get("href") == SITE.canonical


def test_stylesheets_take_the_place_of_the_looks(minutes: Minutes) -> None:
    alone = document_page(minutes)
    framed = document_page(minutes, dataclasses.replace(SITE, stylesheets=("/a.css",)))
    assert "<style>" in alone
    assert "<style>" not in framed
    assert '<link rel="stylesheet" href="/a.css">' in framed


def test_the_main_part_is_to_be_had_alone(minutes: Minutes) -> None:
    assert main_html(minutes) in document_page(minutes)


def test_an_item_tells_its_meeting_and_its_neighbours(minutes: Minutes) -> None:
    root = tree(pages(minutes)["item"])
    assert [a.get("href") for a in root.iterfind(".//nav[@class='neighbours']//a")] == [
        "/0/",
        "/2/",
    ]
    assert "Kulturudvalget" in "".join(root.find(".//aside[@class='meeting']").itertext())


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("se https://a.example/x?b=1&c=2.", "https://a.example/x?b=1&amp;c=2"),
        ("(https://a.example/x_(y))", "https://a.example/x_(y)"),
        ("skriv til ada@a.example, tak", "mailto:ada@a.example"),
        ('HTTPS://A.example/"><b>', "HTTPS://A.example/"),
    ],
)
def test_addresses_become_links(text: str, markup: str) -> None:
    assert f'<a href="{markup}">' in linked(text)
    assert "".join(tree(f"<p>{linked(text)}</p>").itertext()) == text


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)//@", "file://x", "data:text/html,<b>", "a@b"]
)
def test_nothing_else_becomes_a_link(text: str) -> None:
    assert "<a" not in linked(text)


def test_a_long_document_is_set_quickly(minutes: Minutes) -> None:
    items = tuple(
        minutes.items[0].model_copy(update={"number": str(number)}) for number in range(60)
    )
    long = minutes.model_copy(update={"items": items})
    document_page(long)
    began = time.perf_counter()
    document_page(long)
    assert time.perf_counter() - began < 1


def test_the_pages_are_for_everybody(
    minutes: Minutes, chromium_path: str, root: "object", tmp_path: "object"
) -> None:
    from playwright.sync_api import sync_playwright

    axe = (root / "node_modules" / "axe-core" / "axe.min.js").read_text()
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium_path)
        for name, page in pages(minutes).items():
            for width in (1280, 320):
                shown = browser.new_page(viewport={"width": width, "height": 900})
                shown.set_content(page)
                assert shown.evaluate("document.documentElement.scrollWidth") <= width, name
                shown.evaluate(axe)
                found = shown.evaluate("rules => axe.run({runOnly: rules})", rules)
                assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == [], name
        browser.close()
