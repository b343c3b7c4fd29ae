"""The list of what was referred and is on no agenda."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sagsgang.web.bodies.standing import is_staff, standing_of
from sagsgang.web.design.page import Crumb
from sagsgang.web.routes.selectors import forgotten_bodies, referred_and_forgotten
from sagsgang.web.routes.wording import WHYS

A_PAGE = 50


@login_required
@require_safe
def forgotten(request: HttpRequest) -> HttpResponse:
    """What the reader may see of it, for one body or all, what is due first."""
    if not is_staff(standing_of(request.user)):
        raise PermissionDenied("forgotten")
    bodies = forgotten_bodies(request.user)
    wanted = request.GET.get("udvalg", "")
    body = next((each for each in bodies if str(each.pk) == wanted), None)
    rows = referred_and_forgotten(user=request.user, body=body)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("side"))
    context = {
        "page": page,
        "rows": [(row, WHYS[row.why]) for row in page],
        "due": sum(row.is_due for row in rows),
        "count": len(rows),
        "bodies": bodies,
        "body": body,
        "trail": [Crumb(_("Referred, but on no agenda"))],
    }
    return render(request, "routes/forgotten.html", context)
