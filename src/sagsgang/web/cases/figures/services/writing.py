"""A figure is put into a case's text, asked otherwise, and taken out again."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.figures.asking import Asked, Shown, indicator_of, shown_of
from sagsgang.web.cases.figures.marks import figure_appended, figure_taken
from sagsgang.web.cases.figures.services.placing import text_set, texts_set
from sagsgang.web.cases.figures.showing import figure_html
from sagsgang.web.cases.figures.style import style_of
from sagsgang.web.cases.models import AppropriationStatement, Case, CaseFigure, FigureForm, Section
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.services.locking import case_open
from sagsgang.web.cases.services.searchable import search_text_update
from sagsgang.web.cases.services.versions import version_make
from sagsgang.web.design.refusal import Refusal

LONGEST_WORDS = 4_000


@dataclass(frozen=True, slots=True)
class FigureInput:
    """What a figure is to be: what it asks, how it stands, and the analyst's words beside it."""

    asked: Asked
    form: str = FigureForm.NUMBER
    is_named: bool = True
    words: str = ""


@transaction.atomic
def figure_insert(
    *, actor: Any, case: Case, wanted: FigureInput, section: Section | None = None
) -> CaseFigure:
    """Keep a figure, and put it at the end of a section; without one the editor puts it where the
    cursor is, and the section is saved as any text. Refused where there is no figure to show.
    """
    locked = case_open(actor, "case_edit", case)
    last = CaseFigure.objects.filter(case=locked).order_by("-number").first()
    row = CaseFigure(case=locked, number=last.number + 1 if last else 1, changed_by=actor)
    _write(row, wanted, locked)
    row.save()
    if section is not None:
        kept = _section(locked, section)
        text_set(kept, figure_appended(kept.html, row.html), actor, is_new=True)
        search_text_update(locked)
    version = version_make(case=locked, actor=actor)
    _event("case_figure_inserted", f"satte tallet {_named(row)} ind i", actor, row, version.number)
    return row


@transaction.atomic
def figure_change(
    *, actor: Any, case: Case, figure: CaseFigure, wanted: FigureInput, based_on: int
) -> CaseFigure:
    """The figure asks something else, stands otherwise or has other words beside it. Refused where
    somebody else changed it since the revision it is based on.
    """
    locked = case_open(actor, "case_edit", case)
    row = _row(locked, figure)
    if row.revision != based_on:
        raise Refusal(
            _("%(who)s has changed the figure meanwhile. Look at it, and change it again.")
            % {"who": row.changed_by}
        )
    before = row.html
    _write(row, wanted, locked)
    row.renewed_from = ""
    row.changed_by = actor
    row.revision += 1
    row.save()
    texts_set(locked, actor)
    search_text_update(locked)
    version = version_make(case=locked, actor=actor)
    if row.html != before:
        _event("case_figure_changed", f"ændrede tallet {_named(row)} i", actor, row, version.number)
    return row


@transaction.atomic
def figure_remove(*, actor: Any, case: Case, figure: CaseFigure) -> None:
    """Take the figure out of the text everywhere it stands; a version brings it back."""
    locked = case_open(actor, "case_edit", case)
    row = _row(locked, figure)
    is_there = False
    for section in Section.objects.select_for_update().filter(case=locked):
        html = figure_taken(section.html, row.key)
        if html != section.html:
            text_set(section, html, actor, is_new=True)
            is_there = True
    if not is_there:
        return
    search_text_update(locked)
    version = version_make(case=locked, actor=actor)
    _event("case_figure_removed", f"tog tallet {_named(row)} ud af", actor, row, version.number)


def figure_preview(case: Case, wanted: FigureInput, key: str = "t1") -> tuple[Shown, str]:
    """The answer and the HTML that the figure would have. Raises Refusal."""
    style = style_of(case.municipality)
    shown = shown_of(wanted.asked, case.municipality, smallest=style.smallest_cell)
    return shown, figure_html(
        shown,
        style,
        key=key,
        form=wanted.form,
        is_named=wanted.is_named,
        words=wanted.words,
        case=case.pk,
    )


def figure_computed(row: CaseFigure, case: Case) -> tuple[Shown, str]:
    """The answer and the HTML of a figure as the data are now. Raises Refusal."""
    wanted = FigureInput(Asked.of(row), row.form, row.is_named, row.words)
    return figure_preview(case, wanted, row.key)


def _write(row: CaseFigure, wanted: FigureInput, case: Case) -> None:
    asked = wanted.asked
    if len(wanted.words) > LONGEST_WORDS:
        raise Refusal(_("The words beside the figure are too many."), "words")
    if wanted.form == FigureForm.NUMBER and (asked.by or asked.periods != 1):
        raise Refusal(_("A number in running text is not split; choose a table."), "form")
    declared = indicator_of(asked.indicator).declared
    row.indicator, row.period = asked.indicator, asked.period
    row.grain = asked.grain or declared.grains[0].value
    row.periods, row.by = asked.periods, asked.by
    row.where, row.given = dict(asked.where), dict(asked.given)
    row.price_level, row.form = asked.price_level, wanted.form
    row.is_named, row.words = wanted.is_named, wanted.words
    row.shown, row.html = figure_computed(row, case)
    row.shown_at = timezone.now()


def _row(case: Case, figure: CaseFigure) -> CaseFigure:
    row = CaseFigure.objects.select_for_update().filter(pk=figure.pk, case=case).first()
    if row is None:
        raise Refusal(_("The figure is no longer in the case. Load the page again."))
    return row


def _section(case: Case, section: Section) -> Section:
    row = Section.objects.select_for_update().filter(pk=section.pk, case=case).first()
    if row is None:
        raise Refusal(_("The section is no longer in the case. Load the page again."))
    if AppropriationStatement.objects.filter(section=row).exists():
        raise Refusal(_("The appropriation statement is written in its form, not as text."))
    return row


def _named(row: CaseFigure) -> str:
    return f"»{row.shown['title']}« ({row.shown['period']})"


def _event(code: str, did: str, actor: Any, row: CaseFigure, version: int) -> None:
    event_record(
        code=code,
        sentence=f"{actor} {did} {case_in_words(row.case)}.",
        actor=actor,
        subject=row.case,
        details={"figure": row.key, "indicator": row.indicator, "version": version},
    )
