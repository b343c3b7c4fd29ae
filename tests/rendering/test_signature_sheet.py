"""The signature sheet: everybody who took part, and what each approved."""

from datetime import datetime

from sagsgang.minutes import DocumentKind, Minutes, Person, SignOff, Source
from sagsgang.minutes.printed import Facts, Grid
from sagsgang.reading.own import blocks
from sagsgang.rendering.typst import normal_printed, pdf, signature_sheet

MINUTES = Minutes(
    kind=DocumentKind.MINUTES,
    body="Omsorgsudvalget",
    starts_at=datetime(2025, 5, 12, 16, 0),
    source=Source(name="x", sha256="0", format="x", dialect="x", confidence=1.0),
    present=(Person(name="Anna Eksempel", party="A"), Person(name="Bo Prøvesen")),
    sign_offs=(
        SignOff(name="Gorm Gæst", at=datetime(2025, 5, 14, 8, 5)),
        SignOff(
            name="Anna Eksempel", party="A", at=datetime(2025, 5, 13, 9, 1), reservation="Punkt 4"
        ),
    ),
)


def test_everybody_has_a_row():
    sheet = signature_sheet(MINUTES, "4ad18a52" * 8)
    (grid,) = [block for block in sheet.blocks if isinstance(block, Grid)]
    assert grid.rows == (
        ("Anna Eksempel (A)", "13. maj 2025 kl. 09.01", "Punkt 4"),
        ("Bo Prøvesen", "Ikke godkendt endnu", ""),
        ("Gorm Gæst", "14. maj 2025 kl. 08.05", "Ingen"),
    )


def test_it_names_the_meeting_and_the_hash():
    first, last = [
        block
        for block in signature_sheet(MINUTES, "4ad18a52" * 8).blocks
        if isinstance(block, Facts)
    ]
    assert first.rows == (("Udvalg", "Omsorgsudvalget"), ("Møde", "12. maj 2025 kl. 16.00"))
    assert last.rows[0][1].replace(" ", "") == "4ad18a52" * 8


def test_it_is_printed_and_read_like_any_document():
    sheet = signature_sheet(MINUTES, "4ad18a52" * 8)
    assert normal_printed(sheet) == sheet
    assert blocks(pdf(sheet)) == sheet.blocks
