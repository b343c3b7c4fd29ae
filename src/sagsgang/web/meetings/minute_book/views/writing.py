"""What a secretary does with minutes: lock them, set findings aside, remind, attach."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sagsgang.web.audit.answers import pressed
from sagsgang.web.cases.attachments.services import file_receive
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas import selectors as agendas
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.agendas.views.found import meeting_found, meeting_trail
from sagsgang.web.meetings.minute_book import services
from sagsgang.web.meetings.minute_book.checks import minutes_findings
from sagsgang.web.meetings.minute_book.forms import LateAttachmentForm, LockForm
from sagsgang.web.meetings.sending.forms import FindingForm, SetAsideForm


@login_required
@require_POST
def lock(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """Lock the minutes."""
    meeting = meeting_found(request, slug, place, "minutes_lock")

    def do() -> dict[str, Any]:
        return {"minutes": services.minutes_lock(actor=request.user, meeting=meeting).pk}

    form = LockForm(request.POST)
    if form.is_valid() and form.once("minutes_lock", do) is not None:
        said = _("The minutes are locked. Those who took part are asked to approve them.")
        messages.success(request, said)
    for errors in form.errors.values():
        messages.error(request, " ".join(map(str, errors)))
    return see_other(meeting_address(meeting, "minutes"))


@login_required
@require_POST
def remind(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """Remind those who have not approved."""
    meeting = meeting_found(request, slug, place, "minutes_remind")

    def do() -> dict[str, Any]:
        return {"told": services.minutes_remind(actor=request.user, meeting=meeting)}

    said = _("Those who have not approved yet are reminded.")
    return pressed(request, "minutes_remind", do, said, meeting_address(meeting, "minutes"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def set_aside(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """Set a finding aside with a reason."""
    meeting = meeting_found(request, slug, place, "minutes_lock")
    back = meeting_address(meeting, "minutes")
    form = SetAsideForm(request.POST or None, initial={"fingerprint": request.GET.get("fund", "")})
    form.fields["reason"].help_text = _("The reason is kept with the minutes.")
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data

        def do() -> dict[str, Any]:
            row = services.minutes_finding_set_aside(
                actor=request.user,
                meeting=meeting,
                fingerprint=data["fingerprint"],
                reason=data["reason"],
            )
            return {"row": row.pk}

        if form.once("minutes_finding_set_aside", do) is not None:
            messages.success(request, _("The finding is set aside with your reason."))
            return see_other(back)
    wanted = form["fingerprint"].value()
    found = next((f for f in minutes_findings(meeting) if f.fingerprint == wanted), None)
    context = {
        "meeting": meeting,
        "form": form,
        "finding": found,
        "back": back,
        "trail": meeting_trail(meeting, Crumb(_("Minutes"), back), Crumb(_("Set a finding aside"))),
    }
    status = 422 if form.errors else 200
    return render(request, "meetings/sending/set_aside.html", context, status=status)


@login_required
@require_POST
def take_up(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """Take a finding up again."""
    meeting = meeting_found(request, slug, place, "minutes_lock")
    given = FindingForm(request.POST)
    fingerprint = given.cleaned_data["fingerprint"] if given.is_valid() else ""

    def do() -> dict[str, Any]:
        services.minutes_finding_take_up(
            actor=request.user, meeting=meeting, fingerprint=fingerprint
        )
        return {}

    said = _("The finding is taken up again.")
    path = meeting_address(meeting, "minutes")
    return pressed(request, "minutes_finding_take_up", do, said, path)


@login_required
@require_http_methods(["GET", "POST"])
def attach(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """Attach a file that a decision asks for."""
    meeting = meeting_found(request, slug, place, "late_attach")
    items = {item.pk: item for item in agendas.items_of(meeting)}
    form = LateAttachmentForm(
        request.POST or None,
        request.FILES or None,
        items=items.values(),
        initial={"item": request.GET.get("punkt", "")},
    )
    if request.method == "POST" and form.is_valid() and _attached(request, form, items):
        messages.success(request, _("The attachment is added and marked as added later."))
        return see_other(meeting_address(meeting, "minutes"))
    back = meeting_address(meeting, "minutes")
    context = {
        "meeting": meeting,
        "form": form,
        "back": back,
        "trail": meeting_trail(meeting, Crumb(_("Minutes"), back), Crumb(_("Attachment"))),
    }
    status = 400 if form.errors else 200
    return render(request, "meetings/minute_book/attach.html", context, status=status)


def _attached(request: HttpRequest, form: LateAttachmentForm, items: dict[int, Any]) -> bool:
    data = form.cleaned_data
    try:
        received = file_receive(data["file"])
    except Refusal as refusal:
        form.add_error("file", str(refusal.message))
        return False

    def do() -> dict[str, Any]:
        row = services.late_attachment_add(
            actor=request.user,
            item=items[data["item"]],
            received=received,
            title=data["title"],
            because=data["because"],
            is_closed=data["is_closed"],
        )
        return {"attachment": row.pk}

    return form.once("late_attachment_add", do) is not None
