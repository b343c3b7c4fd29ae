"""What is shown of a case's figures: their values, if there are newer ones, who else has them."""

from dataclasses import dataclass
from typing import Any

from sagsgang.figures.periods import Period
from sagsgang.web.cases.figures.asking import Asked, is_same_answer, shown_of
from sagsgang.web.cases.figures.content import Content, figures_in, figures_of
from sagsgang.web.cases.figures.showing import caption_of, hash_of, source_line
from sagsgang.web.cases.figures.style import Style, style_of
from sagsgang.web.cases.figures.wording import cell_words, number_words, value_of
from sagsgang.web.cases.models import Case, CaseFigure, FrozenFigure
from sagsgang.web.cases.permissions import cases_readable_q
from sagsgang.web.design.refusal import Refusal

Shown = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Newer:
    """A figure that the data now tell otherwise: `was` and `now` in words, and of what."""

    key: str
    title: str
    was: str
    now: str
    period: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as the list beside the text shows it; `problem` is why it has no answer now."""

    figure: CaseFigure
    title: str
    period: str
    told: str
    source: str
    newer: Newer | None
    problem: str
    same_in: tuple[Case, ...]


def figure_get(case: Case, key: str) -> CaseFigure | None:
    """The figure of that key, also when it no longer stands in the text."""
    number = key.removeprefix("t")
    if not number.isascii() or not number.isdigit() or len(number) > 6:
        return None
    return CaseFigure.objects.filter(case=case, number=int(number)).first()


def figure_rows(user: object, case: Case) -> list[FigureRow]:
    """The figures that stand in the case's text, each with what is known of it now."""
    style = style_of(case.municipality)
    return [_row(user, case, figure, style) for figure in figures_of(case)]


def _row(user: object, case: Case, figure: CaseFigure, style: Style) -> FigureRow:
    problem, newer = "", None
    try:
        newer = newer_than(figure, figure.shown, case, style)
    except Refusal as refusal:
        problem = str(refusal.message)
    return FigureRow(
        figure=figure,
        title=figure.shown["title"],
        period=Period.parse(figure.shown["period"]).in_danish(),
        told=told_of(figure.shown, style),
        source=source_line(figure.shown),
        newer=newer,
        problem=problem,
        same_in=tuple(same_elsewhere(user, figure)),
    )


def told_of(shown: Shown, style: Style) -> str:
    """The figure in a few words: its number, or of a table what it is a table of."""
    if len(shown["rows"]) == 1 and len(shown["periods"]) == 1:
        return number_words(shown, style, is_named=True)
    return caption_of(shown, style)


def newer_than(figure: CaseFigure, shown: Shown, case: Case, style: Style) -> Newer | None:
    """What the data say now, where it is not what was `shown`. Raises Refusal where they say
    nothing.
    """
    now = shown_of(Asked.of(figure), case.municipality, smallest=style.smallest_cell)
    if is_same_answer(shown, now):
        return None
    was, is_now = _differing(shown, now, style)
    return Newer(
        key=figure.key,
        title=shown["title"],
        was=was,
        now=is_now,
        period=Period.parse(now["period"]).in_danish(),
    )


def newer_of_content(kept: Content, case: Case) -> Newer | None:
    """As `newer_than`, of a figure as it was kept with a version or frozen; None also where it
    cannot be computed now.
    """
    figure = figure_get(case, kept["key"])
    if figure is None:
        return None
    try:
        return newer_than(figure, kept["shown"], case, style_of(case.municipality))
    except Refusal:
        return None


def _differing(one: Shown, other: Shown, style: Style) -> tuple[str, str]:
    """The number that differs, as it was and is: the last one of the whole, else the first of the
    cells that do. Where the period moved on, the period is told too.
    """
    before, after = one["rows"][-1]["cells"][-1], other["rows"][-1]["cells"][-1]
    if one["period"] != other["period"]:
        return tuple(
            f"{_in_words(cell, shown, style)} ({Period.parse(shown['period']).in_danish()})"
            for cell, shown in ((before, one), (after, other))
        )
    if before == after:
        known = {_name(row): row["cells"] for row in one["rows"]}
        for row in other["rows"]:
            cells = known.get(_name(row), [])
            for was, now in zip(cells, row["cells"], strict=False):
                if was != now:
                    return _in_words(was, one, style), _in_words(now, other, style)
    return _in_words(before, one, style), _in_words(after, other, style)


def _name(row: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(row["group"].items()))


def _in_words(cell: dict[str, Any], shown: Shown, style: Style) -> str:
    value = value_of(cell)
    if value is None:
        return cell_words(cell, shown, style)
    if shown["sign"] == "overspend":
        only = shown | {"rows": [{"group": {}, "cells": [cell]}]}
        return number_words(only, style, is_named=False)
    return style.with_unit(value, shown["unit"], shown["decimals"])


def same_elsewhere(user: object, figure: CaseFigure) -> list[Case]:
    """The other cases of the municipality that the user may read and in which the same figure
    stands: the same indicator, period and members, split alike or not.
    """
    found = (
        CaseFigure.objects.filter(
            indicator=figure.indicator,
            where=figure.where,
            case__municipality=figure.case.municipality_id,
            case__in=Case.objects.filter(cases_readable_q(user)),
        )
        .exclude(case=figure.case_id)
        .select_related("case")
    )
    cases: dict[int, Case] = {}
    for other in found:
        is_same = other.shown["period"] == figure.shown["period"]
        if is_same and any(each.pk == other.pk for each in figures_of(other.case)):
            cases.setdefault(other.case_id, other.case)
    return list(cases.values())


def frozen_of(figure: CaseFigure) -> list[FrozenFigure]:
    """Every time the figure was frozen, newest first."""
    return list(figure.frozen.order_by("-at", "-pk"))


def shown_with_hash(figure: CaseFigure, begins: str) -> Shown | None:
    """The answer whose hash begins so: the one shown now, one that was frozen, or one that a
    version of the case kept.
    """
    if len(begins) < 16:
        return None
    if hash_of(figure.shown).startswith(begins):
        return figure.shown
    frozen = figure.frozen.filter(sha256__startswith=begins).first()
    if frozen is not None:
        return frozen.shown
    for content in figure.case.versions.order_by("-number").values_list("content", flat=True):
        for kept in figures_in(content):
            if kept["key"] == figure.key and hash_of(kept["shown"]).startswith(begins):
                return kept["shown"]
    return None
