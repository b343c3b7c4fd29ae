"""The seal: it holds for the file it was put on, and for no other byte of any kind."""

import asyncio
import hashlib
import random
from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.generic import TextStringObject, pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.general import SigningError

from sagsgang.minutes.printed import Grid, Heading, HeadingRole, Paragraph, Printed
from sagsgang.reading.own import blocks
from sagsgang.reading.own.pdf_objects import PdfFile, Ref
from sagsgang.reading.own.tagged_pdf import tree
from sagsgang.rendering.seal import Trust, seal, self_made_certificate, verify
from sagsgang.rendering.typst import pdf

AT = datetime(2026, 5, 12, 18, 30, tzinfo=UTC)
MINUTES = Printed(
    "Referat",
    (
        Heading(1, "Referat", HeadingRole.DOCUMENT),
        Paragraph("Godkendt. Se www.sagsgang.example."),
        Grid(("Navn", "Kr."), (("Anlæg", "12.500"),)),
    ),
)


@pytest.fixture(scope="module")
def own():
    return self_made_certificate("Solbjerg Kommune", at=AT)


@pytest.fixture(scope="module")
def bare() -> bytes:
    return pdf(MINUTES)


@pytest.fixture(scope="module")
def sealed(bare, own) -> bytes:
    return seal(bare, *own, at=AT, reason="Godkendt af udvalget", location="Solbjerg")


def test_what_a_seal_says(sealed, bare, own):
    report = verify(sealed, [own[1]])
    assert report.holds
    assert report.trust is Trust.TRUSTED
    assert report.by == "Solbjerg Kommune"
    assert (report.at, report.reason, report.location) == (AT, "Godkendt af udvalget", "Solbjerg")
    assert report.content_hash == hashlib.sha256(bare).hexdigest()


def test_who_is_not_trusted(sealed):
    stranger = self_made_certificate("Solbjerg Kommune", at=AT)[1]
    for trusted in ([], [stranger]):
        report = verify(sealed, trusted)
        assert report.is_unchanged
        assert report.trust is Trust.SELF_MADE
        assert not report.holds


def test_a_file_without_a_seal(bare):
    report = verify(bare)
    assert not report.is_sealed
    assert not report.holds
    assert not report.problem
    assert not verify(b"no PDF at all").is_sealed


def test_every_flipped_bit_is_seen(sealed, own):
    chance = random.Random(20260512)
    begin = sealed.index(b"/Contents <3082")
    end = sealed.index(b">", begin)
    anywhere = [chance.randrange(len(sealed)) for _ in range(60)]
    signature = [chance.randrange(begin, begin + 4000) for _ in range(120)]
    behind = [chance.randrange(begin, end + 1) for _ in range(30)]
    for place in anywhere + signature + behind:
        bent = bytearray(sealed)
        bent[place] ^= 1 << chance.randrange(8)
        report = verify(bytes(bent), [own[1]])
        assert not report.is_unchanged, (place, place - begin)
        assert not report.holds


@pytest.mark.parametrize("added", [b"\n", b"\n% note\n", b"\n1 0 obj\n<<>>\nendobj\n"])
def test_what_is_put_behind_is_seen(sealed, own, added):
    assert not verify(sealed + added, [own[1]]).holds


def test_an_update_in_good_form_is_seen(sealed, own):
    writer = IncrementalPdfFileWriter(BytesIO(sealed))
    writer.root[pdf_name("/Lang")] = TextStringObject("en")
    writer.update_root()
    out = BytesIO()
    writer.write(out)
    report = verify(out.getvalue(), [own[1]])
    assert report.is_sealed
    assert not report.covers_file
    assert not report.is_unchanged


def test_a_second_seal_breaks_the_first(sealed, own):
    with pytest.raises(SigningError):
        seal(sealed, *own, at=AT, field_name="Segl2")


