"""What a figure of a case asks of the store, and the answer as JSON that can be kept and frozen.

{"indicator", "title", "unit", "decimals", "sign", "area", "period", "by", "chosen": [members],
 "asked": {"grain", "where", "given", "price_level"},
 "price_level", "given": [{"title", "value", "unit"}], "denominator", "is_preliminary",
 "periods": ["2024", "2025"], "rows": [{"group": {dimension: member}, "cells": [{"value",
 "missing"}]}], "inputs": [{"title", "value", "missing"}], "sources": [{"source", "file_name",
 "file_sha256", "retrieved_at", "load"}], "retrieved_at", "computed_at"}

The last row is the whole, the last period the one asked for; `inputs` are those of that cell.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.figures.engine import CannotCompute, Question, compute
from sagsgang.figures.figure import Figure
from sagsgang.figures.indicator import Indicator
from sagsgang.figures.observation import Group, Missing
from sagsgang.figures.periods import BadPeriod, Grain, Period
from sagsgang.figures.registry import UnknownIndicator, indicator
from sagsgang.figures.store import Snapshot
from sagsgang.figures.suppression import suppress
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.cases.models import CaseFigure, FigureForm, FigurePeriod
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.figures.selectors import area_of, store

Shown = dict[str, Any]
#: A series is looked through so many periods back for one with data.
TRIED = 24
MOST_PERIODS = 24
MOST_GROUPS = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: `period` is a code ("2025Q2") or one of FigurePeriod. `where` names the one
    member that counts, by dimension; `given` are the indicator's parameters.
    """

    indicator: str
    period: str = FigurePeriod.LATEST
    grain: str = ""
    periods: int = 1
    by: str = ""
    where: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    price_level: int | None = None

    @classmethod
    def of(cls, row: CaseFigure) -> "Asked":
        """What a row asks."""
        return cls(
            indicator=row.indicator,
            period=row.period,
            grain=row.grain,
            periods=row.periods,
            by=row.by,
            where=dict(row.where),
            given=dict(row.given),
            price_level=row.price_level,
        )


def shown_of(asked: Asked, municipality: Municipality, *, smallest: int, at: Any = None) -> Shown:
    """The answer as it is now, or was at a moment. Counts of people under `smallest` are hidden.

    Raises Refusal, in the words of the reader, when there is no answer at all.
    """
    told = indicator_of(asked.indicator)
    moment = timezone.now()
    snapshot = store().snapshot(at)
    area = area_of(municipality)
    try:
        period = period_of(asked, told, snapshot, area)
        columns = [period.before(back) for back in reversed(range(asked.periods))]
        answers = [compute(snapshot, _question(asked, told, column, area)) for column in columns]
    except (CannotCompute, BadPeriod) as error:
        raise Refusal(str(error)) from error
    figures: dict[tuple[Group, Period], Figure] = {}
    for column, answer in zip(columns, answers, strict=True):
        for figure in (*answer.groups, answer.whole):
            figures[figure.group, column] = figure
    if told.declared.counts_people:
        hidden = suppress(figures.values(), smallest)
        figures = {(each.group, each.period): each for each in hidden}
    columns = _with_data(columns, figures)
    groups = sorted({group for group, column in figures if group and column in columns})
    if len(groups) > MOST_GROUPS:
        raise Refusal(
            _("There are %(n)s rows, more than anybody reads. Choose another way to split.")
            % {"n": len(groups)}
        )
    # The moment at which the same loads hold, for whoever computes it again.
    moment = max([moment, *(load.added_at for load in snapshot.loads.values())])
    told_now = _told(asked, told, columns, [*groups, ()], figures, municipality)
    return told_now | {"computed_at": moment.isoformat()}


def _with_data(
    columns: Sequence[Period], figures: Mapping[tuple[Group, Period], Figure]
) -> list[Period]:
    """The periods from the first that anything is known of; at least the one asked for."""
    known = {
        column
        for (_group, column), figure in figures.items()
        if figure.missing not in (Missing.UNKNOWN, Missing.NOT_YET)
    }
    kept = list(columns)
    while len(kept) > 1 and kept[0] not in known:
        kept.pop(0)
    return kept


def indicator_of(name: str) -> Indicator:
    """The indicator with this id. Raises Refusal when it is no longer there."""
    try:
        return indicator(name)
    except UnknownIndicator as error:
        raise Refusal(_("The indicator “%(name)s” is not known.") % {"name": name}) from error


def period_of(asked: Asked, told: Indicator, snapshot: Snapshot, area: str) -> Period:
    """The period asked for; of one that moves, the newest in which the whole has a value, or where
    that lies ahead, the newest of its year that has begun. Raises BadPeriod, and Refusal when there
    is none.
    """
    if asked.period not in FigurePeriod.values:
        return Period.parse(asked.period)
    grain = Grain(asked.grain) if asked.grain else told.declared.grains[0]
    if not told.declared.inputs:
        # It takes nothing from the store: it is of the time it is asked for.
        today = timezone.localdate()
        this = Period(
            today.year * 12 + (today.month - 1) // grain.months * grain.months, grain.months
        )
        return this.year_before() if asked.period == FigurePeriod.YEAR_BEFORE else this
    newest: Period | None = None
    for period in periods_with_data(told, snapshot, area, grain)[:TRIED]:
        if newest is not None and period.first // 12 < newest.first // 12:
            break
        question = replace(_question(asked, told, period, area), by=())
        if compute(snapshot, question).whole.value is None:
            continue
        if asked.period == FigurePeriod.YEAR_BEFORE:
            return period.year_before()
        if has_begun(period):
            return period
        newest = newest or period
    if newest is not None:
        return newest
    raise Refusal(
        _("There are no data for “%(title)s” yet. They must be loaded first.")
        % {"title": told.title}
    )


