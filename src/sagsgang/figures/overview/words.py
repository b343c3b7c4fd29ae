"""What stands beside figures that are looked at: how they moved, and what to know before trusting
them.
"""

from decimal import Decimal

from sagsgang.figures.chart.points import is_between, month_of
from sagsgang.figures.figure import Figure
from sagsgang.figures.indicator import Sign
from sagsgang.figures.observation import Missing, Unit
from sagsgang.figures.overview.overview import Overview
from sagsgang.figures.periods import Period
from sagsgang.figures.wording import PLAIN, HouseStyle, unit_of
from sagsgang.language.money import format_money
from sagsgang.language.numbers import format_number

_DIMENSIONS = {
    "account": "konto",
    "age": "alder",
    "benefit": "ydelse",
    "committee": "udvalg",
    "dranst": "dranst",
    "explanation": "forklaring",
    "frame": "ramme",
    "law": "lov",
    "paragraph": "paragraf",
    "policy_area": "politikområde",
    "pool": "pulje",
    "sex": "køn",
    "subject": "emne",
}


def dimension_words(name: str) -> str:
    """The dimension in Danish; its own name where it has none."""
    return _DIMENSIONS.get(name, name.replace("_", " "))


def change_words(overview: Overview, style: HouseStyle = PLAIN) -> str:
    """ "steg 1,2 pct. point siden 2024", money in the unit that the latest value is told in; empty
    where there is nothing to compare with, or the series was broken in between. It is held against
    the same period a year before, where there is one: a quarter has its season.
    """
    latest = overview.latest
    if latest is None or latest.value is None:
        return ""
    before = overview.wholes.get(latest.period.year_before())
    if before is None and len(overview.periods) > 1:
        before = overview.wholes[overview.periods[-2]]
    if before is None or before.value is None:
        return ""
    if is_between(before.period, latest.period, overview.indicator.declared.breaks):
        return ""
    return _moved(latest, before, style)


def _moved(latest: Figure, before: Figure, style: HouseStyle) -> str:
    assert latest.value is not None
    assert before.value is not None
    if latest.printed() == before.printed():
        return f"uændret siden {before.period.in_danish()}"
    change = latest.value - before.value
    told, nothing = (_amount(each, latest, style) for each in (abs(change), Decimal(0)))
    since = f"siden {before.period.in_danish()}"
    if told == nothing:
        return f"næsten uændret {since}"
    return f"{'steg' if change > 0 else 'faldt'} {told} {since}"


def _amount(amount: Decimal, latest: Figure, style: HouseStyle) -> str:
    """An amount of change in the unit of the latest figure; of percent in percentage points."""
    assert latest.value is not None
    if latest.unit is Unit.KR:
        return format_money(amount, *unit_of(latest.value, style))
    told = format_number(amount, latest.decimals)
    if latest.unit is Unit.PERCENT:
        return f"{told} pct. point"
    return told if latest.unit in (Unit.COUNT, Unit.INDEX) else f"{told} {latest.unit.words}"


def note_words(overview: Overview) -> tuple[str, ...]:
    """What to know: preliminary periods, what lasts, signs, prices and what the marks say."""
    declared = overview.indicator.declared
    told = []
    preliminary = sorted({f.period for f in overview.figures() if f.is_preliminary})
    if preliminary:
        told.append(f"Foreløbige tal: {_listed(preliminary)}.")
    told += lasting_words(overview)
    if declared.sign is Sign.OVERSPEND:
        told.append("+ er merforbrug, - er mindreforbrug.")
    levels = sorted({f.price_level for f in overview.figures() if f.price_level})
    told += [f"{level}-priser." for level in levels]
    used = {each.missing for each in overview.figures()}
    told += [f"{each.sign}  {each.words}." for each in Missing if each in used]
    return tuple(told)


def lasting_words(overview: Overview) -> tuple[str, ...]:
    """Those of the notes that hold whatever the data become: what it is a share of, and breaks."""
    declared = overview.indicator.declared
    told = [f"Andel af {declared.denominator}."] if declared.denominator else []
    if overview.periods:
        told += [
            f"Brud i serien {each.since.day}-{each.since.month}-{each.since.year}: "
            f"{each.why.rstrip('.')}."
            for each in declared.breaks
            if overview.periods[0].first < month_of(each) <= overview.periods[-1].last
        ]
    return tuple(told)


def _listed(periods: list[Period]) -> str:
    if len(periods) > 2:
        return f"{periods[0].in_danish()}–{periods[-1].in_danish()}"
    return " og ".join(each.in_danish() for each in periods)
