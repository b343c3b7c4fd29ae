"""A chart of what has been and what is expected: a line, then a dashed one with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sagsgang.figures.chart.chart import Chart
from sagsgang.figures.chart.look import COLOURS, framed, period_axis, short, value_axis
from sagsgang.figures.chart.points import Line
from sagsgang.figures.chart.scale import scale_of
from sagsgang.figures.chart.wording import line_words, sentence
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Period


@dataclass(frozen=True, slots=True)
class Step:
    """What is expected in a period, and the interval it is expected to lie in, where known."""

    period: Period
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None


def forecast_chart(
    title: str, unit: Unit, known: Line, expected: Sequence[Step], *, decimals: int = 0
) -> Chart:
    """What is known is a whole line; what is expected a dashed one in a band."""
    bounds = [v for step in expected for v in (step.low, step.high) if v is not None]
    scale = scale_of([*known.values(), *(s.value for s in expected), *bounds], unit, decimals)
    periods = sorted({*(p.period for p in known.points), *(s.period for s in expected)})
    x = period_axis(periods)
    y = {"field": "value", "type": "quantitative", **value_axis(scale)}
    past = [
        {
            "period": short(point.period),
            "value": None if point.value is None else scale.drawn(point.value),
        }
        for point in known.points
    ]
    # The dashed line begins where the other ends.
    onward = [row for row in past[-1:] if row["value"] is not None]
    onward += [{"period": short(s.period), "value": scale.drawn(s.value)} for s in expected]
    band = [
        {"period": short(s.period), "low": scale.drawn(s.low), "high": scale.drawn(s.high)}
        for s in expected
        if s.low is not None and s.high is not None
    ]
    layers: list[dict[str, Any]] = []
    if band:
        layers.append(
            {
                "data": {"values": band},
                "mark": {
                    "type": "area" if len(band) > 1 else "bar",
                    "color": COLOURS[1],
                    "opacity": 0.22,
                    "line": False,
                },
                "encoding": {
                    "x": x,
                    "y": {"field": "low", "type": "quantitative", **value_axis(scale)},
                    "y2": {"field": "high"},
                },
            }
        )
    for rows, colour, dash in ((past, COLOURS[0], [1, 0]), (onward, COLOURS[1], [6, 4])):
        mark = {"type": "line", "color": colour, "strokeWidth": 2.5, "strokeDash": dash}
        mark["point"] = {"filled": True, "color": colour, "size": 40}
        layers.append({"data": {"values": rows}, "mark": mark, "encoding": {"x": x, "y": y}})
    if expected:
        named = [{**onward[-1], "label": "prognose"}]
        layers.append(
            {
                "data": {"values": named},
                "mark": {"type": "text", "dx": 9, "align": "left", "fontWeight": 600},
                "encoding": {"x": x, "y": y, "text": {"field": "label"}},
            }
        )
    told = [sentence(line_words(title, known, (), scale))]
    if expected:
        last = expected[-1]
        words = f"Prognose for {last.period.in_danish()}: {scale.told(last.value)}"
        if last.low is not None and last.high is not None:
            words += f", mellem {scale.printed(last.low)} og {scale.told(last.high)}"
        told.append(sentence(words))
    return Chart(title, " ".join(told), framed(title, scale.words, layers))
