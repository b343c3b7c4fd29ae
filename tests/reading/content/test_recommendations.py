"""The points of a recommendation: numbered, listed or one sentence, choices, and to whom."""

import pytest

from sagsgang.reading.content.recommendations import read_recommendations


def texts(*paragraphs: str) -> list[tuple[int, str]]:
    """Number and text of each point."""
    return [(point.number, point.text) for point in read_recommendations(list(paragraphs))]


def test_one_sentence_is_one_point() -> None:
    [point] = read_recommendations(["Forvaltningen indstiller, at scenen bygges."])
    assert (point.number, point.text) == (1, "Forvaltningen indstiller, at scenen bygges.")
    assert point.addressee is None
    assert not point.option


@pytest.mark.parametrize(
    "lines",
    [
        "1. at scenen bygges\n2. at taget lægges",
        "1) at scenen bygges\n2) at taget lægges",
        "a) at scenen bygges\nb) at taget lægges",
        "1 . at scenen bygges\n2 . at taget lægges",
        "- at scenen bygges\n- at taget lægges",
        "• at scenen bygges\n• at taget lægges",
        "at scenen bygges\nat taget lægges",
    ],
)
def test_points_behind_a_lead(lines: str) -> None:
    expected = [(1, "at scenen bygges"), (2, "at taget lægges")]
    assert texts(f"Forvaltningen indstiller,\n{lines}") == expected
    assert texts("Forvaltningen indstiller,", lines) == expected
    assert texts(lines) == expected


def test_points_keep_their_printed_numbers() -> None:
    assert texts("Det indstilles,", "3. at scenen bygges", "4. at taget lægges") == [
        (3, "at scenen bygges"),
        (4, "at taget lægges"),
    ]


def test_a_point_goes_on_over_lines() -> None:
    assert texts("1. at scenen bygges med\nplads til fyrre\n2. at taget lægges") == [
        (1, "at scenen bygges med plads til fyrre"),
        (2, "at taget lægges"),
    ]


def test_a_list_inside_a_point_is_part_of_it() -> None:
    assert texts("1. at der købes\n- et gulv\n- to lamper\n2. at taget lægges") == [
        (1, "at der købes\n- et gulv\n- to lamper"),
        (2, "at taget lægges"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "1. at scenen bygges\nEller\n2. at taget lægges",
        "1. at scenen bygges, eller\n2. at taget lægges",
    ],
)
def test_points_may_exclude_each_other(lines: str) -> None:
    first, second = read_recommendations([f"Det indstilles,\n{lines}"])
    assert first.option
    assert second.option
    assert (first.text, second.text) == ("at scenen bygges", "at taget lægges")


@pytest.mark.parametrize(
    ("paragraph", "addressee"),
    [
        ("Forvaltningen indstiller over for Byrådet, at scenen bygges.", "Byrådet"),
        ("Forvaltningen indstiller til Økonomiudvalget, at scenen bygges.", "Økonomiudvalget"),
        ("Forvaltningen indstiller, at Kulturudvalget godkender planen.", "Kulturudvalget"),
        ("Forvaltningen indstiller til Byrådets godkendelse, at scenen bygges.", "Byrådet"),
        ("Forvaltningen indstiller til godkendelse, at scenen bygges.", None),
    ],
)
def test_to_whom(paragraph: str, addressee: str | None) -> None:
    [point] = read_recommendations([paragraph])
    assert point.addressee == addressee


def test_the_lead_s_addressee_holds_for_every_point() -> None:
    points = read_recommendations(
        ["Forvaltningen indstiller til Byrådet,", "1. at scenen bygges\n2. at taget lægges"]
    )
    assert [point.addressee for point in points] == ["Byrådet", "Byrådet"]


def test_a_remark_behind_the_points_is_none() -> None:
    assert texts("1. at scenen bygges\n2. at taget lægges", "Sagen afgøres af Byrådet.") == [
        (1, "at scenen bygges"),
        (2, "at taget lægges"),
    ]


def test_nothing_gives_nothing() -> None:
    assert read_recommendations([]) == ()
    assert read_recommendations([""]) == ()
