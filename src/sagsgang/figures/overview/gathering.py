"""Which periods and groups there are of an indicator, and their figures, small cells suppressed."""

from collections.abc import Iterable
from typing import Any
from weakref import WeakKeyDictionary

from sagsgang.figures.engine import CannotCompute, Question, compute
from sagsgang.figures.figure import Figure
from sagsgang.figures.indicator import Indicator
from sagsgang.figures.observation import Missing
from sagsgang.figures.overview.overview import Overview, Wanted
from sagsgang.figures.periods import Grain, Period
from sagsgang.figures.store import Snapshot
from sagsgang.figures.suppression import suppress

#: Figures of people are seen together over so many years: what one page hides no other tells.
YEARS = 6
#: What was gathered from a snapshot is kept as long as it is.
_kept: WeakKeyDictionary[Snapshot, dict[Any, Any]] = WeakKeyDictionary()


def overview(snapshot: Snapshot, wanted: Wanted) -> Overview:
    """What there is to show. Raises CannotCompute, also for people of one group split further: they
    are shown split by one thing at a time, so that the hidden cannot be worked out.
    """
    kept = _kept.setdefault(snapshot, {})
    if wanted.key not in kept:
        kept[wanted.key] = _overview(snapshot, wanted)
    found: Overview = kept[wanted.key]
    return found


def _overview(snapshot: Snapshot, wanted: Wanted) -> Overview:
    declared = wanted.indicator.declared
    if declared.counts_people and wanted.smallest:
        return _of_people(snapshot, wanted)
    wholes: dict[Period, Figure] = {}
    parts: dict[tuple[Period, str], Figure] = {}
    where = {name: (member,) for name, member in wanted.where}
    for period in periods_of(snapshot, wanted.indicator, wanted.area, wanted.grain, wanted.until)[
        -2 * wanted.count :
    ]:
        by = (wanted.by,) if wanted.by else ()
        question = Question(
            wanted.indicator, period, wanted.area, by, where or None, dict(wanted.given) or None
        )
        answer = compute(snapshot, question)
        wholes[period] = answer.whole
        for each in answer.groups:
            parts[period, dict(each.group)[wanted.by]] = each
    return _told(wanted, wholes, parts)


def _told(
    wanted: Wanted, wholes: dict[Period, Figure], parts: dict[tuple[Period, str], Figure]
) -> Overview:
    """Without the periods at either end of which there is nothing."""
    known = [p for p, each in wholes.items() if _is_something(each)]
    known += [p for (p, _member), each in parts.items() if _is_something(each)]
    inside = [p for p in sorted(wholes) if known and min(known) <= p <= max(known)]
    shown = {p: wholes[p] for p in inside[-wanted.count :]}
    kept = {key: each for key, each in parts.items() if key[0] in shown}
    groups = sorted({member for _period, member in kept})
    return Overview(wanted, shown, tuple(groups), kept)


def _is_something(each: Figure) -> bool:
    return each.value is not None or each.missing is Missing.SUPPRESSED


def _of_people(snapshot: Snapshot, wanted: Wanted) -> Overview:
    if len(wanted.where) + bool(wanted.by) > 1:
        raise CannotCompute(
            f"{wanted.indicator.title} tæller personer og vises derfor kun opdelt efter én ting ad "
            "gangen."
        )
    shown = _shown_of_people(snapshot, wanted)
    wholes: dict[Period, Figure] = {}
    parts: dict[tuple[Period, str], Figure] = {}
    wanted_group = tuple(wanted.where)
    for each in shown:
        if each.period.grain is not wanted.grain:
            continue
        if wanted.until is not None and each.period.last > wanted.until.last:
            continue
        if each.group == wanted_group:
            wholes[each.period] = each
        elif wanted.by and len(each.group) == 1 and each.group[0][0] == wanted.by:
            parts[each.period, each.group[0][1]] = each
    return _told(wanted, wholes, parts)


