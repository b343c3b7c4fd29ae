"""What a chart shows, said in Danish from the same numbers."""

from collections.abc import Sequence
from decimal import Decimal

from sagsgang.figures.chart.points import Line, Point, stretches
from sagsgang.figures.chart.scale import Scale
from sagsgang.figures.indicator import Break
from sagsgang.figures.observation import Missing
from sagsgang.figures.periods import Period


def line_words(title: str, line: Line, breaks: Sequence[Break], scale: Scale) -> str:
    """ "Omgørelsesprocent 2023–2025: faldt fra 37,0 til 23,5 pct." with each stretch that may be
    compared, and which values are missing.
    """
    told = [
        _stretch(known, scale)
        for stretch in stretches(line.points, breaks)
        if (known := [point for point in stretch if point.value is not None])
    ]
    for missing in Missing:
        periods = [each.period.in_danish() for each in line.points if each.missing is missing]
        if periods:
            told.append(f"{_and(periods)}: {missing.words}")
    between = ", " if title[-1:].isdigit() else " "
    return f"{title}{between}{'; '.join(told)}" if told else f"{title}: der er ingen tal"


def break_words(breaks: Sequence[Break], periods: Sequence[Period]) -> list[str]:
    """Each break between the periods, with its reason."""
    if not periods:
        return []
    return [
        f"Brud i serien {each.since.day}-{each.since.month}-{each.since.year}: {each.why}"
        for each in breaks
        if periods[0].first < each.since.year * 12 + each.since.month - 1 <= periods[-1].last
    ]


def sentence(text: str) -> str:
    """The text with a full stop, where it has none."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _stretch(points: Sequence[Point], scale: Scale) -> str:
    first, last = points[0], points[-1]
    assert first.value is not None
    assert last.value is not None
    if len(points) == 1:
        return f"{first.period.in_danish()}: {scale.told(first.value)}"
    one, other = scale.printed(first.value), scale.printed(last.value)
    told = f"{first.period.in_danish()}–{last.period.in_danish()}: "
    if one == other:
        told += f"{scale.told(last.value)} i begge ender"
    else:
        verb = "steg" if last.value > first.value else "faldt"
        told += f"{verb} fra {one} til {scale.told(last.value)}"
    highest = max(points, key=lambda each: each.value or Decimal(0))
    lowest = min(points, key=lambda each: each.value or Decimal(0))
    for word, point in (("højest", highest), ("lavest", lowest)):
        assert point.value is not None
        if scale.printed(point.value) not in (one, other):
            told += f", {word} {scale.told(point.value)} i {point.period.in_danish()}"
    return told


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} og {words[-1]}"
