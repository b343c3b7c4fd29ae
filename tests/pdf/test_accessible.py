"""What an assistive technology is told of our PDF, and what an archive: tags, language, claims."""

import random
from contextlib import suppress
from datetime import datetime

import pypdfium2
import pytest
from tests.pdf.drawing import drawn, lines

from sagsgang.minutes.printed import (
    Contents,
    Facts,
    Grid,
    Heading,
    HeadingRole,
    Paragraph,
    Points,
    Printed,
)
from sagsgang.reading.own.pdf_objects import Damaged, PdfFile
from sagsgang.reading.own.tagged_pdf import Element, NotOwn, blocks, is_own, tree
from sagsgang.rendering.typst import normal_printed, pdf

DOCUMENT = Printed(
    "Referat af mødet 12. maj 2025",
    (
        Heading(1, "Referat", HeadingRole.DOCUMENT),
        Facts((("Sted", "Mødelokale A"), ("Tid", ""))),
        Contents(("1. Budget", "2. Lukket")),
        Heading(2, "1. Budget", HeadingRole.ITEM),
        Paragraph("Se https://www.sagsgang.example/sager/7 eller skriv til post@sagsgang.example."),
        Grid(
            ("Område", "Kr.", ""),
            tuple((f"Område {n}", f"{n}.500", "" if n % 2 else "x\ny") for n in range(80)),
            "Tabel 1. Forbrug",
        ),
        Points(("1. at budgettet godkendes", "- at der følges op")),
        Heading(2, "2. Lukket", HeadingRole.ITEM),
        Paragraph("Punktet er lukket.", is_notice=True),
    ),
)


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf(DOCUMENT, masthead="Solbjerg Kommune", running=("Byrådet", "12. maj 2025"))


@pytest.fixture(scope="module")
def file(made) -> PdfFile:
    return PdfFile(made)


@pytest.fixture(scope="module")
def document(file) -> Element:
    (found,) = tree(file).elements("Document")
    return found


def everything(element: Element):
    for kid in element.kids:
        if isinstance(kid, Element):
            yield kid
            yield from everything(kid)


def test_the_document_tells_its_language_title_and_that_it_is_tagged(file):
    root = file.dictionary(file.trailer["Root"])
    assert root["Lang"] == b"da"
    assert file.dictionary(root["MarkInfo"])["Marked"] is True
    assert file.dictionary(root["ViewerPreferences"])["DisplayDocTitle"] is True
    title = file.dictionary(file.trailer["Info"])["Title"]
    assert title.decode("utf-16") == DOCUMENT.title


def test_it_claims_both_standards_and_our_name(file):
    xmp = file.stream(file.dictionary(file.trailer["Root"])["Metadata"])
    for claim in (
        b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<",
        b"<xmp:CreatorTool>Sagsgang ",
    ):  # fmt: skip
        assert claim in xmp
    assert file.dictionary(file.trailer["Info"])["Creator"].startswith(b"Sagsgang ")


def test_tags_come_in_reading_order(document):
    tags = [kid.tag for kid in document.kids]
    assert tags == ["H1", "L", "H2", "TOC", "H2", "P", "Table", "L", "H2", "P"]


def test_the_running_heads_are_no_content(made, document):
    assert "Side" not in document.text()
    assert "Byrådet" not in document.text()
    pages = pypdfium2.PdfDocument(made)
    last = pages[len(pages) - 1].get_textpage().get_text_range()
    assert f"Side {len(pages)} af {len(pages)}" in last
    assert "Byrådet" in last
    pages.close()


def test_header_cells_say_which_way_they_head(document):
    (head,) = [each for each in everything(document) if each.tag == "THead"]
    cells = [each for each in everything(head) if each.tag == "TH"]
    assert [cell.text() for cell in cells] == ["Område", "Kr.", ""]
    assert {cell.attributes["Scope"] for cell in cells} == {"Column"}


def test_a_table_over_pages_is_one(document):
    (table,) = [each for each in everything(document) if each.tag == "Table"]
    rows = [each for each in everything(table) if each.tag == "TR"]
    assert len(rows) == 81


def test_links_have_a_description_and_a_tag(file, document):
    links = [each for each in everything(document) if each.tag == "Link"]
    shown = [link.text(without="Strong") for link in links]
    assert shown[:2] == ["1. Budget", "2. Lukket"]
    assert shown[2:] == ["https://www.sagsgang.example/sager/7", "post@sagsgang.example"]
    pages = file.dictionary(file.dictionary(file.trailer["Root"])["Pages"])["Kids"]
    notes = [
        file.dictionary(note)
        for page in pages
        for note in file.sequence(file.dictionary(page).get("Annots"))
    ]
    assert len(notes) == 4
    for note in notes:
        assert note["Contents"]
        assert isinstance(note["StructParent"], int)


def test_pages_are_walked_in_the_order_of_the_tags(file):
    for page in file.dictionary(file.dictionary(file.trailer["Root"])["Pages"])["Kids"]:
        assert file.dictionary(page)["Tabs"] == "S"


