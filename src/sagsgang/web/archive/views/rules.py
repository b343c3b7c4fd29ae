"""The pages of the checks: all of them, and each with its own page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sagsgang.checking.rule import Rule
from sagsgang.web.archive.pages.finding_view import severity_chip
from sagsgang.web.archive.pages.rule_pages import rule_list, rule_page
from sagsgang.web.design.page import Crumb


@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """Every check that documents go through."""
    rows = [(each, _title(each), severity_chip(each.severity)) for each in rule_list()]
    return render(request, "archive/rules.html", {"rows": rows, "trail": [Crumb(_("Checks"))]})


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
        "severity": severity_chip(page.rule.severity),
        "trail": crumbs,
    }
    return render(request, "archive/rule.html", context)


def _title(rule: Rule) -> str:
    return rule.title.in_language("en" if get_language() == "en" else "da")
