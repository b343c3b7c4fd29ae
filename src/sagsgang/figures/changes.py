"""What a figure has changed by since the period before, or the same period a year before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from sagsgang.figures.engine import Question, compute
from sagsgang.figures.expression import to_decimal
from sagsgang.figures.figure import Figure
from sagsgang.figures.indicator import Break
from sagsgang.figures.observation import Missing, Unit
from sagsgang.figures.periods import Period
from sagsgang.figures.store import Snapshot
from sagsgang.language.numbers import format_number

#: Values that are no amounts: how many percent they changed by says nothing.
_NO_AMOUNTS = (Unit.PERCENT, Unit.PERCENTAGE_POINT, Unit.INDEX, Unit.SCORE, Unit.RANK)


class Since(StrEnum):
    """Which figure it is compared with."""

    PERIOD_BEFORE = "period_before"
    YEAR_BEFORE = "year_before"

    def of(self, period: Period) -> Period:
        """The period compared with."""
        return period.before() if self is Since.PERIOD_BEFORE else period.year_before()


@dataclass(frozen=True, slots=True)
class Change:
    """`difference` is in the figure's own unit, of a percent in percentage points; `percent` is it
    of the earlier value. Neither is told where one of the two is missing, and where the series was
    broken in between, `broken` says how.
    """

    now: Figure
    before: Figure
    difference: Decimal | None
    percent: Decimal | None
    missing: Missing | None
    broken: Break | None = None

    @property
    def unit(self) -> Unit:
        """What the difference counts: percent less percent is percentage points."""
        is_share = self.now.unit is Unit.PERCENT
        return Unit.PERCENTAGE_POINT if is_share else self.now.unit

    def in_words(self) -> str:
        """ "+3,0 pct. point", "-48 personer", or why there is none."""
        if self.broken is not None:
            return f"kan ikke sammenlignes: {self.broken.why}"
        if self.difference is None:
            assert self.missing is not None
            return self.missing.words
        told = replace(self.now, value=self.difference, unit=self.unit, missing=None).in_words()
        rises = Decimal(0) < self.difference and told[:1].isdigit()
        is_nothing = format_number(self.difference, self.now.decimals).strip("0,") == ""
        return told if is_nothing or not rises else f"+{told}"


def changes(snapshot: Snapshot, question: Question, since: Since) -> tuple[Change, ...]:
    """The change of each group, ordered by group, and last of the whole. A group that only one of
    the two has is there with the other missing. Raises CannotCompute as `compute` does; money of
    two years is compared in the prices asked for, or else each in its own.
    """
    earlier = replace(question, period=since.of(question.period))
    now, before = compute(snapshot, question), compute(snapshot, earlier)
    of_now = {each.group: each for each in now.groups}
    of_before = {each.group: each for each in before.groups}
    told = [
        _change(
            of_now.get(group) or now.whole.none_of(group),
            of_before.get(group) or before.whole.none_of(group),
            question.indicator.declared.breaks,
        )
        for group in sorted({*of_now, *of_before})
    ]
    return (*told, _change(now.whole, before.whole, question.indicator.declared.breaks))


def _change(now: Figure, before: Figure, breaks: Sequence[Break]) -> Change:
    broken = next((each for each in breaks if each.parts(before.period, now.period)), None)
    missing = now.missing or before.missing
    if broken is not None or now.value is None or before.value is None:
        return Change(now, before, None, None, missing, broken)
    difference = Fraction(now.value) - Fraction(before.value)
    percent = None
    if before.value > 0 and now.unit not in _NO_AMOUNTS:
        percent = to_decimal(difference / Fraction(before.value) * 100)
    return Change(now, before, to_decimal(difference), percent, None)
