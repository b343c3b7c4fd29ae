"""A Word document filled into sections, and files that are no such thing."""

import io
import re
import time
import zipfile
from functools import cache

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from sagsgang.web.cases.richtext.docx import MOST, sections_from_docx
from sagsgang.web.design.refusal import Refusal

HEADINGS = [
    ("Resumé", "summary"),
    ("Sagsfremstilling", "presentation"),
    ("Indstilling", "recommendation"),
    ("Økonomiske konsekvenser", "financial_implications"),
    ("Retsgrundlag", "legal_basis"),
]


def bytes_of(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def link(paragraph, words: str, address: str) -> None:
    part = paragraph.part
    key = part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), key)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = words
    run.append(text)
    element.append(run)
    paragraph._p.append(element)


@pytest.fixture
def document():
    made = Document()
    made.add_heading("Nye cykelskure", 0)
    made.add_paragraph("Et forord.")
    made.add_heading("Resumé", 1)
    paragraph = made.add_paragraph("Der bygges ")
    paragraph.add_run("to skure").bold = True
    paragraph.add_run(". Se ")
    link(paragraph, "planen", "https://www.example.dk/plan")
    made.add_heading("Om placeringen", 2)
    made.add_paragraph("Ved kajen", style="List Bullet")
    made.add_heading("Indstilling", 1)
    made.add_paragraph("Forvaltningen indstiller til Byrådet,")
    made.add_paragraph("at skurene bygges.", style="List Number")
    made.add_paragraph("at der bevilges 10 mio. kr.", style="List Number")
    made.add_paragraph().add_run("Økonomi").bold = True
    table = made.add_table(2, 2)
    for row, texts in enumerate((("År", "Kr."), ("2026", "10"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    made.add_paragraph("Lovgrundlag: Serviceloven § 1.")
    made.add_heading("Klimaregnskab", 1)
    made.add_paragraph("Hører ingen steder til.")
    return made


def test_headings_find_their_sections_and_nothing_is_lost(document):
    filled = sections_from_docx(bytes_of(document), HEADINGS)
    assert filled.title == "Nye cykelskure"
    assert filled.sections == {
        0: "<p>Der bygges <strong>to skure</strong>. Se "
        '<a href="https://www.example.dk/plan">planen</a></p><h3>Om placeringen</h3>'
        "<ul><li>Ved kajen</li></ul>",
        2: "<p>Forvaltningen indstiller til Byrådet,</p>",
        3: "<table><tbody><tr><td>År</td><td>Kr.</td></tr><tr><td>2026</td><td>10</td></tr>"
        "</tbody></table>",
        4: "<p>Serviceloven § 1.</p>",
    }
    assert filled.points == ("at skurene bygges.", "at der bevilges 10 mio. kr.")
    assert filled.unplaced == (
        "<p>Et forord.</p><h3>Klimaregnskab</h3><p>Hører ingen steder til.</p>"
    )


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Indstilling: 1. at a. 2. at b."],
        ["Indstilling:", "1. at a.", "2. at b."],
        ["Indstilling", "at a.", "at b."],
        ["Indstilling", "- at a.", "- at b."],
    ],
)
def test_points_of_a_recommendation_however_they_are_numbered(paragraphs):
    made = Document()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    filled = sections_from_docx(bytes_of(made), HEADINGS)
    assert filled.points == ("at a.", "at b.")
    assert (filled.sections, filled.unplaced) == ({}, "")


def test_two_headings_of_one_section_keep_their_own_words():
    made = Document()
    for heading in ("Sagsfremstilling", "Redegørelse"):
        made.add_heading(heading, 1)
        made.add_paragraph(f"Om {heading}.")
    filled = sections_from_docx(bytes_of(made), HEADINGS)
    assert filled.sections == {
        1: "<p>Om Sagsfremstilling.</p><h3>Redegørelse</h3><p>Om Redegørelse.</p>"
    }


def test_a_footnote_comes_where_its_mark_is():
    made = Document()
    made.add_heading("Resumé", 1)
    made.add_paragraph("Priserne er faste.")
    data = repacked(
        bytes_of(made),
        {
            "word/document.xml": lambda xml: xml.replace(
                b"faste.</w:t></w:r>",
                b'faste.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>',
            ),
            "[Content_Types].xml": lambda xml: xml.replace(
                b"</Types>",
                b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxml'
                b'formats-officedocument.wordprocessingml.footnotes+xml"/></Types>',
            ),
            "word/_rels/document.xml.rels": lambda xml: xml.replace(
                b"</Relationships>",
                b'<Relationship Id="rF" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                b'relationships/footnotes" Target="footnotes.xml"/></Relationships>',
            ),
        },
        {
            "word/footnotes.xml": b'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/word'
            b'processingml/2006/main"><w:footnote w:id="2"><w:p><w:r><w:t>I 2026-priser.</w:t>'
            b"</w:r></w:p></w:footnote></w:footnotes>"
        },
    )
    filled = sections_from_docx(data, HEADINGS)
    assert filled.sections == {0: "<p>Priserne er faste.<small>I 2026-priser.</small></p>"}


def repacked(data: bytes, changed=None, added=None) -> bytes:
    out = io.BytesIO()
    packed = zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", packed) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, (changed or {}).get(name, lambda same: same)(content))
        for name, content in (added or {}).items():
            new.writestr(name, content)
    return out.getvalue()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@cache
def hostile() -> dict[str, tuple[bytes, str]]:
    made = Document()
    made.add_paragraph("Tekst")
    good = bytes_of(made)
    part = "word/document.xml"
    in_body = b"<w:body>"
    deep = b"<w:tbl><w:tr><w:tc>" * 5000
    return {
        "no zip": (b"%PDF-1.7 ikke Word", "ikke et Word-dokument"),
        "another zip": (zipped({"a.txt": b"x"}), "ikke et Word-dokument"),
        "empty": (b"", "ikke et Word-dokument"),
        "cut off": (good[: len(good) // 2], "beskadiget"),
        "old or locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "ældre format"),
        "locked": (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "adgangskode",
        ),
        "macros": (repacked(good, added={"word/vbaProject.bin": b"x"}), "makroer"),
        "entity": (
            repacked(good, {part: lambda xml: ENTITY + xml[xml.index(b"<w:document") :]}),
            "dokumenttype",
        ),
        "bomb": (
            repacked(good, {part: lambda xml: xml.replace(in_body, in_body + b" " * 60_000_000)}),
            "udpakket|for lang",
        ),
        "deep": (
            repacked(good, {part: lambda xml: xml.replace(in_body, in_body + deep)}),
            "beskadiget",
        ),
        "too large": (b"PK" + bytes(MOST), "fylder over"),
        "huge": (b"PK" + bytes(100_000_000), "fylder over"),
        "no relations": (repacked(good, {"word/document.xml": lambda xml: b"<x"}), "beskadiget"),
    }


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("kind", list(hostile()))
def test_a_file_that_is_broken_or_hostile_is_refused_by_name_at_once(kind):
    data, why = hostile()[kind]
    began = time.monotonic()
    with pytest.raises(Refusal) as refusal:
        sections_from_docx(data, HEADINGS, "sag.docx")
    assert time.monotonic() - began < 5
    said = str(refusal.value.message)
    assert said.startswith("»sag.docx« blev ikke læst: ")
    assert re.search(why, said)
    assert refusal.value.field == "file"


def test_pictures_are_counted_and_not_taken():
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (2, 2)).save(picture, "PNG")
    made = Document()
    made.add_paragraph("Før")
    made.add_picture(picture)
    filled = sections_from_docx(bytes_of(made), HEADINGS)
    assert (filled.pictures, filled.unplaced) == (1, "<p>Før</p>")
