"""How wrong a model was: it forecasts from earlier months, and is held against what came."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sagsgang.figures.forecast.models import Model
from sagsgang.figures.forecast.seasonal import NEEDED

#: The latest so many origins are tried.
TRIED = 24
#: With fewer origins the error says too little to promise an interval from.
ENOUGH = 4
#: Of ten outcomes so many lie in the interval, if the future errs as the past did.
SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Backtest:
    """The errors of a model over `origins` moments: `mae` is the mean absolute error of a month,
    `mape` the same as a share of the month (None where a month is 0), `of_rest` the absolute error
    of the whole rest at each origin, `of_month` of every month.
    """

    origins: int
    mae: float
    mape: float | None
    of_rest: tuple[float, ...]
    of_month: tuple[float, ...]

    @property
    def rest_mae(self) -> float:
        """The mean absolute error of the rest: what models are compared by."""
        return sum(self.of_rest) / len(self.of_rest)


def backtest(model: Model, values: Sequence[float], ahead: int) -> Backtest | None:
    """The model tried from each of the latest origins that have two years before them and `ahead`
    months after. None where there is none, or the model gives no number.
    """
    last = len(values) - ahead
    of_rest: list[float] = []
    of_month: list[float] = []
    shares: list[float] | None = []
    for origin in range(max(NEEDED, last - TRIED + 1), last + 1):
        made = model(values[:origin], ahead)
        if not all(math.isfinite(value) for value in made):
            return None
        actual = values[origin : origin + ahead]
        errors = [abs(one - other) for one, other in zip(made, actual, strict=True)]
        of_rest.append(abs(sum(made) - sum(actual)))
        of_month += errors
        if shares is not None and all(actual):
            shares += [error / abs(value) for error, value in zip(errors, actual, strict=True)]
        else:
            shares = None
    if not of_rest:
        return None
    return Backtest(
        origins=len(of_rest),
        mae=sum(of_month) / len(of_month),
        mape=sum(shares) / len(shares) if shares else None,
        of_rest=tuple(of_rest),
        of_month=tuple(of_month),
    )


def reach(errors: Sequence[float]) -> float:
    """How far to each side the interval reaches: the error that `SHARE` of them do not exceed, on
    the safe side for so few.
    """
    ordered = sorted(errors)
    return ordered[min(len(ordered), math.ceil(SHARE * (len(ordered) + 1))) - 1]
