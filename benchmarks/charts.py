"""How long a chart takes when the process is warm: ours, and the bare drawing of the same data.

    PYTHONPATH=src python benchmarks/charts.py [times]

The bare drawing is a line of the same points described in a few words, with none of the labels,
breaks, fonts and cleaning that ours have: what is over it is what we add.
"""

import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal

import vl_convert

from sagsgang.figures.chart import Line, Point, line_chart, svg
from sagsgang.figures.chart.drawing import VERSION
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Period


def _ours(number: int) -> str:
    points = tuple(
        Point(Period(24300 + n, 1), Decimal(100 + (n * 37 + number) % 50)) for n in range(24)
    )
    # Other data every time: nothing is had from memory.
    return svg(line_chart(f"Forbrug {number}", Unit.KR, [Line("Forbrug", points)]))


def _bare(number: int) -> str:
    rows = [{"x": n, "y": 100 + (n * 37 + number) % 50} for n in range(24)]
    axis = {"type": "quantitative"}
    encoding = {"x": {"field": "x", **axis}, "y": {"field": "y", **axis}}
    spec = {"data": {"values": rows}, "mark": "line", "encoding": encoding}
    return vl_convert.vegalite_to_svg(spec, vl_version=VERSION)


def _median(draw: Callable[[int], str], times: int) -> float:
    draw(-1)
    took = []
    for number in range(times):
        began = time.perf_counter()
        draw(number)
        took.append(time.perf_counter() - began)
    return statistics.median(took) * 1000


if __name__ == "__main__":
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    began = time.perf_counter()
    _ours(-2)
    print(f"first, cold        {(time.perf_counter() - began) * 1000:7.1f} ms")
    print(f"ours, warm         {_median(_ours, times):7.1f} ms")
    print(f"bare vl-convert    {_median(_bare, times):7.1f} ms")
