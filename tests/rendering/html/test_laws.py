"""The page of any document reads back as that document, alone and on the website."""

from pathlib import Path

from hypothesis import given, settings
from tests.rendering.conftest import differences, minutes_in, told
from tests.rendering.random_minutes import DOCUMENTS

from sagsgang.minutes import Minutes
from sagsgang.reading import read
from sagsgang.rendering.html import document_page, main_html
from sagsgang.rendering.printed import folded
from sagsgang.rendering.site import Link, Site, meeting_page


def page_says_all(minutes: Minutes) -> None:
    found = read(document_page(minutes).encode(), "side.html")
    assert list(differences(told(folded(minutes)), told(found.minutes))) == []
    assert (found.minutes.source.dialect, found.minutes.source.confidence) == ("sagsgang", 1.0)
    text, end = found.canonical.text, 0
    for span in found.trace.spans:
        assert end <= span.start < span.end <= len(text)
        assert not text[end : span.start].strip()
        end = span.end
    assert not text[end:].strip()


@settings(max_examples=40)
@given(DOCUMENTS)
def test_the_page_says_all_of_the_document(minutes: Minutes) -> None:
    page_says_all(minutes)


def test_every_document_reads_back_from_its_page(document: Path) -> None:
    minutes = minutes_in(document)
    if minutes is not None:
        page_says_all(minutes)


def test_the_page_of_the_website_reads_back(document: Path) -> None:
    minutes = minutes_in(document)
    if minutes is None:
        return
    page = meeting_page(
        Site("Aalmark Kommune", stylesheets=("/a.css",), menu=(Link("Møder", "/moeder/"),)),
        "/moeder/1/",
        title="Referat",
        main=main_html(minutes),
        trail=(Link("Udvalget", "/udvalg/"),),
        notices=("Udgave 2",),
        downloads=(Link("Hent som PDF", "/1.pdf"),),
        items=[Link("1. Åbningstider", "/1/1/")],
    )
    found = read(page.encode(), "side.html").minutes
    assert found.source.dialect == "sagsgang"
    assert list(differences(told(minutes), told(found))) == []
