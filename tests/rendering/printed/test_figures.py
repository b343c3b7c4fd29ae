"""Figures from data are told in plain Danish and read back, without the names machines have."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rendering.random_minutes import LINES

from sagsgang.minutes import AgendaItem, FigureSource, Minutes, Source, UsedFigure
from sagsgang.minutes.printed import Facts
from sagsgang.reading.own import minutes_of
from sagsgang.reading.own.figure_words import (
    amount_read,
    amount_shown,
    period_read,
    period_shown,
)
from sagsgang.reading.own.walk import NotOurs
from sagsgang.rendering.html import document_page
from sagsgang.rendering.printed import folded, printed

SOURCES = tuple(
    FigureSource(
        source="appeals",
        file_name=f"ankesager-{year}.csv",
        file_sha256=f"{year:064}",
        retrieved_at=datetime(2025, 10, 13, 7, 0, 12, tzinfo=UTC),
    )
    for year in (2023, 2024)
)
FIGURE = UsedFigure(
    key="t1",
    indicator="reversal_rate",
    title="Omgørelsesprocent",
    text="25,0 pct.",
    value=Decimal("25.125"),
    unit="percent",
    period="2025Q2",
    area="Nørreskov Kommune",
    sources=SOURCES,
    frozen_at=datetime(2025, 11, 2, 11, 0, 44, tzinfo=UTC),
)


def document(figure):
    item = AgendaItem(number="1", title="Ankestatistik", lines=(1, 1), figures=(figure,))
    source = Source(name="", sha256="", format="", dialect="", confidence=1.0)
    return Minutes(kind="minutes", items=(item,), source=source)


def told(figure):
    (row,) = [
        value
        for block in printed(document(figure)).blocks
        if isinstance(block, Facts)
        for name, value in block.rows
        if name == "Tal i sagen"
    ]
    return row


def test_a_reader_meets_words_and_danish_time():
    assert told(FIGURE) == (
        "Omgørelsesprocent · i teksten: 25,0 pct. · præcist: 25,125 pct. · "
        "periode: 2. kvartal 2025 · område: Nørreskov Kommune · kilde: Ankestatistik · "
        "hentet: mandag den 13. oktober 2025 kl. 09.00 · "
        "låst: søndag den 2. november 2025 kl. 12.00"
    )


def test_what_the_text_says_exactly_is_not_said_twice():
    figure = FIGURE.model_copy(
        update={"text": "402.350 kr.", "value": Decimal(402350), "unit": "kr"}
    )
    assert told(figure).startswith("Omgørelsesprocent · i teksten: 402.350 kr. · periode: ")
    (back,) = minutes_of(printed(document(figure))).items[0].figures
    assert (back.value, back.unit) == (Decimal(402350), "kr")


def test_no_name_of_the_machine_is_on_the_page():
    page = document_page(document(FIGURE))
    for name in ("reversal_rate", "t1", "percent", "2025Q2", "appeals", "csv", f"{2024:064}"):
        assert name not in page.partition("<main")[2]


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("-9300000", "kr", "-9.300.000 kr."),
        ("129", "count", "129"),
        ("1234.50", "persons", "1.234,50 personer"),
        (None, "percent", "– pct."),
        ("3", "ukendt", "3 ukendt"),
        ("3", "pct.", "3 (pct.)"),
    ],
)
def test_an_amount_says_its_value_and_unit(value, unit, words):
    known = None if value is None else Decimal(value)
    assert amount_shown(known, unit) == words
    assert amount_read(words) == (known, unit)


def test_what_is_no_number_is_not_ours():
    with pytest.raises(NotOurs):
        amount_read("NaN pct.")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2025", "2025"),
        ("2025Q2", "2. kvartal 2025"),
        ("2025M05", "maj 2025"),
        ("2025M13", "2025M13"),
        ("maj 2025", "(maj 2025)"),
    ],
)
def test_a_period_is_told_in_words(period, words):
    assert period_shown(period) == words
    assert period_read(words) == period


@given(st.one_of(LINES, st.from_regex(r"\(*(20\d\d([QM]\d\d?)?|maj 2025|1\. kvartal 2025)\)*")))
def test_any_period_is_had_again(period):
    assert period_read(period_shown(period)) == period


def test_what_is_read_back_is_the_document_as_it_can_be_printed():
    whole = document(FIGURE)
    (figure,) = minutes_of(printed(whole)).items[0].figures
    assert figure == folded(whole).items[0].figures[0]
    assert (figure.value, figure.unit, figure.period) == (Decimal("25.125"), "percent", "2025Q2")
