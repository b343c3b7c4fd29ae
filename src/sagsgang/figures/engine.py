"""The engine: an indicator's expression, over what the store holds, becomes figures."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sagsgang.figures.expression import Expression, to_decimal
from sagsgang.figures.figure import Figure, UsedInput
from sagsgang.figures.indicator import Indicator, Input, Window
from sagsgang.figures.observation import Group, Missing, Origin
from sagsgang.figures.periods import Period, grain_words
from sagsgang.figures.store import Snapshot

#: The area of the whole country.
COUNTRY = "000"
#: The series that tells the level of prices by year (PL), any base.
PRICES = "price.index"


class CannotCompute(ValueError):
    """What was asked for cannot be computed; the message says why, in Danish."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which figures are asked for. `by` are dimensions to split by, `where` the members that count,
    `given` the indicator's parameters, `price_level` the year whose prices money is told in.
    """

    indicator: Indicator
    period: Period
    area: str
    by: tuple[str, ...] = ()
    where: Mapping[str, Sequence[str]] | None = None
    given: Mapping[str, Decimal] | None = None
    price_level: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The figures of each group, ordered by group, and of the whole."""

    groups: tuple[Figure, ...]
    whole: Figure


@dataclass(slots=True)
class _Sum:
    """One input of one group, as it is added up."""

    value: Fraction = Fraction(0)
    missing: Missing | None = None
    levels: frozenset[int | None] = frozenset()

    def told(self) -> Decimal | Missing:
        return self.missing or to_decimal(self.value)


def compute(snapshot: Snapshot, question: Question) -> Answer:
    """The figures. Raises CannotCompute for a grain, dimension or parameter that the indicator does
    not have, a parameter that is not given, and prices of several years with no level asked for.
    """
    _refuse(question)
    declared = question.indicator.declared
    given = _given(question)
    summed: dict[str, dict[Group, _Sum]] = {}
    loads: set[int] = set()
    last: list[Period] = []
    for name, each in declared.inputs.items():
        summed[name], used, periods = _gathered(snapshot, question, each)
        loads |= used
        last += periods
    origins = tuple(snapshot.loads[number].origin for number in sorted(loads))
    expression = Expression(declared.expression)
    level = _one_level(question, summed)

    def figure(group: Group) -> Figure:
        sums = {
            name: sums.get(group) or _nothing(declared.inputs[name], sums, group)
            for name, sums in summed.items()
        }
        told = expression.value({name: each.told() for name, each in sums.items()} | given)
        return Figure(
            indicator=question.indicator.id,
            title=declared.title,
            unit=declared.unit,
            decimals=declared.decimals,
            area=question.area,
            period=question.period,
            group=group,
            value=None if isinstance(told, Missing) else told,
            missing=told if isinstance(told, Missing) else None,
            inputs={name: _used(declared.inputs[name], each) for name, each in sums.items()},
            given=given,
            origins=origins,
            is_preliminary=_is_preliminary(origins, last),
            price_level=level,
        )

    groups = sorted({group for sums in summed.values() for group in sums if group})
    return Answer(tuple(figure(group) for group in groups), figure(()))


def _refuse(question: Question) -> None:
    declared, title = question.indicator.declared, question.indicator.title
    if question.period.grain not in declared.grains:
        known = " eller ".join(grain_words(grain) for grain in declared.grains)
        raise CannotCompute(f"{title} opgøres pr. {known}, ikke for {question.period.in_danish()}.")
    for name in question.by:
        if name not in declared.by:
            known = ", ".join(declared.by) or "ingenting"
            raise CannotCompute(f"{title} kan ikke deles op efter {name}. Den kan efter: {known}.")


def _given(question: Question) -> dict[str, Decimal]:
    declared, told = question.indicator.declared, dict(question.given or {})
    if unknown := sorted(set(told) - set(declared.parameters)):
        raise CannotCompute(f"{question.indicator.title} har ingen forudsætning {unknown[0]}.")
    given = {}
    for name, parameter in declared.parameters.items():
        value = told.get(name, parameter.default)
        if value is None:
            raise CannotCompute(f"{question.indicator.title} mangler: {parameter.title} ({name}).")
        given[name] = value
    return given


