"""A report that is released for a body's agenda becomes a draft case of briefing, with its words,
and with its figures as figures of the case that follow the data.
"""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sagsgang.figures.periods import Period
from sagsgang.figures.report import EditionPart, as_case_html, edition_from
from sagsgang.minutes import SectionKind
from sagsgang.web.audit.events import Happening, event_record, event_subscribe
from sagsgang.web.audit.models import Event
from sagsgang.web.cases import services
from sagsgang.web.cases.figures.asking import MOST_PERIODS, Asked
from sagsgang.web.cases.figures.services import FigureInput, figure_insert
from sagsgang.web.cases.models import Case, CaseKind, CaseTemplate, FigureForm
from sagsgang.web.cases.permissions import body_may_get_case, case_may
from sagsgang.web.design.panels import Panel, panel_register
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.figures.report.reading import release_get

MADE = "case_made_from_report"


def start() -> None:
    """Called once when the website starts."""
    event_subscribe("report_released", case_from_report)
    panel_register("report.released", Panel(10, "cases", cases_of_release))
    panel_register("case.side", Panel(15, "report", report_of_case))
    panel_register("case.write.side", Panel(4, "report", report_of_case))


@transaction.atomic
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
    case = services.case_create(
        actor=happening.actor,
        body=body,
        template=template,
        title=str(release)[:300],
        kind=CaseKind.BRIEFING,
    )
    section = case.sections.filter(kind=SectionKind.PRESENTATION).first() or case.sections.first()
    as_text: list[dict[str, str]] = []
    if section is not None:
        edition = edition_from(release.content)
        live = {}
        for place, part in enumerate(edition.parts):
            if part.trouble:
                continue
            try:
                live[place] = _figure(happening.actor, case, part)
            except Refusal as refused:
                as_text.append({"title": part.title, "why": str(refused.message)})
        html = as_case_html(edition, live)
        text = services.FillInput(section, html, section.revision)
        services.case_text_fill(actor=happening.actor, case=case, texts=[text])
    event_record(
        code=MADE,
        sentence=f"Rapporten “{release}” blev til en orienteringssag til {body}.",
        actor=happening.actor,
        subject=release,
        details={"case": case.pk, "as_text": as_text},
    )


def _figure(actor: Any, case: Case, part: EditionPart) -> str:
    """The section's figure as one of the case, of the edition's own periods; its HTML. Raises
    Refusal where a case cannot have it.
    """
    told = part.figures
    periods = sorted({Period.parse(each["period"]) for each in told["figures"]})
    is_number = not part.pictures and not part.rows
    if is_number:
        # The newest that the edition tells, not a period that has no value yet.
        wholes = [each for each in told["figures"] if not each["group"]]
        valued = [Period.parse(each["period"]) for each in wholes if each["value"] is not None]
        periods = [max(valued)] if valued else periods[-1:]
    if len(periods) > MOST_PERIODS:
        raise Refusal(
            _("A figure in a case goes back %(most)s periods at most.") % {"most": MOST_PERIODS}
        )
    asked = Asked(
        indicator=told["indicator"],
        period=str(periods[-1]),
        grain=periods[-1].grain.value,
        periods=len(periods),
        by="" if is_number else told["by"],
        where=told["where"],
    )
    form = FigureForm.CHART if part.pictures else FigureForm.TABLE
    wanted = FigureInput(asked, FigureForm.NUMBER if is_number else form)
    html = figure_insert(actor=actor, case=case, wanted=wanted).html
    return f"<p>{html} ({periods[-1].in_danish()}).</p>" if is_number else html


def cases_of_release(request: HttpRequest, release: Any) -> SafeString | None:
    """The case that the edition became, for those who may read it."""
    cases = [case for case in _cases(release) if case_may(request.user, "case_read", case)]
    if not cases:
        return None
    return render_to_string("cases/parts/from_report.html", {"cases": cases}, request)


def report_of_case(request: HttpRequest, case: Case) -> SafeString | None:
    """The edition that the case was made from, for those who may read it, and which of its
    sections stand as text.
    """
    made = Event.objects.filter(code=MADE, details__case=case.pk).first()
    if made is None:
        return None
    release = release_get(request.user, int(made.subject_key.partition(":")[2]))
    if release is None:
        return None
    context = {"release": release, "as_text": made.details.get("as_text", [])}
    return render_to_string("cases/parts/report_of_case.html", context, request)


def _cases(release: Any) -> QuerySet[Case]:
    made = Event.objects.filter(code=MADE, subject_key=f"{release._meta.model_name}:{release.pk}")
    return Case.objects.filter(pk__in=[each.details["case"] for each in made])


def _template(municipality: int) -> CaseTemplate | None:
    """The municipality's usual template; else the first in use."""
    found = CaseTemplate.objects.filter(municipality=municipality, is_active=True)
    return found.order_by("-is_default", "pk").first()
