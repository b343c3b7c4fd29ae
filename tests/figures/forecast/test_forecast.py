"""What a forecast promises: seasons are seen, sums agree, intervals hold, errors are told."""

import math
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sagsgang.figures.forecast import (
    CannotForecast,
    History,
    Scenario,
    forecast_rest_of_year,
)
from sagsgang.figures.forecast import forecast as module
from sagsgang.figures.forecast.backtest import backtest, reach
from sagsgang.figures.forecast.models import models
from sagsgang.figures.forecast.seasonal import seasonal
from sagsgang.figures.periods import Period

YEAR = [Decimal(v) * 1000 for v in (50, 48, 61, 50, 49, 53, 30, 47, 52, 54, 60, 70)]
MONTHS = st.integers(-(10**7), 10**7).map(Decimal)


def _history(values, first="2022M01"):
    return History(Period.parse(first), tuple(Decimal(v) for v in values))


@pytest.fixture
def only_floor(monkeypatch):
    monkeypatch.setattr(module, "models", dict)


def test_perfectly_seasonal_months_are_forecast_exactly():
    made = forecast_rest_of_year(_history(YEAR * 3 + YEAR[:7]))
    assert [each.value for _month, each in made.months] == YEAR[7:]
    assert made.rest.value == sum(YEAR[7:])
    assert made.year.value == sum(YEAR)
    assert (made.rest.low, made.rest.high) == (made.rest.value, made.rest.value)
    assert made.method == module.FLOOR
    assert made.tested.mae == 0
    assert [str(month) for month, _each in made.months] == [f"2025M{n:02}" for n in range(8, 13)]


def test_the_level_of_the_last_year_is_followed():
    told = [v * (100 + 10 * year) / 100 for year in range(3) for v in YEAR]
    made = seasonal([float(v) for v in told[:24]], 12)
    assert made == pytest.approx([float(v) * 1.1 * 1.1 for v in YEAR])


@settings(max_examples=60)
@given(st.lists(MONTHS, min_size=24, max_size=50))
def test_sums_agree_and_the_interval_holds_the_point(values):
    if len(values) % 12 == 0:
        values = values[:-1]
    if len(values) < 24:
        return
    made = _with_the_floor(values)
    assert sum(each.value for _month, each in made.months) == made.rest.value
    assert made.known + made.rest.value == made.year.value
    for each in (made.rest, made.year, *(each for _month, each in made.months)):
        assert each.value == int(each.value)
        assert each.low is None or each.low <= each.value <= each.high
    assert made == _with_the_floor(values)


def _with_the_floor(values, scenario=None):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "models", dict)
        return forecast_rest_of_year(_history(values), scenario)


@settings(max_examples=30)
@given(st.lists(MONTHS, min_size=29, max_size=31), st.integers(-(10**6), 10**6))
def test_a_one_off_adds_exactly_itself(values, amount):
    plain = _with_the_floor(values)
    month = plain.months[-1][0]
    more = _with_the_floor(values, Scenario({month: Decimal(amount)}))
    assert more.rest.value - plain.rest.value == amount
    assert more.year.value - plain.year.value == amount
    assert [m for m, _e in more.months] == [m for m, _e in plain.months]
    assert more.months[:-1] == plain.months[:-1]


def test_growth_lifts_every_month_and_assumptions_are_listed():
    scenario = Scenario(
        {Period.parse("2025M12"): Decimal(250000), Period.parse("2025M11"): Decimal(-1000)},
        Decimal("2.5"),
    )
    made = forecast_rest_of_year(_history(YEAR * 3 + YEAR[:10]), scenario)
    assert [each.value for _m, each in made.months] == [
        Decimal(60000) * Decimal("1.025") - 1000,
        Decimal(70000) * Decimal("1.025") + 250000,
    ]
    assert made.scenario == (
        "vækst på 2,5 pct. i resten af året",
        "engangsindtægt på 1.000 kr. i november 2025",
        "engangsudgift på 250.000 kr. i december 2025",
    )
    with pytest.raises(CannotForecast, match="maj 2025 er ikke en af de måneder"):
        forecast_rest_of_year(
            _history(YEAR * 3 + YEAR[:10]), Scenario({Period.parse("2025M05"): Decimal(1)})
        )


def test_the_error_is_told_and_a_model_is_used_only_where_it_beats_the_floor():
    if not models():
        pytest.skip("statsforecast er ikke installeret")
    # A steady rise from month to month: last year's ratio lags behind, a trend does not.
    rising = [1_000_000 + 20_000 * n + 1500 * math.sin(n * 7.3) for n in range(54)]
    made = forecast_rest_of_year(_history([round(v) for v in rising]))
    assert made.method in models()
    assert made.tested.rest_mae < made.beaten.rest_mae
    assert made.tested.origins == 24
    assert f"fra {made.tested.origins} tidligere tidspunkter" in made.words[1]
    assert "pct. af måneden" in made.words[1]
    assert "Den er valgt, fordi den ramte bedre" in made.words[2]
    again = forecast_rest_of_year(_history([round(v) for v in rising]))
    assert again == made


@pytest.mark.usefixtures("only_floor")
def test_without_the_models_the_floor_is_used_and_it_is_said():
    values = [int(v) + 997 * n % 5003 for n, v in enumerate(YEAR * 3 + YEAR[:6])]
    made = forecast_rest_of_year(_history(values))
    assert made.method == module.FLOOR
    assert made.tested.origins == 42 - 24 - 6 + 1
    assert "ikke installeret" in made.words[-1]


def test_a_short_history_gives_a_run_rate_said_plainly():
    made = forecast_rest_of_year(_history(["100", "200", "330"], "2025M01"))
    assert {each.value for _m, each in made.months} == {Decimal(210)}
    assert made.rest.value == 210 * 9
    assert made.rest.low is None
    assert made.tested is None
    assert "mindre end 24 måneder" in made.words[1]
    assert "intet interval" in made.words[1]


def test_too_few_origins_promise_no_interval():
    made = forecast_rest_of_year(_history(YEAR * 2 + YEAR[:6]))
    assert made.rest.low is None
    assert "for kort" in made.words[1]


def test_what_cannot_be_forecast_is_refused_in_words():
    with pytest.raises(CannotForecast, match="2024 er slut"):
        forecast_rest_of_year(_history(YEAR * 3))
    with pytest.raises(CannotForecast, match="ikke tal fra januar 2025"):
        forecast_rest_of_year(_history(["1", "2"], "2025M03"))
    with pytest.raises(CannotForecast, match="mangler tal for februar 2025 og 1 måneder mere"):
        History.of({Period.parse("2025M01"): Decimal(1), Period.parse("2025M04"): Decimal(1)})
    with pytest.raises(CannotForecast, match="ingen måneder"):
        History.of({})


def test_errors_are_those_of_the_months_that_came():
    values = [10.0] * 24 + [10.0, 20.0, 10.0]
    tested = backtest(lambda known, ahead: [10.0] * ahead, values, 1)
    assert tested.origins == 3
    assert tested.of_month == (0, 10, 0)
    assert tested.mae == pytest.approx(10 / 3)
    assert tested.mape == pytest.approx(0.5 / 3)
    assert reach([1, 2, 3, 4, 5, 6, 7, 8, 9]) == 8
    assert reach([5, 1]) == 5
