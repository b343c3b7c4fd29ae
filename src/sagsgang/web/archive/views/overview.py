"""The pages that lead to the documents: front page, municipalities, a municipality, a body."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sagsgang.searching import query_help
from sagsgang.web.archive import selectors
from sagsgang.web.archive.pages.completeness import completeness
from sagsgang.web.archive.pages.trail import trail
from sagsgang.web.archive.permissions import may_check_on_site, may_import_on_site
from sagsgang.web.bodies.selectors import body_get, municipality_get
from sagsgang.web.design.page import Crumb

_LATEST_ON_FRONT = 8


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Search, checking a file, the municipalities, the newest meetings; an empty archive says what
    to do.
    """
    context = {
        "is_empty": selectors.archive_is_empty(),
        "municipalities": selectors.municipality_rows(),
        "latest": selectors.latest_meetings(at_most=_LATEST_ON_FRONT),
        "may_import": may_import_on_site(),
        "may_check": may_check_on_site(),
        "help": query_help(get_language() or "da"),
    }
    return render(request, "archive/front.html", context)


@require_GET
def municipalities(request: HttpRequest) -> HttpResponse:
    """Every municipality that has meetings."""
    context = {
        "trail": [Crumb(_("Municipalities"))],
        "municipalities": selectors.municipality_rows(),
        "may_import": may_import_on_site(),
    }
    return render(request, "archive/municipalities.html", context)


@require_GET
def municipality(request: HttpRequest, municipality: str) -> HttpResponse:
    """The bodies of a municipality, how complete the archive is, and what may be missing."""
    found = municipality_get(slug=municipality)
    if found is None:
        raise Http404
    context = {
        "municipality": found,
        "trail": trail(municipality=found),
        "bodies": selectors.body_rows(municipality=found),
        "whole": completeness(selectors.held_meetings(municipality=found), timezone.localdate()),
    }
    return render(request, "archive/municipality.html", context)


@require_GET
def body(request: HttpRequest, municipality: str, body: str) -> HttpResponse:
    """The meetings of a body, by year."""
    found = body_get(municipality=municipality, slug=body)
    if found is None:
        raise Http404
    context = {
        "body": found,
        "municipality": found.municipality,
        "trail": trail(body=found),
        "years": selectors.meetings_by_year(body=found),
    }
    return render(request, "archive/body.html", context)
