"""What the page of one figure shows: its answer, what it was computed from, and that it holds."""

from dataclasses import dataclass
from typing import Any

from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Period
from sagsgang.figures.sources.titles import source_title
from sagsgang.web.cases.figures.asking import asked_again, is_same_answer, moment_of, shown_of
from sagsgang.web.cases.figures.content import figures_of
from sagsgang.web.cases.figures.selectors import (
    frozen_of,
    newer_than,
    same_elsewhere,
    told_of,
)
from sagsgang.web.cases.figures.showing import day_of, figure_html
from sagsgang.web.cases.figures.style import Style, style_of
from sagsgang.web.cases.figures.wording import value_of
from sagsgang.web.cases.models import Case, CaseFigure, FigureForm, FrozenFigure
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.design.refusal import Refusal

Shown = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Again:
    """The figure computed anew from what held at that moment; `problem` is why it could not be."""

    agrees: bool
    now: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """One freezing, with its recomputation where it was asked for."""

    frozen: FrozenFigure
    told: str
    period: str
    again: Again | None


def figure_page(case: Case, row: CaseFigure, user: object, *, recompute: bool) -> dict[str, Any]:
    """The context of `cases/figures/figure.html`."""
    style = style_of(case.municipality)
    try:
        newer = newer_than(row, row.shown, case, style)
    except Refusal:
        newer = None
    return {
        "case": case,
        "figure": row,
        "told": told_of(row.shown, style),
        "period": Period.parse(row.shown["period"]).in_danish(),
        "html": figure_html(
            row.shown,
            style,
            key=row.key,
            form=FigureForm.TABLE,
            is_named=True,
            words=row.words,
            case=case.pk,
        ),
        "inputs": [
            (each["title"], _exact(each, row.shown["unit"], style)) for each in row.shown["inputs"]
        ],
        "given": row.shown["given"],
        "sources": [
            each
            | {
                "title": source_title(each["source"]),
                "retrieved_on": day_of(each["retrieved_at"]),
            }
            for each in row.shown["sources"]
        ],
        "frozen": [_frozen(each, case, style, recompute) for each in frozen_of(row)],
        "recompute": recompute,
        "again": again_of(row.shown, case, style) if recompute else None,
        "newer": newer,
        "same_in": same_elsewhere(user, row),
        "may_edit": case_may(user, "case_edit", case),
        "is_there": any(each.pk == row.pk for each in figures_of(case)),
    }


def _frozen(each: FrozenFigure, case: Case, style: Style, recompute: bool) -> FrozenRow:
    return FrozenRow(
        frozen=each,
        told=told_of(each.shown, style),
        period=Period.parse(each.shown["period"]).in_danish(),
        again=again_of(each.shown, case, style) if recompute else None,
    )


def again_of(shown: Shown, case: Case, style: Style) -> Again:
    """The kept answer computed anew from the loads that held when it was computed."""
    try:
        now = shown_of(
            asked_again(shown),
            case.municipality,
            smallest=style.smallest_cell,
            at=moment_of(shown),
        )
    except Refusal as refusal:
        return Again(False, problem=str(refusal.message))
    return Again(is_same_answer(shown, now), now=told_of(now, style))


def _exact(each: dict[str, Any], unit: str, style: Style) -> str:
    """An input as exactly as it is kept: money in kroner, counts as they are."""
    value = value_of({"value": each["value"]})
    if value is None:
        return "–"
    if unit == Unit.KR:
        return f"{Style(scale='kr.', decimals=0).with_unit(value, 'kr', 0)}"
    places = max(0, -int(value.normalize().as_tuple().exponent))
    return style.printed(value, "count", min(places, 6))
