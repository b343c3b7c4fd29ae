"""A chart draws what there is and no more, says it in words, and is the same picture every time."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sagsgang.figures.chart import (
    Bar,
    Line,
    Point,
    Step,
    bar_chart,
    deviation_chart,
    forecast_chart,
    line_chart,
    svg,
)
from sagsgang.figures.chart.drawing import _drawn_once
from sagsgang.figures.chart.scale import scale_of
from sagsgang.figures.indicator import Break
from sagsgang.figures.observation import Missing, Unit
from sagsgang.figures.periods import Period

BREAK = Break(date(2024, 1, 1), "sager tælles pr. afgørelse")


def _line(title, told, first=2021):
    return Line(
        title,
        tuple(
            Point(
                Period.parse(str(first + n)),
                None if value is None else Decimal(value),
                Missing.UNKNOWN if value is None else None,
            )
            for n, value in enumerate(told)
        ),
    )


def _texts(picture):
    return [t.text for t in etree.fromstring(picture).iter("{*}text") if t.text]


def test_words_tell_the_change_and_never_across_a_break():
    chart = line_chart(
        "Omgørelsesprocent", Unit.PERCENT, [_line("", ["37.02", "30", "23.5"], 2023)], decimals=1
    )
    assert chart.description == "Omgørelsesprocent 2023–2025: faldt fra 37,0 til 23,5 pct."
    broken = line_chart(
        "Omgørelsesprocent",
        Unit.PERCENT,
        [_line("", ["37", None, "30", "23.5", "24"])],
        decimals=1,
        breaks=[BREAK],
    )
    assert broken.description == (
        "Omgørelsesprocent 2021–2023: faldt fra 37,0 til 30,0 pct.; 2024–2025: steg fra 23,5 til "
        "24,0 pct.; 2022: ikke oplyst. Brud i serien 1-1-2024: sager tælles pr. afgørelse."
    )


def test_the_line_is_broken_where_the_series_is_and_where_a_value_is_missing():
    def pieces(told, breaks=()):
        chart = line_chart("T", Unit.PERCENT, [_line("", told)], breaks=breaks)
        paths = re.findall(r'<path d="([^"]*)" stroke="#0072b2"', svg(chart))
        return sum(path.count("M") for path in paths)

    assert pieces(["1", "2", "3", "4", "5"]) == 1
    assert pieces(["1", "2", "3", "4", "5"], [BREAK]) == 2
    assert pieces(["1", "2", None, "4", "5"]) == 2
    texts = _texts(
        svg(line_chart("T", Unit.PERCENT, [_line("", ["1", None, "3", "4"])], breaks=[BREAK]))
    )
    assert "brud" in texts
    assert Missing.UNKNOWN.sign in texts


def test_a_picture_is_real_text_the_same_twice_and_an_image_with_words():
    chart = bar_chart(
        "Omgørelsesprocent <efter> lov",
        Unit.PERCENT,
        [Bar("Lov & ret", Decimal("1234.56")), Bar("Børn", None, Missing.SUPPRESSED)],
        decimals=1,
    )
    first = svg(chart)
    _drawn_once.cache_clear()
    assert svg(chart) == first
    root = etree.fromstring(first)
    assert root.get("role") == "img"
    named = {each.get("id"): each.text for each in root.iter("{*}title", "{*}desc")}
    assert [named[each] for each in root.get("aria-labelledby").split()] == [
        "Omgørelsesprocent <efter> lov",
        chart.description,
    ]
    assert {"Lov & ret", "Børn", "1.234,6", "x", "1.500", "pct."} <= set(_texts(first))
    assert "vises ikke, fordi der er få personer bag" in chart.description
    assert "http" not in first.replace("http://www.w3.org/", "")


def test_the_same_chart_twice_in_a_page_under_two_names():
    chart = line_chart("T", Unit.KR, [_line("", ["1", "2"])])
    ids = re.findall(r' id="([^"]*)"', svg(chart, "a") + svg(chart, "b"))
    assert len(ids) == len(set(ids)) >= 4


def test_many_lines_are_told_apart_without_colour():
    lines = [_line(name, [str(n), str(n + 1)]) for n, name in enumerate("ABCD", start=3)]
    picture = svg(line_chart("T", Unit.COUNT, lines))
    assert len(set(re.findall(r'stroke-dasharray="([^"]*)"', picture))) == 4
    assert {"A 4", "B 5", "C 6", "D 7"} <= set(_texts(picture))
    with pytest.raises(ValueError, match="5"):
        line_chart("T", Unit.COUNT, [*lines, _line("E", ["1"])])


def test_over_and_under_the_budget_are_said_and_drawn_differently():
    bars = [
        Bar("Arbejdsmarked", Decimal(-44_400_000)),
        Bar("Social", Decimal(10_600_000)),
        Bar("Økonomi", Decimal(0)),
    ]
    chart = deviation_chart("Afvigelse", Unit.KR, bars)
    assert chart.description == (
        "Afvigelse: Arbejdsmarked mindreforbrug på 44,4 mio. kr.; Social merforbrug på 10,6 mio. "
        "kr.; Økonomi som budgettet."
    )
    assert {"-44,4", "+10,6", "0,0", "mio. kr., + er merforbrug"} <= set(_texts(svg(chart)))


def test_a_forecast_stands_in_its_band():
    known = Line("", tuple(Point(Period(24300 + n, 1), Decimal(n)) for n in range(3)))
    steps = [Step(Period(24303, 1), Decimal(4), Decimal(2), Decimal(7))]
    chart = forecast_chart("Forbrug", Unit.COUNT, known, steps)
    assert chart.description.endswith("Prognose for april 2025: 4, mellem 2 og 7.")
    assert "prognose" in _texts(svg(chart))


def test_nothing_to_draw_is_said():
    chart = line_chart("Omgørelsesprocent", Unit.PERCENT, [_line("", [None])])
    assert chart.description == "Omgørelsesprocent 2021: ikke oplyst."
    assert svg(bar_chart("T", Unit.KR, []))


@given(st.lists(st.decimals(-(10**10), 10**10, places=2), min_size=1, max_size=8))
def test_every_value_lies_on_the_axis(values):
    scale = scale_of(values, Unit.KR, 0)
    for value in values:
        assert scale.low <= value / scale.divisor <= scale.high
    assert 2 <= len(scale.ticks()) <= 8
    assert scale.ticks()[-1] == scale.high
