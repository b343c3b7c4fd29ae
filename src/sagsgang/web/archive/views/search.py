"""The page that finds items in the whole archive."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sagsgang.web.archive.pages.search_page import search_page
from sagsgang.web.design.page import Crumb


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """What is searched for stands in the address, so that a search can be kept and passed on."""
    page = search_page(asked=request.GET, language=get_language() or "da")
    context = {"page": page, "trail": [Crumb(_("Search"))]}
    return render(request, "archive/search.html", context)
