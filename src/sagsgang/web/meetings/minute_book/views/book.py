"""The minute book of a body, and what it says of one meeting: each entry, and whether it holds."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sagsgang.web.bodies.models import Body
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.agendas.views.found import meeting_found, meeting_trail
from sagsgang.web.meetings.minute_book.selectors import book_shown
from sagsgang.web.meetings.permissions import body_may


@login_required
@require_safe
def book(request: HttpRequest, slug: str) -> HttpResponse:
    """The whole book, the newest entries first."""
    bodies = Body.objects.select_related("municipality").filter(is_in_workplace=True)
    body = get_object_or_404(bodies, slug=slug)
    if not body_may(request.user, "minute_book_read", body):
        raise Http404
    trail = [
        Crumb(str(body), reverse("bodies:body", args=[slug])),
        Crumb(_("Minute book")),
    ]
    return _page(request, body, None, trail)


@login_required
@require_safe
def book_of_meeting(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """What the book says of one meeting, as it was written."""
    meeting = meeting_found(request, slug, place, "minutes_read")
    trail = meeting_trail(
        meeting,
        Crumb(_("Minutes"), meeting_address(meeting, "minutes")),
        Crumb(_("Minute book")),
    )
    return _page(request, meeting.plan.body, meeting, trail)


def _page(request: HttpRequest, body: Any, meeting: Any, trail: list[Crumb]) -> HttpResponse:
    shown = book_shown(request.user, body, meeting)
    entries = shown.entries if meeting else shown.entries[::-1]
    context = {
        "body": body,
        "meeting": meeting,
        "shown": shown,
        "page": Paginator(entries, 100).get_page(request.GET.get("side")),
        "trail": trail,
    }
    return render(request, "meetings/minute_book/book.html", context)
