"""Writing a case's sections when only its figures changed."""

from typing import Any

from sagsgang.web.cases.figures.marks import figures_set
from sagsgang.web.cases.models import Case, CaseFigure, Section


def text_set(section: Section, html: str, actor: Any, *, is_new: bool) -> None:
    """Write a section. With `is_new` somebody wrote in it: what others write meanwhile is kept
    aside. Without, only figures in it say something else, and whoever is writing goes on: what she
    saves takes the figures as they are.
    """
    section.html = html
    fields = ["html", "changed_at"]
    if is_new:
        section.changed_by = actor
        section.revision += 1
        fields += ["changed_by", "revision"]
    section.save(update_fields=fields)


def texts_set(case: Case, actor: Any) -> bool:
    """Every figure in the case's sections as its row has it; whether any section changed."""
    shown = {row.key: row.html for row in CaseFigure.objects.filter(case=case)}
    is_changed = False
    for section in Section.objects.select_for_update().filter(case=case):
        html = figures_set(section.html, shown)
        if html != section.html:
            text_set(section, html, actor, is_new=False)
            is_changed = True
    return is_changed
