"""The expression, computed exactly in groups, and the plain recomputation from the observations one
by one agree, for every indicator and on any table."""

import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.figures.engine import CannotCompute, Question, compute
from sagsgang.figures.observation import Missing, Unit
from sagsgang.figures.periods import Grain, Period
from sagsgang.figures.plainly import recomputed
from sagsgang.figures.registry import all_indicators
from sagsgang.figures.store import Store

YEARS = [Period.parse("2023"), Period.parse("2024")]
MONTHS = [month for year in YEARS for month in year.months()]
QUARTERS = [Period.of(Grain.QUARTER, 2024, n) for n in (1, 2, 3, 4)]
PERIODS = {Grain.YEAR: YEARS, Grain.MONTH: MONTHS[12:19], Grain.QUARTER: QUARTERS}
AMOUNTS = st.integers(-(10**11), 10**11).map(lambda oere: Decimal(oere) / 100)
#: So many tables are laid into one store, each in an area of its own: a store is slow to make.
AREAS = [f"{number:03}" for number in range(701, 707)]
COUNTS = st.integers(0, 500).map(Decimal)
MEMBERS = {
    "frame": ["service", "transfer", "anlaeg", "other"],
    "account": ["5.48.65.1", "5.57.78", "8.22.01", "3.22.30"],
    "committee": ["AMU", "BFU"],
    "pool": ["buffer", "andet"],
    "law": ["LAB", "SDP"],
}


@st.composite
def tables(draw, world, indicator):
    """Observations of the series that the indicator takes, whole or with gaps, in each area."""
    found = []
    for series, area in sorted(
        {
            (each.series, area)
            for each in indicator.declared.inputs.values()
            for area in ([each.area] if each.area else AREAS)
        }
    ):
        is_money = series.split(".")[0] in ("ledger", "cash", "pool")
        told = draw(st.sampled_from([YEARS, YEARS, MONTHS[11:24], MONTHS[11:18], QUARTERS]))
        periods = told if draw(st.integers(0, 3)) else told[1::2]
        names = draw(st.lists(st.sampled_from(sorted(MEMBERS)), max_size=3, unique=True))
        groups = draw(
            st.lists(
                st.fixed_dictionaries({n: st.sampled_from(MEMBERS[n]) for n in names}),
                min_size=1,
                max_size=3,
                unique_by=lambda each: tuple(sorted(each.items())),
            )
        )
        for period in periods:
            for group in groups:
                value = draw(AMOUNTS if is_money else COUNTS)
                is_missing = value == 0 and draw(st.booleans())
                found.append(
                    world.observation(
                        series,
                        period,
                        None if is_missing else value,
                        group,
                        unit=Unit.KR if is_money else Unit.COUNT,
                        area=area,
                    )
                )
    return found


def agree(snapshot, asked):
    answer, plain = compute(snapshot, asked), recomputed(snapshot, asked)
    if isinstance(plain, Missing):
        assert answer.whole.value is None
        assert answer.whole.missing in Missing
        return
    assert answer.whole.value is not None
    assert abs(answer.whole.value - plain) <= max(abs(plain), Decimal(1)) * Decimal("1e-9")


@pytest.mark.parametrize("indicator", all_indicators(), ids=lambda each: each.id)
def test_the_expression_is_the_plain_recomputation(world, indicator):
    declared = indicator.declared

    @settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(
        table=tables(world, indicator),
        period=st.sampled_from([p for grain in declared.grains for p in PERIODS[grain]]),
        told=st.fixed_dictionaries(
            dict.fromkeys(declared.parameters, COUNTS | AMOUNTS | st.just(Decimal(0)))
        ),
        by=st.lists(st.sampled_from(declared.by or ("",)), unique=True, max_size=2),
    )
    def holds(table, period, told, by):
        with tempfile.TemporaryDirectory() as folder:
            world.store = Store(Path(folder) / "figures")
            snapshot = world.snapshot(table)
            for area in AREAS:
                agree(
                    snapshot,
                    Question(indicator, period, area, by=tuple(filter(None, by)), given=told),
                )

    holds()


@pytest.mark.parametrize("indicator", all_indicators(), ids=lambda each: each.id)
def test_nothing_known_is_never_zero(world, indicator):
    if not any(not each.none_is_zero for each in indicator.declared.inputs.values()):
        pytest.skip("an indicator of assumptions, or one in which nothing told is nothing")
    period = world.period_for(indicator)
    told = dict.fromkeys(indicator.declared.parameters, Decimal(1))
    figure = compute(world.snapshot(), Question(indicator, period, world.area, given=told)).whole
    assert figure.value is None
    assert figure.missing is Missing.UNKNOWN


@pytest.mark.parametrize("indicator", all_indicators(), ids=lambda each: each.id)
def test_a_missing_input_is_a_missing_figure(world, indicator):
    period = world.period_for(indicator)
    told = dict.fromkeys(indicator.declared.parameters, Decimal(1))
    for name in indicator.declared.inputs:
        world.store = Store(world.store.folder / name)
        values = {each: Decimal(7) for each in indicator.declared.inputs} | {name: None}
        snapshot = world.of_inputs(indicator, period, values)
        figure = compute(snapshot, Question(indicator, period, world.area, given=told)).whole
        assert figure.value is None
        assert figure.inputs[name].missing is Missing.UNKNOWN


@pytest.mark.parametrize(
    "indicator",
    [each for each in all_indicators() if each.declared.parameters],
    ids=lambda each: each.id,
)
def test_an_assumption_is_asked_for_and_told(world, indicator):
    needed = {
        name
        for name, each in indicator.declared.parameters.items()
        if each.default is None and each.counted is None
    }
    asked = Question(indicator, world.period_for(indicator), world.area)
    if needed:
        with pytest.raises(CannotCompute, match="mangler"):
            compute(world.snapshot(), asked)
    given_ = dict.fromkeys(needed, Decimal(3))
    figure = compute(
        world.snapshot(), Question(indicator, asked.period, world.area, given=given_)
    ).whole
    assert set(figure.given) == set(indicator.declared.parameters)
