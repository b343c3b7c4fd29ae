"""What a forecast is made from: one value a month, none missing in between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.figures.engine import CannotCompute, Question, compute
from sagsgang.figures.indicator import Indicator
from sagsgang.figures.periods import Grain, Period
from sagsgang.figures.store import Snapshot


class CannotForecast(ValueError):
    """There is no forecast to be made; the message says why, in Danish."""


@dataclass(frozen=True, slots=True)
class History:
    """The values of successive months, the first being `first`'s."""

    first: Period
    values: tuple[Decimal, ...]

    @property
    def last(self) -> Period:
        """The last month there is a value of."""
        return Period(self.first.first + len(self.values) - 1, 1)

    def until(self, month: Period) -> "History":
        """The history up to and with a month."""
        return History(self.first, self.values[: month.first - self.first.first + 1])

    @classmethod
    def of(cls, values: Mapping[Period, Decimal]) -> "History":
        """Raises CannotForecast where there is no month, or one is missing in between."""
        if not values:
            raise CannotForecast("Der er ingen måneder at regne frem fra.")
        months = sorted(values)
        missing = [
            Period(n, 1)
            for n in range(months[0].first, months[-1].first)
            if Period(n, 1) not in values
        ]
        if missing:
            raise CannotForecast(
                f"Der mangler tal for {missing[0].in_danish()}"
                f"{f' og {len(missing) - 1} måneder mere' if len(missing) > 1 else ''}. "
                "Indlæs dem, før der regnes frem."
            )
        return cls(months[0], tuple(values[month] for month in months))


def history_of(
    snapshot: Snapshot,
    indicator: Indicator,
    area: str,
    *,
    until: Period,
    where: Mapping[str, Sequence[str]] | None = None,
) -> History:
    """The indicator's months up to `until`, from the last month before them that has no value.

    Raises CannotForecast where it is not told by the month, or `until` has no value.
    """
    if Grain.MONTH not in indicator.declared.grains:
        raise CannotForecast(
            f"{indicator.title} opgøres ikke pr. måned, så den kan ikke regnes frem."
        )
    series = [each.series for each in indicator.declared.inputs.values()]
    there = [p for name in series for p in snapshot.periods(name, area) if p.length == 1]
    values: dict[Period, Decimal] = {}
    for number in range(until.last, min((p.first for p in there), default=until.last) - 1, -1):
        month = Period(number, 1)
        try:
            told = compute(snapshot, Question(indicator, month, area, where=where)).whole.value
        except CannotCompute as error:
            raise CannotForecast(str(error)) from error
        if told is None:
            break
        values[month] = told
    return History.of(values)
