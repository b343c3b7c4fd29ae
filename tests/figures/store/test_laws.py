"""The store's laws, on random loads: what holds, what held, and that nothing half counts."""

import json
import os
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.figures.observation import Missing, Observation, Origin, Unit, group_of
from sagsgang.figures.periods import Grain, Period
from sagsgang.figures.store import MustBeConfirmed, Store, TwiceInFile, stage

FIRST = datetime(2025, 1, 1, tzinfo=UTC)
few = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

keys = st.tuples(
    st.sampled_from(["a.x", "a.y"]),
    st.sampled_from(["787", "000"]),
    st.sampled_from([Period.of(Grain.YEAR, 2024), Period.of(Grain.MONTH, 2025, 5)]),
    st.sampled_from([(), (("law", "LAB"),), (("law", "LAB"), ("subject", 'æ, "ø"'))]),
)
values = st.one_of(
    st.decimals(-(10**9), 10**9, places=2), st.sampled_from([Missing.NONE, Missing.UNKNOWN])
)
#: What a file tells: by key, so nothing twice.
files = st.dictionaries(keys, values, min_size=1, max_size=8)


def observations(told):
    for (series, area, period, group), value in told.items():
        is_missing = isinstance(value, Missing)
        yield (
            Observation(
                series,
                area,
                period,
                None if is_missing else value,
                Unit.KR,
                group_of(group),
                value if is_missing else None,
            ),
            "række 2",
        )


@contextmanager
def staged(told):
    with stage() as place:
        place.add(observations(told))
        yield place


def origin(number):
    return Origin("table", f"{number}.csv", f"{number:064}", FIRST)


def add(store, told, number, at):
    with staged(told) as place:
        return store.add(place, origin(number), at=at, is_confirmed=True)


def held(store, at=None):
    snapshot = store.snapshot(at)
    return {
        each.key: each.missing if each.value is None else each.value
        for series in snapshot.series()
        for each in snapshot.observations(series)
    }


def replayed(loads):
    """What holds when each load tells all there is of what it covers."""
    known = {}
    for told in loads:
        covered = {key[:3] for key in told}
        known = {key: value for key, value in known.items() if key[:3] not in covered} | told
    return known


def moment(number):
    return FIRST + timedelta(days=number)


@few
@given(st.lists(files, min_size=1, max_size=5))
def test_what_held_at_any_moment_is_the_replay_of_the_loads_until_then(loads):
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        for number, told in enumerate(loads):
            add(store, told, number, moment(number))
        for number in range(len(loads)):
            between = moment(number) + timedelta(hours=1)
            assert held(store, between) == replayed(loads[: number + 1])
        assert held(store) == replayed(loads)
        assert held(store, FIRST - timedelta(days=1)) == {}
        # Whoever opens the folder anew reads the same.
        assert held(Store(Path(folder))) == replayed(loads)


@few
@given(st.lists(files, min_size=1, max_size=4), st.data())
def test_withdrawing_restores_what_the_others_tell(loads, data):
    gone = data.draw(st.integers(0, len(loads) - 1))
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        numbers = [add(store, told, n, moment(n)).number for n, told in enumerate(loads)]
        before = held(store)
        store.withdraw(numbers[gone], at=moment(100), because="forkert")
        assert held(store) == replayed(loads[:gone] + loads[gone + 1 :])
        assert held(store, moment(99)) == before
        with pytest.raises(ValueError, match="allerede"):
            store.withdraw(numbers[gone], at=moment(101), because="igen")


@few
@given(files)
def test_loading_twice_changes_nothing(told):
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        first = add(store, told, 1, moment(1))
        there = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
        assert add(store, told, 1, moment(2)) == first
        assert {path.name: path.read_bytes() for path in Path(folder).iterdir()} == there


@few
@given(files, files)
def test_a_crash_before_the_head_is_written_leaves_what_was_before(before, after):
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        add(store, before, 1, moment(1))
        real, moves = os.replace, []

        def stops(source, target):
            if Path(target).suffix == ".json":
                raise InterruptedError
            moves.append(target)
            real(source, target)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "replace", stops)
            with pytest.raises(InterruptedError):
                add(store, after, 2, moment(2))
        assert [Path(each).name for each in moves] == ["000002.parquet"]
        assert held(Store(Path(folder))) == before
        # And the next attempt is whole.
        add(Store(Path(folder)), after, 2, moment(3))
        assert held(Store(Path(folder))) == replayed([before, after])


@few
@given(files, files)
def test_the_preview_counts_what_the_load_then_does(before, after):
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        add(store, before, 1, moment(1))
        with staged(after) as place:
            seen = store.preview(place, origin(2))
            covered = {key[:3] for key in after}
            known = {key: value for key, value in before.items() if key[:3] in covered}
            assert seen.new == len(after.keys() - known.keys())
            assert seen.gone == len(known.keys() - after.keys())
            both = after.keys() & known.keys()
            assert seen.changed == sum(after[key] != known[key] for key in both)
            assert seen.same == len(both) - seen.changed
            if seen.asks:
                with pytest.raises(MustBeConfirmed):
                    store.add(place, origin(2), at=moment(2))
                assert held(store) == before


def test_the_same_told_twice_is_refused():
    key = ("a.x", "787", Period.of(Grain.YEAR, 2024), (("law", "LAB"),))
    with tempfile.TemporaryDirectory() as folder, stage() as place:
        for value in (Decimal(1), Decimal(2)):
            place.add(observations({key: value}))
        with pytest.raises(TwiceInFile, match=r"a.x for 2024 – law LAB står flere gange"):
            Store(Path(folder)).add(place, origin(1), at=FIRST)
        assert not list(Path(folder).glob("[0-9]*"))


def test_a_head_tells_where_the_load_came_from():
    key = ("a.x", "787", Period.of(Grain.YEAR, 2024), ())
    with tempfile.TemporaryDirectory() as folder:
        add(Store(Path(folder)), {key: Decimal("1.5")}, 7, FIRST)
        told = json.loads((Path(folder) / "000001.json").read_text())
        assert told["origin"]["file_sha256"] == f"{7:064}"
        assert told["covers"] == [["a.x", "787", "2024"]]
