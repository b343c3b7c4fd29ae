"""The laws of the engine: sums, what is missing, prices, windows, and what is refused."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.figures.engine import CannotCompute, Question, compute, series_of
from sagsgang.figures.indicator import Declared, Indicator, Input, Window
from sagsgang.figures.observation import Missing, Unit
from sagsgang.figures.periods import Grain, Period
from sagsgang.figures.store import Store
from sagsgang.figures.windows import cells_of

YEAR = Period.parse("2024")
JUNE = Period.parse("2024M06")


def of(series="ledger.spending", window=Window.PERIOD, **more):
    declared = {
        "unit": Unit.KR,
        "expression": "a",
        "grains": tuple(Grain),
        "by": ("committee", "account"),
    }
    declared |= {key: more.pop(key) for key in list(more) if key in Declared.__slots__}
    inputs = {"a": Input("A", series, window, **more)}
    return Indicator(
        "prøve",
        "finance",
        Declared(title="Prøve", inputs=inputs, **declared),
        lambda cells, _given: Decimal(sum(cells["a"])),
        Path("prøve.md"),
    )


AMOUNTS = st.integers(-(10**12), 10**12).map(lambda oere: Decimal(oere) / 100)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(
    rows=st.dictionaries(
        st.tuples(st.sampled_from("ABC"), st.sampled_from("xyz"), st.integers(1, 12)),
        AMOUNTS,
        min_size=1,
    ),
    by=st.sampled_from([("committee",), ("account",), ("account", "committee")]),
)
def test_the_groups_add_up_to_the_whole_exactly(world, rows, by):
    world.store = Store(world.store.folder / str(world.loads))
    snapshot = world.snapshot(
        world.observation(
            "ledger.spending",
            f"2024M{month:02}",
            value,
            {"committee": committee, "account": account},
        )
        for (committee, account, month), value in rows.items()
    )
    for period in (YEAR, JUNE, Period.parse("2024Q1")):
        answer = compute(snapshot, Question(of(none_is_zero=True), period, world.area, by=by))
        assert answer.whole.value == sum((each.value for each in answer.groups), Decimal(0))


@pytest.mark.parametrize("missing", list(Missing))
def test_one_missing_value_makes_the_sum_missing_and_only_its_group(world, missing):
    rows = [
        world.observation("ledger.spending", "2024", Decimal(5), {"committee": "A"}),
        world.observation("ledger.spending", "2024", None, {"committee": "B"}, missing=missing),
    ]
    answer = compute(world.snapshot(rows), Question(of(), YEAR, world.area, by=("committee",)))
    assert [(each.value, each.missing) for each in answer.groups] == [(5, None), (None, missing)]
    assert (answer.whole.value, answer.whole.missing) == (None, missing)


def test_what_is_hidden_is_hidden_whatever_else_is_missing(world):
    rows = [
        world.observation("ledger.spending", "2024", None, {"committee": name}, missing=missing)
        for name, missing in (("A", Missing.UNKNOWN), ("B", Missing.SUPPRESSED))
    ]
    whole = compute(world.snapshot(rows), Question(of(), YEAR, world.area)).whole
    assert whole.missing is Missing.SUPPRESSED


def test_months_that_are_not_there_yet_are_said_to_be_so(world):
    snapshot = world.snapshot(
        world.observation("ledger.spending", f"2024M0{month}", Decimal(1)) for month in range(1, 6)
    )
    indicator = of(window=Window.YEAR_TO_DATE)
    told = series_of(
        snapshot,
        Question(indicator, YEAR, world.area),
        [Period.parse(text) for text in ("2024M05", "2024M06", "2024", "2025")],
    )
    assert [each.whole.value for each in told] == [5, None, None, None]
    assert [each.whole.missing for each in told[1:]] == [
        Missing.NOT_YET,
        Missing.NOT_YET,
        Missing.UNKNOWN,
    ]


def test_prices_of_two_years_are_refused_until_one_is_chosen(world):
    rows = [
        world.observation("ledger.spending", "2024", Decimal(103), {"account": "1"}),
        world.observation(
            "ledger.spending", "2024", Decimal(100), {"account": "2"}, price_level=2023
        ),
    ]
    rows += [
        world.observation("price.index", str(year), Decimal(index), area="000", unit=Unit.INDEX)
        for year, index in ((2023, "100"), (2024, "103"))
    ]
    snapshot = world.snapshot(rows)
    with pytest.raises(CannotCompute, match="årets egne priser og 2023-priser"):
        compute(snapshot, Question(of(), YEAR, world.area))
    for level, value in ((2023, 200), (2024, 206)):
        figure = compute(snapshot, Question(of(), YEAR, world.area, price_level=level)).whole
        assert (figure.value, figure.price_level) == (value, level)
    with pytest.raises(CannotCompute, match="indeks for 2022"):
        compute(snapshot, Question(of(), YEAR, world.area, price_level=2022))


def test_only_money_is_told_in_other_prices(world):
    rows = [world.observation("unemployed", "2024", Decimal(500), unit=Unit.PERSONS)]
    figure = compute(
        world.snapshot(rows), Question(of("unemployed"), YEAR, world.area, price_level=2020)
    ).whole
    assert figure.value == 500


def test_accounts_of_three_years_at_one_price_level(world):
    """As Lemvig's accounts 2024, item 3, three years in prices of 2024."""
    index = {2022: "100", 2023: "105", 2024: "110"}
    rows = [
        world.observation("price.index", str(year), Decimal(told), area="000", unit=Unit.INDEX)
        for year, told in index.items()
    ]
    rows += [
        world.observation("ledger.spending", str(year), Decimal(300) * 10**6) for year in index
    ]
    told = series_of(
        world.snapshot(rows),
        Question(of(), YEAR, world.area, price_level=2024),
        [Period.parse(str(year)) for year in index],
    )
    assert [each.whole.in_words() for each in told] == [
        "330.000.000 kr.",
        "314.285.714 kr.",
        "300.000.000 kr.",
    ]


