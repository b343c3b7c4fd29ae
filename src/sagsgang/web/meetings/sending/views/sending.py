"""The checks over everything before an agenda is sent, and the button that sends it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.permissions import meeting_may
from sagsgang.web.meetings.sending.forms import FindingForm, SendForm, SetAsideForm
from sagsgang.web.meetings.sending.preparing import Prepared, prepared_for
from sagsgang.web.meetings.sending.services import (
    agenda_finding_set_aside,
    agenda_finding_take_up,
    agenda_send,
    agenda_send_again,
)
from sagsgang.web.meetings.sending.views.found import meeting_found, meeting_trail


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def agenda_check(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """Everything found, what must be settled first; and sending, when nothing is left."""
    meeting = meeting_found(request, slug, place, "agenda_check")
    if request.method == "POST":
        return _send(request, meeting_found(request, slug, place, "agenda_send"))
    prepared = prepared_for(request.user, meeting)
    form = SendForm(is_late=prepared.asks_why)
    return _page(request, meeting, prepared, form)


def _send(request: HttpRequest, meeting: Any) -> HttpResponse:
    form = SendForm(request.POST, is_late=True)
    if form.is_valid():
        late = form.cleaned_data["late_because"]
        # What was sent once, on a page that did not know, is not sent again by the same form.
        send = agenda_send_again if request.POST.get("again") else agenda_send

        def do() -> dict[str, Any]:
            version = send(actor=request.user, meeting=meeting, late_because=late)
            return {"version": version.number}

        details = form.once("agenda_send", do)
        if details is not None:
            said = _("The agenda is sent as version %(number)s.")
            messages.success(request, said % {"number": details["version"]})
            return see_other(meeting_address(meeting, "agenda"))
    prepared = prepared_for(request.user, meeting)
    if not prepared.asks_why and "late_because" not in form.errors:
        del form.fields["late_because"]
    return _page(request, meeting, prepared, form, status=422)


def _page(
    request: HttpRequest, meeting: Any, prepared: Prepared, form: SendForm, status: int = 200
) -> HttpResponse:
    may_send = meeting_may(request.user, "agenda_send", meeting)
    context = {
        "meeting": meeting,
        "prepared": prepared,
        "rows": [(finding, _button(finding.fingerprint)) for finding in prepared.findings],
        "form": form,
        "may_send": may_send,
        "urls": {
            name: meeting_address(meeting, name)
            for name in ("agenda", "agenda_check", "agenda_set_aside", "agenda_take_up", "versions")
        },
        "trail": meeting_trail(meeting, Crumb(_("Check and send"))),
    }
    return render(request, "meetings/sending/check.html", context, status=status)


def _button(fingerprint: str) -> FindingForm:
    return FindingForm(initial={"fingerprint": fingerprint}, auto_id=False)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def agenda_set_aside(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """The form that sets a finding aside with a reason."""
    meeting = meeting_found(request, slug, place, "agenda_send")
    back = meeting_address(meeting, "agenda_check")
    status = 200
    if request.method == "POST":
        form = SetAsideForm(request.POST)
        if form.is_valid():
            data = form.cleaned_data

            def do() -> dict[str, Any]:
                row = agenda_finding_set_aside(
                    actor=request.user,
                    meeting=meeting,
                    fingerprint=data["fingerprint"],
                    reason=data["reason"],
                )
                return {"row": row.pk}

            if form.once("agenda_finding_set_aside", do) is not None:
                messages.success(
                    request, _("The finding is set aside. The reason is printed on the agenda.")
                )
                return see_other(back)
        status = 422
    else:
        form = SetAsideForm(initial={"fingerprint": request.GET.get("fund", "")})
    wanted = form["fingerprint"].value()
    findings = prepared_for(request.user, meeting).findings
    context = {
        "meeting": meeting,
        "form": form,
        "finding": next((each for each in findings if each.fingerprint == wanted), None),
        "back": back,
        "trail": meeting_trail(
            meeting, Crumb(_("Check and send"), back), Crumb(_("Set aside a finding"))
        ),
    }
    return render(request, "meetings/sending/set_aside.html", context, status=status)


@login_required
@require_POST
def agenda_take_up(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """Undo: the finding is shown again."""
    meeting = meeting_found(request, slug, place, "agenda_send")
    form = FindingForm(request.POST)
    if form.is_valid():

        def do() -> dict[str, Any]:
            agenda_finding_take_up(
                actor=request.user,
                meeting=meeting,
                fingerprint=form.cleaned_data["fingerprint"],
            )
            return {}

        if form.once("agenda_finding_take_up", do) is None:
            messages.error(request, " ".join(form.non_field_errors()))
    return see_other(meeting_address(meeting, "agenda_check"))