def periods_with_data(
    told: Indicator, snapshot: Snapshot, area: str, grain: Grain
) -> tuple[Period, ...]:
    """The periods of a grain in which some input has an observation, newest first."""
    found: set[Period] = set()
    for each in told.declared.inputs.values():
        for period in snapshot.periods(each.series, each.area or area):
            first = period.last // grain.months * grain.months
            found.add(Period(first, grain.months))
    return tuple(sorted(found, reverse=True))


def has_begun(period: Period) -> bool:
    """Whether the period is not all ahead."""
    today = timezone.localdate()
    return period.first <= today.year * 12 + today.month - 1


def periods_with_value(
    told: Indicator, snapshot: Snapshot, area: str, grain: Grain
) -> list[Period]:
    """The newest TRIED periods of a grain that have begun and in which the whole has a value, the
    newest first. What somebody must give is taken as its default, or as one.
    """
    given = {
        name: f"{Decimal(1) if each.default is None else each.default:f}"
        for name, each in told.declared.parameters.items()
        if each.counted is None
    }
    asked = Asked(told.id, grain=grain, given=given)
    found: list[Period] = []
    for period in periods_with_data(told, snapshot, area, grain):
        if not has_begun(period):
            continue
        try:
            answer = compute(snapshot, _question(asked, told, period, area))
        except (CannotCompute, BadPeriod):
            continue
        if answer.whole.value is not None:
            found.append(period)
        if len(found) == TRIED:
            break
    return found


def members_of(told: Indicator, dimension: str, municipality: Municipality) -> tuple[str, ...]:
    """The members of a dimension that the indicator's series have."""
    area = area_of(municipality)
    found: set[str] = set()
    for each in told.declared.inputs.values():
        rows = (
            store()
            .snapshot()
            .ask(
                "SELECT DISTINCT members[?] FROM observations WHERE series = ? AND area = ?",
                [dimension, each.series, each.area or area],
            )
        )
        found |= {str(row[0]) for row in rows if row[0]}
    return tuple(sorted(found))


def _question(asked: Asked, told: Indicator, period: Period, area: str) -> Question:
    return Question(
        indicator=told,
        period=period,
        area=area,
        by=(asked.by,) if asked.by else (),
        where={name: (member,) for name, member in asked.where.items()} or None,
        given={name: Decimal(value) for name, value in asked.given.items()},
        price_level=asked.price_level,
    )


def _told(
    asked: Asked,
    told: Indicator,
    columns: Sequence[Period],
    groups: Sequence[Group],
    figures: Mapping[tuple[Group, Period], Figure],
    municipality: Municipality,
) -> Shown:
    declared = told.declared
    last = figures[(), columns[-1]]
    origins = {each.load: each for figure in figures.values() for each in figure.origins}
    retrieved = [each.retrieved_at for each in origins.values()]
    return {
        "indicator": told.id,
        "title": declared.title,
        "unit": declared.unit.value,
        "decimals": declared.decimals,
        "sign": declared.sign.value,
        "denominator": declared.denominator,
        "area": str(municipality),
        "period": str(columns[-1]),
        "by": asked.by,
        "chosen": sorted(asked.where.values()),
        "asked": {
            "grain": asked.grain,
            "where": dict(asked.where),
            "given": dict(asked.given),
            "price_level": asked.price_level,
        },
        "price_level": last.price_level,
        "given": [
            {
                "title": declared.parameters[name].title,
                "value": f"{value:f}",
                "unit": declared.parameters[name].unit.value,
            }
            for name, value in last.given.items()
            if declared.parameters[name].counted is None
        ],
        "is_preliminary": any(each.is_preliminary for each in figures.values()),
        "periods": [str(column) for column in columns],
        "rows": [
            {
                "group": dict(group),
                "cells": [_cell(figures.get((group, column))) for column in columns],
            }
            for group in groups
        ],
        "inputs": [
            {
                "title": used.title,
                "value": None if used.value is None else f"{used.value:f}",
                "missing": used.missing.value if used.missing else None,
            }
            for used in last.inputs.values()
        ],
        "sources": [
            {
                "source": origin.source,
                "file_name": origin.file_name,
                "file_sha256": origin.file_sha256,
                "retrieved_at": origin.retrieved_at.isoformat(),
                "load": number,
            }
            for number, origin in sorted(origins.items())
        ],
        "retrieved_at": min(retrieved).isoformat() if retrieved else None,
    }


def _cell(figure: Figure | None) -> dict[str, Any]:
    if figure is None:
        return {"value": None, "missing": "unknown"}
    missing = figure.missing.value if figure.missing else None
    return {"value": None if figure.value is None else f"{figure.value:f}", "missing": missing}


def is_same_answer(one: Shown, other: Shown) -> bool:
    """Whether two answers say the same figures of the same periods, whenever they were computed."""
    told = ("title", "unit", "period", "periods", "rows", "price_level", "is_preliminary", "given")
    return all(one[name] == other[name] for name in told)


def asked_again(shown: Shown) -> Asked:
    """What was asked for a kept answer, its period now standing."""
    asked = shown["asked"]
    return Asked(
        indicator=shown["indicator"],
        period=shown["period"],
        grain=asked["grain"],
        periods=len(shown["periods"]),
        by=shown["by"],
        where=asked["where"],
        given=asked["given"],
        price_level=asked["price_level"],
    )


def moment_of(shown: Shown) -> datetime:
    """When the figure was computed."""
    return datetime.fromisoformat(shown["computed_at"])


def has_table(form: str) -> bool:
    """Whether a figure of this form stands with a table."""
    return form != FigureForm.NUMBER
