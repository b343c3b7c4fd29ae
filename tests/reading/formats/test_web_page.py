"""Suppliers' web pages: frames are furniture, panels are opened, and nothing is lost."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sagsgang.reading.canonical import Canonical, Mark, Role, Unreadable
from sagsgang.reading.formats.web_page import is_web_page, web_page_lines

LONG = "Udvalget har drøftet sagen og tager stilling til den på det næste ordinære møde. " * 3


def page(body: str, head: str = "") -> Canonical:
    source = f"<!DOCTYPE html><html lang=da><head>{head}</head><body>{body}</body></html>"
    return web_page_lines(source.encode())


def texts(read: Canonical) -> list[str]:
    """The lines that are no furniture."""
    return [line for i, line in enumerate(read.lines) if role(read, i) is not Role.FURNITURE]


def role(read: Canonical, index: int) -> Role | None:
    return read.marks[index].role if index in read.marks else None


def test_only_the_main_part_is_text_and_the_rest_is_kept_as_furniture() -> None:
    read = page(
        "<a href='#m' class='skip-link'>Gå til indhold</a>"
        "<header><p>Nordby Kommune</p></header><nav><ul><li><a href='/a'>Politik</a></ul></nav>"
        f"<main id=m><h1>Referat Vækstudvalget</h1><p>{LONG}</p></main>"
        "<aside><h2>Kontakt</h2><p>Rådhuset</p></aside><footer>CVR 12345678</footer>",
        "<title>Referat | Nordby</title>",
    )
    assert texts(read) == ["Referat Vækstudvalget", LONG.strip()]
    assert set(read.lines) >= {"Nordby Kommune", "Politik", "Kontakt", "CVR 12345678"}
    assert read.format == "html"
    assert read.flowed


@pytest.mark.parametrize(
    "frame",
    [
        "<nav>x</nav>",
        "<footer>x</footer>",
        "<aside>x</aside>",
        "<div role=navigation>x</div>",
        "<div role=dialog>x</div>",
        "<span aria-hidden=true>x</span>",
        "<div id=CybotCookiebotDialog>x</div>",
        "<div class='cookie-banner open'>x</div>",
        "<div class=mainMenu>x</div>",
        "<ol class=breadcrumb><li>x</ol>",
        "<div class='print-button'>x</div>",
        "<p class=social-share>x</p>",
        "<button>x</button>",
        "<noscript>x</noscript>",
        "<a href='javascript:print()'>Udskriv siden</a>",
        "<a href='/del'>Del på Facebook</a>",
        "<a href='#top'>Til toppen »</a>",
        "<a href='/pdf'>Hent referatet som PDF</a>",
        "<ul><li><a href=/a>a</a><li><a href=/b>b</a><li><a href=/c>c</a></ul>",
    ],
)
def test_frames(frame: str) -> None:
    read = page(f"<p>Tekst</p>{frame}<p>Mere tekst</p>")
    assert texts(read) == ["Tekst", "Mere tekst"]
    assert len(read.lines) > 2


@pytest.mark.parametrize(
    "text",
    [
        "<article><header>x</header></article>",
        "<section><aside>x</aside></section>",
        "<div class='d-print-none'>x</div>",
        "<div class='sprint menukort'>x</div>",
        f"<div class=print><p>x</p><p>{LONG * 10}</p></div>",
        "<div class=site-header><h1>x</h1></div>",
        "<p>Se <a href=/a>Referat</a> x</p>",
        "<ul><li><a href=/a.pdf>x</a><li><a href=/b.pdf>b</a><li><a href=/c.pdf>c</a></ul>",
        "<form id=aspnetForm>x</form>",
        f"<div aria-hidden=true>x {LONG}</div>",
    ],
)
def test_what_only_looks_like_a_frame_is_text(text: str) -> None:
    assert any("x" in line for line in texts(page(text)))


def test_links_into_the_page_are_its_contents() -> None:
    read = page(
        "<ul><li><a href='#p1'>1. Godkendelse</a><li><a href='#p2'>2. Budget</a></ul>"
        "<h2 id=p1>1. Godkendelse</h2><h2 id=p2>2. Budget</h2>"
    )
    assert [role(read, index) for index in (0, 1)] == [Role.CONTENTS, Role.CONTENTS]
    assert read.lines[:2] == ["1. Godkendelse", "2. Budget"]


@pytest.mark.parametrize(
    "accordion",
    [
        f"<details><summary>2. Budget</summary><p>{LONG}</p></details>",
        f"<h3><button aria-expanded=false aria-controls=p>2. Budget</button></h3>"
        f"<div id=p hidden><p>{LONG}</p></div>",
        f"<button aria-expanded=false data-bs-target='#p'>2. Budget</button>"
        f"<div id=p style='display:none'>{LONG}</div>",
        f"<summary><h3>2. Budget</h3></summary><p>{LONG}</p>",
        f"<h3>2. Budget</h3><div style='display: none'>{LONG}</div>",
    ],
)
def test_accordions_are_opened_and_their_bars_are_headings(accordion: str) -> None:
    read = page(accordion)
    assert texts(read) == ["2. Budget", LONG.strip()]
    assert role(read, 0) is Role.HEADING


def test_the_menus_own_button_is_no_accordion() -> None:
    assert texts(page("<button aria-expanded=false>Menu</button><p>Tekst</p>")) == ["Tekst"]


def test_words_for_those_who_listen_are_not_in_the_names_of_links() -> None:
    read = page("<a href=b.pdf>Bilag 1<span class=sr-only> (åbner i nyt vindue)</span></a>")
    assert read.lines == ["Bilag 1"]


ITEM_PAGE = "<h1>Ny plan for havnen</h1><h2>Indstilling</h2><p>At planen godkendes.</p>"


def test_a_page_with_one_item_has_it_as_its_title() -> None:
    read = page(f"<main>{ITEM_PAGE}<p>{LONG}</p></main>")
    assert read.marks[0] == Mark(Role.ITEM)


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Referat fra Vækstudvalget</h1><h2>Indstilling</h2>",
        "<h1>Vækstudvalget den 12. maj 2025</h1><h2>Beslutning</h2>",
        "<h1>Nordby</h1><h2>1. Ny plan</h2><h3>Beslutning</h3>",
        "<h1>Nordby</h1><h2>Nyheder</h2>",
        "<h1>Nordby</h1><h1>Ny plan</h1><h2>Beslutning</h2>",
    ],
)
def test_other_titles_are_headings(body: str) -> None:
    assert page(body).marks[0] == Mark(Role.HEADING, level=1)


@pytest.mark.parametrize(
    ("title", "body", "first"),
    [
        ("Referat Vækstudvalget 12-05-2025", "<p>Tekst</p>", "Referat Vækstudvalget 12-05-2025"),
        ("Nordby Kommune", "<p>Tekst</p>", "Tekst"),
        ("Referat Vækstudvalget", "<h1>Vækstudvalget</h1>", "Vækstudvalget"),
        ("Referat Vækstudvalget", "<p>Referat fra mødet</p>", "Referat fra mødet"),
    ],
)
def test_the_windows_title_is_text_when_only_it_names_the_meeting(
    title: str, body: str, first: str
) -> None:
    read = page(body, f"<title>{title}</title>")
    assert texts(read)[0] == first
    assert read.lines[0] == title


@pytest.mark.parametrize(
    ("source", "encoding"),
    [
        ("<p>Økonomi på åen</p>", "utf-8"),
        ("<p>Økonomi på åen</p>", "utf-8-sig"),
        ("<p>Økonomi på åen</p>", "utf-16"),
        ("<p>Økonomi på åen</p>", "latin-1"),
        ("<meta charset=utf-8><p>Økonomi på åen</p>", "latin-1"),
        ("<meta charset='iso-8859-1'><p>Økonomi på åen</p>", "utf-8"),
        ("<meta charset='iso-8859-1'><p>Økonomi på åen</p>", "cp1252"),
        (
            "<meta http-equiv=Content-Type content='text/html; charset=cp865'><p>Økonomi på åen",
            "cp865",
        ),
        ("<?xml version='1.0' encoding='windows-1252'?><html><p>Økonomi på åen", "cp1252"),
        ("<meta charset=ukendt><p>Økonomi på åen</p>", "cp1252"),
    ],
)
def test_encodings(source: str, encoding: str) -> None:
    data = source.encode(encoding)
    assert is_web_page(data)
    assert "Økonomi på åen" in web_page_lines(data).lines


@pytest.mark.parametrize(
    "data", [b"", b"# Referat", b"{}", b"%PDF-1.7", b"a <b>x</b>", b"<w:document>", b"PK\3\4"]
)
def test_other_files_are_no_web_pages(data: bytes) -> None:
    assert not is_web_page(data)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<script>visDagsorden()</script><div id=app></div>",
        "<noscript>Slå JavaScript til</noscript><nav>Menu</nav>",
    ],
)
def test_a_page_without_text_is_refused_in_one_line(body: str) -> None:
    with pytest.raises(Unreadable, match="ingen tekst") as refusal:
        page(body)
    assert "\n" not in str(refusal.value)


SUPPLIER = f"""
<div class="site-header"><a href="/">Nordby Kommune</a>
<nav><a href="/politik">Politik</a></nav></div>
<form id="aspnetForm"><ol class="breadcrumb"><li><a href="/">Forside</a></li></ol>
<div id="content"><h1>Referat Vækstudvalget 12-05-2025</h1>
<dl><dt>Mødested</dt><dd>Lokale 2</dd></dl><button onclick="print()">Udskriv</button>
<ul><li><h2>1. Godkendelse af dagsorden</h2><table><tr><td><h3>Beslutning</h3><p>Godkendt.</p>
</td><td><h3>Bilag</h3><a href="/file/1.pdf">Plan</a></td></tr></table></li></ul>
<template>skabelon</template><p>{LONG}</p></div></form><footer>Tlf. 12 34 56 78</footer>
<script>var a = "<p>nej</p>";</script>
"""


def test_nothing_visible_of_a_suppliers_page_is_lost(
    assert_kept: Callable[[list[str], Canonical], None],
    visible_texts: Callable[[str], list[str]],
) -> None:
    assert_kept(visible_texts(SUPPLIER), page(SUPPLIER))


_TAGS = ["p", "div", "nav", "main", "h1", "h2", "ul", "li", "aside", "button", "a", "header"]
_ATTRIBUTES = ["", " class=menu", " id=content", " href=#x", " role=main", " aria-hidden=true"]
_TEXT = st.text("abc æøå", max_size=12)


@st.composite
def _html(draw: st.DrawFn, depth: int = 4) -> str:
    parts = []
    for _ in range(draw(st.integers(0, 4))):
        if depth and draw(st.booleans()):
            tag = draw(st.sampled_from(_TAGS))
            attribute = draw(st.sampled_from(_ATTRIBUTES))
            parts.append(f"<{tag}{attribute}>{draw(_html(depth - 1))}</{tag}>")
        else:
            parts.append(draw(_TEXT))
    return "".join(parts)


@settings(deadline=None, max_examples=60)
@given(source=_html())
def test_no_visible_text_is_lost_whatever_frames_it(
    source: str,
    assert_kept: Callable[[list[str], Canonical], None],
    visible_texts: Callable[[str], list[str]],
) -> None:
    assert_kept(visible_texts(source), page(f"{source}<p>slut</p>"))


@settings(deadline=None, max_examples=60)
@given(st.binary() | st.binary().map(lambda data: b"<!DOCTYPE html><body>" + data))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    is_web_page(data)
    try:
        read = web_page_lines(data)
    except Unreadable:
        return
    assert read.lines