def test_only_fonts_of_the_package_or_the_compiler_are_in_it(file):
    fonts = set()
    for page in file.dictionary(file.dictionary(file.trailer["Root"])["Pages"])["Kids"]:
        resources = file.dictionary(file.dictionary(page)["Resources"])
        for font in file.dictionary(resources["Font"]).values():
            fonts.add(file.dictionary(font)["BaseFont"].split("+")[1].split("-")[0])
    assert fonts == {"IBMPlexSans"}


def test_the_same_twice_is_the_same_to_the_last_byte(made):
    again = pdf(DOCUMENT, masthead="Solbjerg Kommune", running=("Byrådet", "12. maj 2025"))
    assert again == made


def test_a_time_has_a_zone():
    with pytest.raises(ValueError, match="time zone"):
        pdf(DOCUMENT, created=datetime(2025, 5, 12))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Navn 漢字 her", "Navn \ufffd\ufffd her"),
        ("\uf0b7 punkt", "• punkt"),
        ("smil \U0001f600", "smil \ufffd"),
        ("blødt\u00adbrud og nul\u200bbredde", "blødtbrud og nulbredde"),
        ("tab\tog\nlinje", "tab og linje"),
        ("a\u030angstro\u0308m", "ångström"),
        ("bjælke \x07 klokke", "bjælke klokke"),
        ("Ωж≤", "Ωж≤"),
        ("privat \ue000", "privat \ufffd"),
    ],
)
def test_letters_that_no_font_has_do_not_stop_it(text, printed):
    assert blocks(pdf(Printed(text, (Paragraph(text),)))) == (Paragraph(printed),)


def test_what_cannot_be_printed_is_left_out():
    empty = Printed("", (Paragraph(" "), Points(()), Grid((), ()), Contents(("x",)), Facts(())))
    assert normal_printed(empty).blocks == ()
    assert blocks(pdf(empty)) == ()


def test_levels_grow_one_at_a_time():
    deep = Printed("x", (Heading(3, "a"), Heading(9, "b"), Heading(1, "c")))
    assert [each.level for each in blocks(pdf(deep))] == [1, 2, 1]


def test_files_of_others_are_refused(made):
    other = drawn(lines("Referat"))
    assert not is_own(other)
    assert is_own(made)
    with pytest.raises(NotOwn):
        blocks(other)


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9, 0.99])
def test_a_cut_file_is_no_file_of_ours(made, part):
    cut = made[: int(len(made) * part)]
    assert not is_own(cut)


def test_everything_stays_within_the_page():
    long = "Arbejdsmarkedsuddannelsesbekendtgørelse" * 6
    address = "https://www.sagsgang.example/" + "abcdefghij/" * 30 + "0123456789abcdef" * 20
    across = tuple(f"Kolonne {n}" for n in range(16))
    wide = Printed(
        "x",
        (
            Heading(1, long, HeadingRole.DOCUMENT),
            Paragraph(f"Se {address} og {long}."),
            Paragraph(f"Se {address} og {long}.", is_notice=True),
            Points((f"1. {long}", f"- {address}")),
            Facts(((long, address),)),
            Grid(across, (tuple(str(n * 1234567) for n in range(16)),)),
            Grid((long, "b", "c"), ((address, long, "x"),)),
        ),
    )
    made = pdf(wide)
    assert blocks(made) == wide.blocks
    document = pypdfium2.PdfDocument(made)
    for page in document:
        text = page.get_textpage()
        for at in range(text.count_rects()):
            left, _, right, _ = text.get_rect(at)
            assert left >= 65
            assert right <= page.get_width() - 62
    document.close()


def test_a_bent_file_is_refused_or_read_and_nothing_else():
    made = pdf(Printed("x", (*DOCUMENT.blocks[:2], Paragraph("Godkendt."))))
    chance = random.Random(20250512)
    for _ in range(400):
        bent = bytearray(made)
        for _ in range(chance.randrange(1, 6)):
            place = chance.randrange(len(bent))
            match chance.randrange(3):
                case 0:
                    bent[place] = chance.randrange(256)
                case 1:
                    del bent[place : place + chance.randrange(1, 30)]
                case _:
                    bent[place:place] = bytes(chance.choices(b"0123456789<>[]()/R ", k=6))
        with suppress(NotOwn, Damaged):
            blocks(bytes(bent))


def test_a_tag_with_two_places_is_refused(made):
    file = PdfFile(made)
    root = file.dictionary(file.dictionary(file.trailer["Root"])["StructTreeRoot"])
    (document,) = file.sequence(root["K"])
    kids = file.dictionary(document)["K"]
    place = made.index(b"/K[%d 0 R %d 0 R" % (kids[0].number, kids[1].number))
    first, second = (b"%d 0 R" % kid.number for kid in kids[:2])
    assert len(first) == len(second)
    twice = made[:place] + made[place:].replace(second, first, 1)
    with pytest.raises(Damaged):
        blocks(twice)
