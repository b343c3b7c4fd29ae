"""Words broken at a line's end are mended; words that share a part keep their hyphen."""

import pytest

from sagsgang.reading.formats.pdf.layout.joining import all_joined, clean, is_clean, joined


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        ("om beskæfti-", "gelse i byen", "om beskæftigelse i byen"),
        ("Børne-", "og Ungeudvalget", "Børne- og Ungeudvalget"),
        ("sommer-", "eller vinterferie", "sommer- eller vinterferie"),
        ("serviceram-", "men", "servicerammen"),
        ("A-", "kasserne", "A-kasserne"),
        ("KL-", "aftalen", "KL-aftalen"),
        ("2-", "årig", "2-årig"),
        ("it-", "systemet", "it-systemet"),
        ("Skive-", "Viborg", "Skive-Viborg"),
        ("udvalgene -", "og rådene", "udvalgene - og rådene"),
        ("Social-/", "Sundhedsudvalget", "Social-/Sundhedsudvalget"),
        ("en linje", "og en til", "en linje og en til"),
        ("", "alene", "alene"),
    ],
)  # fmt: skip
def test_two_lines_become_one(above: str, below: str, whole: str) -> None:
    assert joined(above, below) == whole


def test_several_lines_become_one() -> None:
    assert all_joined(["Kommunen beslut-", "tede at be-", "vilge beløbet"]) == (
        "Kommunen besluttede at bevilge beløbet"
    )


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("\ufb01nansiering", "finansiering"),
        ("o\ufb03ciel", "officiel"),
        ("A\u030alborg", "Ålborg"),
        ("kr.\xa0500", "kr. 500"),
        ("be\u00adskæftigelse", "beskæftigelse"),
        ("\uf0b7 punkt", "• punkt"),
        ("a\u2010kasse", "a-kasse"),
        ("Blåbærgrød på 25 %", "Blåbærgrød på 25 %"),
    ],
)
def test_signs_are_made_plain(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned
    assert is_clean(text) == (text == cleaned)
