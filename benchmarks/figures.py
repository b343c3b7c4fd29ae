"""How long a page of figures takes when the store is warm: the engine, and the plain recomputation.

    PYTHONPATH=src python benchmarks/figures.py [rounds]

A page is twenty indicators in four quarters in five policy areas: four hundred figures. The store
is a municipality's ledger of five years, by month and account. The plain recomputation adds the
same observations one by one, without the expression, as an indicator's `recompute` says; both are
asked the same, in one run, and must agree.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from sagsgang.figures.engine import Question, compute
from sagsgang.figures.observation import Missing, Observation, Origin, Unit, group_of
from sagsgang.figures.periods import Grain, Period
from sagsgang.figures.plainly import recomputed
from sagsgang.figures.registry import all_indicators
from sagsgang.figures.store import Snapshot, Store, stage

AREA = "787"
YEARS = range(2021, 2026)
POLICY_AREAS = ("11", "12", "13", "14", "18")
ACCOUNTS = ("3.22.30", "5.48.65", "5.48.68", "5.57.71", "5.57.73", "5.57.78", "5.58.80", "6.45.51")
FRAMES = ("service", "transfer")
AT = datetime(2026, 1, 1, tzinfo=UTC)
#: The aim for a page, in milliseconds.
AIM = 200
INDICATORS = 20


def ledger() -> Iterator[Observation]:
    """The observations: some fourteen thousand."""
    groups = [
        {"policy_area": area, "account": account, "frame": frame, "committee": "AMU"}
        for area in POLICY_AREAS
        for account in ACCOUNTS
        for frame in FRAMES
    ]
    for year in YEARS:
        whole = Period.of(Grain.YEAR, year)
        for number, group in enumerate(groups):
            yield _kr("ledger.original_budget", whole, 12 * (number + 1) * 100_000, group)
            for month in whole.months():
                spent = (number + 1) * 100_000 + month.first % 7 * 1_003
                yield _kr("ledger.spending", month, spent, group)
            for month in whole.months()[1::3]:
                yield _kr("ledger.supplementary_appropriation", month, number * 1_000, group)
                yield _kr("ledger.forecast_outturn", month, (number + 1) * 1_210_000, group)
        for month in whole.months():
            yield _kr("cash.balance", month, 400_000_000 - month.first % 12 * 3_000_000, {})
        yield _kr("pool.amount", whole, 23_200_000, {"pool": "buffer"})


def _kr(series: str, period: Period, value: int, group: dict[str, str]) -> Observation:
    return Observation(series, AREA, period, Decimal(value), Unit.KR, group_of(group))


def questions() -> list[Question]:
    """Those of a page, all of one municipality."""
    quarters = [Period.of(Grain.QUARTER, max(YEARS), number) for number in (1, 2, 3, 4)]
    known = [
        each
        for each in all_indicators()
        if each.family == "finance" and Grain.QUARTER in each.declared.grains
    ][:INDICATORS]
    return [
        Question(
            each,
            quarter,
            AREA,
            # What has no policy areas is asked five times for the whole municipality.
            where={"policy_area": [area]} if "policy_area" in each.declared.by else None,
            given={
                name: Decimal(7) if one.default is None else one.default
                for name, one in each.declared.parameters.items()
                if one.counted is None
            },
        )
        for each in known
        for quarter in quarters
        for area in POLICY_AREAS
    ]


def _median(page: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor: they part when others use it."""
    took, used = [], []
    for _round in range(rounds):
        began, busy = time.perf_counter(), time.process_time()
        page()
        took.append(time.perf_counter() - began)
        used.append(time.process_time() - busy)
    return statistics.median(took) * 1000, statistics.median(used) * 1000


def _disagreements(snapshot: Snapshot, page: Sequence[Question]) -> int:
    found = 0
    for asked in page:
        figure = compute(snapshot, asked).whole
        plain = recomputed(snapshot, _with_all_given(snapshot, asked))
        if isinstance(plain, Missing) or figure.value is None:
            found += not (isinstance(plain, Missing) and figure.value is None)
        else:
            found += abs(figure.value - plain) > max(abs(plain), Decimal(1)) / 10**9
    return found


def _with_all_given(snapshot: Snapshot, asked: Question) -> Question:
    given = compute(snapshot, asked).whole.given
    return Question(asked.indicator, asked.period, asked.area, where=asked.where, given=given)


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        with stage() as staged:
            staged.add((each, "") for each in ledger())
            rows = staged.rows
            store.add(staged, Origin("prøve", "prøve.csv", "0" * 64, AT), at=AT, is_confirmed=True)
        page = questions()

        began = time.perf_counter()
        first = store.snapshot()
        for asked in page:
            compute(first, asked)
        cold = (time.perf_counter() - began) * 1000

        warm, busy = _median(lambda: [compute(store.snapshot(), each) for each in page], rounds)
        full = [_with_all_given(first, each) for each in page]
        plain, _busy = _median(lambda: [recomputed(first, each) for each in full[::40]], 1)
        print(f"{rows} observations, {len(page)} figures of {INDICATORS} indicators")
        print(f"engine, first time     {cold:8.0f} ms")
        print(
            f"engine, warm           {warm:8.0f} ms (aim {AIM} ms), {busy:.0f} ms of the processor"
        )
        print(f"plain recomputation    {plain * 40:8.0f} ms (from ten of them)")
        print(f"they disagree on       {_disagreements(first, page[:40])} of 40")
