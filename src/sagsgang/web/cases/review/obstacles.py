"""What stands in the way of a case's approval, and where each thing is put right."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from sagsgang.web.cases.appropriation.selectors import appropriation_problems
from sagsgang.web.cases.attachments.selectors import attachments_holding_up
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.review.finance import Finance, FinanceState, finance_of
from sagsgang.web.cases.review.findings import blocking_findings
from sagsgang.web.cases.selectors import case_unfinished
from sagsgang.web.cases.services.states import unfinished_in_words


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A sentence that says what is wrong, and the address of the page where it is solved."""

    text: str
    path: str
    link: str


def obstacles_of(case: Case) -> list[Obstacle]:
    """Everything that must be solved before the case can be approved; empty: nothing."""
    found = []
    if unfinished := case_unfinished(case):
        found.append(
            Obstacle(
                unfinished_in_words(unfinished),
                reverse("cases:case", args=[case.pk]),
                _("Go to the case"),
            )
        )
    path = reverse("cases:appropriation", args=[case.pk])
    for problem in appropriation_problems(case):
        said = _("The appropriation statement: %(problem)s") % {"problem": problem}
        found.append(Obstacle(said, path, _("Go to the appropriation statement")))
    found += _finance(case, finance_of(case))
    for finding in blocking_findings(case):
        path = reverse("cases:case_checks", args=[case.pk])
        found.append(Obstacle(finding, path, _("Go to the checks")))
    attachments = reverse("cases:attachments", kwargs={"pk": case.pk})
    for row in attachments_holding_up(case=case):
        said = _("The attachment “%(title)s” must not be published as it is: %(finding)s") % {
            "title": row.attachment.title,
            "finding": row.newest.blocking[0]["message"],
        }
        found.append(Obstacle(said, attachments, _("Go to the attachments")))
    return found


def _finance(case: Case, finance: Finance) -> list[Obstacle]:
    if not case.has_financial_implications and finance.state is not FinanceState.OUTDATED:
        return []
    said = {
        FinanceState.NOT_ASKED: _("The case has financial implications, and no finance statement."),
        FinanceState.WAITING: _("Finance has been asked for a statement and has not answered yet."),
        FinanceState.OUTDATED: _(
            "The text about money has been changed since the finance statement was given. "
            "Ask for it to be renewed."
        ),
    }.get(finance.state)
    if said is None:
        return []
    path = reverse("cases:finance", kwargs={"pk": case.pk})
    return [Obstacle(said, path, _("Go to the finance statement"))]
