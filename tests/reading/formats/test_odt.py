"""OpenDocument texts: headings, lists, tables, boxes, notes, tracked changes, and hostile files."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sagsgang.reading.canonical import Canonical, Mark, Role, Unreadable
from sagsgang.reading.formats.odt import is_odt, odt_lines

AssertKept = Callable[[list[str], Canonical], None]
BASE = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{name}="{BASE}{name}:1.0"' for name in ("office", "style", "text", "table")
) + (
    f' xmlns:draw="{BASE}drawing:1.0" xmlns:fo="{BASE}xsl-fo-compatible:1.0"'
    f' xmlns:svg="{BASE}svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
KIND = "application/vnd.oasis.opendocument.text"
STYLES = """
<style:style style:name="Heading_20_2" style:family="paragraph"/>
<style:style style:name="Sag" style:family="paragraph" style:default-outline-level="1"/>
<style:style style:name="Ring" style:family="paragraph" style:parent-style-name="Ring"/>
<style:style style:name="Fed" style:family="paragraph">
  <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Stor" style:family="paragraph" style:parent-style-name="Halv">
  <style:text-properties fo:font-size="200%"/></style:style>
<style:style style:name="Halv" style:family="paragraph">
  <style:text-properties fo:font-size="12pt"/></style:style>
<style:style style:name="T1" style:family="text">
  <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text">
  <style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/>
  <text:list-level-style-number text:level="2" style:num-prefix="(" style:num-suffix=")"
    style:num-format="a"/>
  <text:list-level-style-number text:level="3" style:num-format="i" text:display-levels="3"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>
