"""Word documents: headings, lists, tables, boxes, notes, tracked changes, and hostile files."""

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from sagsgang.reading.canonical import Canonical, Mark, Role, Unreadable
from sagsgang.reading.formats.docx import docx_lines, is_docx

AssertKept = Callable[[list[str], Canonical], None]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Sag"><w:name w:val="Sag"/>
  <w:basedOn w:val="Overskrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Dyb"><w:name w:val="Dyb"/>
  <w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/>
  <w:basedOn w:val="Ring"/></w:style>
<w:style w:type="paragraph" w:styleId="Fed"><w:name w:val="Fed"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Staerk"><w:name w:val="Strong"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Gitter"><w:name w:val="Gitter"/>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>
"""


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def package(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word(body: str, relations: dict[str, tuple[str, str]] | None = None, **parts: str) -> bytes:
    """A Word file by its body; `relations` are id -> (kind, target), `parts` other parts."""
    links = {"rIdS": ("styles", "styles.xml"), "rIdN": ("numbering", "numbering.xml")}
    for name in parts:
        links[f"r_{name}"] = (name.rstrip("0123456789"), f"{name}.xml")
    links |= relations or {}
    entries = "".join(
        f'<Relationship Id="{i}" Type="{RELATIONS}/{kind}" Target="{target}"'
        f' TargetMode="{"External" if ":" in target else "Internal"}"/>'
        for i, (kind, target) in links.items()
    )
    described = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{STYLES}</w:styles>",
        "word/_rels/document.xml.rels": f"<Relationships>{entries}</Relationships>",
    }
    for name, content in parts.items():
        described[f"word/{name}.xml"] = f"<w:{name} {NAMESPACES}>{content}</w:{name}>"
    return package(described)


def read(body: str, relations: dict[str, tuple[str, str]] | None = None, **parts: str) -> Canonical:
    return docx_lines(word(body, relations, **parts))


def p(text: str, properties: str = "", letters: str = "") -> str:
    run = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr>"
        f'<w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def raw(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{content}</w:r></w:p>"


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def point(number: int, depth: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def roles(page: Canonical) -> list[Role | None]:
    return [page.marks[i].role if i in page.marks else None for i in range(len(page.lines))]


def test_runs_are_glued_and_breaks_end_lines() -> None:
    page = read(
        raw(
            "<w:t>I</w:t></w:r><w:r><w:t>ndstil</w:t><w:softHyphen/><w:t>ling</w:t></w:r><w:r>"
            "<w:br/><w:t>for</w:t><w:tab/><w:t>A</w:t><w:noBreakHyphen/><w:t>B </w:t>"
            '<w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t>'
        )
    )
    assert page.lines == ["Indstilling", "for A-B ≥5"]
    assert page.format == "docx"
    assert page.flowed


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        (style("Overskrift1"), 1),
        (style("Sag"), 1),
        (style("Dyb"), 3),
        ('<w:outlineLvl w:val="1"/>', 2),
        (style("Overskrift1") + '<w:outlineLvl w:val="9"/>', 0),
        (style("Ring"), 0),
        (style("Findes ikke"), 0),
    ],
)
def test_headings_by_style(properties: str, level: int) -> None:
    marks = read(p("Økonomi", properties)).marks
    assert marks == ({0: Mark(Role.HEADING, level=level)} if level else {})


@pytest.mark.parametrize(
    ("properties", "letters"),
    [
        ("", "<w:b/>"),
        ("", '<w:u w:val="single"/>'),
        ("", '<w:rStyle w:val="Staerk"/>'),
        (style("Fed"), ""),
    ],
)
def test_headings_by_look(properties: str, letters: str) -> None:
    page = read(p("Almindelig tekst i sagen.") + p("Baggrund", properties, letters))
    assert page.marks == {1: Mark(Role.HEADING, level=6)}


def test_larger_letters_rank_above_smaller_ones() -> None:
    def sized(text: str, half_points: int) -> str:
        return p(text, letters=f'<w:b/><w:sz w:val="{half_points}"/>')

    page = read(
        sized("Referat", 40) + sized("Sagen", 30) + p("En lang almindelig tekst om sagen.") * 3
        + sized("Baggrund", 20)
    )  # fmt: skip
    levels = [page.marks[index].level for index in (0, 1, 5)]
    assert levels == [1, 2, 6]


@pytest.mark.parametrize("letters", ['<w:b w:val="0"/>', '<w:u w:val="none"/>', "<w:i/>"])
def test_other_letters_make_no_heading(letters: str) -> None:
    assert read(p("Baggrund", letters=letters)).marks == {}


LISTS = """
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>
    <w:lvlText w:val="%2)"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/>
    <w:lvlText w:val="%1.%2.%3"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="3">
  <w:lvl w:ilvl="0"><w:start w:val="15"/><w:numFmt w:val="decimal"/>
    <w:lvlText w:val="Punkt %1:"/></w:lvl>
  <w:lvl w:ilvl="1"><w:pStyle w:val="Sag"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def numbered(body: str) -> Canonical:
    return read(body, numbering=LISTS)


