"""The forecast: the months left of a year, by the model that was least wrong so far.

Floats are used in here only; what comes out is whole kroner.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from sagsgang.figures.forecast.backtest import ENOUGH, Backtest, backtest, reach
from sagsgang.figures.forecast.history import CannotForecast, History
from sagsgang.figures.forecast.models import models
from sagsgang.figures.forecast.scenario import Scenario
from sagsgang.figures.forecast.seasonal import NEEDED, seasonal
from sagsgang.figures.periods import Period
from sagsgang.language.money import format_money
from sagsgang.language.numbers import format_number

FLOOR = "samme måned året før, justeret til det seneste års niveau"
RUN_RATE = "gennemsnittet af årets måneder til nu"


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected, in whole kr., and between what; the interval is None where the history is
    too short to say.
    """

    value: Decimal
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Forecast:
    """`known` is what the year's months came to so far, to and with `last`. `rest` is the sum of
    `months`, and `year` is `known` and `rest`. `method` is the model's Danish name; `tested` its
    error, and `beaten` that of the floor, where another model was better than it. `words` say how
    it was made and how far it is to be trusted, `scenario` what was assumed.
    """

    last: Period
    known: Decimal
    months: tuple[tuple[Period, Expected], ...]
    rest: Expected
    year: Expected
    method: str
    tested: Backtest | None
    beaten: Backtest | None
    words: tuple[str, ...]
    scenario: tuple[str, ...]


def forecast_rest_of_year(history: History, scenario: Scenario | None = None) -> Forecast:
    """The months after the history's last one, in its year.

    Raises CannotForecast where the year is over, or a scenario's month is not one of the rest.
    """
    assumed = scenario or Scenario()
    last = history.last
    rest = [Period(n, 1) for n in range(last.first + 1, last.year.last + 1)]
    if not rest:
        raise CannotForecast(f"{last.calendar_year} er slut: der er ingen måneder at regne frem.")
    for month in assumed.one_off:
        if month not in rest:
            raise CannotForecast(
                f"{month.in_danish()} er ikke en af de måneder, der regnes frem "
                f"({rest[0].in_danish()}–{rest[-1].in_danish()})."
            )
    values = tuple(float(value) for value in history.values)
    this_year = history.values[-(last.first - last.year.first + 1) :]
    if last.first - last.year.first + 1 > len(history.values):
        raise CannotForecast(
            f"Der er ikke tal fra januar {last.calendar_year}, så året kan ikke gøres op."
        )
    if len(values) < NEEDED:
        made = (float(sum(this_year)) / len(this_year),) * len(rest)
        method, tested, beaten = RUN_RATE, None, None
    else:
        made, method, tested, beaten = _best(values, len(rest), tuple(models()))
    return _told(last, sum(this_year, Decimal(0)), rest, made, method, tested, beaten, assumed)


@lru_cache(maxsize=128)
def _best(
    values: tuple[float, ...], ahead: int, tried_models: tuple[str, ...]
) -> tuple[tuple[float, ...], str, Backtest | None, Backtest | None]:
    """The months, the model, its error, and the floor's where another model beat it. Kept by what
    it is made from, for half a second is long when only an assumption of the reader's changed.
    """
    floor = backtest(seasonal, values, ahead)
    best, name, chosen = seasonal, FLOOR, floor
    if floor is not None and floor.origins >= ENOUGH and floor.rest_mae > 0:
        for other in tried_models:
            model = models()[other]
            tried = backtest(model, values, ahead)
            if tried is not None and chosen is not None and tried.rest_mae < chosen.rest_mae:
                best, name, chosen = model, other, tried  # type: ignore[assignment]
    return tuple(best(values, ahead)), name, chosen, floor if name != FLOOR else None


def _told(
    last: Period,
    known: Decimal,
    rest: Sequence[Period],
    made: Sequence[float],
    method: str,
    tested: Backtest | None,
    beaten: Backtest | None,
    assumed: Scenario,
) -> Forecast:
    growth = 1 + assumed.growth / 100
    is_sure = tested is not None and tested.origins >= ENOUGH
    around_month = reach(tested.of_month) if tested and is_sure else None
    around_rest = reach(tested.of_rest) if tested and is_sure else None
    months = tuple(
        (
            month,
            _expected(Decimal(value) * growth, around_month, growth, assumed.one_off.get(month)),
        )
        for month, value in zip(rest, made, strict=True)
    )
    sum_of_months = sum((each.value for _month, each in months), Decimal(0))
    whole = _expected(sum_of_months, around_rest, growth, None)
    year = Expected(
        _kroner(known + sum_of_months),
        None if whole.low is None else _kroner(known + whole.low),
        None if whole.high is None else _kroner(known + whole.high),
    )
    words = _words(method, tested, beaten)
    return Forecast(
        last, known, months, whole, year, method, tested, beaten, words, assumed.in_words()
    )


def _expected(
    value: Decimal, around: float | None, growth: Decimal, one_off: Decimal | None
) -> Expected:
    extra = one_off or Decimal(0)
    point = _kroner(value) + _kroner(extra)
    if around is None:
        return Expected(point, None, None)
    side = _kroner(Decimal(around) * abs(growth))
    return Expected(point, point - side, point + side)


def _kroner(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1), ROUND_HALF_UP)


def _words(method: str, tested: Backtest | None, beaten: Backtest | None) -> tuple[str, ...]:
    told = [f"Metode: {method}."]
    if method == RUN_RATE:
        told.append(
            f"Der er tal for mindre end {NEEDED} måneder. Derfor er det kun en fremskrivning af "
            "årets gennemsnit: den kender ikke årstiderne og har intet interval."
        )
        return tuple(told)
    if tested is None or tested.origins < ENOUGH:
        told.append("Historikken er for kort til at sige, hvor langt ved siden af metoden rammer.")
        return tuple(told)
    share = "" if tested.mape is None else f" ({_percent(tested.mape)} pct. af måneden)"
    told.append(
        f"Afprøvet på kommunens egne tal fra {tested.origins} tidligere tidspunkter ramte den i "
        f"gennemsnit {_money(tested.mae)} ved siden af pr. måned{share} og "
        f"{_money(tested.rest_mae)} for hele resten. Intervallet er så bredt, at 8 af 10 af de "
        "afprøvede prognoser ville have ligget i det."
    )
    if beaten is not None:
        told.append(
            f"Den er valgt, fordi den ramte bedre end {FLOOR}, der var "
            f"{_money(beaten.rest_mae)} ved siden af for hele resten."
        )
    elif not models():
        told.append("Andre modeller er ikke installeret og er derfor ikke afprøvet.")
    elif tested.rest_mae > 0:
        told.append("De andre modeller ramte ikke bedre.")
    return tuple(told)


def _money(value: float) -> str:
    return format_money(_kroner(Decimal(value)), "kr.")


def _percent(share: float) -> str:
    return format_number(Decimal(share * 100), 1)