"""
OUTLINE = """<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"
  style:num-suffix="." text:start-value="15"/></text:outline-style>"""


def package(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", KIND, zipfile.ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def written(body: str, outline: str = "", masters: str = "") -> bytes:
    """An OpenDocument text by its body."""
    return package(
        {
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": (
                f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}"
                f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
                "</office:body></office:document-content>"
            ),
            "styles.xml": (
                f"<office:document-styles {SPACES}><office:styles>{outline}</office:styles>"
                f"<office:master-styles>{masters}</office:master-styles></office:document-styles>"
            ),
        }
    )


def read(body: str, outline: str = "", masters: str = "") -> Canonical:
    return odt_lines(written(body, outline, masters))


def p(text: str, style: str = "Plain") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def h(text: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def listed(*points: str, style: str = "L1", more: str = "") -> str:
    items = "".join(f"<text:list-item>{point}</text:list-item>" for point in points)
    return f'<text:list text:style-name="{style}" {more}>{items}</text:list>'


def cell(content: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{content}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


def roles(page: Canonical) -> list[Role | None]:
    return [page.marks[i].role if i in page.marks else None for i in range(len(page.lines))]


def test_spans_are_glued_and_breaks_end_lines() -> None:
    page = read(
        p(
            "<text:span>I</text:span>ndstil\xadling<text:line-break/>for<text:tab/>A"
            '<text:s text:c="3"/>B\n  C<text:bookmark/>D'
        )
    )
    assert page.lines == ["Indstilling", "for A B CD"]
    assert page.format == "odt"
    assert page.flowed


@pytest.mark.parametrize(
    ("block", "level"),
    [
        (h("Økonomi"), 1),
        (h("Økonomi", 3), 3),
        (p("Økonomi", "Heading_20_2"), 2),
        (p("Økonomi", "Sag"), 1),
        (p("Økonomi", "Ring"), 0),
        (p("Økonomi", "Findes ikke"), 0),
        (p("Løbende tekst om sagen.") + p("Baggrund", "Fed"), 6),
        (p("Løbende tekst.") + p('<text:span text:style-name="T1">Baggrund</text:span>'), 6),
        (p("Løbende tekst om sagen.", "Halv") + p("Baggrund", "Stor"), 1),
        (p("Delvis <text:span text:style-name='T1'>fed</text:span>"), 0),
    ],
)
def test_headings_by_style_and_by_look(block: str, level: int) -> None:
    marks = list(read(block).marks.values())
    assert marks == ([Mark(Role.HEADING, level=level)] if level else [])


def test_headings_carry_the_numbers_of_the_outline() -> None:
    body = h("Budget") + h("Tal", 2) + h("Plan")
    assert read(body, OUTLINE).lines == ["15. Budget", "Tal", "16. Plan"]
    assert read(body).lines == ["Budget", "Tal", "Plan"]


def test_a_number_written_with_a_heading_counts() -> None:
    assert read(h("<text:number>7.</text:number>Budget"), OUTLINE).lines == ["7. Budget"]


def test_lists_are_numbered_by_their_rules() -> None:
    deeper = listed(p("a") + listed(p("dybt")), p("b"))
    page = read(
        listed(p("et"), p("to") + deeper, p("tre") + p("mere"))
        + listed(p("forfra"))
        + listed(p("videre"), more='text:continue-numbering="true"')
        + listed(p("punkt"), style="L2")
        + listed(listed(p("kun dybt")))
        + '<text:list><text:list-header><text:p>hoved</text:p></text:list-header></text:list>'
    )  # fmt: skip
    assert page.lines == [
        "1. et", "2. to", "  (a) a", "    2.a.i dybt", "  (b) b", "3. tre", "   mere",
        "1. forfra", "2. videre", "- punkt", "  (a) kun dybt", "hoved",
    ]  # fmt: skip
    assert roles(page) == [Role.LIST] * 11 + [None]
    assert page.marks[6] == Mark(Role.LIST, continues=True)


def test_a_heading_in_a_list_carries_its_number() -> None:
    page = read(listed(h("Budget"), h("Plan")))
    assert page.lines == ["1. Budget", "2. Plan"]
    assert roles(page) == [Role.HEADING, Role.HEADING]


def test_contents_keep_their_page_numbers_apart() -> None:
    page = read(
        "<text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title>"
        f"{p('Indhold')}</text:index-title>{p('1. Budget<text:tab/>3')}</text:index-body>"
        f"</text:table-of-content>{p('Tekst')}"
    )
    assert page.lines == ["Indhold", "1. Budget\t3", "Tekst"]
    assert roles(page) == [None, Role.CONTENTS, None]


def test_tables_with_merged_and_repeated_cells() -> None:
    head = row(cell(p("År")), cell(p("Antal"), 'table:number-columns-spanned="2"'), COVERED)
    page = read(
        table(
            f"<table:table-header-rows>{head}</table:table-header-rows>",
            row(cell(p("Ydelse"), 'table:number-rows-spanned="2"'), cell(p("1")), cell(p("2"))),
            row(COVERED, cell(p("3"), 'table:number-columns-repeated="2"')),
            row(cell(p("a")), cell(p("b")), more='table:number-rows-repeated="2"'),
        )
    )
    assert page.lines == ["År\tAntal\t", "Ydelse\t1\t2", "\t3\t3", "a\tb", "a\tb"]
    assert roles(page) == [Role.TABLE_HEAD] + [Role.TABLE_ROW] * 4


def test_tables_that_lay_out_the_page_are_dissolved() -> None:
    inner = table(row(cell(p("a")), cell(p("b"))))
    assert read(table(row(cell(inner + p("under")), cell(p("x"))))).lines == ["a\tb", "under", "x"]
    assert read(table(row(cell(h("Sag") + p("Tekst")), cell(p("x"))))).lines == [
        "Sag",
        "Tekst",
        "x",
    ]


def test_tracked_changes_are_read_as_accepted() -> None:
    page = read(
        "<text:tracked-changes><text:changed-region><text:deletion>" + p("afvises")
        + "</text:deletion></text:changed-region></text:tracked-changes>"
        + p("Sagen <text:change/><text:change-start/>godkendes<text:change-end/>")
    )  # fmt: skip
    assert page.lines == ["Sagen godkendes"]


def test_hidden_text_and_comments_are_no_text() -> None:
    page = read(
        p("<text:span text:style-name='T2'>skjult</text:span>Synlig")
        + p("a<office:annotation><text:p>en kommentar</text:p></office:annotation>b")
        + f"<text:section text:display='none'>{p('skjult')}</text:section>"
    )
    assert page.lines == ["Synlig", "ab"]


def test_boxes_shapes_and_pictures_stand_below_their_paragraph() -> None:
    page = read(
        p(
            f"Før<draw:frame><draw:text-box>{p('I kassen')}</draw:text-box></draw:frame>"
            f"<draw:custom-shape>{p('I figuren')}</draw:custom-shape>"
            "<draw:frame><draw:image/><svg:desc>Kort over den nye sti</svg:desc></draw:frame>efter"
        )
    )
    assert page.lines == ["Førefter", "I kassen", "I figuren", "[billede: Kort over den nye sti]"]


def test_notes_stand_below_what_calls_them() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p('Se loven.')}</text:note-body></text:note>"
    )
    page = read(p(f"Tal{note} og mål") + p("Videre"))
    assert page.lines == ["Tal[1] og mål", "[1] Se loven.", "Videre"]
    assert roles(page) == [None, Role.FOOTNOTE, None]


def test_page_heads_and_feet_are_furniture() -> None:
    masters = (
        "<style:master-page style:name='Standard'><style:header>" + p("Nordby Kommune")
        + "</style:header><style:footer>" + p("Side 1") + "</style:footer></style:master-page>"
        "<style:master-page style:name='Ubrugt'><style:header>" + p("Ses ikke")
        + "</style:header></style:master-page>"
    )  # fmt: skip
    page = read(p("Tekst"), masters=masters)
    assert page.lines == ["Nordby Kommune", "Tekst", "Side 1"]
    assert roles(page) == [Role.FURNITURE, None, Role.FURNITURE]


def test_links() -> None:
    page = read(
        p("<text:a xlink:href='https://eksempel.dk/a'>Bilag <text:span>1</text:span></text:a>")
    )
    assert page.links == [("Bilag 1", "https://eksempel.dk/a")]


def test_nothing_visible_is_lost(assert_kept: AssertKept) -> None:
    body = (
        h("Overskrift") + p("Løbende tekst med æ, ø og å.") + listed(p("punkt"), p("under"))
        + table(row(cell(p("År")), cell(p("x"))), row(cell(p("1")), cell(p("2"))))
        + p(f"<draw:frame><draw:text-box>{p('I kassen')}</draw:text-box></draw:frame>")
        + f"<text:section>{p('Afsnit')}</text:section>"
    )  # fmt: skip
    shown = re.findall(r">([^<>]+)<", body)
    assert len(shown) == 10
    assert_kept(shown, read(body))


_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
)


@st.composite
def _blocks(draw: st.DrawFn, depth: int = 3) -> str:
    parts = []
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.integers(0, 6 if depth else 2))
        if kind < 2:
            parts.append(p(draw(_TEXT), draw(st.sampled_from(["Plain", "Fed", "Sag", "Stor"]))))
        elif kind == 2:
            parts.append(h(draw(_TEXT), draw(st.integers(1, 3))))
        elif kind == 3:
            parts.append(table(row(*(cell(draw(_blocks(depth - 1))) for _ in range(2)))))
        elif kind == 4:
            parts.append(listed(draw(_blocks(depth - 1)), draw(_blocks(depth - 1))))
        elif kind == 5:
            box = f"<draw:text-box>{draw(_blocks(depth - 1))}</draw:text-box>"
            parts.append(p(f"<draw:frame>{box}</draw:frame>{draw(_TEXT)}"))
        else:
            parts.append(f"<text:section>{draw(_blocks(depth - 1))}</text:section>")
    return "".join(parts)


@settings(deadline=None, max_examples=60)
@given(body=_blocks())
def test_no_text_is_lost_however_it_is_nested(body: str, assert_kept: AssertKept) -> None:
    texts = re.findall(r">([^<]+)", body)
    shown = [text.replace("&lt;", "<").replace("&amp;", "&") for text in texts]
    assert_kept(shown, read(p("Slut") + body, OUTLINE))


REPEATED = 'table:number-columns-repeated="999999"'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (
            package({"META-INF/manifest.xml": "<encryption-data/>", "content.xml": "x"}),
            "adgangskode",
        ),
        (written(p("x"))[:-200], "beskadiget"),
        (package({}), "beskadiget"),
        (package({"content.xml": "<office"}), "beskadiget"),
        (written(""), "ingen tekst"),
        (package({"content.xml": " " * 60_000_000}), "over 40 MB"),
        (package({"content.xml": "<!DOCTYPE x [<!ENTITY e 'x'>]><x>&e;</x>"}), "dokumenttype"),
    ],
    ids=["locked", "cut", "no-content", "no-xml", "empty", "bomb", "entities"],
)
def test_files_that_cannot_be_read_are_refused_in_one_line(data: bytes, why: str) -> None:
    assert is_odt(data)
    with pytest.raises(Unreadable, match=why) as refusal:
        odt_lines(data)
    assert "\n" not in str(refusal.value)


def test_cells_by_the_million_do_not_fill_the_memory() -> None:
    bomb = cell(p("x"), REPEATED)
    for _ in range(6):
        bomb = cell(table(row(bomb, more='table:number-rows-repeated="999999"') * 3), REPEATED)
    page = read(table(row(bomb)))
    assert sum(map(len, page.lines)) < 1_000_000


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"content.xml META-INF/manifest.xml",
        package({}).replace(b"text", b"calc"),
    ],
)
def test_other_files_are_no_opendocument_texts(data: bytes) -> None:
    assert not is_odt(data)


_WHOLE = written(h("Sagen") + listed(p("a"), p("b")) + table(row(cell(p("1")), cell(p("2")))))


@settings(deadline=None, max_examples=60)
@given(st.binary(), st.integers(0, len(_WHOLE)), st.integers(0, 30))
def test_any_bytes_are_read_or_refused(noise: bytes, place: int, length: int) -> None:
    for data in (noise, _WHOLE[:place] + noise + _WHOLE[place + length :]):
        is_odt(data)
        try:
            page = odt_lines(data)
        except Unreadable:
            continue
        assert page.lines
