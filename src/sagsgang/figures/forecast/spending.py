"""The year's spending as the ledger leads to expect it, beside the budget and economy's estimate.

Financing is left out of all of it: income from taxes and grants would hide what is spent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from sagsgang.figures.engine import Question, cells_of, compute
from sagsgang.figures.figure import Figure
from sagsgang.figures.forecast.forecast import Forecast, forecast_rest_of_year
from sagsgang.figures.forecast.history import CannotForecast, History, history_of
from sagsgang.figures.forecast.scenario import Scenario
from sagsgang.figures.indicator import Declared, Given, Indicator, Input, Window
from sagsgang.figures.ledger import FORECAST, ORIGINAL, SPENDING, SUPPLEMENTARY
from sagsgang.figures.observation import Origin, Unit
from sagsgang.figures.periods import Grain, Period
from sagsgang.figures.store import Snapshot

#: The dimensions that a forecast of the ledger may be limited to.
LIMITS = ("committee", "policy_area")
_LEFT_OUT = {"frame": ("financing",)}


@dataclass(frozen=True, slots=True)
class SpendingForecast:
    """`history` is what was spent, month by month; `budget` the year's adjusted budget as of the
    last of them; `estimate` what economy expected of the year, last in the month `estimated`.
    `origins` are the files all of it is from.
    """

    history: History
    forecast: Forecast
    budget: Figure
    estimate: Figure
    estimated: Period | None
    origins: tuple[Origin, ...]

    @property
    def deviation(self) -> Decimal | None:
        """What is expected of the year beyond its budget, in kr.; + is overspend."""
        return None if self.budget.value is None else self.forecast.year.value - self.budget.value

    @property
    def from_estimate(self) -> Decimal | None:
        """What is expected of the year beyond economy's estimate, in kr."""
        if self.estimate.value is None:
            return None
        return self.forecast.year.value - self.estimate.value


def last_month_of_spending(snapshot: Snapshot, area: str) -> Period | None:
    """The last month the ledger has spending of; None where it has none by the month."""
    months = [p for p in snapshot.periods(SPENDING.series, area) if p.length == 1]
    return max(months, default=None)


def spending_forecast(
    snapshot: Snapshot,
    area: str,
    *,
    where: Mapping[str, Sequence[str]] | None = None,
    scenario: Scenario | None = None,
) -> SpendingForecast:
    """The rest of the year after the ledger's last month, of what `where` limits it to.

    Raises CannotForecast where there is no such month, one is missing, or the year is over.
    """
    last = last_month_of_spending(snapshot, area)
    if last is None:
        raise CannotForecast("Der er ikke indlæst forbrug pr. måned, så der er intet at regne på.")
    spent = _of("Forbrug", replace(SPENDING, window=Window.PERIOD))
    history = history_of(snapshot, spent, area, until=last, where=where)
    forecast = forecast_rest_of_year(history, scenario)
    budget = _told(snapshot, _of("Korrigeret budget", ORIGINAL, SUPPLEMENTARY), last, area, where)
    estimate = _told(snapshot, _of("Skøn fra økonomi", FORECAST), last, area, where)
    estimated = cells_of(snapshot, FORECAST, last, area) if estimate.value is not None else None
    latest = _told(snapshot, spent, last, area, where)
    origins = {o.load: o for each in (latest, budget, estimate) for o in each.origins}
    return SpendingForecast(
        history,
        forecast,
        budget,
        estimate,
        max(estimated, default=None) if estimated else None,
        tuple(origins[number] for number in sorted(origins)),
    )


def _of(title: str, *inputs: Input) -> Indicator:
    """The sum of these inputs without financing: no indicator of the registry, and without page."""
    named = {f"input_{n}": replace(each, without=_LEFT_OUT) for n, each in enumerate(inputs)}
    declared = Declared(
        title=title,
        unit=Unit.KR,
        inputs=named,
        expression=" + ".join(named),
        grains=(Grain.MONTH,),
        by=LIMITS,
    )

    def again(cells: Mapping[str, Sequence[Decimal]], given: Given) -> Decimal | None:
        return sum((sum(values, Decimal(0)) for values in cells.values()), Decimal(0))

    return Indicator("spending_forecast", "finance", declared, again, Path())


def _told(
    snapshot: Snapshot,
    indicator: Indicator,
    period: Period,
    area: str,
    where: Mapping[str, Sequence[str]] | None,
) -> Figure:
    return compute(snapshot, Question(indicator, period, area, where=where)).whole
