"""Genbrug: the figures of the earlier case come along, and follow the newest data."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from sagsgang.web.cases.figures.content import figures_of
from sagsgang.web.cases.figures.selectors import told_of
from sagsgang.web.cases.figures.services.placing import texts_set
from sagsgang.web.cases.figures.services.writing import figure_computed
from sagsgang.web.cases.figures.showing import figure_html
from sagsgang.web.cases.figures.style import style_of
from sagsgang.web.cases.models import Case, CaseFigure, FigurePeriod
from sagsgang.web.design.refusal import Refusal


@transaction.atomic
def figures_reuse(*, actor: Any, case: Case, earlier: Case) -> list[CaseFigure]:
    """The figures in the text of `earlier`, under the same keys in the new draft whose sections
    were just taken over. A period that stood becomes the newest with data; what a figure said
    before is kept in `renewed_from` where it now says something else.
    """
    style = style_of(case.municipality)
    made = []
    for old in figures_of(earlier):
        row = CaseFigure(
            case=case,
            number=old.number,
            indicator=old.indicator,
            period=FigurePeriod.LATEST if old.period not in FigurePeriod.values else old.period,
            grain=old.grain,
            periods=old.periods,
            by=old.by,
            where=old.where,
            given=old.given,
            price_level=old.price_level,
            form=old.form,
            is_named=old.is_named,
            words=old.words,
            shown=old.shown,
            shown_at=timezone.now(),
            changed_by=actor,
        )
        try:
            row.shown, row.html = figure_computed(row, case)
        except Refusal:
            # No data here now: it stands as it was, and its row says why.
            row.html = figure_html(
                old.shown,
                style,
                key=row.key,
                form=row.form,
                is_named=row.is_named,
                words=row.words,
                case=case.pk,
            )
        if _told(old.shown) != _told(row.shown):
            row.renewed_from = f"{told_of(old.shown, style)} ({old.shown['period']})"[:300]
        row.save()
        made.append(row)
    texts_set(case, actor)
    return made


def _told(shown: dict[str, Any]) -> tuple[Any, ...]:
    return shown["period"], shown["rows"]
