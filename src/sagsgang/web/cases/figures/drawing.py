"""The picture of a figure, drawn from the answer that was kept."""

from decimal import Decimal
from typing import Any

from sagsgang.figures.chart import Bar, Chart, Line, Point, bar_chart, deviation_chart, line_chart
from sagsgang.figures.indicator import Sign
from sagsgang.figures.observation import Missing, Unit
from sagsgang.figures.periods import Period
from sagsgang.figures.registry import UnknownIndicator, indicator

Shown = dict[str, Any]
#: More lines could not be told apart.
MOST_LINES = 4


def chart_of(shown: Shown) -> Chart:
    """Lines over several periods, bars of the groups of one."""
    unit, decimals = Unit(shown["unit"]), shown["decimals"]
    title = ", ".join([shown["title"], *shown["chosen"]])
    groups = [row for row in shown["rows"] if row["group"]]
    if len(shown["periods"]) > 1 and len(groups) <= MOST_LINES:
        lines = [_line(row, shown) for row in groups or shown["rows"]]
        breaks = _breaks(shown["indicator"])
        return line_chart(title, unit, lines, decimals=decimals, breaks=breaks)
    period = Period.parse(shown["period"]).in_danish()
    bars = [
        Bar(_name(row, shown), _value(row["cells"][-1]), _missing(row["cells"][-1]))
        for row in groups or shown["rows"]
    ]
    draw = deviation_chart if shown["sign"] == Sign.OVERSPEND else bar_chart
    return draw(f"{title}, {period}", unit, bars, decimals=decimals)


def _line(row: dict[str, Any], shown: Shown) -> Line:
    points = tuple(
        Point(Period.parse(code), _value(cell), _missing(cell))
        for code, cell in zip(shown["periods"], row["cells"], strict=True)
    )
    return Line(_name(row, shown), points)


def _name(row: dict[str, Any], shown: Shown) -> str:
    return ", ".join(row["group"].values()) or shown["title"]


def _value(cell: dict[str, Any]) -> Decimal | None:
    return None if cell["value"] is None else Decimal(cell["value"])


def _missing(cell: dict[str, Any]) -> Missing | None:
    return Missing(cell["missing"]) if cell["missing"] else None


def _breaks(name: str) -> Any:
    try:
        return indicator(name).declared.breaks
    except UnknownIndicator:
        return ()
