"""Charts of figures: what is drawn, how it is told in words, and the picture (SVG)."""

from sagsgang.figures.chart.band import Step, forecast_chart
from sagsgang.figures.chart.bars import Bar, bar_chart, deviation_chart
from sagsgang.figures.chart.chart import Chart
from sagsgang.figures.chart.drawing import svg
from sagsgang.figures.chart.lines import line_chart
from sagsgang.figures.chart.points import Line, Point, line_of

__all__ = [
    "Bar",
    "Chart",
    "Line",
    "Point",
    "Step",
    "bar_chart",
    "deviation_chart",
    "forecast_chart",
    "line_chart",
    "line_of",
    "svg",
]
