"""A figure computed the other way: from the observations one by one, without the expression."""

from decimal import Decimal

from sagsgang.figures.engine import Question, cells_of
from sagsgang.figures.indicator import Input
from sagsgang.figures.observation import Missing, Observation, Unit
from sagsgang.figures.prices import factor, prices_of
from sagsgang.figures.store import Snapshot


def recomputed(snapshot: Snapshot, question: Question) -> Decimal | Missing:
    """What the indicator's plain recomputation gives for the whole, or why there is none. The
    parameters have to be given. Twenty-eight digits are kept, so that the last of them may differ
    from the engine's, which is exact.
    """
    declared = question.indicator.declared
    cells: dict[str, list[Decimal]] = {}
    missing: list[Missing] = []
    for name, each in sorted(declared.inputs.items()):
        found = _observations(snapshot, question, each)
        if isinstance(found, Missing):
            missing.append(found)
            continue
        cells[name] = [_value(snapshot, question, one) for one in found if one.value is not None]
        gaps = [one.missing for one in found if one.missing is not None]
        if gaps:
            missing.append(Missing.SUPPRESSED if Missing.SUPPRESSED in gaps else gaps[0])
    if missing:
        return Missing.SUPPRESSED if Missing.SUPPRESSED in missing else missing[0]
    value = question.indicator.recompute(cells, question.given or {})
    return Missing.NO_BASE if value is None else value


def _observations(
    snapshot: Snapshot, question: Question, each: Input
) -> list[Observation] | Missing:
    """The observations that count, or why an input of them comes to none."""
    area = each.area or question.area
    cells = cells_of(snapshot, each, question.period, area)
    if cells is None:
        return Missing.NOT_YET
    found = [
        one
        for one in snapshot.observations(each.series, area)
        if one.period in cells and _counts(one, question, each)
    ]
    return found if found or each.none_is_zero else Missing.UNKNOWN


def _counts(one: Observation, question: Question, each: Input) -> bool:
    members = dict(one.group)
    for limits in (each.limits(question.period), question.where or {}):
        for name, wanted in limits.items():
            if not any(_is(members.get(name, ""), member) for member in wanted):
                return False
    return not any(
        _is(members.get(name, ""), member)
        for name, unwanted in each.without.items()
        for member in unwanted
    )


def _is(member: str, wanted: str) -> bool:
    return member.startswith(wanted[:-1]) if wanted.endswith("*") else member == wanted


def _value(snapshot: Snapshot, question: Question, one: Observation) -> Decimal:
    assert one.value is not None
    if question.price_level is None or one.unit is not Unit.KR:
        return one.value
    own = one.price_level or one.period.calendar_year
    into = factor(prices_of(snapshot), own, question.price_level)
    return one.value * into.numerator / into.denominator
