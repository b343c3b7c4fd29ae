"""A draft's figures follow the data: computed anew, and written where they say something else."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.figures.content import figures_of
from sagsgang.web.cases.figures.services.placing import texts_set
from sagsgang.web.cases.figures.services.writing import figure_computed
from sagsgang.web.cases.models import Case, CaseFigure
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.services.locking import case_open
from sagsgang.web.cases.services.searchable import search_text_update
from sagsgang.web.cases.services.versions import version_make
from sagsgang.web.design.refusal import Refusal


@transaction.atomic
def figures_refresh(*, actor: Any, case: Case, only: str = "") -> list[CaseFigure]:
    """Compute the figures in the text anew (`only` the one of that key); those that now say
    something else. One that has no answer any more stands as it was.
    """
    locked = case_open(actor, "case_edit", case)
    changed = []
    for row in figures_of(locked):
        if only and row.key != only:
            continue
        try:
            shown, html = figure_computed(row, locked)
        except Refusal:
            continue
        if html == row.html and _says(shown) == _says(row.shown):
            continue
        row.shown, row.html, row.shown_at = shown, html, timezone.now()
        row.save(update_fields=["shown", "html", "shown_at"])
        changed.append(row)
    if not changed:
        return []
    texts_set(locked, actor)
    search_text_update(locked)
    version = version_make(case=locked, actor=actor)
    what = "1 tal" if len(changed) == 1 else f"{len(changed)} tal"
    event_record(
        code="case_figures_refreshed",
        sentence=f"{what} i {case_in_words(locked)} blev opdateret med nyere data.",
        actor=actor,
        subject=locked,
        details={"figures": [row.key for row in changed], "version": version.number},
    )
    return changed


def _says(shown: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in shown.items() if name != "computed_at"}
