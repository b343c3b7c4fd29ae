"""A report that is released for a body's agenda becomes a draft case of briefing, with its text."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.figures.report import as_case_html, edition_from
from sagsgang.minutes import SectionKind
from sagsgang.web.audit.events import Happening, event_record, event_subscribe
from sagsgang.web.audit.models import Event
from sagsgang.web.cases.models import Case, CaseKind, CaseTemplate
from sagsgang.web.cases.permissions import body_may_get_case, case_may
from sagsgang.web.cases.services import FillInput, case_create, case_text_fill
from sagsgang.web.design.panels import Panel, panel_register

MADE = "case_made_from_report"


def start() -> None:
    """Called once when the website starts."""
    event_subscribe("report_released", case_from_report)
    panel_register("report.released", Panel(10, "cases", cases_of_release))


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
        html = as_case_html(edition_from(release.content))
        text = FillInput(section, html, section.revision)
        case_text_fill(actor=happening.actor, case=case, texts=[text])
    event_record(
        code=MADE,
        sentence=f"Rapporten “{release}” blev til en orienteringssag til {body}.",
        actor=happening.actor,
        subject=release,
        details={"case": case.pk},
    )


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
