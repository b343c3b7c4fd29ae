"""What a body's secretary chooses for every meeting, and meetings and activities off the plan."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sagsgang.web.bodies.selectors import members_on
from sagsgang.web.bodies.views.answers import Page, body_of, one_click, write_page
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas import services
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.agendas.forms.body import (
    ActivityForm,
    DeadlinesForm,
    ExtraordinaryForm,
    ReasonForm,
    RecurringForm,
)
from sagsgang.web.meetings.agendas.forms.items import ClickForm
from sagsgang.web.meetings.agendas.selectors.deadlines import weekdays_of
from sagsgang.web.meetings.agendas.selectors.listing import activity_get, has_recurring_of_its_own
from sagsgang.web.meetings.permissions import body_require

FORM = "meetings/agendas/form.html"


def _body(request: HttpRequest, slug: str, operation: str) -> Any:
    body = body_of(request, slug)
    body_require(request.user, operation, body)
    return body


def _trail(body: Any, title: str) -> list[Crumb]:
    own = Crumb(str(body), reverse("bodies:body", args=[body.slug]))
    return [Crumb(_("Meetings"), reverse("meetings:list")), own, Crumb(title)]


@require_http_methods(["GET", "POST"])
@login_required
def recurring(request: HttpRequest, slug: str) -> HttpResponse:
    """The items that every new agenda of the body gets."""
    body = _body(request, slug, "recurring_set")
    rows = list(body.recurring_items.all())
    own = has_recurring_of_its_own(body)
    form = RecurringForm(
        request.POST or None, rows=rows if own else services.usual_rows(), usual=services.USUAL
    )
    title = _("Recurring items")
    page = Page(title, _("Save"), reverse("bodies:body", args=[slug]), _trail(body, title))

    def do(_typed: dict[str, Any]) -> Any:
        wishes = [services.RecurringWish(**wish) for wish in form.chosen()]
        services.recurring_set(actor=request.user, body=body, wishes=wishes)

    return write_page(
        request, page, form, "recurring_set", do, template="meetings/agendas/recurring.html"
    )


@require_http_methods(["GET", "POST"])
@login_required
def deadlines(request: HttpRequest, slug: str) -> HttpResponse:
    """The internal deadlines before each meeting of the body."""
    body = _body(request, slug, "internal_deadlines_set")
    form = DeadlinesForm(request.POST or None, weekdays=weekdays_of(body))
    title = _("Internal deadlines")
    lead = _("So many weekdays before the agenda is sent. Empty: no deadline.")
    page = Page(title, _("Save"), reverse("bodies:body", args=[slug]), _trail(body, title), lead)

    def do(_typed: dict[str, Any]) -> Any:
        services.internal_deadlines_set(actor=request.user, body=body, weekdays=form.weekdays())

    return write_page(request, page, form, "internal_deadlines_set", do, template=FORM)


@require_http_methods(["GET", "POST"])
@login_required
def extraordinary(request: HttpRequest, slug: str) -> HttpResponse:
    """A meeting that cannot wait."""
    body = _body(request, slug, "extraordinary_call")
    people = [seat.person for seat in members_on(body, timezone.localdate())]
    form = ExtraordinaryForm(request.POST or None, people=people)
    title = _("Extraordinary meeting")

    def do() -> dict[str, Any]:
        given = form.cleaned_data
        meeting = services.extraordinary_call(
            actor=request.user,
            body=body,
            starts_at=form.starts_at(),
            place=given["place"],
            called_by=given["called_by"],
            callers=given["callers"],
            reason=given["reason"],
        )
        return {"address": meeting_address(meeting, "building")}

    if request.method == "POST" and form.is_valid():
        done = form.once("extraordinary_call", do)
        if done is not None:
            return see_other(done["address"])
    context = {
        "form": form,
        "title": title,
        "lead": _("The chair may call one, and must when at least a third of the members ask."),
        "back": reverse("bodies:body", args=[slug]),
        "trail": _trail(body, title),
    }
    return render(request, FORM, context, status=400 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@login_required
def activity_add(request: HttpRequest, slug: str) -> HttpResponse:
    """A visit, a study trip or a seminar."""
    body = _body(request, slug, "activity_change")
    form = ActivityForm(request.POST or None)
    title = _("Visit, trip or seminar")
    page = Page(title, _("Save"), reverse("bodies:body", args=[slug]), _trail(body, title))

    def do(typed: dict[str, Any]) -> Any:
        return services.activity_add(actor=request.user, body=body, **_activity(form, typed))

    return write_page(request, page, form, "activity_add", do, template=FORM)


def _activity(form: ActivityForm, typed: dict[str, Any]) -> dict[str, Any]:
    return {name: typed[name] for name in ("kind", "title", "place")} | form.times()


@require_http_methods(["GET", "POST"])
@login_required
def activity(request: HttpRequest, pk: int) -> HttpResponse:
    """Another time, place or name; from here it is cancelled too."""
    row = _activity_found(request, pk)
    form = ActivityForm(request.POST or None, initial=_written(row))
    title = row.title
    back = reverse("bodies:body", args=[row.body.slug])
    page = Page(
        title, _("Save"), back, _trail(row.body, title), extra={"activity": row, "cancel": pk}
    )

    def do(typed: dict[str, Any]) -> Any:
        return services.activity_change(actor=request.user, activity=row, **_activity(form, typed))

    return write_page(request, page, form, "activity_change", do, template=FORM)


def _activity_found(request: HttpRequest, pk: int) -> Any:
    row = activity_get(pk)
    if row is None:
        raise Http404
    body_require(request.user, "activity_change", row.body)
    return row


def _written(row: Any) -> dict[str, Any]:
    start = timezone.localtime(row.starts_at)
    end = timezone.localtime(row.ends_at) if row.ends_at else None
    return {
        "kind": row.kind,
        "title": row.title,
        "day": start.date(),
        "hour": start.time(),
        "ends_on": end.date() if end else None,
        "ends_hour": end.time() if end else None,
        "place": row.place,
    }


@require_http_methods(["GET", "POST"])
@login_required
def activity_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """It comes to nothing, and says why."""
    row = _activity_found(request, pk)
    form = ReasonForm(request.POST or None)
    title = _("Cancel: %(title)s") % {"title": row.title}
    back = reverse("bodies:body", args=[row.body.slug])
    page = Page(title, _("Cancel it"), back, _trail(row.body, title), is_danger=True)

    def do(typed: dict[str, Any]) -> Any:
        return services.activity_cancel(actor=request.user, activity=row, reason=typed["reason"])

    done = _("It is cancelled, and the members are told.")
    return write_page(request, page, form, "activity_cancel", do, template=FORM, done=done)


@require_POST
@login_required
def activity_restore(request: HttpRequest, pk: int) -> HttpResponse:
    """It is held after all."""
    row = _activity_found(request, pk)

    def do() -> Any:
        return services.activity_restore(actor=request.user, activity=row)

    back = reverse("meetings:activity", args=[pk])
    return one_click(
        request,
        ClickForm(request.POST),
        "activity_restore",
        do,
        done=_("The cancellation is taken back."),
        back=back,
    )
