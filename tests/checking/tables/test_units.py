"""In what unit a table's figures are printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking.tables.units import Measure, Unit, unit_in, units_of
from sagsgang.checking.tables.view import TableView


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("1.000 kr.", Unit(Measure.MONEY, 3)),
        ("(1.000 kr.)", Unit(Measure.MONEY, 3)),
        ("Bevilling (i 1.000 kr.)", Unit(Measure.MONEY, 3)),
        ("Beløb i 1000 kr.", Unit(Measure.MONEY, 3)),
        ("Budget, 1.000 kr.", Unit(Measure.MONEY, 3)),
        ("Budget i t. kr.", Unit(Measure.MONEY, 3)),
        ("Beløb i 2022 (t.kr.)", Unit(Measure.MONEY, 3)),
        ("Tkr.", Unit(Measure.MONEY, 3)),
        ("Låneadgang i 2022 (i mio. kr.)", Unit(Measure.MONEY, 6)),
        ("Mio.kr.", Unit(Measure.MONEY, 6)),
        ("Provenu (mia. kr.)", Unit(Measure.MONEY, 9)),
        ("Budget i kr. (2022-PL)", Unit(Measure.MONEY)),
        ("Udgift i hele kroner", Unit(Measure.MONEY)),
        ("Andel (pct.)", Unit(Measure.PERCENT)),
        ("Andel i %", Unit(Measure.PERCENT)),
        ("Omgørelsesprocent", Unit(Measure.PERCENT)),
        ("Forskel (pct. Point)", Unit(Measure.POINTS)),
        ("%-point", Unit(Measure.POINTS)),
        ("Procentpoint", Unit(Measure.POINTS)),
        ("Antal", Unit(Measure.COUNT)),
        ("Antal timer", Unit(Measure.HOURS)),
        ("Afvigelse (mio. kr. / pct.)", None),
        ("Pulje på 5 mio. kr.", None),
        ("Tilskud på 1.000 kr.", None),
        ("Højst 20 %", None),
        ("Kriterier", None),
        ("Krav og mål", None),
        ("2025", None),
        ("", None),
    ],
)
def test_the_unit_a_head_names(label, unit):
    assert unit_in(label) == unit


@pytest.fixture(scope="session")
def units(world):
    return lambda text, caption=None: units_of(TableView.of(world.table(text)), caption)


def test_the_caption_speaks_of_every_figure_but_those_with_a_unit_of_their_own(units):
    seen = units(
        "| | Budget 2025 | Afvigelse (pct.) | Plads |\n"
        "| Veje | 64 | 2,5 | 0,4 mio. kr. |\n"
        "| Andel (pct.) | 5 | 6 | 7 % |",
        "Budget (i 1.000 kr.)",
    )
    assert seen.whole == Unit(Measure.MONEY, 3)
    assert seen.amount(0, 1).value == 64_000
    assert seen.amount(0, 1).half == 500
    assert seen.amount(0, 2).unit == Unit(Measure.PERCENT)
    assert seen.amount(0, 3).value == 400_000
    assert seen.amount(0, 3).half == 50_000
    assert seen.amount(1, 1).value == 5
    assert seen.at(1, 3).measure is Measure.PERCENT
    assert seen.amount(0, 0) is None


def test_the_first_head_speaks_of_the_table_and_a_head_of_its_column(units):
    seen = units("| 1.000 kr. | Løn | Antal stillinger |\n| Skoler | 420 | 3 |")
    assert seen.amount(0, 1).value == 420_000
    assert seen.at(0, 2).measure is Measure.COUNT


def test_a_row_that_contradicts_its_column_has_no_unit(units):
    seen = units("| | Budget (mio. kr.) |\n| Andel (pct.) | 5 |\n| Løn | 7 |")
    assert seen.at(0, 1) is None
    assert seen.amount(1, 1).value == Decimal(7_000_000)


def test_a_row_of_people_does_not_say_what_its_figures_are(units):
    seen = units("| Mio. kr. | 2025 |\n| Tilbud til personer med handicap | 12,5 |")
    assert seen.amount(0, 1).value == 12_500_000


@given(st.text(max_size=80))
def test_any_label_is_read(label):
    unit = unit_in(label)
    assert unit is None or unit.scale in (0, 3, 6, 9)