def _gathered(
    snapshot: Snapshot, question: Question, each: Input
) -> tuple[dict[Group, _Sum], set[int], list[Period]]:
    """The sums by group, the whole under (); the loads and the periods they rest on."""
    area = each.area or question.area
    cells = cells_of(snapshot, each, question.period, area)
    if cells is None:
        return {(): _Sum(missing=Missing.NOT_YET)}, set(), []
    if not cells:
        return {}, set(), []
    wanted = {name: tuple(members) for name, members in {**each.where}.items()}
    asked = {name: tuple(members) for name, members in (question.where or {}).items()}
    chosen = ""
    values: list[str] = []
    for where in (wanted, asked):
        for name, members in where.items():
            chosen += f" AND members[?] IN ({', '.join('?' * len(members))})"
            values += [name, *members]
    split = ", ".join("coalesce(members[?], '')" for _name in question.by)
    groups = f", {split}" if split else ""
    firsts = ", ".join(str(period.first) for period in cells)
    rows = snapshot.ask(
        f"SELECT sum(value), max(missing), count(*) FILTER (missing = 'suppressed'), "
        f"price_level, first // 12, list(DISTINCT load){groups} FROM observations "
        f"WHERE series = ? AND area = ? AND length = {cells[0].length} AND first IN ({firsts})"
        f"{chosen} GROUP BY ALL",
        [*question.by, each.series, area, *values],
    )
    prices = _prices(snapshot) if question.price_level is not None else {}
    sums: dict[Group, _Sum] = defaultdict(_Sum)
    loads: set[int] = set()
    for row_told in rows:
        value, missing, hidden, level, year, used = row_told[:6]
        assert isinstance(used, list)
        loads |= set(used)
        group = tuple(sorted(zip(question.by, map(str, row_told[6:]), strict=True)))
        for one in {(), group}:
            row = sums[one]
            if missing is not None:
                row.missing = Missing.SUPPRESSED if hidden else row.missing or Missing(str(missing))
            elif value is not None:
                assert isinstance(value, Decimal)
                row.value += Fraction(value) * _factor(prices, question, level, year)
                row.levels |= {level if level is None or isinstance(level, int) else None}
    return dict(sums), loads, list(cells)


def cells_of(
    snapshot: Snapshot, each: Input, period: Period, area: str
) -> tuple[Period, ...] | None:
    """The periods of the series that the input adds up: the window itself where the series has it,
    else its months. None where some of them are not there yet, empty where there is nothing.
    """
    there = snapshot.periods(each.series, area)
    if each.window in (Window.LATEST, Window.BEFORE_LATEST):
        made = [p for p in there if period.year.first <= p.first and p.last <= period.last]
        nth = 1 if each.window is Window.LATEST else 2
        return (made[-nth],) if len(made) >= nth else ()
    window = _window(each.window, period)
    inside = [p for p in there if window[0] <= p.first and p.last <= window[1]]
    for length in (window[1] - window[0] + 1, 12, 3, 1):
        tiles = tuple(p for p in inside if p.length == length)
        if tiles and sum(p.length for p in tiles) == window[1] - window[0] + 1:
            return tiles
    return None if inside else ()


def _window(window: Window, period: Period) -> tuple[int, int]:
    match window:
        case Window.YEAR:
            return period.year.first, period.year.last
        case Window.YEAR_TO_DATE:
            return period.year.first, period.last
        case Window.YEAR_BEFORE:
            return period.year_before().first, period.year_before().last
    return period.first, period.last


def _nothing(each: Input, sums: Mapping[Group, _Sum], group: Group) -> _Sum:
    """What an input comes to in a group in which it has no observation."""
    whole = sums.get(())
    if whole is not None and whole.missing is Missing.NOT_YET and len(sums) == 1:
        return whole
    return _Sum() if each.none_is_zero else _Sum(missing=Missing.UNKNOWN)


def _used(each: Input, row: _Sum) -> UsedInput:
    told = row.told()
    if isinstance(told, Missing):
        return UsedInput(each.title, None, told)
    return UsedInput(each.title, told, None)


def _one_level(question: Question, summed: Mapping[str, Mapping[Group, _Sum]]) -> int | None:
    """The prices the figures are in. Raises CannotCompute where they are of several years."""
    if question.price_level is not None:
        return question.price_level
    levels = {level for sums in summed.values() for row in sums.values() for level in row.levels}
    if len(levels) > 1:
        known = " og ".join(
            f"{level}-priser" if level else "årets egne priser"
            for level in sorted(levels, key=lambda level: level or 0)
        )
        raise CannotCompute(f"Tallene står i {known}. Vælg det prisniveau, de skal regnes om til.")
    return next(iter(levels), None)


def _prices(snapshot: Snapshot) -> dict[int, Fraction]:
    return {
        each.period.calendar_year: Fraction(each.value)
        for each in snapshot.observations(PRICES, COUNTRY)
        if each.value is not None
    }


def _factor(
    prices: Mapping[int, Fraction], question: Question, level: object, year: object
) -> Fraction:
    if question.price_level is None:
        return Fraction(1)
    own = level if isinstance(level, int) else year
    assert isinstance(own, int)
    for wanted in (own, question.price_level):
        if wanted not in prices:
            raise CannotCompute(
                f"Der er ikke indlæst pris- og lønindeks for {wanted}, så tallene kan ikke regnes "
                f"om til {question.price_level}-priser."
            )
    return prices[question.price_level] / prices[own]


def _is_preliminary(origins: Sequence[Origin], periods: Sequence[Period]) -> bool:
    latest = max((period.last for period in periods), default=None)
    return latest is not None and any(
        each.preliminary_from is not None and each.preliminary_from.first <= latest
        for each in origins
    )
