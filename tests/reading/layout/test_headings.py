"""Which lines are headings, and what each announces."""

import datetime
from collections.abc import Callable

import pytest

from sagsgang.reading.layout.headings import (
    decided_by,
    find_headings,
    known_word,
    proposal,
    proposes,
    tells_absence,
)
from sagsgang.reading.layout.sheet import Sheet

Lay = Callable[[str], Sheet]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Resumé", "summary"),
        ("RESUME:", "summary"),
        ("Sagsresumé", "summary"),
        ("I ndstilling", "recommendation"),
        ("Indstilling:", "recommendation"),
        ("Indstilling/beslutning", "recommendation_and_decision"),
        ("Beslutninger", "decision"),
        ("2. Sagsfremstilling", "presentation"),
        ("Økonomi & finansiering", "financial_implications"),
        ("Økonomi og finansiering", "financial_implications"),
        ("Bilag (åbne)", "attachments"),
        ("Sagsforløb", "course"),
        ("Ikke til stede", "absent"),
    ],
)
def test_words_of_the_table_are_known_however_they_are_set(line: str, kind: str) -> None:
    word = known_word(line)
    assert word is not None
    assert word.kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Indstillingen følges",
        "Beslutning om ny scene",
        "Bilag 3 viser udgiften",
        "Økonomiudvalg",
    ],
)
def test_what_only_begins_like_a_heading_is_none(line: str) -> None:
    assert known_word(line) is None


@pytest.mark.parametrize(
    ("line", "body", "date", "item"),
    [
        (
            "Beslutning fra Seniorrådet, den 28. april 2025, punkt 7:",
            "Seniorrådet",
            (2025, 4, 28),
            "7",
        ),
        ("Beslutning i Økonomiudvalget den 14. maj 2025", "Økonomiudvalget", (2025, 5, 14), None),
        ("Beslutning Byrådet den 27-05-2025", "Byrådet", (2025, 5, 27), None),
        ("Økonomiudvalgets beslutning den 14-05-2025", "Økonomiudvalget", (2025, 5, 14), None),
        ("Byrådet, 27. maj 2025, pkt. 6", "Byrådet", (2025, 5, 27), "6"),
        (
            "Beslutning fra Børne-, Fritids- og Kulturudvalget, den 6. maj 2025, punkt 56:",
            "Børne-, Fritids- og Kulturudvalget",
            (2025, 5, 6),
            "56",
        ),
    ],
)
def test_a_heading_may_say_who_decided_and_when(
    line: str, body: str, date: tuple[int, int, int], item: str | None
) -> None:
    head = decided_by(line)
    assert head is not None
    assert (head.kind, head.body, head.date, head.item) == (
        "decision",
        body,
        datetime.date(*date),
        item,
    )


@pytest.mark.parametrize(
    "line",
    [
        "Udvalget drøftede sagen på mødet den 14. maj 2025",
        "Beslutning om ny skole i 2025",
        "Beslutningen træder i kraft den 1. juni 2025 og gælder i fire år.",
        "Seniorrådet har den 28. april 2025 afgivet høringssvar",
        "Referat",
    ],
)
def test_prose_with_a_date_is_no_such_heading(line: str) -> None:
    assert decided_by(line) is None


def headings(sheet: Sheet) -> list[tuple[int, str, str]]:
    """Line, kind and words of the headings of a sheet."""
    return [(head.line, head.kind, head.text) for head in find_headings(sheet)]


def test_common_words_are_headings_only_when_they_stand_alone(sheet_of: Lay) -> None:
    alone = sheet_of("Tekst om sagen.\n\nØkonomi\n\nUdgiften er 3 mio. kr.\n")
    within = sheet_of("Tekst om sagen og om\nØkonomi\nog meget andet, som er skrevet her.\n")
    assert headings(alone) == [(2, "financial_implications", "Økonomi")]
    assert headings(within) == []


def test_a_heading_may_share_its_line_with_its_text(sheet_of: Lay) -> None:
    sheet = sheet_of("Beslutning: Godkendt.\n\nBeslutningUdsat.\n\nFraværende: Bo Lind (V)\n")
    found = find_headings(sheet)
    assert [head.kind for head in found] == ["decision", "decision", "absent"]
    assert [sheet.raw[head.line][head.column :] for head in found] == [
        "Godkendt.",
        "Udsat.",
        "Bo Lind (V)",
    ]


def test_a_sentence_or_a_list_point_is_no_heading(sheet_of: Lay) -> None:
    sheet = sheet_of(
        "Følgende er vedlagt:\n\n- Bilag\n- Indstilling\n\nse sagsfremstilling\n\nBilag.\n"
    )
    assert headings(sheet) == []


def test_a_row_of_a_table_is_no_heading(sheet_of: Lay) -> None:
    sheet = sheet_of("Beslutning\tDato\nIndstilling\t3. maj\nBilag\t4. maj\n")
    assert headings(sheet) == []


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        ("Forvaltningen indstiller, at scenen bygges.", "scenen bygges."),
        ("Det indstilles, at scenen bygges.", "scenen bygges."),
        ("Direktionen anbefaler at scenen bygges.", "scenen bygges."),
    ],
)
def test_a_sentence_may_recommend_without_a_heading(line: str, behind: str) -> None:
    column = proposal(line)
    assert column is not None
    assert line[column:] == behind


def test_a_line_may_introduce_recommendations() -> None:
    assert proposes("Forvaltningen indstiller til Byrådet,")
    assert proposes("Direktionen foreslår, at:")
    assert not proposes("Forvaltningen indstiller, at scenen bygges.")
    assert proposal("Forvaltningen vurderer, at scenen koster 3 mio. kr.") is None


def test_absence_may_be_told_in_prose() -> None:
    assert tells_absence("Bo Lind (V) var fraværende.")
    assert tells_absence("Ada Holm deltog ikke i behandlingen.")
    assert not tells_absence("Forslaget blev godkendt.")
