"""The page of the cases that one may see."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sagsgang.web.cases.labels import STATES
from sagsgang.web.cases.listing.menu import has_cases
from sagsgang.web.cases.listing.selectors import Asked, bodies_to_choose, case_page
from sagsgang.web.cases.listing.words import ORDER_WORDS, WHOSE_WORDS
from sagsgang.web.cases.selectors import bodies_for_cases
from sagsgang.web.design.page import Crumb


@login_required
@require_safe
def case_list(request: HttpRequest) -> HttpResponse:
    """What one may see, narrowed and ordered by the address."""
    if not has_cases(request):
        raise PermissionDenied("case_read")
    asked = Asked.of(request.GET)
    context = {
        "asked": asked,
        "page": case_page(user=request.user, asked=asked),
        "bodies": bodies_to_choose(user=request.user),
        "may_create": bool(bodies_for_cases(request.user)),
        "states": STATES.items(),
        "orders": ORDER_WORDS.items(),
        "whose": WHOSE_WORDS.items(),
        "trail": [Crumb(_("Cases"))],
    }
    return render(request, "cases/listing/list.html", context)
