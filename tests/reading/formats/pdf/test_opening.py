"""Files that cannot be read are refused with one clear line, and quickly."""

import time
import zlib

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from tests.pdf.drawing import bare_file, drawn, lines, stream

from sagsgang.reading.canonical import Unreadable
from sagsgang.reading.formats.pdf import apart, is_pdf, pdf_lines

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>%s>>>>"
)
HELLO = b"BT /F 12 Tf 72 700 Td (Punkt 1: Godkendelse) Tj ET"


def file_of(content: bytes, more: bytes = b"", **extra: bytes) -> bytes:
    """A file of one page with this content stream."""
    return bare_file(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            3: PAGE % extra.get("resources", b""),
            4: stream(content, more),
            5: FONT,
            **({6: extra["form"]} if "form" in extra else {}),
        }
    )


def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        pdf_lines(data)
    text = str(caught.value)
    assert "\n" not in text
    return text


def test_the_signature_may_stand_behind_a_little_noise() -> None:
    data = drawn(lines("Punkt 1"))

    assert is_pdf(data)
    assert is_pdf(b"\xef\xbb\xbf\r\n" + data)
    assert not is_pdf(b"PK\x03\x04" + bytes(2000))
    assert not is_pdf(b"En linje om formatet %PDF-1.7 og ikke andet")


def test_a_file_that_opens_is_read() -> None:
    assert pdf_lines(file_of(HELLO)).lines == ["Punkt 1: Godkendelse"]


def test_a_locked_file() -> None:
    locked = drawn(lines("Hemmeligt"), encrypt=StandardEncryption("kodeord"))

    assert "låst med adgangskode" in refusal(locked)


def test_a_file_that_only_forbids_changes_is_read() -> None:
    guarded = drawn(lines("Åbent for alle"), encrypt=StandardEncryption("", "ejer", canPrint=0))

    assert pdf_lines(guarded).lines == ["Åbent for alle"]


@pytest.mark.parametrize("share", [0.02, 0.5, 0.9, 0.99])
def test_a_file_cut_off(share: float) -> None:
    data = drawn(*[lines(f"Side {n} om meget") for n in range(40)])

    assert "afkortet eller beskadiget" in refusal(data[: int(len(data) * share)])


def test_noise_with_a_signature() -> None:
    assert "beskadiget" in refusal(b"%PDF-1.4\n" + bytes(range(256)) * 50 + b"%%EOF")


def test_pictures_without_text() -> None:
    scanned = drawn(lambda canvas: canvas.rect(50, 50, 400, 600, fill=1))

    assert "indscannet uden tekst" in refusal(scanned)


def test_empty_pages() -> None:
    assert "der står ingen tekst" in refusal(file_of(b""))


def test_no_pages() -> None:
    empty = bare_file({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 0/Kids[]>>"})

    assert "ingen sider" in refusal(empty)


def test_pages_that_are_their_own_pages() -> None:
    turning = bare_file(
        {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Count 1/Kids[2 0 R]>>"}
    )

    assert "beskadiget" in refusal(turning)


def test_ten_thousand_pages() -> None:
    count = 10_000
    page = PAGE % b""
    kids = b" ".join(b"%d 0 R" % number for number in range(6, 6 + count))
    data = bare_file(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids),
            4: stream(HELLO),
            5: FONT,
            **{6 + number: page for number in range(count)},
        }
    )

    assert "10.000 sider" in refusal(data)


def test_more_text_than_a_page_can_hold() -> None:
    data = file_of(b"BT /F 1 Tf 9 9 Td " + b"(xxxxxxxxxxxxxxxxxxxxxxxxxx) Tj " * 10_000 + b"ET")

    assert "mere tekst" in refusal(data)


@pytest.fixture
def short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MAX_SECONDS", 2)
    monkeypatch.setattr(apart, "MAX_MEMORY", 700_000_000)


@pytest.mark.usefixtures("short_patience")
def test_a_form_that_draws_itself_twice_is_given_up() -> None:
    form = stream(
        b"/X Do /X Do",
        b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>",
    )
    began = time.monotonic()

    assert "indviklet" in refusal(
        file_of(HELLO + b" /X Do", resources=b"/XObject<</X 6 0 R>>", form=form)
    )
    assert time.monotonic() - began < 20


@pytest.mark.usefixtures("short_patience")
def test_a_stream_that_swells_is_given_up() -> None:
    packed = zlib.compress(b"BT /F 12 Tf 72 700 Td (x) Tj ET " * 2_000_000, 9)
    began = time.monotonic()

    assert refusal(file_of(packed, b"/Filter/FlateDecode"))
    assert time.monotonic() - began < 20


def test_an_honest_file_with_a_form_within_a_form_is_read() -> None:
    form = stream(
        HELLO,
        b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
        b"/Resources<</XObject<</Y 6 0 R>>/Font<</F 5 0 R>>>>",
    )
    data = file_of(b"/X Do", resources=b"/XObject<</X 6 0 R>>", form=form)

    canonical = pdf_lines(data)

    assert canonical.lines == ["Punkt 1: Godkendelse"]
    assert canonical.pages == [1]
    assert canonical.flowed
