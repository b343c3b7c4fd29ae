"""The two pictures of an overview: the whole over time, and the parts in the last period."""

from decimal import Decimal

from sagsgang.figures.chart import Bar, Chart, bar_chart, deviation_chart, line_chart, line_of
from sagsgang.figures.indicator import Sign
from sagsgang.figures.overview.overview import Overview
from sagsgang.figures.overview.words import dimension_words
from sagsgang.figures.sources.titles import member_words

#: More bars are not taken in at a glance: the largest are drawn, the rest are in the table.
BARS = 12


def over_time(overview: Overview) -> Chart | None:
    """The whole over the periods; None where there are fewer than two."""
    if len(overview.periods) < 2:
        return None
    declared = overview.indicator.declared
    line = line_of("", overview.wholes.values())
    return line_chart(
        _title(overview),
        declared.unit,
        [line],
        decimals=declared.decimals,
        breaks=declared.breaks,
    )


def split_up(overview: Overview) -> Chart | None:
    """The parts of the last period in which there are any; None where it is not split."""
    periods = [period for period, _member in overview.parts]
    if not periods:
        return None
    declared, period = overview.indicator.declared, max(periods)
    parts = {m: each for (at, m), each in overview.parts.items() if at == period}
    names = sorted(parts, key=lambda m: (-abs(parts[m].value or Decimal(0)), m))[:BARS]
    by = overview.wanted.by
    bars = [
        Bar(member_words(by, m) or "ikke oplyst", parts[m].value, parts[m].missing) for m in names
    ]
    more = len(parts) - len(bars)
    title = f"{_title(overview)} efter {dimension_words(by)}, {period.in_danish()}"
    if more:
        title += f" (de {len(bars)} største af {len(parts)})"
    draw = deviation_chart if declared.sign is Sign.OVERSPEND else bar_chart
    return draw(title, declared.unit, bars, decimals=declared.decimals)


def _title(overview: Overview) -> str:
    limited = [member_words(name, member) for name, member in overview.wanted.where]
    return ", ".join([overview.indicator.title, *limited])
