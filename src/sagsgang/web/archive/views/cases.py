"""The page of a case number: its way over bodies and meetings."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sagsgang.web.archive.pages.case_page import case_page
from sagsgang.web.archive.pages.trail import trail
from sagsgang.web.bodies.selectors import municipality_get


@require_GET
def case(request: HttpRequest, municipality: str, case: str) -> HttpResponse:
    """Every treatment of a case in a municipality."""
    found = municipality_get(slug=municipality)
    page = case_page(municipality=found, slug=case) if found else None
    if found is None or page is None:
        raise Http404
    steps = trail(municipality=found, last=_("Case %(number)s") % {"number": page.number})
    return render(request, "archive/case.html", {"page": page, "trail": steps})