def test_a_cut_file_is_seen(sealed, own):
    for length in (len(sealed) - 1, len(sealed) - 700, len(sealed) // 2, 100, 0):
        assert not verify(sealed[:length], [own[1]]).holds


def test_the_seal_of_another_file_is_seen(sealed, own):
    text = Paragraph("Afvist.  Se www.sagsgang.example.")
    other = seal(
        pdf(Printed("Referat", (MINUTES.blocks[0], text, MINUTES.blocks[2]))),
        *own, at=AT, reason="Godkendt af udvalget", location="Solbjerg",
    )  # fmt: skip

    def signature(data: bytes) -> slice:
        begin = data.index(b"/Contents <3082")
        return slice(begin, data.index(b">", begin))

    moved = bytearray(other)
    moved[signature(other)] = sealed[signature(sealed)]
    report = verify(bytes(moved), [own[1]])
    assert report.is_sealed
    assert not report.is_unchanged


def test_a_key_and_a_strangers_certificate(bare, own):
    with pytest.raises(ValueError, match="another key"):
        seal(bare, own[0], self_made_certificate("En anden", at=AT)[1], at=AT)


def test_a_time_has_a_zone(bare, own):
    with pytest.raises(ValueError, match="time zone"):
        seal(bare, *own, at=datetime(2026, 5, 12))


def test_an_rsa_key_seals_too(bare):
    def name(common):
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])

    root_key, _ = self_made_certificate("Rod", at=AT)
    key = rsa.generate_private_key(65537, 2048)
    issued = (
        x509.CertificateBuilder()
        .subject_name(name("Segl"))
        .issuer_name(name("Rod"))
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(AT.replace(year=2025))
        .not_valid_after(AT.replace(year=2030))
        .sign(serialization.load_pem_private_key(root_key, None), hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    sealed = seal(bare, private, issued.public_bytes(pem), at=AT)
    report = verify(sealed, [])
    assert report.is_unchanged
    assert report.trust is Trust.UNKNOWN


def test_the_sealed_file_keeps_its_text_and_standards(sealed, bare):
    assert sealed.startswith(bare)
    assert blocks(sealed) == blocks(bare)
    before, after = PdfFile(bare), PdfFile(sealed)
    xmp = after.stream(after.dictionary(after.trailer["Root"])["Metadata"])
    assert xmp == before.stream(before.dictionary(before.trailer["Root"])["Metadata"])
    assert b"<pdfaid:part>2<" in xmp
    assert b"<pdfaid:conformance>A<" in xmp
    assert b"<pdfuaid:part>1<" in xmp
    assert [kid.tag for kid in tree(after).kids[0].kids] == [
        *[kid.tag for kid in tree(before).kids[0].kids], "Form",
    ]  # fmt: skip


def test_the_field_is_one_that_pdf_ua_and_pdf_a_allow(sealed):
    file = PdfFile(sealed)
    root = file.dictionary(file.trailer["Root"])
    (field,) = map(file.dictionary, file.sequence(file.dictionary(root["AcroForm"])["Fields"]))
    assert field["TU"] == b"Digitalt segl"
    assert field["F"] == 4 | 128
    assert file.get(field["Rect"]) == [0, 0, 0, 0]
    assert file.dictionary(field["P"])["Tabs"] == "S"
    parents = file.dictionary(file.dictionary(root["StructTreeRoot"])["ParentTree"])
    numbers = file.sequence(parents["Nums"])
    tag = file.dictionary(
        dict(zip(numbers[::2], numbers[1::2], strict=True))[field["StructParent"]]
    )
    assert tag["S"] == "Form"
    assert tag["Alt"] == b"Digitalt segl"


def test_the_references_of_the_sealed_file_are_sane(sealed):
    document = pypdfium2.PdfDocument(sealed)
    assert len(document) == 1
    assert "Godkendt" in document[0].get_textpage().get_text_range()
    document.close()
    file = PdfFile(sealed)
    waiting, seen = [file.trailer["Root"], file.trailer["Info"]], set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, Ref):
            if value.number in seen:
                continue
            seen.add(value.number)
            value = file.get(value)
            assert value is not None
        waiting += value.values() if isinstance(value, dict) else []
        waiting += value if isinstance(value, list) else []
    assert len(seen) > 40


def test_it_seals_and_verifies_where_a_loop_runs_already(bare, own):
    async def inside() -> bool:
        return verify(seal(bare, *own, at=AT), [own[1]]).holds

    assert asyncio.run(inside())