def test_lists_are_numbered_by_their_rules() -> None:
    page = numbered(
        p("et", point(1)) + p("to", point(1)) + p("a", point(1, 1)) + p("b", point(1, 1))
        + p("dybt", point(1, 2)) + p("tre", point(1)) + p("a igen", point(1, 1))
        + p("forfra", point(4)) + p("videre", point(4))
        + p("punkt", point(2)) + p("intet", point(0))
    )  # fmt: skip
    assert page.lines == [
        "1. et", "2. to", "  a) a", "  b) b", "    2.b.i dybt", "3. tre", "  a) a igen",
        "1. forfra", "2. videre", "- punkt", "intet",
    ]  # fmt: skip
    assert roles(page) == [Role.LIST] * 10 + [None]


def test_headings_carry_their_automatic_numbers_and_no_bullets() -> None:
    page = numbered(
        p("Budget", style("Overskrift1") + point(3)) + p("Plan", style("Overskrift1") + point(3))
        + p("Tal", style("Overskrift1") + point(2))
    )  # fmt: skip
    assert page.lines == ["Punkt 15: Budget", "Punkt 16: Plan", "Tal"]
    assert roles(page) == [Role.HEADING] * 3


def test_a_bold_numbered_line_looks_like_a_heading_and_a_bold_bullet_does_not() -> None:
    page = numbered(p("Budget", point(1), "<w:b/>") + p("Plan", point(2), "<w:b/>"))
    assert roles(page) == [Role.HEADING, Role.LIST]


def test_further_lines_of_a_point_go_on_below_it() -> None:
    page = numbered(
        f"<w:p><w:pPr>{point(1)}</w:pPr><w:r><w:t>et</w:t><w:br/><w:t>mere</w:t></w:r></w:p>"
    )
    assert page.lines == ["1. et", "   mere"]
    assert page.marks[1] == Mark(Role.LIST, continues=True)


def test_contents_keep_their_page_numbers_apart() -> None:
    page = read(raw("<w:t>1. Budget</w:t><w:tab/><w:t>3</w:t>", style("TOC1")))
    assert page.lines == ["1. Budget\t3"]
    assert roles(page) == [Role.CONTENTS]


