"""The pages of the checks: all of them, and each with its own page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sagsgang.checking import Severity, Status
from sagsgang.checking.rule import Rule
from sagsgang.web.archive.pages.finding_view import ON_TRIAL, severity_chip, weights
from sagsgang.web.archive.pages.outcomes import Chip
from sagsgang.web.archive.pages.rule_pages import rule_page, rules_by_family
from sagsgang.web.design.page import Crumb


@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """Every check that documents go through."""
    families = [
        (family, [(each, _title(each), _chips(each)) for each in family.rules])
        for family in rules_by_family()
    ]
    context = {"families": families, "meanings": weights(), "trail": [Crumb(_("Checks"))]}
    return render(request, "archive/rules.html", context)


@require_GET
def rule(request: HttpRequest, code: str) -> HttpResponse:
    """A check's own page: what it looks for, why, and what to write instead."""
    page = rule_page(code)
    if page is None:
        raise Http404
    crumbs = [Crumb(_("Checks"), reverse("archive:rules")), Crumb(page.rule.code)]
    context = {
        "page": page,
        "title": _title(page.rule),
        "chips": _chips(page.rule),
        "meanings": [each for each in weights() if each.chip in _chips(page.rule)],
        "trail": crumbs,
    }
    return render(request, "archive/rule.html", context)


def _chips(rule: Rule) -> list[Chip]:
    """How much a finding weighs, and whether the rule is still on trial."""
    is_trial = rule.status is Status.TRIAL
    is_lowered = is_trial and rule.severity is Severity.BLOCKS
    severity = severity_chip(Severity.WARNS if is_lowered else rule.severity)
    return [severity, ON_TRIAL] if is_trial else [severity]


def _title(rule: Rule) -> str:
    return rule.title.in_language("en" if get_language() == "en" else "da")
