"""Charts of bars: the values of groups, and how far from the budget they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sagsgang.figures.chart.chart import Chart
from sagsgang.figures.chart.look import COLOURS, INK, framed, value_axis
from sagsgang.figures.chart.scale import Scale, scale_of
from sagsgang.figures.chart.wording import sentence
from sagsgang.figures.observation import Missing, Unit

#: Pixels of a bar, its name above it, and the space around them.
THICK = 52
#: How far a bar lies under the middle of its place.
DOWN = 9
BAR = {"height": 20, "yOffset": DOWN}


@dataclass(frozen=True, slots=True)
class Bar:
    """What the bar is of, in Danish; one of `value` and `missing` is told."""

    title: str
    value: Decimal | None
    missing: Missing | None = None


def bar_chart(title: str, unit: Unit, bars: Sequence[Bar], *, decimals: int = 0) -> Chart:
    """A bar for each group, in the order given, with its value at its end."""
    scale = scale_of((bar.value for bar in bars if bar.value is not None), unit, decimals)
    rows = [
        {
            "name": bar.title,
            "value": 0.0 if bar.value is None else scale.drawn(bar.value),
            "label": _label(bar, scale),
            "is_negative": bar.value is not None and bar.value < 0,
        }
        for bar in bars
    ]
    told = "; ".join(
        f"{bar.title} {scale.told(bar.value)}"
        if bar.value is not None
        else f"{bar.title} {bar.missing.words if bar.missing else ''}".rstrip()
        for bar in bars
    )
    mark = {"type": "bar", "color": COLOURS[0], **BAR}
    layers = [
        {"data": {"values": rows}, "mark": mark, "encoding": _places(bars, scale)},
        *_at_the_end(rows, bars, scale),
    ]
    words = sentence(f"{title}: {told or 'der er ingen tal'}")
    return Chart(title, words, framed(title, scale.words, layers, THICK * max(len(bars), 1)))


def deviation_chart(title: str, unit: Unit, bars: Sequence[Bar], *, decimals: int = 0) -> Chart:
    """A bar to the right for more than the budget (merforbrug), filled; to the left for less
    (mindreforbrug), an outline: they are told apart without colour too.
    """
    scale = scale_of((bar.value for bar in bars if bar.value is not None), unit, decimals)
    rows = [
        {
            "name": bar.title,
            "value": 0.0 if bar.value is None else scale.drawn(bar.value),
            "label": f"+{_label(bar, scale)}" if (bar.value or 0) > 0 else _label(bar, scale),
            "is_negative": bar.value is not None and bar.value < 0,
        }
        for bar in bars
    ]
    layers: list[dict[str, Any]] = [
        {
            "data": {"values": [row for row in rows if bool(row["is_negative"]) is is_under]},
            "mark": {"type": "bar", **BAR, **look},
            "encoding": _places(bars, scale),
        }
        for is_under, look in (
            (False, {"color": COLOURS[1], "stroke": COLOURS[1], "strokeWidth": 1.5}),
            (True, {"color": "transparent", "stroke": COLOURS[0], "strokeWidth": 2}),
        )
    ]
    layers += _at_the_end(rows, bars, scale)
    layers.append(
        {
            "data": {"values": [{"zero": 0}]},
            "mark": {"type": "rule", "color": INK, "strokeWidth": 1.5},
            "encoding": {"x": {"field": "zero", "type": "quantitative", **value_axis(scale)}},
        }
    )
    unit_words = f"{scale.words}, + er merforbrug" if scale.words else "+ er merforbrug"
    return Chart(
        title,
        sentence(f"{title}: {'; '.join(_deviation_words(bars, scale)) or 'der er ingen tal'}"),
        framed(title, unit_words, layers, THICK * max(len(bars), 1)),
    )


def _deviation_words(bars: Sequence[Bar], scale: Scale) -> list[str]:
    told = []
    for bar in bars:
        if bar.value is None:
            told.append(f"{bar.title} {bar.missing.words if bar.missing else ''}".rstrip())
        elif not bar.value:
            told.append(f"{bar.title} som budgettet")
        else:
            word = "merforbrug" if bar.value > 0 else "mindreforbrug"
            told.append(f"{bar.title} {word} på {scale.told(abs(bar.value))}")
    return told


def _label(bar: Bar, scale: Scale) -> str:
    if bar.value is None:
        return bar.missing.sign if bar.missing else ""
    return scale.printed(bar.value)


def _places(bars: Sequence[Bar], scale: Scale) -> dict[str, Any]:
    names = [bar.title for bar in bars]
    return {
        "y": {
            "field": "name",
            "type": "nominal",
            "sort": names,
            "scale": {"domain": names},
            "axis": None,
        },
        "x": {"field": "value", "type": "quantitative", **value_axis(scale)},
    }


def _at_the_end(
    rows: Sequence[dict[str, Any]], bars: Sequence[Bar], scale: Scale
) -> list[dict[str, Any]]:
    names = {**_places(bars, scale), "x": {"value": 2}, "text": {"field": "name"}}
    above = {"type": "text", "align": "left", "dy": DOWN - 21}
    return [{"data": {"values": list(rows)}, "mark": above, "encoding": names}] + [
        {
            "data": {"values": [row for row in rows if row["is_negative"] is is_negative]},
            "mark": {
                "type": "text",
                "align": "right" if is_negative else "left",
                "dx": -6 if is_negative else 6,
                "dy": DOWN,
                "fontWeight": 600,
            },
            "encoding": {**_places(bars, scale), "text": {"field": "label"}},
        }
        for is_negative in (False, True)
        if any(row["is_negative"] is is_negative for row in rows)
    ]