def _shown_of_people(snapshot: Snapshot, wanted: Wanted) -> tuple[Figure, ...]:
    """Every figure that any page may show: by each dimension, of every length of period. What is
    hidden where it is split one way is hidden where it is split another.
    """
    kept = _kept.setdefault(snapshot, {})
    key = ("people", wanted.indicator.id, wanted.area, wanted.given, wanted.smallest)
    if key not in kept:
        declared = wanted.indicator.declared
        periods = [
            period
            for grain in declared.grains
            for period in periods_of(snapshot, wanted.indicator, wanted.area, grain)
        ]
        last = max((p.calendar_year for p in periods), default=0)
        periods = [p for p in periods if p.calendar_year > last - YEARS]
        wholes: dict[Period, Figure] = {}
        parts: list[Figure] = []
        for by in [(), *((name,) for name in declared.by)]:
            figures: list[Figure] = []
            for period in periods:
                answer = compute(
                    snapshot,
                    Question(
                        wanted.indicator,
                        period,
                        wanted.area,
                        by,
                        given=dict(wanted.given) or None,
                    ),
                )
                figures += [*answer.groups, answer.whole]
            for each in suppress(figures, wanted.smallest):
                if each.group:
                    parts.append(each)
                elif (
                    each.period not in wholes
                    or wholes[each.period].missing is not Missing.SUPPRESSED
                ):
                    wholes[each.period] = each
        kept[key] = (*wholes.values(), *parts)
    found: tuple[Figure, ...] = kept[key]
    return found


def periods_of(
    snapshot: Snapshot, indicator: Indicator, area: str, grain: Grain, until: Period | None = None
) -> list[Period]:
    """The periods of a length in which there is an observation of any of the inputs. What is told
    with others is told as far as the last month that any of them has: a quarter that is not over
    would be told as if it were.
    """
    declared = indicator.declared
    told = [
        p
        for each in (*declared.inputs.values(), *declared.told_with)
        for p in _told_for(snapshot, each.series, each.area or area)
    ]
    found = {
        Period(p.first // grain.months * grain.months, grain.months)
        for p in told
        if p.length <= grain.months
    }
    if declared.told_with and grain is not Grain.YEAR:
        end = max((p.last for p in told if p.length == 1), default=0)
        found = {p for p in found if p.last <= end}
    return sorted(p for p in found if until is None or p.last <= until.last)


def _told_for(snapshot: Snapshot, series: str, area: str) -> tuple[Period, ...]:
    """The periods of a series, asked for once: it is a scan of all there is."""
    kept = _kept.setdefault(snapshot, {})
    if (series, area) not in kept:
        kept[series, area] = snapshot.periods(series, area)
    found: tuple[Period, ...] = kept[series, area]
    return found


def has_data(snapshot: Snapshot, indicator: Indicator, area: str) -> bool:
    """Whether there is anything of every input that must be there."""
    kept = _kept.setdefault(snapshot, {})
    key = ("covered", area)
    if key not in kept:
        rows = snapshot.ask("SELECT DISTINCT series, area FROM observations", [])
        kept[key] = frozenset((str(series), str(at)) for series, at in rows)
    covered: frozenset[tuple[str, str]] = kept[key]
    needed = [each for each in indicator.declared.inputs.values() if not each.none_is_zero]
    return bool(needed) and all((each.series, each.area or area) in covered for each in needed)


def grains_of(snapshot: Snapshot, indicator: Indicator, area: str) -> tuple[Grain, ...]:
    """The lengths of period it can be told for, with what there is."""
    return tuple(
        grain for grain in indicator.declared.grains if periods_of(snapshot, indicator, area, grain)
    )


def dimensions_of(snapshot: Snapshot, indicator: Indicator, area: str) -> tuple[str, ...]:
    """The dimensions it may be split by that its observations have."""
    return tuple(
        name for name in indicator.declared.by if members_of(snapshot, (indicator,), area, name)
    )


def members_of(
    snapshot: Snapshot,
    indicators: Iterable[Indicator],
    area: str,
    dimension: str,
    where: tuple[tuple[str, str], ...] = (),
) -> tuple[str, ...]:
    """The members of a dimension among the observations of these indicators, of those that are of
    the members of other dimensions in `where`.
    """
    series = sorted({each.series for one in indicators for each in one.declared.inputs.values()})
    kept = _kept.setdefault(snapshot, {})
    key = ("members", tuple(series), area, dimension, where)
    if key not in kept:
        marks = ", ".join("?" * len(series))
        limits = " AND members[?] = ?" * len(where)
        rows = snapshot.ask(
            "SELECT DISTINCT members[?] FROM observations "
            f"WHERE area = ? AND series IN ({marks}) AND members[?] IS NOT NULL{limits}",
            [dimension, area, *series, dimension, *(told for pair in where for told in pair)],
        )
        kept[key] = tuple(sorted(str(member) for (member,) in rows))
    found: tuple[str, ...] = kept[key]
    return found
