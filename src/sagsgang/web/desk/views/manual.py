"""Hjælp: the manual, opened at the page of the reader's own role."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sagsgang.web.design.page import Crumb
from sagsgang.web.desk.manual import START, manual_page, manual_pages, pages_of, picture_path

_DAY = 86400


@require_safe
def manual(request: HttpRequest, name: str = "") -> HttpResponse:
    """One page of the manual beside the list of all."""
    own = pages_of(request.user)
    page = manual_page(name or next(iter(own), START))
    if page is None:
        raise Http404
    context = {
        "page": page,
        "pages": [{"page": each, "is_own": each.name in own} for each in manual_pages()],
        "trail": [Crumb(_("Help"), reverse("desk:manual")), Crumb(page.title)],
    }
    return render(request, "desk/manual.html", context)


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A picture of the manual."""
    path = picture_path(name)
    if path is None:
        raise Http404
    response = FileResponse(path.open("rb"), content_type="image/png")
    response.headers["Cache-Control"] = f"public, max-age={_DAY}"
    return response
