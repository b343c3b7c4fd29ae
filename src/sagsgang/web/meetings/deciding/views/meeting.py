"""What is written on many items at once, and on one that was not on the agenda."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.deciding import services
from sagsgang.web.meetings.deciding.asking import QUESTIONS, Asked
from sagsgang.web.meetings.deciding.forms import ManyForm, TakeUpForm
from sagsgang.web.meetings.deciding.undecided import phrases_alone, stops_waiting_at, undecided
from sagsgang.web.meetings.models import Meeting
from sagsgang.web.meetings.permissions import meeting_may


@login_required
@require_POST
def many(request: HttpRequest, pk: int) -> HttpResponse:
    """The same decision for the chosen items."""
    meeting = _found(request, pk, "decision_record")
    form = ManyForm(
        request.POST,
        prefix="many",
        items=undecided(request.user, meeting),
        phrases=phrases_alone(meeting.plan.body),
    )
    question: list[Any] = []

    def do() -> dict[str, Any]:
        try:
            made = services.decisions_record_many(
                actor=request.user, confirmed=request.POST.getlist("confirmed"), **form.given()
            )
        except Asked as asked:
            question.append((asked.code, QUESTIONS[asked.code]))
            raise
        said = ngettext("%(count)s item is decided.", "%(count)s items are decided.", len(made))
        messages.success(request, said % {"count": len(made)})
        return {"decisions": [each.pk for each in made]}

    if form.is_valid() and form.once("decisions_record_many", do) is not None:
        return see_other(_back(request, meeting))
    context = {"many": form, "question": question[0] if question else None}
    return _page(request, meeting, _("Many items at once"), context)


@login_required
@require_POST
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    """An item that is not on the agenda, because everyone agrees."""
    meeting = _found(request, pk, "item_take_up")
    form = TakeUpForm(request.POST, prefix="take", stops=stops_waiting_at(request.user, meeting))

    def do() -> dict[str, Any]:
        given = {name: form.cleaned_data[name] for name in ("stop", "title", "all_agree")}
        made = services.item_take_up(actor=request.user, meeting=meeting, **given)
        messages.success(request, _("The item is taken up."))
        return {"item": made.pk}

    if form.is_valid():
        done = form.once("item_take_up", do)
        if done is not None:
            return see_other(reverse("meetings:decision", args=[done["item"]]))
    return _page(request, meeting, _("Take an item up"), {"take_up": form})


def _found(request: HttpRequest, pk: int, operation: str) -> Meeting:
    found = Meeting.objects.select_related("plan__body__municipality").filter(pk=pk).first()
    if found is None or not meeting_may(request.user, "meeting_read", found):
        raise Http404
    if not meeting_may(request.user, operation, found):
        raise PermissionDenied(operation)
    return found


def _back(request: HttpRequest, meeting: Meeting) -> str:
    asked = request.POST.get("next", "")
    is_ours = asked.startswith("/") and not asked.startswith("//")
    return asked if is_ours else meeting_address(meeting)


def _page(
    request: HttpRequest, meeting: Meeting, title: str, context: dict[str, Any]
) -> HttpResponse:
    trail = [
        Crumb(_("Meetings"), "/moeder/"),
        Crumb(str(meeting.plan.body), meeting_address(meeting)),
        Crumb(title),
    ]
    context |= {"meeting": meeting, "title": title, "trail": trail, "next": _back(request, meeting)}
    return render(request, "meetings/deciding/meeting_page.html", context, status=400)