def test_tables_with_merged_cells_and_header_rows() -> None:
    page = read(
        tbl(
            tr(tc("År"), tc("Antal", '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>"),
            tr(tc("Ydelse", '<w:vMerge w:val="restart"/>'), tc("1"), tc("2")),
            tr(tc("", "<w:vMerge/>"), tc("3"), tc("4")),
            tr(tc("5"), tc("6"), properties='<w:gridBefore w:val="1"/>'),
        )
    )
    assert page.lines == ["År\tAntal\t", "Ydelse\t1\t2", "\t3\t4", "\t5\t6"]
    assert roles(page) == [Role.TABLE_HEAD, Role.TABLE_ROW, Role.TABLE_ROW, Role.TABLE_ROW]


@pytest.mark.parametrize(
    ("look", "first"),
    [
        ('<w:tblStyle w:val="Gitter"/><w:tblLook w:firstRow="1"/>', Role.TABLE_HEAD),
        ('<w:tblStyle w:val="Gitter"/><w:tblLook w:val="04A0"/>', Role.TABLE_HEAD),
        ('<w:tblStyle w:val="Gitter"/><w:tblLook w:firstRow="0"/>', Role.TABLE_ROW),
        ('<w:tblLook w:firstRow="1"/>', Role.TABLE_ROW),
    ],
)
def test_a_header_may_be_set_by_the_tables_style(look: str, first: Role) -> None:
    page = read(tbl(tr(tc("a"), tc("b")), tr(tc("1"), tc("2")), properties=look))
    assert roles(page)[0] is first


def test_tables_that_lay_out_the_page_are_dissolved() -> None:
    inner = tbl(tr(tc("a"), tc("b")))
    assert read(tbl(tr(f"<w:tc>{inner}{p('under')}</w:tc>", tc("x")))).lines == [
        "a\tb",
        "under",
        "x",
    ]
    assert read(tbl(tr(tc("kun en")))).lines == ["kun en"]
    headed = f"<w:tc>{p('Sag', style('Overskrift1'))}{p('Tekst')}</w:tc>"
    assert read(tbl(tr(tc("x"), headed))).lines == ["x", "Sag", "Tekst"]


def test_paragraphs_set_in_columns_with_tabs_are_a_table() -> None:
    row = "<w:p><w:r><w:t>{}</w:t><w:tab/><w:t>{}</w:t><w:tab/><w:t>{}</w:t></w:r></w:p>"
    page = read(row.format("År", "2023", "2024") + row.format("Antal", "1", "2") + p("Tekst"))
    assert page.lines == ["År\t2023\t2024", "Antal\t1\t2", "Tekst"]
    assert roles(page) == [Role.TABLE_ROW, Role.TABLE_ROW, None]


def test_tracked_changes_are_read_as_accepted() -> None:
    page = read(
        "<w:p><w:r><w:t>Sagen </w:t></w:r><w:del><w:r><w:delText>afvises</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>godkendes</w:t></w:r></w:ins></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Først </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>så</w:t></w:r></w:p>"
        "<w:moveFrom><w:p><w:r><w:t>flyttet væk</w:t></w:r></w:p></w:moveFrom>"
        "<w:moveTo><w:p><w:r><w:t>flyttet hertil</w:t></w:r></w:p></w:moveTo>"
        + tbl(tr(tc("væk"), tc("x"), properties="<w:del/>"), tr(tc("a"), tc("b")))
    )
    assert page.lines == ["Sagen godkendes", "Først så", "flyttet hertil", "a\tb"]


def test_hidden_letters_and_comments_are_no_text() -> None:
    page = read(
        p("skjult", letters="<w:vanish/>")
        + '<w:p><w:r><w:t>Synlig</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>',
        comments=p("en kommentar"),
    )
    assert page.lines == ["Synlig"]


BOX = "<w:txbxContent>" + p("I kassen") + "</w:txbxContent>"


def test_text_boxes_are_read_once_below_their_paragraph() -> None:
    page = read(
        raw(
            "<w:t>Før</w:t><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
            f"{BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}"
            "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent><w:t>efter</w:t>"
        )
    )
    assert page.lines == ["Førefter", "I kassen"]


def test_pictures_and_diagrams_leave_their_words() -> None:
    page = read(
        "<w:p><w:r><w:drawing><wp:docPr descr='Kort over den nye sti'/></w:drawing></w:r>"
        "<w:r><w:drawing><wp:docPr descr='billede1.png'/><dgm:relIds r:dm='r_data1'/></w:drawing>"
        "</w:r></w:p>",
        data1="<dgm:pt><dgm:t><a:p><a:r><a:t>Trin 1</a:t></a:r></a:p></dgm:t></dgm:pt>",
    )
    assert page.lines == ["[billede: Kort over den nye sti]", "Trin 1"]


def test_notes_stand_below_what_calls_them() -> None:
    note = f'<w:footnote w:id="2">{raw("<w:footnoteRef/><w:t>Se loven.</w:t>")}</w:footnote>'
    end = f'<w:endnote w:id="7">{p("Kilde.")}</w:endnote>'
    page = read(
        '<w:p><w:r><w:t>Tal</w:t><w:footnoteReference w:id="2"/><w:t> og mål</w:t>'
        '<w:endnoteReference w:id="7"/></w:r></w:p>' + p("Videre"),
        footnotes=note,
        endnotes=end,
    )
    assert page.lines == ["Tal[1] og mål[i]", "[1] Se loven.", "[i] Kilde.", "Videre"]
    assert roles(page) == [None, Role.FOOTNOTE, Role.FOOTNOTE, None]


def test_page_heads_and_feet_are_furniture_once() -> None:
    frames = '<w:headerReference r:id="r_header1"/><w:footerReference r:id="r_footer1"/>'
    section = f"<w:sectPr>{frames}</w:sectPr>"
    body = p("Tekst", section) + section
    page = read(body, header1=p("Nordby Kommune"), footer1=p("Side 1"))
    assert page.lines == ["Nordby Kommune", "Tekst", "Side 1"]
    assert roles(page) == [Role.FURNITURE, None, Role.FURNITURE]


def test_links_of_all_kinds() -> None:
    page = read(
        '<w:p><w:hyperlink r:id="rId9"><w:r><w:t>Bilag 1</w:t></w:r></w:hyperlink>'
        '<w:hyperlink w:anchor="top"><w:r><w:t>op</w:t></w:r></w:hyperlink>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://eksempel.dk/b" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Bilag 2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        {"rId9": ("hyperlink", "https://eksempel.dk/a")},
    )
    assert page.lines == ["Bilag 1opBilag 2"]
    assert page.links == [
        ("Bilag 1", "https://eksempel.dk/a"),
        ("Bilag 2", "https://eksempel.dk/b"),
    ]


def test_fields_show_their_results_and_boxes_whether_they_are_ticked() -> None:
    page = read(
        '<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>12. maj</w:t></w:r></w:fldSimple></w:p>'
        + raw(
            '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox>'
            "</w:ffData></w:fldChar>"
        )
        + "<w:sdt><w:sdtPr/><w:sdtContent>"
        + p("Valgt")
        + "</w:sdtContent></w:sdt>"
    )
    assert page.lines == ["12. maj", "☒", "Valgt"]


def test_a_document_that_another_program_made() -> None:
    document = docx.Document()
    document.add_heading("1. Budget", 1)
    document.add_paragraph("Første", style="List Number")
    document.add_paragraph("Anden", style="List Number")
    document.add_paragraph("Punkt", style="List Bullet")
    document.add_paragraph().add_run("Stor").font.size = Pt(20)
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Ydelse"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Antal"
    table.cell(1, 1).text = "4"
    buffer = io.BytesIO()
    document.save(buffer)
    data = buffer.getvalue()
    assert is_docx(data)
    assert docx_lines(data).lines == [
        "1. Budget", "1. Første", "2. Anden", "- Punkt", "Stor", "Ydelse\tAntal\t", "\t4\t",
    ]  # fmt: skip


def test_strict_documents_name_the_same_things_otherwise() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    main = f"<w:document {NAMESPACES}><w:body>{p('Tekst')}</w:body></w:document>"
    assert docx_lines(package({"word/document.xml": main.replace(WORD, strict)})).lines == ["Tekst"]


def test_nothing_visible_is_lost(assert_kept: AssertKept) -> None:
    body = (
        p("Overskrift", style("Overskrift1")) + p("Løbende tekst med æ, ø og å.")
        + tbl(tr(tc("År", '<w:gridSpan w:val="2"/>'), tc("x")), tr(tc("1"), tc("2"), tc("3")))
        + f"<w:p><w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r></w:p>"
        + f"<w:sdt><w:sdtContent>{p('Styret')}</w:sdtContent></w:sdt>"
        + f"<w:customXml>{p('Mærket')}</w:customXml>"
        + '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )  # fmt: skip
    note = f'<w:footnote w:id="2">{p("En note")}</w:footnote>'
    shown = re.findall(r"<w:t [^>]*>([^<]+)", body + note)
    assert len(shown) == 11
    assert_kept(shown, read(body, footnotes=note))


_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
)


@st.composite
def _blocks(draw: st.DrawFn, depth: int = 3) -> str:
    parts = []
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.integers(0, 5 if depth else 2))
        if kind < 3:
            properties = draw(
                st.sampled_from(["", style("Sag"), style("TOC1"), point(1), point(2)])
            )
            parts.append(p(draw(_TEXT), properties, draw(st.sampled_from(["", "<w:b/>"]))))
        elif kind == 3:
            cells = [
                f"<w:tc>{draw(_blocks(depth - 1))}</w:tc>" for _ in range(draw(st.integers(1, 3)))
            ]
            parts.append(tbl(tr(*cells), tr(*cells[:1])))
        elif kind == 4:
            inner = draw(_blocks(depth - 1))
            parts.append(raw(f"<w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict>"))
        else:
            parts.append(f"<w:sdt><w:sdtContent>{draw(_blocks(depth - 1))}</w:sdtContent></w:sdt>")
    return "".join(parts)


@settings(deadline=None, max_examples=60)
@given(body=_blocks())
def test_no_text_is_lost_however_it_is_nested(body: str, assert_kept: AssertKept) -> None:
    texts = re.findall(r"<w:t [^>]*>([^<]*)", body)
    shown = [text.replace("&lt;", "<").replace("&amp;", "&") for text in texts]
    assert_kept(shown, numbered(p("Slut") + body))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
        (OLE + b"\0" * 600, "ældre format"),
        (b"PK\x03\x04 word/document.xml", "beskadiget"),
        (word(p("x"))[:-200], "beskadiget"),
        (package({"word/andet.xml": ""}), "beskadiget"),
        (package({"word/document.xml": "<w:document>"}), "beskadiget"),
        (package({"word/document.xml": "<a>" * 5000}), "beskadiget"),
        (word(""), "ingen tekst"),
        (package({"word/document.xml": " " * 60_000_000}), "over 40 MB"),
        (package({f"word/{number}": "" for number in range(10_001)}), "over 40 MB"),
        (
            package({"word/document.xml": "<!DOCTYPE x [<!ENTITY e 'x'>]><x>&e;</x>"}),
            "dokumenttype",
        ),
    ],
    ids=[
        "locked", "old", "no-archive", "cut", "no-document", "no-xml", "nested", "empty", "bomb",
        "parts", "entities",
    ],
)  # fmt: skip
def test_files_that_cannot_be_read_are_refused_in_one_line(data: bytes, why: str) -> None:
    assert is_docx(data)
    with pytest.raises(Unreadable, match=why) as refusal:
        docx_lines(data)
    assert "\n" not in str(refusal.value)


def test_entities_do_not_expand() -> None:
    laughs = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    bomb = f"<!DOCTYPE x [<!ENTITY a0 'ha'>{laughs}]><x y='&a9;'>&a9;</x>"
    with pytest.raises(Unreadable):
        docx_lines(package({"word/document.xml": bomb}))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF", b"word/", package({"xl/a.xml": ""})])
def test_other_files_are_no_word_documents(data: bytes) -> None:
    assert not is_docx(data)


_WHOLE = word(p("Sagen", style("Sag")) + tbl(tr(tc("a"), tc("b"))), numbering=LISTS)


@settings(deadline=None, max_examples=60)
@given(st.binary(), st.integers(0, len(_WHOLE)), st.integers(0, 30))
def test_any_bytes_are_read_or_refused(noise: bytes, place: int, length: int) -> None:
    for data in (noise, _WHOLE[:place] + noise + _WHOLE[place + length :]):
        is_docx(data)
        try:
            page = docx_lines(data)
        except Unreadable:
            continue
        assert page.lines
