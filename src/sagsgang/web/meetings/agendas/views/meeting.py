"""One meeting as its reader sees it, and the chair's going through the draft agenda."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas import selectors, services
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.agendas.forms.items import ClickForm, CommentForm
from sagsgang.web.meetings.agendas.selectors.comments import comment_get, comments_of
from sagsgang.web.meetings.agendas.selectors.deadlines import chain_of
from sagsgang.web.meetings.agendas.selectors.people import guests_of, seats_of
from sagsgang.web.meetings.agendas.shown import agenda_of
from sagsgang.web.meetings.agendas.views.found import clicked, is_done, meeting_found, meeting_trail
from sagsgang.web.meetings.permissions import meeting_may, meeting_relations


@require_GET
@login_required
def meeting(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """The agenda as it stands, when and where, and who comes."""
    found = meeting_found(request, slug, place)
    relations = meeting_relations(request.user, found)
    prepares = bool(relations & {"secretary", "chair", "staff"})
    context = {
        "meeting": found,
        "agenda": agenda_of(request.user, found),
        "guests": guests_of(request.user, found),
        "seats": seats_of(found),
        "before": selectors.meeting_before(found),
        "chain": chain_of(found, request.user) if prepares else [],
        "may_build": meeting_may(request.user, "agenda_build", found),
        "may_go_through": meeting_may(request.user, "meeting_gone_through", found),
        "trail": meeting_trail(found),
    }
    return render(request, "meetings/agendas/meeting.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def gone_through(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """Dagsordensmøde: the chair reads the draft, comments, and says that she has been through."""
    found = meeting_found(request, slug, place, "meeting_gone_through", "agenda_comments_read")
    may_go = meeting_may(request.user, "meeting_gone_through", found)
    items = selectors.items_of(found)
    agenda = agenda_of(request.user, found)
    open_keys = {each.item.pk for each in agenda if each.item}
    asked = request.POST.get("do", "") if request.method == "POST" else ""
    form = CommentForm(
        request.POST if asked == "comment" else None,
        prefix="comment",
        items=[item for item in items if item.pk in open_keys],
    )
    if request.method == "POST":
        done = _went_through(request, found, asked, form, may_go=may_go)
        if done or asked == "done":
            return see_other(meeting_address(found, "gone_through"))
    context = {
        "meeting": found,
        "agenda": agenda,
        "comments": comments_of(found),
        "form": form,
        "may_go": may_go,
        "may_comment": meeting_may(request.user, "agenda_comment", found),
        "changed_since": found.gone_through_revision not in (None, found.revision),
        "trail": meeting_trail(found, Crumb(_("Going through the agenda"))),
    }
    status = 400 if form.errors else 200
    return render(request, "meetings/agendas/gone_through.html", context, status=status)


def _went_through(
    request: HttpRequest, found: Any, asked: str, form: CommentForm, *, may_go: bool
) -> bool:
    if asked == "comment":

        def comment() -> Any:
            given = {name: form.cleaned_data[name] for name in ("text", "item")}
            return services.agenda_comment_add(actor=request.user, meeting=found, **given)

        return is_done(form, "agenda_comment_add", comment)
    if asked != "done":
        raise Http404
    if not may_go:
        raise PermissionDenied("meeting_gone_through")

    def go() -> Any:
        return services.meeting_gone_through(actor=request.user, meeting=found)

    done = _("The secretary is told that you have gone through the agenda.")
    return clicked(request, ClickForm(request.POST), "meeting_gone_through", go, done)


@require_POST
@login_required
def comment_settle(request: HttpRequest, slug: str, place: str, pk: int) -> HttpResponse:
    """What a comment asked for is done; or is open again."""
    found = meeting_found(request, slug, place, "agenda_comment")
    comment = comment_get(found, pk)
    if comment is None:
        raise Http404
    is_settled = request.POST.get("settled") == "1"

    def do() -> Any:
        return services.agenda_comment_settle(
            actor=request.user, comment=comment, is_settled=is_settled
        )

    done = _("The comment is marked as done.") if is_settled else _("The comment is open again.")
    clicked(request, ClickForm(request.POST), "agenda_comment_settle", do, done)
    back = "building" if meeting_may(request.user, "agenda_build", found) else "gone_through"
    return see_other(meeting_address(found, back) + "#bemaerkninger")