WINDOWS = [
    (Window.PERIOD, "2024Q2", "2024M04 2024M05 2024M06"),
    (Window.YEAR_TO_DATE, "2024M02", "2024M01 2024M02"),
    (Window.YEAR_BEFORE, "2024Q1", "2023M01 2023M02 2023M03"),
    (Window.LATEST, "2024M03", "2024M03"),
    (Window.BEFORE_LATEST, "2024M03", "2024M02"),
    (Window.BEFORE_LATEST, "2024M01", ""),
    (Window.LAST_MONTH, "2024Q2", "2024M06"),
    (Window.OPENING, "2024Q2", "2023M12"),
    (Window.YEAR, "2024M03", " ".join(f"2024M{month:02}" for month in range(1, 13))),
]


@pytest.mark.parametrize(("window", "period", "months"), WINDOWS)
def test_windows_of_months(world, window, period, months):
    snapshot = world.snapshot(
        world.observation("ledger.spending", month, Decimal(1))
        for year in (2023, 2024)
        for month in Period.parse(str(year)).months()
    )
    each = Input("A", "ledger.spending", window)
    cells = cells_of(snapshot, each, Period.parse(period), world.area)
    assert " ".join(map(str, cells)) == months


def test_what_is_nothing_where_nothing_is_told_needs_no_whole_window(world):
    each = Input("A", "x", Window.YEAR_TO_DATE, none_is_zero=True)
    snapshot = world.snapshot(
        [
            world.observation("x", "2023", Decimal(9)),
            world.observation("x", "2024M02", Decimal(1)),
            world.observation("x", "2024M05", Decimal(2)),
        ]
    )
    for period, cells in (
        ("2024M01", ""),
        ("2024M06", "2024M02 2024M05"),
        # Only the year's is told: it stands for its months.
        ("2023M06", "2023"),
    ):
        told = cells_of(snapshot, each, Period.parse(period), world.area)
        assert " ".join(map(str, told)) == cells


def test_accounts_are_limited_by_how_they_begin(world):
    rows = [
        world.observation("ledger.spending", "2024", Decimal(value), {"account": account})
        for account, value in (("8.22.01", 1), ("8.22.05", 2), ("5.57.71", 4))
    ]
    snapshot = world.snapshot(rows)
    for limits, value in (
        ({"where": {"account": ["8.22*"]}}, 3),
        ({"without": {"account": ["8.22*"]}}, 4),
        ({"where": {"account": ["8.22*", "5.57.71"]}}, 7),
        ({"where_at": lambda period: {"account": [f"{period.calendar_year - 2019}.*"]}}, 4),
    ):
        figure = compute(snapshot, Question(of(**limits), YEAR, world.area)).whole
        assert figure.value == value
    narrowed = Question(of(), YEAR, world.area, where={"account": ["8.*"]})
    assert compute(snapshot, narrowed).whole.value == 3


def test_what_an_indicator_does_not_have_is_refused_by_name(world):
    snapshot = world.snapshot()
    for asked, said in (
        (Question(of(grains=(Grain.YEAR,)), JUNE, world.area), "pr. år, ikke for juni 2024"),
        (Question(of(), YEAR, world.area, by=("sky",)), "deles op efter sky"),
        (Question(of(), YEAR, world.area, where={"sky": ["x"]}), "afgrænses til sky"),
        (Question(of(), YEAR, world.area, given={"x": Decimal(1)}), "ingen forudsætning x"),
        (Question(of(valid_from=date(2025, 1, 1)), YEAR, world.area), "først fra"),
        (Question(of(valid_to=date(2023, 12, 31)), YEAR, world.area), "kun til"),
    ):
        with pytest.raises(CannotCompute, match=said):
            compute(snapshot, asked)


def test_a_figure_says_where_it_is_from_and_whether_it_is_preliminary(world):
    world.load([world.observation("ledger.spending", "2024M05", Decimal(1))])
    snapshot = world.snapshot(
        [world.observation("ledger.spending", "2024M06", Decimal(1))], preliminary_from=JUNE
    )
    may, june = (
        compute(snapshot, Question(of(), Period.parse(text), world.area)).whole
        for text in ("2024M05", "2024M06")
    )
    assert ([each.load for each in may.origins], may.is_preliminary) == ([1], False)
    assert ([each.load for each in june.origins], june.is_preliminary) == ([2], True)


def test_a_later_load_is_seen_by_the_next_question_and_the_earlier_still_is(world):
    first = world.snapshot([world.observation("ledger.spending", "2024", Decimal(1))])
    asked = Question(of(), YEAR, world.area)
    assert compute(first, asked).whole.value == 1
    second = world.snapshot([world.observation("ledger.spending", "2024", Decimal(2))])
    assert compute(second, asked).whole.value == 2
    assert compute(first, asked).whole.value == 1
