"""What figures put on the pages of a case: a button at each section, a list beside the text."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.figures.registry import all_indicators
from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.cases.figures.selectors import FigureRow, figure_rows
from sagsgang.web.cases.models import AppropriationStatement, Case, Section
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.design.panels import Panel, panel_register


@dataclass(frozen=True, slots=True)
class _WithButton:
    row: FigureRow
    button: OperationForm

    def __getattr__(self, name: str) -> Any:
        return getattr(self.row, name)


def register() -> None:
    """Called once by the app."""
    panel_register("case.write.section", Panel(5, "figure", insert_link))
    panel_register("case.write.side", Panel(5, "figures", writing_panel))
    panel_register("case.side", Panel(20, "figures", reading_panel))


def insert_link(request: HttpRequest, section: Section) -> SafeString | None:
    """ "Indsæt tal" under a section."""
    if not all_indicators() or AppropriationStatement.objects.filter(section=section).exists():
        return None
    return render_to_string("cases/figures/link.html", {"section": section}, request)


def writing_panel(request: HttpRequest, case: Case) -> SafeString | None:
    """The list where the case is written."""
    return _panel(request, case, may_edit=case_may(request.user, "case_edit", case))


def reading_panel(request: HttpRequest, case: Case) -> SafeString | None:
    """The list where the case is read."""
    return _panel(request, case, may_edit=False)


def _panel(request: HttpRequest, case: Case, *, may_edit: bool) -> SafeString | None:
    rows = [
        _WithButton(row, OperationForm(auto_id=False)) for row in figure_rows(request.user, case)
    ]
    if not rows:
        return None
    context = {"case": case, "rows": rows, "may_edit": may_edit}
    return render_to_string("cases/figures/list.html", context, request)
