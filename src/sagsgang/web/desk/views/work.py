"""Mit arbejde, and the search over what one may see."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sagsgang.web.bodies.standing import is_staff, standing_of
from sagsgang.web.design.page import Crumb
from sagsgang.web.desk.found import everything_found
from sagsgang.web.desk.waiting import waiting_for

_LONGEST_QUERY = 200


@login_required
@require_GET
def work(request: HttpRequest) -> HttpResponse:
    """What waits for me, by deadline."""
    rows = waiting_for(request.user)
    context = {
        "trail": [Crumb(_("My work"))],
        "rows": rows,
        "late": sum(row.is_late for row in rows),
        "is_staff": is_staff(standing_of(request.user)),
        "is_administrator": standing_of(request.user).is_administrator,
    }
    return render(request, "desk/work.html", context)


@login_required
@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Cases, bodies and policies with the words; what may not be seen is not there."""
    words = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:_LONGEST_QUERY]
    context = {
        "trail": [Crumb(_("My work"), "/arbejde/"), Crumb(_("Search"))],
        "words": words,
        "found": everything_found(user=request.user, words=words),
    }
    return render(request, "desk/search.html", context)
