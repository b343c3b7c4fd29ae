"""What is remembered is never stale: loads that come and go are seen, and a snapshot asks once."""

from datetime import timedelta
from decimal import Decimal

from sagsgang.figures.engine import Question, compute
from sagsgang.figures.periods import Period
from sagsgang.figures.registry import indicator
from sagsgang.figures.store import Store
from sagsgang.figures.store import snapshot as snapshots

YEAR = Period.parse("2024")


def spending(world, value):
    return [world.observation("ledger.spending", "2024", Decimal(value))]


def asked(world):
    return Question(indicator("annual_accounts"), YEAR, world.area)


def test_another_process_sees_what_was_added_and_withdrawn(world):
    other = Store(world.store.folder)
    world.load(spending(world, 1))
    assert compute(other.snapshot(), asked(world)).whole.value == 1
    load = world.load(spending(world, 2))
    assert compute(other.snapshot(), asked(world)).whole.value == 2
    world.store.withdraw(load.number, at=load.added_at + timedelta(hours=1), because="forkert fil")
    assert compute(other.snapshot(), asked(world)).whole.value == 1
    assert other.loads()[-1].withdrawn_because == "forkert fil"
    # What held before it was withdrawn still does, as it was then.
    assert compute(other.snapshot(load.added_at), asked(world)).whole.value == 2


def test_a_page_asks_a_snapshot_once(world, monkeypatch):
    snapshot = world.snapshot(spending(world, 1))
    asks = []
    ask = snapshots.Snapshot.ask
    monkeypatch.setattr(
        snapshots.Snapshot, "ask", lambda self, *told: asks.append(told) or ask(self, *told)
    )
    first = compute(snapshot, asked(world))
    assert asks
    asks.clear()
    assert compute(snapshot, asked(world)) == first
    assert asks == []


def test_what_is_remembered_has_a_bound(world, monkeypatch):
    monkeypatch.setattr(snapshots, "REMEMBERED", 3)
    snapshot = world.snapshot()
    made = []

    def told(key):
        return snapshot.remembered(key, lambda: made.append(key) or key)

    assert [told(key) for key in (1, 2, 3, 1, 4, 1, 2)] == [1, 2, 3, 1, 4, 1, 2]
    assert made == [1, 2, 3, 4, 2]
