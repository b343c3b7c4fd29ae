"""Pages: their headings and names, and what in a text becomes a link."""

from itertools import pairwise

import pytest
from lxml import etree

from sagsgang.minutes import Minutes
from sagsgang.rendering.html import document_page, item_html, main_html
from sagsgang.rendering.html.links import linked


def tree(page: str) -> etree._Element:
    return etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8"))


def test_a_page_has_one_title_no_gap_and_no_name_twice(minutes: Minutes) -> None:
    root = tree(document_page(minutes))
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


def test_the_main_part_is_to_be_had_alone(minutes: Minutes) -> None:
    assert main_html(minutes) in document_page(minutes)


def test_below_the_headings_of_another_page_there_is_no_second_title(minutes: Minutes) -> None:
    root = tree(f"<h1>Referat</h1>{main_html(minutes, below=1)}")
    levels = [int(e.tag[1]) for e in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[:2] == [1, 2]
    assert levels.count(1) == 1


def test_an_item_alone_has_its_title_first(minutes: Minutes) -> None:
    root = tree(item_html(minutes.items[0]))
    assert minutes.items[0].title in "".join(root.find(".//h1").itertext())


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
