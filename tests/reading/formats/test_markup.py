"""HTML to lines: blocks, white space, headings, lists, links, and what is never shown."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sagsgang.reading.canonical import Canonical, Mark, Role, Unreadable
from sagsgang.reading.formats.flow import Flow
from sagsgang.reading.formats.markup import LOOK_LEVEL, write_fragment


def read(source: str) -> Canonical:
    flow = Flow()
    write_fragment(source, flow)
    return flow.canonical("html")


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("", []),
        (" \n ", []),
        ("<!-- intet -->", []),
        ("kun tekst", ["kun tekst"]),
        ("<p>Et\n  afsnit&nbsp;med\tblanke </p>", ["Et afsnit med blanke"]),
        ("<p>Et</p>løst<div>To</div>efter", ["Et", "løst", "To", "efter"]),
        ("<p>Linje et<br>linje to<br/><br></p>", ["Linje et", "linje to"]),
        ("<b>I</b>nd<span>still</span>ing", ["Indstilling"]),
        ("<div>Sags<!-- x -->frem<o:p></o:p>stilling</div>", ["Sagsfremstilling"]),
        ("Arbejds&shy;marked", ["Arbejdsmarked"]),
        ("m<sup>2</sup> &aelig; &#248; &amp; a < b", ["m2 æ ø & a < b"]),
        ("<p>Før</body></html><p>Efter", ["Før", "Efter"]),
        ("<pre>linje 1\n  linje 2</pre>", ["linje 1", "linje 2"]),
        ("<p>Åbent <span style='display: block'>Lukket</span></p>", ["Åbent", "Lukket"]),
    ],
)
def test_blocks_are_lines_and_blanks_are_folded(source: str, lines: list[str]) -> None:
    assert read(source).lines == lines


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>alert(1)</script>",
        "<style>p {color: red}</style>",
        "<template><p>skabelon</p></template>",
        "<title>titel</title>",
        "<p hidden>skjult</p>",
        "<div style='Display : NONE'><p>skjult</p></div>",
        "<iframe>ramme</iframe>",
        "<?xml version='1.0'?>",
        "<!--[if mso]><p>Word</p><![endif]-->",
    ],
)
def test_what_a_browser_never_shows_is_left_out(unseen: str) -> None:
    assert read(f"<p>før</p>{unseen}<p>efter</p>").lines == ["før", "efter"]


def test_a_word_goes_on_behind_what_is_not_shown() -> None:
    assert read("Beslut<script>x</script>ning").lines == ["Beslutning"]


def test_a_panel_that_a_button_opens_is_shown() -> None:
    source = (
        "<button aria-expanded='false' aria-controls='p1'>Bilag</button>"
        "<div id='p1' hidden><p>Notat</p></div><div id='p2' hidden><p>Andet</p></div>"
    )
    assert read(source).lines == ["Bilag", "Notat"]


def test_headings_carry_their_level_and_empty_ones_give_nothing() -> None:
    page = read("<h1>A</h1><h3>B<br>C</h3><h3><i><br></i></h3><h2><div>D</div></h2>")
    assert page.lines == ["A", "B C", "D"]
    assert page.marks == {
        0: Mark(Role.HEADING, level=1),
        1: Mark(Role.HEADING, level=3),
        2: Mark(Role.HEADING, level=2),
    }


def test_a_paragraph_set_as_heading_by_mistake_is_text() -> None:
    assert read(f"<h3>{'Sagen handler om noget. ' * 20}</h3>").marks == {}


@pytest.mark.parametrize(
    "source",
    [
        "<p><strong>Baggrund</strong></p>",
        "<p><b>Økonomi</b> <strong>og tid</strong></p>",
        "<div><u>12-01-2022 Byrådet</u><br>Godkendt.</div>",
        "<p><span style='font-weight:bold'>Ad 1: Vedtægter</span></p>",
    ],
)
def test_a_short_line_wholly_in_bold_looks_like_a_heading(source: str) -> None:
    assert read(source).marks[0] == Mark(Role.HEADING, level=LOOK_LEVEL)


@pytest.mark.parametrize(
    "source",
    [
        "<p><strong>Sagen godkendes.</strong></p>",
        "<p><strong>Baggrund</strong> for sagen</p>",
        "<p><strong>1. at sagen godkendes</strong></p>",
        "<p><strong>at sagen godkendes</strong></p>",
        "<p><strong>- Et punkt</strong></p>",
        "<p><a href='x'><u>Se bilaget</u></a></p>",
        f"<p><b>{'Meget lang ' * 12}</b></p>",
        "<p><b>12.345</b></p>",
    ],
)
def test_other_bold_lines_do_not(source: str) -> None:
    assert read(source).marks == {}


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<ul><li>et<li>to</ul>", ["- et", "- to"]),
        ("<ol><li>et</li><li>to</li></ol>", ["1. et", "2. to"]),
        ("<ol start=4><li>et<li value='9'>to<li>tre</ol>", ["4. et", "9. to", "10. tre"]),
        ("<ol type=a><li>et<li>to</ol>", ["a. et", "b. to"]),
        ("<ol type=I><li>et<li>to</ol>", ["I. et", "II. to"]),
        ("<ol style='list-style-type: lower-latin'><li>et</ol>", ["a. et"]),
        ("<ol reversed><li>et<li>to</ol>", ["2. et", "1. to"]),
        ("<ul><li>et<ol><li>a<li>b</ol><li>to</ul>", ["- et", "  1. a", "  2. b", "- to"]),
        ("<ul><ul><li>dybt</ul></ul>", ["  - dybt"]),
        ("<ul><li><p>et</p><p>mere</p></li></ul>", ["- et", "  mere"]),
        ("<ol><li></li><li>to</ol>", ["2. to"]),
        ("<li>uden liste", ["- uden liste"]),
        ("<ul style='list-style: none'><li>1. at godkende</ul>", ["1. at godkende"]),
    ],
)
def test_list_points_are_signed_and_counted(source: str, lines: list[str]) -> None:
    assert read(source).lines == lines


def test_list_points_are_marked_and_their_further_lines_go_on() -> None:
    page = read("<ul><li>et<br>mere</li></ul>")
    assert page.marks == {0: Mark(Role.LIST), 1: Mark(Role.LIST, continues=True)}


def test_a_list_that_holds_headings_lays_out_the_page() -> None:
    page = read("<ul><li><h2>1. Budget</h2><p>Tekst</p></li><li><h2>2. Plan</h2></li></ul>")
    assert page.lines == ["1. Budget", "Tekst", "2. Plan"]
    assert [mark.role for mark in page.marks.values()] == [Role.HEADING, Role.HEADING]


def test_links_are_kept_with_their_text_and_scripts_are_not() -> None:
    page = read(
        "<p>Se <a href='https://eksempel.dk/a.pdf'>bilag <b>1</b></a>"
        "<a href='JavaScript:void(0)'>Udskriv</a><a>Intet</a></p>"
    )
    assert page.lines == ["Se bilag 1UdskrivIntet"]
    assert page.links == [("bilag 1", "https://eksempel.dk/a.pdf")]


@pytest.mark.parametrize(
    ("alt", "lines"),
    [
        ("Kort over byens nye sti", ["Tekst", "[billede: Kort over byens nye sti]"]),
        ("", ["Tekst"]),
        ("image001.png", ["Tekst"]),
        ("Billede 3", ["Tekst"]),
        ("Et billede, der indeholder tekst Automatisk genereret beskrivelse", ["Tekst"]),
    ],
)
def test_pictures_leave_what_somebody_wrote_about_them(alt: str, lines: list[str]) -> None:
    assert read(f"<p>Tek<img src='x' alt='{alt}'>st</p>").lines == lines


def test_nesting_without_end_is_refused_in_one_line() -> None:
    with pytest.raises(Unreadable, match="indlejret") as refusal:
        read("<div>" * 100_000 + "dybt")
    assert "\n" not in str(refusal.value)


_TAGS = ["p", "div", "span", "b", "h2", "h3", "ul", "ol", "li", "table", "tr", "td", "a", "em"]
_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)


@st.composite
def _html(draw: st.DrawFn, depth: int = 4) -> str:
    parts = []
    for _ in range(draw(st.integers(0, 4))):
        if depth and draw(st.booleans()):
            tag = draw(st.sampled_from(_TAGS))
            parts.append(f"<{tag}>{draw(_html(depth - 1))}</{tag}>")
        else:
            parts.append(draw(_TEXT).replace("&", "&amp;").replace("<", "&lt;"))
    return "".join(parts)


@settings(deadline=None, max_examples=60)
@given(source=_html())
def test_no_visible_text_is_lost(
    source: str,
    assert_kept: Callable[[list[str], Canonical], None],
    visible_texts: Callable[[str], list[str]],
) -> None:
    assert_kept(visible_texts(source), read(source))


@settings(deadline=None, max_examples=60)
@given(st.text() | st.text("<>/=\"' pdivhtable123&;!-", max_size=200))
def test_any_text_is_read_or_refused(source: str) -> None:
    try:
        lines = read(source).lines
    except Unreadable:
        return
    assert all(line.strip() and "\n" not in line for line in lines)
