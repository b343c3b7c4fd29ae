"""Our own page is known and read exactly; one that somebody changed is read as any other page."""

import random

import pytest

from sagsgang.minutes import Minutes, Section, SectionKind
from sagsgang.reading import Unreadable, read
from sagsgang.rendering.html import document_page


@pytest.fixture(scope="module")
def page(small: Minutes) -> str:
    return document_page(small)


@pytest.fixture(scope="module")
def small() -> Minutes:
    text = "Referat\nKulturudvalget\nMødedato: 5. maj 2025\n\n1. Hallen\n\nResumé\nOm hallen.\n\n"
    text += "Indstilling\nat det godkendes\n\nBeslutning\nGodkendt.\n\n"
    text += "2. Eventuelt\n\nBeslutning\nIntet."
    return read(text.encode(), "referat.txt").minutes


def dialect(page: str) -> str:
    return read(page.encode(), "side.html").minutes.source.dialect


def test_lines_are_those_of_the_page(page: str) -> None:
    found = read(page.encode(), "side.html")
    item = found.minutes.items[0]
    lines = found.canonical.lines
    assert lines[item.lines[0] - 1] == "Punkt 1: Hallen"
    section = item.sections[0]
    assert lines[section.lines[0] - 1 : section.lines[1]] == ["Resumé", "Om hallen."]
    assert found.trace.at("items[0].sections[0].text")


def test_a_page_of_another_make_is_not_ours(page: str) -> None:
    assert dialect(page) == "sagsgang"
    assert dialect(page.replace('content="Sagsgang', 'content="Andet')) != "sagsgang"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p>Om hallen.</p>", "<p>Om <b>hallen</b>.</p>"),
        ("<p>Om hallen.</p>", "<blockquote>Om hallen.</blockquote>"),
        ("<p>Om hallen.</p>", "Om hallen."),
        ("<p>Om hallen.</p>", "<dl><div><dt>Ukendt</dt><dd>ja</dd></div></dl>"),
        ("godkendt</dd>", "godkent</dd>"),
        ("Punkt 2: Eventuelt</h3>", "Eventuelt</h3>"),
        ("</main>", "<h2>Mere</h2></main>"),
        ("<dd>Referat</dd>", "<dd>Notat</dd>"),
        ("</html>", ""),
    ],
)
def test_what_ours_never_have_is_read_as_any_other_page(page: str, old: str, new: str) -> None:
    assert old in page
    found = read(page.replace(old, new).encode(), "side.html").minutes
    assert found.source.dialect != "sagsgang"
    assert found.items[0].title == "Hallen"


def test_whatever_is_done_to_a_page_it_is_read_or_refused(page: str) -> None:
    by_chance = random.Random(5)
    for _ in range(60):
        begin = by_chance.randrange(len(page))
        end = begin + by_chance.randrange(300)
        changed = page[:begin] + by_chance.choice(["", "<", "<h4>", "·", "9" * 20]) + page[end:]
        try:
            found = read(changed.encode(), "side.html")
        except Unreadable:
            continue
        assert found.trace.spans


def test_a_heading_of_ours_may_be_a_sections(small: Minutes) -> None:
    sections = tuple(
        Section(heading=heading, kind=SectionKind.OTHER, lines=(1, 1), text=text)
        for heading, text in (
            ("Oplysninger om punktet", "Udfald\n\n· ¦"),
            ("(uden overskrift)", ""),
            ("", "Tekst"),
            ("Tabel 1", "a\tb\n\t"),
        )
    )
    item = small.items[0].model_copy(update={"sections": sections})
    minutes = small.model_copy(update={"items": (item,)})
    found = read(document_page(minutes).encode(), "side.html").minutes.items[0]
    assert [(s.heading, s.text) for s in found.sections] == [(s.heading, s.text) for s in sections]
