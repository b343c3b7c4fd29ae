"""The minutes as one may read them, how far they are, and approving them."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sagsgang.web.cases.attachments.serving import file_sent
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.agendas.views.found import meeting_found, meeting_trail
from sagsgang.web.meetings.minute_book import selectors, services
from sagsgang.web.meetings.minute_book.checks import minutes_findings
from sagsgang.web.meetings.minute_book.document import minutes_locked, minutes_seen
from sagsgang.web.meetings.minute_book.forms import LockForm, SignForm
from sagsgang.web.meetings.minute_book.showing import document_shown, sheet_pdf
from sagsgang.web.meetings.permissions import meeting_may
from sagsgang.web.meetings.sending.forms import FindingForm


@login_required
@require_safe
def minutes(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """The minutes, and what is still to be done with them."""
    meeting = meeting_found(request, slug, place, "minutes_read")
    return render(request, "meetings/minute_book/minutes.html", minutes_context(request, meeting))


def minutes_context(request: HttpRequest, meeting: Any) -> dict[str, Any]:
    """What the page of the minutes shows."""
    locked = minutes_locked(meeting)
    may_lock = meeting_may(request.user, "minutes_lock", meeting) and locked is None
    seen = minutes_seen(request.user, meeting)
    approval = selectors.approval_of(meeting, locked) if locked else None
    own = selectors.seat_to_sign(request.user, meeting) if locked else None
    findings = minutes_findings(meeting) if may_lock else []
    return {
        "meeting": meeting,
        "locked": locked,
        "seen": seen,
        "shown": document_shown(seen.minutes),
        "approval": approval,
        "waits_for_me": bool(approval and own and own.pk in {seat.pk for seat in approval.missing}),
        "may_lock": may_lock,
        "lock_form": LockForm(),
        "may_remind": bool(locked and meeting_may(request.user, "minutes_remind", meeting)),
        "may_attach": meeting_may(request.user, "late_attach", meeting),
        "rows": [
            (finding, FindingForm(initial={"fingerprint": finding.fingerprint}, auto_id=False))
            for finding in findings
        ],
        "is_blocked": any(finding.blocks for finding in findings),
        "late": selectors.late_attachments_of(request.user, meeting),
        "trail": meeting_trail(meeting, Crumb(_("Minutes"))),
    }


@login_required
@require_http_methods(["GET", "POST"])
@reauthentication_required
def sign(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """Read and approve; whoever does so has just proved that it is she."""
    meeting = meeting_found(request, slug, place, "minutes_sign")
    locked = minutes_locked(meeting)
    seat = selectors.seat_to_sign(request.user, meeting) if locked else None
    if locked is None or seat is None:
        raise PermissionDenied("minutes_sign")
    seen = minutes_seen(request.user, meeting)
    form = SignForm(request.POST or None, initial={"sha256": seen.sha256})
    if request.method == "POST" and form.is_valid():

        def do() -> dict[str, Any]:
            row = services.minutes_sign_off(
                actor=request.user,
                meeting=meeting,
                sha256=form.cleaned_data["sha256"],
                reservation=form.cleaned_data["reservation"],
            )
            return {"sign_off": row.pk}

        if form.once("minutes_sign_off", do) is not None:
            messages.success(request, _("You have approved the minutes."))
            return see_other(meeting_address(meeting, "minutes"))
        # What was added meanwhile is on the page now, and is what the button approves.
        form.data = form.data.copy()
        form.data["sha256"] = seen.sha256
    approval = selectors.approval_of(meeting, locked)
    context = {
        "meeting": meeting,
        "seen": seen,
        "shown": document_shown(seen.minutes),
        "form": form,
        "approval": approval,
        "has_signed": seat.pk not in {each.pk for each in approval.missing},
        "trail": meeting_trail(
            meeting,
            Crumb(_("Minutes"), meeting_address(meeting, "minutes")),
            Crumb(_("Approve")),
        ),
    }
    status = 400 if form.errors else 200
    return render(request, "meetings/minute_book/sign.html", context, status=status)


@login_required
@require_safe
def signature_sheet(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """Who took part, and who has approved what, on one sheet to print."""
    meeting = meeting_found(request, slug, place, "minutes_read")
    if minutes_locked(meeting) is None:
        raise Http404
    seen = minutes_seen(request.user, meeting)
    return HttpResponse(
        sheet_pdf(seen),
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'inline; filename="underskriftsblad-{slug}-{place}.pdf"',
            "Cache-Control": "private, no-store",
        },
    )


@login_required
@require_safe
def attachment(request: HttpRequest, slug: str, place: str, pk: int) -> HttpResponseBase:
    """A file that came after the meeting."""
    meeting = meeting_found(request, slug, place, "meeting_read")
    return file_sent(selectors.late_attachment_get(request.user, meeting, pk))
