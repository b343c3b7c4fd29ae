"""What a line goes through: the values of one series by period, and where there is none and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.figures.figure import Figure
from sagsgang.figures.indicator import Break
from sagsgang.figures.observation import Missing
from sagsgang.figures.periods import Period


@dataclass(frozen=True, slots=True)
class Point:
    """One of `value` and `missing` is told."""

    period: Period
    value: Decimal | None
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Its Danish title, and its points with the earliest first."""

    title: str
    points: tuple[Point, ...]

    def values(self) -> tuple[Decimal, ...]:
        """The values there are."""
        return tuple(each.value for each in self.points if each.value is not None)


def line_of(title: str, figures: Iterable[Figure]) -> Line:
    """The line through figures of one indicator and group."""
    ordered = sorted(figures, key=lambda each: each.period)
    return Line(title, tuple(Point(each.period, each.value, each.missing) for each in ordered))


def stretches(points: Sequence[Point], breaks: Sequence[Break]) -> list[list[Point]]:
    """The points between breaks: what may be compared."""
    found: list[list[Point]] = [[]]
    for point in points:
        if found[-1] and is_between(found[-1][-1].period, point.period, breaks):
            found.append([])
        found[-1].append(point)
    return found


def is_between(one: Period, later: Period, breaks: Sequence[Break]) -> bool:
    """Whether one period began before a break and a later one did not."""
    return any(each.parts(one, later) for each in breaks)


def month_of(each: Break) -> int:
    """The month a break is from, as periods count months."""
    return each.since.year * 12 + each.since.month - 1
