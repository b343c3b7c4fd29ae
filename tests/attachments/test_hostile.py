"""Hostile and damaged files: bounded in time and memory, named, and the rest is still read."""

import io
import re
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.attachments.bundle_maker import Made, make_bundle
from tests.attachments.making.compound import compound
from tests.attachments.making.pdf import Writer
from tests.attachments.making.planting import OFFICE, relations, zipped
from tests.attachments.making.sheets import cell, sheet

from sagsgang.minutes import Attachment, FragmentKind
from sagsgang.reading.attachments import read_attachment, read_attachments
from sagsgang.reading.attachments.file import UNFORESEEN
from sagsgang.reading.formats.pdf.suspicion import is_suspicious

BUNDLE = make_bundle()
BOMB = "pakker ud til mere, end der læses"
LOCKED = "krævede adgangskode"
DAMAGED = "beskadiget"
SECONDS = 20


def book(rows: str, before: str = "", **parts: str) -> bytes:
    """A workbook of one sheet."""
    return zipped({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations("r1 officeDocument xl/workbook.xml"),
        "xl/workbook.xml": (
            '<workbook xmlns:r="r"><sheets><sheet name="Tal" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relations("r1 worksheet worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": sheet(rows, before),
        **parts,
    })  # fmt: skip


def word(document: str, **parts: str) -> bytes:
    """A document with this main part."""
    names = {name.replace("__", "/") + ".xml": content for name, content in parts.items()}
    return zipped({
        "_rels/.rels": relations("r1 officeDocument word/document.xml"),
        "word/document.xml": document,
        **names,
    })  # fmt: skip


def bomb(name: str, megabytes: int = 400) -> bytes:
    """A zip archive with one part that unpacks to so much."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("_rels/.rels", relations("r1 officeDocument word/document.xml"))
        archive.writestr("docProps/core.xml", "<p><creator>Ane Prøve</creator></p>")
        with archive.open(name, "w", force_zip64=True) as part:
            part.write(f"<w:document {OFFICE}><w:body><w:p><w:r><w:t>".encode())
            for _ in range(megabytes):
                part.write(b" " * 1_000_000)
    return out.getvalue()


def nested(depth: int, inner: bytes) -> bytes:
    """An archive in an archive in an archive …"""
    for _ in range(depth):
        inner = zipped({"inder.zip": inner, "navn.txt": "Ane Prøve"})
    return inner


def with_password(data: bytes) -> bytes:
    """The archive with the flags of encrypted parts set."""
    out = bytearray(data)
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = out.find(signature)
        while place >= 0:
            out[place + offset] |= 1
            place = out.find(signature, place + 4)
    return bytes(out)


LAUGHS = (
    "<!DOCTYPE w [<!ENTITY a 'ha ha ha'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
    + "]>"
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def body(inner: str) -> str:
    return f"<w:document {OFFICE}><w:body>{inner}</w:body></w:document>"


def recursive_pdf() -> bytes:
    """A page whose form draws itself twice over."""
    writer = Writer()
    writer.add(
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 1 0 R >> >>"
        b" /Length 11 >>\nstream\n/A Do /A Do\nendstream"
    )
    content = writer.stream(b"/A Do")
    writer.add(
        b"<< /Type /Page /Parent 4 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /A 1 0 R >> >>"
        b" /Contents %d 0 R >>" % content
    )
    writer.add(b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>")
    root = writer.add(b"<< /Type /Catalog /Pages 4 0 R >>")
    return writer.finish(root, writer.add(b"<< /Author (Ane) >>"))


def form_in_form(text: str) -> bytes:
    """A page with a harmless form in a form, which is reason enough to read the file apart."""
    writer = Writer()
    font = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    shown = b"BT /F1 12 Tf 9 9 Td (%s) Tj ET" % text.encode()
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 500 99] /Resources << %s >> /Length %d >>"
    writer.add((form + b"\nstream\n%s\nendstream") % (font, len(shown), shown))
    draws = b"/XObject << /A 1 0 R >>"
    writer.add((form + b"\nstream\n/A Do\nendstream") % (draws, 5))
    content = writer.stream(b"/B Do")
    writer.add(
        b"<< /Type /Page /Parent 5 0 R /MediaBox [0 0 500 99] /Resources << /XObject << /B 2 0 R "
        b">> >> /Contents %d 0 R >>" % content
    )
    writer.add(b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>")
    root = writer.add(b"<< /Type /Catalog /Pages 5 0 R >>")
    return writer.finish(root, writer.add(b"<< /Author (Ane) >>"))


def test_a_suspected_file_is_read_apart() -> None:
    data = form_in_form("Maerke8888x")
    assert is_suspicious(data)
    (fragment,) = (f for f in read_attachment(data, "a.pdf").fragments if "8888" in f.text)
    assert (fragment.kind, fragment.where) == (FragmentKind.TEXT, "side 1")


def swelling_png() -> bytes:
    """A picture whose packed text is a hundred megabytes."""
    packed = b"Comment\0\0" + zlib.compress(b"a" * 100_000_000)
    return b"\x89PNG\r\n\x1a\n" + len(packed).to_bytes(4, "big") + b"zTXt" + packed + b"\0\0\0\0"


#: What makes the bytes of a file, what has to be named, and a text that is read all the same.
HOSTILE = {
    "bombe.docx": (lambda: bomb("word/document.xml"), BOMB, "Ane Prøve"),
    "bombe.zip": (lambda: bomb("stor.txt"), "zip-bombe", "Ane Prøve"),
    "latter.docx": (
        lambda: word(
            LAUGHS + body(P.format("&i;")), docProps__core="<p><creator>Ane</creator></p>"
        ),
        "dokumenttype",
        "Ane",
    ),
    "udenfra.docx": (lambda: word(OUTSIDE + body(P.format("&x;"))), "dokumenttype", ""),
    "dyb.docx": (lambda: word(body("<w:sdt>" * 300_000)), DAMAGED, ""),
    "dyb.xlsx": (lambda: book("<row>" * 300_000), DAMAGED, ""),
    "afkortet-del.docx": (lambda: word(body(P.format("Ane Prøve"))[:-30]), DAMAGED, "Ane Prøve"),
    "lag.zip": (lambda: nested(12, b"x"), "mere end 4 lag", "Ane Prøve"),
    "adgangskode.docx": (lambda: with_password(word(body(P.format("x")))), LOCKED, ""),
    "adgangskode.zip": (lambda: with_password(zipped({"a.txt": "x"})), LOCKED, ""),
    "i-sig-selv.pdf": (lambda: recursive_pdf(), "", ""),
    "svulmende.png": (lambda: swelling_png(), "", ""),
    "mål.xlsx": (lambda: book(
            f'<row r="1048576">{cell("XFD1048576", "Ane Prøve")}</row>',
            '<dimension ref="A1:XFD1048576"/>',
        ),
        "",
        "Ane Prøve",
    ),
    "stor.xlsx": (
        lambda: book("".join(f"<row><c><v>{n}</v></c></row>" for n in range(1, 250_000))),
        "ark «Tal» er for stort: de første 200.000 celler er læst",
        "\n199999\n",
    ),
    "skrå.xlsx": (lambda: book("".join(f'<row r="{n}">{cell(f"{place}{n}", "Ane")}</row>'
                     for n, place in enumerate(["A", "XFD", "B", "ZZZ"] * 5_000, 1))),
        "",
        "Ane",
    ),
    "forkert.pdf": (
        lambda: word(body(P.format("Ane Prøve"))),
        "navnet slutter på .pdf",
        "Ane Prøve",
    ),
    "tom.pdf": (lambda: b"", "er tom", ""),
    "nuller.xlsx": (lambda: b"\0" * 1_000, "er tom", ""),
    "tegnsæt.eml": (
        lambda: b"From: a\nSubject: b\nContent-Type: text/plain; charset=\"ut\0f\"\n\nAne",
        "",
        "Ane",
    ),
    "støj.docx": (lambda: bytes(range(256)) * 100, "ukendt format", ""),
    "program.docx": (lambda: b"MZ" + bytes(200), "der ikke læses", ""),
    "krypteret.xlsx": (lambda: compound({"EncryptedPackage": b"x" * 5_000}), LOCKED, ""),
    "låst.xlsx": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000), DAMAGED, ""),
}  # fmt: skip


def everything(attachment: Attachment) -> str:
    return "\n".join(fragment.text for fragment in attachment.fragments)


@pytest.mark.parametrize("name", HOSTILE)
def test_named_and_the_rest_is_read(name: str) -> None:
    make, problem, text = HOSTILE[name]
    data = make()
    began = time.process_time()
    attachment = read_attachment(data, name)
    assert time.process_time() - began < SECONDS
    assert problem in "\n".join(attachment.problems)
    assert text in everything(attachment)
    assert UNFORESEEN not in attachment.problems
    assert "root:" not in everything(attachment)


def test_links_outside_are_named_and_not_followed() -> None:
    """Whoever reads a document must not tell its maker so."""
    data = zipped({
        "_rels/.rels": relations("r1 officeDocument word/document.xml"),
        "word/document.xml": body(P.format("x")),
        "word/_rels/document.xml.rels": relations(
            "r1 image http://127.0.0.1:9/spor.png External"
        ),
    })  # fmt: skip
    attachment = read_attachment(data, "a.docx")
    assert attachment.problems == ("har eksterne links (de er ikke fulgt)",)
    assert "spor.png" in everything(attachment)


@pytest.mark.parametrize("made", BUNDLE, ids=lambda made: made.name)
@settings(max_examples=25, deadline=None)
@given(share=st.floats(0, 1), noise=st.binary(max_size=8))
def test_a_file_cut_anywhere_is_read_or_named(made: Made, share: float, noise: bytes) -> None:
    data = made.data
    cut = data[: int(share * len(data))] + noise
    attachment = read_attachment(cut, made.name)
    assert attachment.fragments or attachment.problems or len(cut) < 200
    assert UNFORESEEN not in "".join(attachment.problems)


@pytest.mark.parametrize("made", BUNDLE, ids=lambda made: made.name)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_read_or_named(made: Made, data: st.DataObject) -> None:
    content = bytearray(made.data)
    places = st.integers(0, len(content) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=20)):
        content[place] = data.draw(st.integers(0, 255))
    attachment = read_attachment(bytes(content), made.name)
    assert UNFORESEEN not in "".join(attachment.problems)


def test_many_are_read_in_processes_and_in_order(tmp_path: Path) -> None:
    paths = []
    for made in BUNDLE:
        paths.append(tmp_path / made.name)
        paths[-1].write_bytes(made.data)
    paths.append(tmp_path / "stor.txt")
    paths[-1].write_text("Ane Prøve\n" * 300_000)
    paths.append(tmp_path / "væk.txt")
    told: list[tuple[int, int]] = []
    read = read_attachments(paths, workers=2, progress=lambda done, all: told.append((done, all)))
    assert [attachment.name for attachment in read] == [path.name for path in paths]
    assert read[-1].problems == ("kan ikke åbnes og er ikke læst",)
    assert told == [(number, len(paths)) for number in range(1, len(paths) + 1)]
    here = [read_attachment(made.data, made.name) for made in BUNDLE]
    assert read[: len(BUNDLE)] == here


def test_nothing_is_written_and_nothing_is_said(tmp_path: Path) -> None:
    """What stands in attachments gets into no temporary file, log or output."""
    folder, temporary = tmp_path / "bilag", tmp_path / "midlertidigt"
    folder.mkdir()
    temporary.mkdir()
    for made in BUNDLE:
        (folder / made.name).write_bytes(made.data)
    (folder / "stor.txt").write_text("Maerke9999x\n" * 300_000)
    (folder / "lag.pdf").write_bytes(form_in_form("Maerke8888x"))
    program = (
        "import sys, logging\n"
        "from pathlib import Path\n"
        "from sagsgang.reading.attachments import read_attachments\n"
        "opened = []\n"
        "def watch(event, arguments):\n"
        "    if event == 'socket.connect':\n"
        "        opened.append(arguments)\n"
        "    if event == 'open' and set(str(arguments[1])) & set('wax+'):\n"
        "        opened.append(arguments[0])\n"
        "sys.addaudithook(watch)\n"
        "if __name__ == '__main__':\n"
        "    logging.basicConfig(level=logging.DEBUG)\n"
        "    read_attachments(sorted(Path(sys.argv[1]).iterdir()), workers=1)\n"
        "    print([each for each in opened if not isinstance(each, int)])\n"
    )
    script = tmp_path / "program.py"
    script.write_text(program)
    environment = {
        "TMPDIR": str(temporary), "PYTHONPATH": ":".join(filter(None, sys.path)),
        "PYTHONDONTWRITEBYTECODE": "1",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, str(script), str(folder)],
        capture_output=True, text=True, env=environment, check=True, timeout=120,
    )  # fmt: skip
    assert done.stdout == "[]\n"
    assert re.search(r"Maerke|Prøve", done.stderr) is None
    assert list(temporary.iterdir()) == []
