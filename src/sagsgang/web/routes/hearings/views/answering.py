"""The pages of those who are asked: what awaits an answer, what they were given, the answer."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.hearings.forms import AnswerForm, DraftForm
from sagsgang.web.routes.hearings.material import material_shown
from sagsgang.web.routes.hearings.permissions import hearing_may, party_relations
from sagsgang.web.routes.hearings.selectors import (
    draft_of,
    drafts_of_others,
    hearing_get,
    hearings_party,
    hearings_to_answer,
)
from sagsgang.web.routes.hearings.services import answer_send, draft_save
from sagsgang.web.routes.hearings.state import hearing_state
from sagsgang.web.routes.hearings.timing import meets_late, next_meetings
from sagsgang.web.routes.hearings.views.received import received_in
from sagsgang.web.routes.outgoing.selectors import awaiting_among, outgoing_left_to

PAGE = 50


@login_required
@require_safe
def hearings(request: HttpRequest) -> HttpResponse:
    """What awaits an answer, by deadline; and what was answered before."""
    user = request.user
    waiting = hearings_to_answer(user)
    keys = {each.pk for each in waiting}
    left = list(outgoing_left_to(user)[:PAGE])
    before = Paginator(hearings_party(user).exclude(pk__in=keys), PAGE)
    context = {
        "waiting": [_line(user, each) for each in waiting],
        "before": (page := before.get_page(request.GET.get("side"))),
        "before_lines": [_line(user, each) for each in page],
        "to_approve": awaiting_among(left, user),
        "approved": [each for each in left if each.state != "awaiting"],
        "trail": [Crumb(_("Hearings"))],
    }
    return render(request, "routes/hearings/list.html", context)


def _line(user: Any, hearing: Any) -> dict[str, Any]:
    return {
        "hearing": hearing,
        "state": hearing_state(hearing),
        "title": hearing.round.material["title"],
        "may_answer": hearing_may(user, "hearing_answer", hearing),
    }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def hearing(request: HttpRequest, pk: int) -> HttpResponse:
    """What the body was given, and its answer."""
    found = hearing_get(request.user, pk)
    if found is None:
        raise Http404
    user: Any = request.user
    may_answer = hearing_may(user, "hearing_answer", found)
    form = None
    if request.method == "POST":
        form = AnswerForm(request.POST, request.FILES)
        if not _answers_for(user, found):
            raise PermissionDenied
        if form.is_valid() and _send(request, found, form):
            return see_other(reverse("routes:hearing", args=[pk]))
    draft = draft_of(found, user) if may_answer else None
    if form is None and may_answer:
        initial = (
            {"html": draft.html, "absent": draft.absent, "dissent": draft.dissent} if draft else {}
        )
        form = AnswerForm(initial=initial)
    body, today = found.stop.body, timezone.localdate()
    answers = list(found.answers.all())
    context = {
        "hearing": found,
        "body": body,
        "state": hearing_state(found),
        "material": material_shown(found.round),
        "answer": answers[-1] if answers else None,
        "earlier": answers[:-1],
        "form": form,
        "draft": draft,
        "drafts_of_others": drafts_of_others(found, user) if may_answer else [],
        "meets_late": ""
        if answers
        else meets_late(body, next_meetings([body], today).get(body.pk), found.round.deadline),
        "trail": [
            Crumb(_("Hearings"), reverse("routes:hearings")),
            Crumb(found.round.material["title"]),
        ],
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "routes/hearings/hearing.html", context, status=status)


def _answers_for(user: Any, found: Any) -> bool:
    """Whether she may answer, or might have until the hearing ended while she wrote."""
    return "answerer" in party_relations(user, found)


def _send(request: HttpRequest, found: Any, form: AnswerForm) -> bool:
    files = received_in(form)
    if form.errors:
        return False
    said = form.cleaned_data

    def do() -> dict[str, Any]:
        answer = answer_send(
            actor=request.user,
            hearing=found,
            html=said["html"],
            is_nothing_to_remark="nothing" in request.POST,
            absent=said["absent"],
            dissent=said["dissent"],
            files=files,
        )
        return {"answer": answer.pk, "late": answer.is_late}

    details = form.once("answer_send", do)
    if details is None:
        return False
    messages.success(
        request,
        _("The answer is sent. It came after the deadline and is marked as late.")
        if details["late"]
        else _("The answer is sent."),
    )
    return True


@login_required
@require_POST
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what is written so far; asked by the page itself while somebody writes."""
    found = hearing_get(request.user, pk)
    if found is None:
        raise Http404
    form = DraftForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"message": _("The draft could not be kept.")}, status=422)
    try:
        kept = draft_save(actor=request.user, hearing=found, **form.cleaned_data)
    except Refusal as refusal:
        return JsonResponse({"message": str(refusal.message)}, status=422)
    clock = timezone.localtime(kept.at).strftime("%H.%M")
    return JsonResponse({"message": _("Draft kept at %(clock)s") % {"clock": clock}})
