"""Where a case goes and has been: stations, earlier treatments, references."""

import datetime

import pytest

from sagsgang.reading.content.routes import (
    body_name,
    read_references,
    read_route,
    read_treatments,
    same_day,
    treatment_head,
)

DAY = datetime.date(2025, 5, 14)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Økonomiudvalget den 14. maj 2025\nByrådet den 27. maj 2025"],
        ["Økonomiudvalget den 14. maj 2025", "Byrådet den 27. maj 2025"],
        ["- Økonomiudvalget, 14-05-2025\n- Byrådet, 27-05-2025"],
        ["Økonomiudvalget\t14-05-2025\nByrådet\t27-05-2025"],
        ["14-05-2025 Økonomiudvalget\n27-05-2025 Byrådet"],
        ["Behandles i Økonomiudvalget den 14. maj 2025 og i Byrådet den 27. maj 2025."],
    ],
)
def test_a_route_however_it_is_set(paragraphs: list[str]) -> None:
    assert [(stop.body, stop.date) for stop in read_route(paragraphs)] == [
        ("Økonomiudvalget", DAY),
        ("Byrådet", datetime.date(2025, 5, 27)),
    ]


@pytest.mark.parametrize(
    "line",
    ["Økonomiudvalget, Byrådet", "Økonomiudvalget og Byrådet", "Økonomiudvalget -> Byrådet"],
)
def test_stations_may_lack_dates(line: str) -> None:
    assert [(stop.body, stop.date) for stop in read_route([line])] == [
        ("Økonomiudvalget", None),
        ("Byrådet", None),
    ]


@pytest.mark.parametrize("line", ["", "Ingen.", "Sagen har ikke været i høring.", "Se bilag 2"])
def test_prose_is_no_station(line: str) -> None:
    assert read_route([line]) == ()


def test_bodies_with_commas_and_hyphens_are_one_station() -> None:
    [stop] = read_route(["Børne-, Fritids- og Kulturudvalget den 14. maj 2025"])
    assert stop.body == "Børne-, Fritids- og Kulturudvalget"


def test_earlier_treatments_keep_text_and_absentees_apart() -> None:
    first, second = read_treatments(
        [
            "Beslutning fra Seniorrådet, den 28. april 2025, punkt 7:",
            "Seniorrådet ser gerne en rampe.",
            "Fraværende: Dan Elm",
            "Økonomiudvalget den 14. maj 2025: Anbefales.",
        ]
    )
    assert (first.body, first.date, first.item) == (
        "Seniorrådet",
        datetime.date(2025, 4, 28),
        "7",
    )
    assert first.text == "Seniorrådet ser gerne en rampe."
    assert [absence.name for absence in first.absent] == ["Dan Elm"]
    assert (second.body, second.date, second.text) == ("Økonomiudvalget", DAY, "Anbefales.")
    assert second.absent == ()


def test_names_below_the_word_for_absent_are_absent() -> None:
    [treatment] = read_treatments(
        ["Økonomiudvalget den 14. maj 2025:", "Anbefales.", "Fraværende:\nBo Lind (V)"]
    )
    assert (treatment.text, [a.name for a in treatment.absent]) == ("Anbefales.", ["Bo Lind"])


def test_text_above_the_first_body_belongs_to_none() -> None:
    assert read_treatments(["Sagen er ny.", "Den er ikke behandlet før."]) == ()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Udvalget besøgte museet den 14. maj 2025, hvor scenen blev vist.",
        "Scenen åbner den 14. maj 2025",
        "Fraværende den 14. maj 2025: Bo Lind",
    ],
)
def test_what_opens_no_treatment(line: str) -> None:
    assert treatment_head(line) is None


def test_references_to_items_of_other_meetings() -> None:
    [reference] = read_references(
        "Udvalget så det som sag nr. 6 i Kulturudvalgets møde den 26. februar 2024 første gang."
    )
    assert (reference.body, reference.date, reference.item) == (
        "Kulturudvalget",
        datetime.date(2024, 2, 26),
        "6",
    )
    assert read_references("Punkt 3 gælder fra den 1. juni 2025.") == ()


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Økonomiudvalget, den", "Økonomiudvalget"),
        ("Byrådet 2022-2025", "Byrådet"),
        ("Kulturudvalget på mødet", "Kulturudvalget"),
        (" Seniorrådet –", "Seniorrådet"),
    ],
)
def test_a_body_s_name_alone(printed: str, name: str) -> None:
    assert body_name(printed) == name


def test_a_day_that_is_not_printed_may_be_the_meeting_s() -> None:
    held = datetime.datetime(2025, 5, 14, 16, 30)
    assert same_day(DAY, held)
    assert same_day(None, held)
    assert same_day(DAY, None)
    assert not same_day(datetime.date(2025, 5, 15), held)
