"""The engine: an indicator's expression, over what the store holds, becomes figures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from sagsgang.figures.expression import expression_of
from sagsgang.figures.figure import Figure, UsedInput
from sagsgang.figures.gathering import Sum, rows_by_first
from sagsgang.figures.indicator import Indicator, Input
from sagsgang.figures.observation import Group, Missing, Origin, Unit
from sagsgang.figures.periods import Period, grain_words
from sagsgang.figures.prices import COUNTRY, PRICES, CannotCompute, factor, one_level, prices_of
from sagsgang.figures.store import Snapshot
from sagsgang.figures.windows import cells_of

__all__ = [
    "COUNTRY",
    "PRICES",
    "Answer",
    "CannotCompute",
    "Question",
    "cells_of",
    "compute",
    "series_of",
]


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


def compute(snapshot: Snapshot, question: Question) -> Answer:
    """The figures. Raises CannotCompute for a grain, dimension or parameter that the indicator does
    not have, a parameter that is not given, and prices of several years with no level asked for.
    """
    _refuse(question)
    declared = question.indicator.declared
    given = _given(question)
    summed: dict[str, Mapping[Group, Sum]] = {}
    loads: set[int] = set()
    last: list[Period] = []
    for name, each in declared.inputs.items():
        summed[name], used, periods = _gathered(snapshot, question, each)
        loads |= used
        last += periods
    origins = tuple(snapshot.loads[number].origin for number in sorted(loads))
    is_preliminary = _is_preliminary(origins, last)
    expression = expression_of(declared.expression)
    level = one_level(
        (level for sums in summed.values() for row in sums.values() for level in row.levels),
        question.price_level,
    )

    def figure(group: Group) -> Figure:
        sums = {
            name: sums.get(group) or _nothing(declared.inputs[name], sums)
            for name, sums in summed.items()
        }
        values = {name: each.told() for name, each in sums.items()}
        told = expression.value(values | given)
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
            inputs={
                name: _used(declared.inputs[name], value, question.period)
                for name, value in values.items()
            },
            given=given,
            origins=origins,
            is_preliminary=is_preliminary,
            price_level=level,
        )

    groups = sorted({group for sums in summed.values() for group in sums if group})
    return Answer(tuple(figure(group) for group in groups), figure(()))


def series_of(snapshot: Snapshot, question: Question, periods: Iterable[Period]) -> list[Answer]:
    """The same question for several periods, in the order they are given: a table over the years,
    or a line. Raises CannotCompute as `compute` does.
    """
    return [compute(snapshot, replace(question, period=period)) for period in periods]


def _refuse(question: Question) -> None:
    declared, title = question.indicator.declared, question.indicator.title
    if question.period.grain not in declared.grains:
        known = " eller ".join(grain_words(grain) for grain in declared.grains)
        raise CannotCompute(f"{title} opgøres pr. {known}, ikke for {question.period.in_danish()}.")
    first, last = declared.valid_from, declared.valid_to
    if first is not None and question.period.last < first.year * 12 + first.month - 1:
        raise CannotCompute(f"{title} opgøres først fra {first:%d-%m-%Y}.")
    if last is not None and question.period.first > last.year * 12 + last.month - 1:
        raise CannotCompute(f"{title} opgøres kun til {last:%d-%m-%Y}.")
    known = ", ".join(declared.by) or "ingenting"
    for name in question.by:
        if name not in declared.by:
            raise CannotCompute(f"{title} kan ikke deles op efter {name}. Den kan efter: {known}.")
    for name in question.where or {}:
        if name not in declared.by:
            raise CannotCompute(f"{title} kan ikke afgrænses til {name}. Den kan til: {known}.")


def _given(question: Question) -> dict[str, Decimal]:
    declared, told = question.indicator.declared, dict(question.given or {})
    if unknown := sorted(set(told) - set(declared.parameters)):
        raise CannotCompute(f"{question.indicator.title} har ingen forudsætning {unknown[0]}.")
    given = {}
    for name, parameter in declared.parameters.items():
        value = told.get(name, parameter.default)
        if value is None and parameter.counted is not None:
            value = parameter.counted.of(question.period)
        if value is None:
            raise CannotCompute(f"{question.indicator.title} mangler: {parameter.title} ({name}).")
        given[name] = value
    return given


def _gathered(
    snapshot: Snapshot, question: Question, each: Input
) -> tuple[Mapping[Group, Sum], set[int], Sequence[Period]]:
    """The sums by group, the whole under (); the loads and the periods they rest on."""
    area = each.area or question.area
    cells = cells_of(snapshot, each, question.period, area)
    if cells is None:
        return {(): Sum(missing=Missing.NOT_YET)}, set(), []
    if not cells:
        return {}, set(), []
    limits = (each.limits(question.period), question.where or {})
    by_first = rows_by_first(
        snapshot, each.series, area, cells[0].length, question.by, limits, each.without
    )
    sums: dict[Group, Sum] = defaultdict(Sum)
    loads: set[int] = set()
    for cell in cells:
        for row in by_first.get(cell.first, ()):
            loads.update(row.loads)
            into = _factor(snapshot, question, row.unit, row.level or cell.calendar_year)
            sums[()].add(row, into)
            if row.group:
                sums[row.group].add(row, into)
    return sums, loads, cells


def _factor(snapshot: Snapshot, question: Question, unit: str, own: int) -> Fraction | None:
    """What the money is multiplied by; None where it is told as it is."""
    if question.price_level is None or unit != Unit.KR:
        return None
    return factor(prices_of(snapshot), own, question.price_level)


def _nothing(each: Input, sums: Mapping[Group, Sum]) -> Sum:
    """What an input comes to in a group in which it has no observation."""
    whole = sums.get(())
    if whole is not None and whole.missing is Missing.NOT_YET and len(sums) == 1:
        return whole
    return Sum() if each.none_is_zero else Sum(missing=Missing.UNKNOWN)


def _used(each: Input, told: Decimal | Missing, period: Period) -> UsedInput:
    where = each.limits(period)
    if isinstance(told, Missing):
        return UsedInput(each.title, None, told, where)
    return UsedInput(each.title, told, None, where)


def _is_preliminary(origins: Sequence[Origin], periods: Sequence[Period]) -> bool:
    latest = max((period.last for period in periods), default=None)
    return latest is not None and any(
        each.preliminary_from is not None and each.preliminary_from.first <= latest
        for each in origins
    )
