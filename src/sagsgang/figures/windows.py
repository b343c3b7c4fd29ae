"""Which periods of a series an input adds up, seen from the period asked for."""

from collections.abc import Sequence

from sagsgang.figures.indicator import Input, Window
from sagsgang.figures.periods import Period
from sagsgang.figures.store import Snapshot

_YEAR = 12


def cells_of(
    snapshot: Snapshot, each: Input, period: Period, area: str
) -> tuple[Period, ...] | None:
    """The periods of the series that the input adds up: the window itself where the series has it,
    else its months. None where some of them are not there yet, empty where there is nothing.

    Of what is nothing where nothing is told (`none_is_zero`) those that are there are enough, and
    the year's stands for its months where only that is told.
    """
    key = ("cells", each.series, area, each.window, each.none_is_zero, period)
    return snapshot.remembered(key, lambda: _cells(snapshot, each, period, area))


def _cells(snapshot: Snapshot, each: Input, period: Period, area: str) -> tuple[Period, ...] | None:
    there = snapshot.periods(each.series, area)
    if each.window in (Window.LATEST, Window.BEFORE_LATEST):
        made = [p for p in there if period.year.first <= p.first and p.last <= period.last]
        nth = 1 if each.window is Window.LATEST else 2
        return (made[-nth],) if len(made) >= nth else ()
    first, last = _window(each.window, period)
    inside = [p for p in there if first <= p.first and p.last <= last]
    for length in (last - first + 1, _YEAR, 3, 1):
        tiles = tuple(p for p in inside if p.length == length)
        if tiles and sum(p.length for p in tiles) == last - first + 1:
            return tiles
    if each.none_is_zero:
        return _told(inside) or tuple(
            p for p in there if p.length == _YEAR and p.first <= first and last <= p.last
        )
    return None if inside else ()


def _told(inside: Sequence[Period]) -> tuple[Period, ...]:
    """Those of the length of which most months are told; the longer of two."""
    told = [tuple(p for p in inside if p.length == length) for length in (_YEAR, 3, 1)]
    return max(told, key=lambda tiles: sum(p.length for p in tiles))


def _window(window: Window, period: Period) -> tuple[int, int]:
    year, opening = period.year, period.year.first - 1
    before = period.year_before()
    return {
        Window.PERIOD: (period.first, period.last),
        Window.YEAR: (year.first, year.last),
        Window.YEAR_TO_DATE: (year.first, period.last),
        Window.YEAR_BEFORE: (before.first, before.last),
        Window.LAST_MONTH: (period.last, period.last),
        Window.OPENING: (opening, opening),
    }[window]
