"""A report that is released for a body's agenda becomes a draft case of briefing: its words, and
its figures as any that are put into a case, so that they follow the data until the agenda is sent.
"""

from html import escape
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.figures.periods import Period
from sagsgang.figures.report import Edition, EditionPart, as_case_html, edition_from
from sagsgang.minutes import SectionKind
from sagsgang.web.audit.events import Happening, event_record, event_subscribe
from sagsgang.web.audit.models import Event
from sagsgang.web.cases.figures.asking import MOST_PERIODS, Asked
from sagsgang.web.cases.figures.services import FigureInput, figure_insert, figure_preview
from sagsgang.web.cases.models import Case, CaseKind, CaseTemplate, FigureForm
from sagsgang.web.cases.permissions import body_may_get_case, case_may
from sagsgang.web.cases.services import FillInput, case_create, case_text_fill
from sagsgang.web.design.panels import Panel, panel_register
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.figures.models import ReportRelease, ReportSection
from sagsgang.web.figures.permissions import figures_may

MADE = "case_made_from_report"


def start() -> None:
    """Called once when the website starts."""
    event_subscribe("report_released", case_from_report)
    panel_register("report.released", Panel(10, "cases", cases_of_release))
    panel_register("case.side", Panel(25, "report", release_of_case))


def case_from_report(happening: Happening) -> None:
    """The case, where it was asked for and the releaser may make one for the body; from there it
    goes the way of every case: written on, approved, put on the agenda.
    """
    release = happening.subject
    body = release.report.body
    if not happening.details.get("is_for_agenda") or body is None:
        return
    template = _template(release.report.municipality_id)
    if template is None or not body_may_get_case(happening.actor, body):
        return
    case = case_create(
        actor=happening.actor,
        body=body,
        template=template,
        title=str(release)[:300],
        kind=CaseKind.BRIEFING,
    )
    section = case.sections.filter(kind=SectionKind.PRESENTATION).first() or case.sections.first()
    if section is not None:
        edition = edition_from(release.content)
        html = as_case_html(edition, _figures(happening.actor, case, release, edition))
        text = FillInput(section, html, section.revision)
        case_text_fill(actor=happening.actor, case=case, texts=[text])
    event_record(
        code=MADE,
        sentence=f"Rapporten “{release}” blev til en orienteringssag til {body}.",
        actor=happening.actor,
        subject=release,
        details={"case": case.pk},
    )


def _figures(actor: Any, case: Case, release: ReportRelease, edition: Edition) -> dict[int, str]:
    """The HTML of each part's figure by its place. What the store has no answer to for a case
    stays as the edition has it.
    """
    made = {}
    asked = zip(release.report.sections.all(), edition.parts, strict=True)
    for place, (section, part) in enumerate(asked):
        latest = _latest(part)
        if latest is None:
            continue
        wanted = _wanted(section, latest)
        try:
            shown, _html = figure_preview(case, wanted)
        except Refusal:
            continue
        if shown["rows"][-1]["cells"][-1]["value"] is None:
            continue
        row = figure_insert(actor=actor, case=case, wanted=wanted)
        made[place] = row.html
        if wanted.form == FigureForm.NUMBER:
            period = Period.parse(latest).in_danish()
            made[place] = f"<p>I {escape(period)}: {row.html} (tal {escape(part.cut_off)}).</p>"
    return made


def _wanted(section: ReportSection, period: str) -> FigureInput:
    """The figure that shows what the section shows: its picture with the table, the table alone,
    or the number.
    """
    form = FigureForm.NUMBER
    if section.has_picture or section.has_table:
        form = FigureForm.CHART if section.has_picture else FigureForm.TABLE
    is_number = form == FigureForm.NUMBER
    asked = Asked(
        indicator=section.indicator,
        period=period,
        grain=section.grain,
        periods=1 if is_number else min(section.count, MOST_PERIODS),
        by="" if is_number else section.by,
        where=section.limits,
    )
    return FigureInput(asked, form)


def _latest(part: EditionPart) -> str | None:
    """The newest period of which the edition knows the whole; None where the part has none."""
    wholes = [each for each in part.figures.get("figures", ()) if not each["group"]]
    known = [each["period"] for each in wholes if each["value"] is not None]
    return max(known, key=lambda code: Period.parse(code).last, default=None)


def release_of_case(request: HttpRequest, case: Any) -> SafeString | None:
    """The edition that the case was made of, for those who may read reports."""
    made = Event.objects.filter(code=MADE, details__case=case.pk).values_list("subject_key")
    found = made.first()
    if found is None or not figures_may(request.user, "figures_read", case.municipality):
        return None
    release = ReportRelease.objects.filter(pk=found[0].partition(":")[2]).first()
    return render_to_string("cases/parts/of_report.html", {"release": release}, request)


def cases_of_release(request: HttpRequest, release: Any) -> SafeString | None:
    """The case that the edition became, for those who may read it."""
    cases = [case for case in _cases(release) if case_may(request.user, "case_read", case)]
    if not cases:
        return None
    return render_to_string("cases/parts/from_report.html", {"cases": cases}, request)


def _cases(release: Any) -> QuerySet[Case]:
    made = Event.objects.filter(code=MADE, subject_key=f"{release._meta.model_name}:{release.pk}")
    return Case.objects.filter(pk__in=[each.details["case"] for each in made])


def _template(municipality: int) -> CaseTemplate | None:
    """The municipality's usual template; else the first in use."""
    found = CaseTemplate.objects.filter(municipality=municipality, is_active=True)
    return found.order_by("-is_default", "pk").first()
