"""The picture of a chart: SVG with real text, the same every time, drawn without the network."""

import re
from functools import cache, lru_cache
from html import escape
from importlib.resources import files

import vl_convert

from sagsgang.figures.chart.chart import Chart

#: The grammar the descriptions are written in.
VERSION = "5.21"
#: Pictures kept ready, some ten kilobytes each.
KEPT = 512
_HERE = "chart-id"
_OPEN = re.compile(r"<svg\b[^>]*?viewBox=\"0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)\"[^>]*>")
_IDS = re.compile(r"(?:(?<= id=\")|(?<=url\(#))[\w-]+(?=[\")])")


def svg(chart: Chart, name: str = "") -> str:
    """The chart as one `<svg>` element that stands in a page or in a file of its own.

    `name` begins its ids: the same chart may stand twice in a page under two names. For those who
    do not see it, it is an image with its title and description.
    """
    prefix = name or f"c{chart.digest[:10]}"
    return _drawn_once(_Key(chart)).replace(_HERE, escape(prefix))


class _Key:
    """A chart in the memory of those drawn: alike are those that look alike."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart

    def __hash__(self) -> int:
        return hash(self.chart.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.chart.digest == self.chart.digest


@lru_cache(maxsize=KEPT)
def _drawn_once(key: _Key) -> str:
    chart = key.chart
    _fonts()
    drawn = vl_convert.vegalite_to_svg(
        dict(chart.spec), vl_version=VERSION, show_warnings=False, allowed_base_urls=[]
    )
    ids: dict[str, str] = {}
    drawn = _IDS.sub(lambda m: ids.setdefault(m[0], f"{_HERE}-{len(ids) + 1}"), drawn)
    # One image with words of its own: what is inside it is not read out piece by piece.
    drawn = re.sub(r" (?:role|aria-[a-z]+)=\"[^\"]*\"", "", drawn)
    drawn = re.sub(r"(?<=[ (\"MLHVhvl,])(-?\d+\.\d{3})\d+", r"\1", drawn)
    return _OPEN.sub(lambda m: _opened(chart, m["width"], m["height"]), drawn, count=1)


def _opened(chart: Chart, width: str, height: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" overflow="visible" '
        f'aria-labelledby="{_HERE}-title {_HERE}-desc">'
        f'<title id="{_HERE}-title">{escape(chart.title)}</title>'
        f'<desc id="{_HERE}-desc">{escape(chart.description)}</desc>'
    )


@cache
def _fonts() -> None:
    """The font that pages and PDFs are set in: how wide its letters are decides where text is."""
    vl_convert.register_font_directory(
        str(files("sagsgang").joinpath("rendering", "typst", "fonts"))
    )
