"""How charts look: sizes, fonts, and lines that are told apart without colour."""

from collections.abc import Mapping, Sequence
from typing import Any

from sagsgang.figures.chart.scale import Scale
from sagsgang.figures.periods import Period

WIDTH = 440
HEIGHT = 220
FONT = "IBM Plex Sans, system-ui, sans-serif"
#: Text takes the colour of the page around it, so that it is read on a dark page and on paper.
INK = "currentColor"
#: Okabe and Ito's colours that stand out from white (3:1), told apart by the colour-blind and, by
#: their lightness, in grey; each with a dash and a shape of its own.
COLOURS = ("#0072b2", "#b34700", "#00795a", "#5b5b5b")
DASHES: tuple[list[int], ...] = ([1, 0], [7, 3], [2, 3], [9, 3, 2, 3])
SHAPES = ("circle", "square", "triangle-up", "diamond")
#: More lines than can be told apart are not drawn in one chart.
LINES = len(COLOURS)

_SHORT = ("jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.")


def short(period: Period) -> str:
    """The period on an axis: "2025", "2. kv. 25" or "maj 25"."""
    year, month = divmod(period.first, 12)
    if period.length == 12:
        return str(year)
    if period.length == 3:
        return f"{month // 3 + 1}. kv. {year % 100:02}"
    return f"{(*_SHORT, 'dec.')[month]} {year % 100:02}"


def value_axis(scale: Scale) -> dict[str, Any]:
    """The axis of values: its scale and its labels, written by us."""
    labels = {str(float(tick)): scale.tick_label(tick) for tick in scale.ticks()}
    pairs = ", ".join(f"'{value}': '{label}'" for value, label in labels.items())
    return {
        "scale": {"domain": [float(scale.low), float(scale.high)], "nice": False},
        "axis": {
            "values": [float(tick) for tick in scale.ticks()],
            # JavaScript writes 40.0 as 40.
            "labelExpr": f"({{{pairs}}})[datum.value % 1 === 0 ? datum.value + '.0' : "
            "'' + datum.value] || format(datum.value, ',')",
            "title": None,
        },
    }


def period_axis(periods: Sequence[Period]) -> dict[str, Any]:
    """The axis of periods: labels as many as there is room for."""
    every = max(1, -(-len(periods) // 12))
    shown = [short(period) for period in periods[::every]]
    is_room = len(shown) * (8 * max(map(len, shown), default=0) + 8) <= WIDTH
    return {
        "field": "period",
        "type": "ordinal",
        "sort": [short(period) for period in periods],
        "scale": {"type": "band", "domain": [short(period) for period in periods]},
        "axis": {
            "title": None,
            "values": shown,
            "labelAngle": 0 if is_room else -45,
            "labelOverlap": False,
            "grid": False,
        },
    }


def framed(
    title: str, unit: str, layers: Sequence[Mapping[str, Any]], height: int = HEIGHT
) -> dict[str, Any]:
    """The whole description of layers drawn over each other."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": "transparent",
        "width": WIDTH,
        "height": height,
        "padding": 6,
        "title": {"text": title, "subtitle": unit},
        "layer": list(layers),
        "config": {
            "aria": False,
            "font": FONT,
            "view": {"stroke": None},
            "title": {
                "anchor": "start",
                "frame": "group",
                "color": INK,
                "subtitleColor": INK,
                "fontSize": 16,
                "fontWeight": 600,
                "subtitleFontSize": 14,
                "offset": 12,
            },
            "axis": {
                "labelColor": INK,
                "labelFontSize": 14,
                "labelLimit": 0,
                "domainColor": INK,
                "tickColor": INK,
                "gridColor": INK,
                "gridOpacity": 0.18,
            },
            "text": {"color": INK, "fontSize": 14},
        },
    }
