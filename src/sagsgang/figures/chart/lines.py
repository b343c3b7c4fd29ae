"""A chart of lines over periods: broken where a value is missing and where the series is."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from sagsgang.figures.chart.chart import Chart
from sagsgang.figures.chart.look import (
    COLOURS,
    DASHES,
    HEIGHT,
    INK,
    LINES,
    SHAPES,
    framed,
    period_axis,
    short,
    value_axis,
)
from sagsgang.figures.chart.points import Line, is_between, stretches
from sagsgang.figures.chart.scale import Scale, scale_of
from sagsgang.figures.chart.wording import break_words, line_words, sentence
from sagsgang.figures.indicator import Break
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Period

#: Every point of one line is labelled when there are no more than this; else its two ends.
LABELLED = 8
#: Labels of lines stand at least so far from each other, in pixels.
APART = 16


def line_chart(
    title: str,
    unit: Unit,
    lines: Sequence[Line],
    *,
    decimals: int = 0,
    breaks: Sequence[Break] = (),
) -> Chart:
    """Up to four lines over periods. Raises ValueError for more: they could not be told apart."""
    if len(lines) > LINES:
        raise ValueError(f"{len(lines)} lines")
    scale = scale_of((v for line in lines for v in line.values()), unit, decimals)
    periods = sorted({point.period for line in lines for point in line.points})
    x = period_axis(periods)
    layers: list[dict[str, Any]] = [*_breaks(periods, breaks, x)]
    for number, line in enumerate(lines):
        layers += _line(number, line, scale, x, breaks)
    layers += _labels(lines, scale, x) if len(lines) > 1 else _values(lines, scale, x)
    if len(lines) == 1:
        told = [sentence(line_words(title, lines[0], breaks, scale))]
    else:
        told = [sentence(title)]
        told += [sentence(line_words(line.title, line, breaks, scale)) for line in lines]
    told += [sentence(each) for each in break_words(breaks, periods)]
    return Chart(title, " ".join(told), framed(title, scale.words, layers))


def _line(
    number: int, line: Line, scale: Scale, x: dict[str, Any], breaks: Sequence[Break]
) -> list[dict[str, Any]]:
    y = {"field": "value", "type": "quantitative", **value_axis(scale)}
    rows = [
        {
            "period": short(point.period),
            "value": None if point.value is None else scale.drawn(point.value),
            "stretch": at,
        }
        for at, stretch in enumerate(stretches(line.points, breaks))
        for point in stretch
    ]
    gaps = [
        {"period": short(point.period), "sign": point.missing.sign}
        for point in line.points
        if point.missing is not None
    ]
    colour = COLOURS[number]
    drawn: list[dict[str, Any]] = [
        {
            "data": {"values": rows},
            "mark": {
                "type": "line",
                "color": colour,
                "strokeWidth": 2.5,
                "strokeDash": DASHES[number],
            },
            "encoding": {"x": x, "y": y, "detail": {"field": "stretch", "type": "nominal"}},
        },
        {
            "data": {"values": [row for row in rows if row["value"] is not None]},
            "mark": {
                "type": "point",
                "filled": True,
                "opacity": 1,
                "color": colour,
                "shape": SHAPES[number],
                "size": 46,
            },
            "encoding": {"x": x, "y": y},
        },
    ]
    if gaps:
        drawn.append(
            {
                "data": {"values": gaps},
                "mark": {"type": "text", "fontWeight": 600, "color": INK},
                "encoding": {
                    "x": x,
                    "y": {"value": HEIGHT - 10 - 14 * number},
                    "text": {"field": "sign"},
                },
            }
        )
    return drawn


def _breaks(
    periods: Sequence[Period], breaks: Sequence[Break], x: dict[str, Any]
) -> list[dict[str, Any]]:
    """A dashed rule with the word "brud" before the first period that counts something else."""
    rows = [
        {"period": short(later)}
        for one, later in pairwise(periods)
        if is_between(one, later, breaks)
    ]
    if not rows:
        return []
    at = {**x, "bandPosition": 0}
    return [
        {
            "data": {"values": rows},
            "mark": {"type": "rule", "color": INK, "strokeDash": [4, 4], "strokeWidth": 1.5},
            "encoding": {"x": at},
        },
        {
            "data": {"values": rows},
            "mark": {"type": "text", "align": "left", "dx": 4, "text": "brud"},
            "encoding": {"x": at, "y": {"value": 6}},
        },
    ]


def _values(lines: Sequence[Line], scale: Scale, x: dict[str, Any]) -> list[dict[str, Any]]:
    """The value at each point of the only line, or at its ends."""
    points = [point for line in lines for point in line.points if point.value is not None]
    if len(points) > LABELLED:
        points = [points[0], points[-1]]
    rows = [
        {
            "period": short(point.period),
            "value": scale.drawn(point.value),
            "label": scale.printed(point.value),
        }
        for point in points
        if point.value is not None
    ]
    y = {"field": "value", "type": "quantitative", **value_axis(scale)}
    text = {"type": "text", "dy": -12, "fontWeight": 600}
    encoding = {"x": x, "y": y, "text": {"field": "label"}}
    return [{"data": {"values": rows}, "mark": text, "encoding": encoding}] if rows else []


def _labels(lines: Sequence[Line], scale: Scale, x: dict[str, Any]) -> list[dict[str, Any]]:
    """The name and last value of each line at its end, none on top of another."""
    ends: list[tuple[float, str, str]] = []
    for line in lines:
        known = [point for point in line.points if point.value is not None]
        if known and known[-1].value is not None:
            height = float(scale.high - scale.low)
            share = (float(scale.high) - scale.drawn(known[-1].value)) / height
            label = f"{line.title} {scale.printed(known[-1].value)}"
            ends.append((share * HEIGHT, short(known[-1].period), label))
    layers = []
    lowest = -float(APART)
    for pixel, period, label in sorted(ends):
        lowest = max(pixel, lowest + APART)
        layers.append(
            {
                "data": {"values": [{"period": period, "label": label}]},
                "mark": {"type": "text", "align": "left", "dx": 9, "fontWeight": 600},
                "encoding": {
                    "x": x,
                    "y": {"value": round(lowest, 2)},
                    "text": {"field": "label"},
                },
            }
        )
    return layers
