"""Case numbers: every kind, the malformed ones, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.language.case_numbers import find_case_numbers, parse_case_number, suggest_kle


@pytest.mark.parametrize(
    ("text", "kind", "canonical"),
    [
        ("00.30.14-Ø00-7-25", "kle", "00.30.14-Ø00-7-25"),
        ("85.02.02P35-55-21", "kle", "85.02.02-P35-55-21"),
        ("03.25.01P21-1-00", "kle", "03.25.01-P21-1-00"),
        ("15.20.00 A00 2 25", "kle", "15.20.00-A00-2-25"),
        ("00.22.02-G01-3-31", "kle", "00.22.02-G01-3-31"),
        ("15.00.30-g01-1-2020", "kle", "15.00.30-G01-1-20"),
        ("15.00.30–G01–1–20", "kle", "15.00.30-G01-1-20"),
        ("24/19987", "esdh", "24/19987"),
        ("2016/001340", "esdh", "2016/001340"),
        ("15.20G00 - 2013/01963", "other", "15.20G00-2013/01963"),
        ("2016-001340", "esdh", "2016-001340"),
        ("21-014448", "esdh", "21-014448"),
        ("20-010677K", "esdh", "20-010677K"),
        ("EMN-2025-003383", "esdh", "EMN-2025-003383"),
        ("330-2017-90442", "esdh", "330-2017-90442"),
        ("S2023-12345", "esdh", "S2023-12345"),
        ("GEO-2024-00123", "esdh", "GEO-2024-00123"),
        ("2024-0012345", "esdh", "2024-0012345"),
        ("24/1234-5", "esdh", "24/1234-5"),
    ],
)
def test_well_formed(text: str, kind: str, canonical: str) -> None:
    number = parse_case_number(text)
    assert number is not None
    assert (number.text, number.kind, number.canonical, number.is_valid) == (
        text,
        kind,
        canonical,
        True,
    )
    (found,) = find_case_numbers(f"I sagen {text}, som er ny")
    assert (found.text, found.kind, found.canonical) == (text, kind, canonical)
    assert suggest_kle(text) is None


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("00.30.00-Ø0-6-25", "00.30.00-Ø00-6-25"),
        ("15.00.30-G1-1-20", "15.00.30-G01-1-20"),
        ("85.02.02P3555-21", "85.02.02-P35-55-21"),
        ("15.00.30-GO1-1-20", "15.00.30-G01-1-20"),
        ("15.0030-G01-1-20", "15.00.30-G01-1-20"),
        ("15,00.30-G01-1-20", "15.00.30-G01-1-20"),
        ("15.00.30--G01-1-20", "15.00.30-G01-1-20"),
        ("15.00.30-G01-1", None),
        ("15.00.30-G01", None),
        ("15.00.30-G001-1-20", None),
    ],
)
def test_malformed_kle_is_recognised_and_repaired_only_when_obvious(
    text: str, suggestion: str | None
) -> None:
    number = parse_case_number(text)
    assert number is not None
    assert (number.kind, number.canonical, number.is_valid) == ("kle", text, False)
    assert suggest_kle(text) == suggestion


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12-05-2025",
        "31.03.2025",
        "2025-05-12",
        "12.05.25",
        "15.20.24",
        "21/5",
        "28/1-2026",
        "24/7",
        "50/50",
        "97 12 34 56",
        "9712-3456",
        "010190-1234",
        "2022-2025",
        "2023/24",
        "2024/2025",
        "12-2025",
        "1.471,7",
        "10.000 kr.",
        "1.000-2.000",
        "16.30-18.00",
        "24-7-365",
        "Punkt 24",
        "Orientering",
        "Sag: Orientering 2024",
    ],
)
def test_what_is_no_case_number(text: str) -> None:
    assert parse_case_number(text) is None
    assert find_case_numbers(f"Det var {text} den gang") == []


@pytest.mark.parametrize(
    "label",
    [
        "Sagsnr.: ",
        "Sagsnr. ",
        "Sagsnummer: ",
        "Sagsnummer ",
        "Sags nr.: ",
        "J.nr. ",
        "Dok.nr.: ",
        "Sag: ",
        "Journalnr. ",
        "Sag nr. ",
        "SAGSNR.:\xa0",
    ],
)
def test_labels(label: str) -> None:
    text = f"{label}15.00.30G01-1-20"
    number = parse_case_number(text)
    assert number is not None
    assert text[number.start : number.end] == number.text == "15.00.30G01-1-20"


def test_a_label_makes_short_and_plain_numbers_believable() -> None:
    assert [
        number and number.kind
        for number in map(
            parse_case_number, ["Sagsnr.: 24/5", "Dok.nr. 1234567", "24/5", "1234567"]
        )
    ] == ["esdh", "other", None, None]
    assert [found.text for found in find_case_numbers("se sagsnr. 24/5 og 24/6")] == ["24/5"]


def test_several_in_a_line() -> None:
    text = "Sagsnr.: 24/19987, 15.00.30-G01-1-20 og EMN-2025-003383 (møde 12-05-2025, 2022-2025)"
    assert [found.text for found in find_case_numbers(text)] == [
        "24/19987",
        "15.00.30-G01-1-20",
        "EMN-2025-003383",
    ]


PAIR = st.integers(0, 99).map("{:02}".format)


@given(
    subject=st.tuples(PAIR, PAIR, PAIR).map(".".join),
    letter=st.sampled_from("AGKPSØ"),
    facet=PAIR,
    serial=st.integers(1, 99999),
    year=PAIR,
)
def test_every_spelling_of_a_kle_number_has_one_canonical_form(
    subject: str, letter: str, facet: str, serial: int, year: str
) -> None:
    canonical = f"{subject}-{letter}{facet}-{serial}-{year}"
    for printed in (
        canonical,
        f"{subject}{letter}{facet}-{serial}-{year}",
        f"{subject} {letter}{facet} {serial} {year}",
        f"{subject}-{letter.lower()}{facet}-{serial}-20{year}",
    ):
        number = parse_case_number(printed)
        assert number is not None
        assert (number.canonical, number.is_valid) == (canonical, True)
    assert suggest_kle(f"{subject}{letter}{facet}{serial}-{year}") == canonical


@given(st.text(max_size=60) | st.text(alphabet="0123456789./-GØ ", max_size=40))
def test_any_text_gives_ordered_spans(text: str) -> None:
    end = 0
    for found in find_case_numbers(text):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.text
        end = found.end
    parsed = parse_case_number(text)
    assert parsed is None or text[parsed.start : parsed.end] == parsed.text
    suggested = suggest_kle(text)
    assert suggested is None or parse_case_number(suggested) is not None
