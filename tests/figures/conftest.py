"""A store filled by hand: observations in, a snapshot out."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from sagsgang.figures.indicator import Window
from sagsgang.figures.observation import Missing, Observation, Origin, Unit, group_of
from sagsgang.figures.periods import Grain, Period
from sagsgang.figures.store import Store, stage

AT = datetime(2026, 1, 1, tzinfo=UTC)
AREA = "787"


class World:
    """A store in a folder of its own."""

    area = AREA
    observation = staticmethod(lambda *args, **more: observation(*args, **more))
    period_for = staticmethod(lambda indicator: period_for(indicator))

    def __init__(self, folder):
        self.store = Store(folder)
        self.loads = 0

    def load(self, observations, **origin):
        self.loads += 1
        told = {"source": "prøve", "file_name": f"{self.loads}.csv"} | origin
        with stage() as staged:
            staged.add((each, f"række {row}") for row, each in enumerate(observations, 1))
            return self.store.add(
                staged,
                Origin(file_sha256=f"{self.loads:064}", retrieved_at=AT, **told),
                at=AT,
                is_confirmed=True,
            )

    def snapshot(self, observations=(), **origin):
        observations = list(observations)
        if observations:
            self.load(observations, **origin)
        return self.store.snapshot()

    def of_inputs(self, indicator, period, values):
        """What the inputs that are named came to, each in its window; None is missing."""
        return self.snapshot(list(observations_of(indicator, period, values)))


def period_for(indicator):
    """A period the indicator is told for: June, the second quarter or the year 2024."""
    grains = indicator.declared.grains
    return next(
        Period.parse(text)
        for grain, text in (
            (Grain.MONTH, "2024M06"),
            (Grain.QUARTER, "2024Q2"),
            (Grain.YEAR, "2024"),
        )
        if grain in grains
    )


def observations_of(indicator, period, values):
    """An observation of each input that is named. An input of some of what another counts as well
    is taken from the other."""
    declared = indicator.declared
    inputs = {name: declared.inputs[name] for name in values if name in declared.inputs}
    for name, each in inputs.items():
        value = values[name]
        limits = each.limits(period)
        if value is not None and not limits:
            value -= sum(
                values[other] or 0
                for other, its in inputs.items()
                if (its.series, its.window, its.area) == (each.series, each.window, each.area)
                and its.limits(period)
            )
        members = {name: its[0].removesuffix("*") for name, its in limits.items()}
        more = {"unit": unit_of(each.series), "area": each.area or AREA}
        *nothing, last = told_for(each.window, period)
        for before in nothing:
            yield observation(each.series, before, Decimal(0), members, **more)
        yield observation(each.series, last, value, members, **more)


def told_for(window, period):
    """The periods that a series has so that the window is whole."""
    year = period.year
    months = [month for month in year.months() if month.last <= period.last]
    return {
        Window.PERIOD: [period],
        Window.YEAR: [year],
        Window.YEAR_TO_DATE: [year] if period.length == 12 else months,
        Window.LATEST: [Period(period.last, 1)],
        Window.BEFORE_LATEST: [Period(period.last - 1, 1)],
        Window.YEAR_BEFORE: [period.year_before()],
        Window.LAST_MONTH: [Period(period.last, 1)],
        Window.OPENING: [Period(year.first - 1, 1)],
    }[window]


def unit_of(series):
    return Unit.KR if series.split(".")[0] in ("ledger", "cash", "pool") else Unit.COUNT


def observation(series, period, value, members=(), *, unit=Unit.KR, area=AREA, **more):
    period = Period.parse(period) if isinstance(period, str) else period
    missing = more.pop("missing", None) or (Missing.UNKNOWN if value is None else None)
    return Observation(series, area, period, value, unit, group_of(dict(members)), missing, **more)


@pytest.fixture
def world(tmp_path):
    return World(tmp_path / "figures")
