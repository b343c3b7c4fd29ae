"""The calendar of meetings: what is to come and what was held, as far as the reader may see it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas import services
from sagsgang.web.meetings.agendas.forms.items import ClickForm
from sagsgang.web.meetings.agendas.selectors.listing import (
    activities_coming,
    bodies_followed,
    plans_coming,
    plans_over,
    rows_of,
)
from sagsgang.web.meetings.agendas.selectors.meetings import plan_at
from sagsgang.web.meetings.agendas.views.found import clicked, place_parts
from sagsgang.web.meetings.permissions import body_require

PER_PAGE = 50


@require_GET
@login_required
def meeting_list(request: HttpRequest) -> HttpResponse:
    """Meetings to come, or with `?vis=holdte` those that are over."""
    is_over = request.GET.get("vis") == "holdte"
    plans = plans_over(request.user) if is_over else plans_coming(request.user)
    bodies = bodies_followed(request.user)
    chosen = next((body for body in bodies if body.slug == request.GET.get("udvalg")), None)
    if chosen is not None:
        plans = plans.filter(body=chosen)
    page = Paginator(plans, PER_PAGE).get_page(request.GET.get("side"))
    context = {
        "trail": [Crumb(_("Meetings"))],
        "is_over": is_over,
        "page": page,
        "rows": rows_of(request.user, list(page)),
        "activities": [] if is_over else activities_coming(request.user, chosen)[:PER_PAGE],
        "bodies": bodies,
        "chosen": chosen,
    }
    return render(request, "meetings/agendas/list.html", context)


@require_POST
@login_required
def prepare(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """Begin the agenda of a meeting on the plan."""
    day, number = place_parts(place)
    plan = plan_at(request.user, slug, day, number)
    if plan is None:
        raise Http404
    body_require(request.user, "meeting_prepare", plan.body)
    made: list[object] = []

    def do() -> object:
        made.append(services.meeting_prepare(actor=request.user, plan=plan))
        return made[0]

    if clicked(request, ClickForm(request.POST), "meeting_prepare", do, ""):
        if made:
            messages.success(request, _("The agenda is begun."))
        return see_other(reverse("meetings:building", args=[slug, place]))
    return see_other(reverse("meetings:list"))
