"""The meeting screen: opening, leading and closing a meeting, and what two screens ask each other.

Every act is one form to one address. A screen that sends it by program is answered in JSON, a
browser without is sent back to the page.
"""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.agendas.selectors.meetings import meeting_place
from sagsgang.web.meetings.agendas.views.found import meeting_found, meeting_trail
from sagsgang.web.meetings.holding import services
from sagsgang.web.meetings.holding.acts import ACTS, act
from sagsgang.web.meetings.holding.forms import ActForm, OpenForm, ReasonForm
from sagsgang.web.meetings.holding.selectors import is_ahead
from sagsgang.web.meetings.holding.shown import screen_of
from sagsgang.web.meetings.holding.wording import context_words

#: Whoever may do one of these sees the screen.
LEADING = ("meeting_open", "item_lead", "meeting_close", "meeting_reopen", "agenda_comments_read")
#: The parts of the page that are told anew when something has changed.
PARTS = ("head", "items", "presence", "close")


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def screen(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """The screen in the meeting's state; POST opens the meeting, or opens it again."""
    meeting = meeting_found(request, slug, place, *LEADING)
    if meeting.state == "open":
        if request.method == "POST":
            return see_other(meeting_address(meeting, "holding"))
        return _open_screen(request, meeting)
    is_closed = meeting.state == "closed"
    form = _start_form(request, meeting, is_closed=is_closed)
    if request.method == "POST" and form.is_valid() and _started(request, meeting, form):
        return see_other(meeting_address(meeting, "holding"))
    shown = screen_of(request.user, meeting)
    context = {
        "screen": shown,
        "meeting": meeting,
        "form": form,
        "may_start": shown.may["meeting_reopen" if is_closed else "meeting_open"],
        "is_ahead": is_ahead(meeting),
        "trail": meeting_trail(meeting, Crumb(_("Hold the meeting"))),
        **context_words(),
        **_place(meeting),
    }
    name = "closed" if is_closed else "start"
    status = 400 if request.method == "POST" else 200
    return render(request, f"meetings/holding/{name}.html", context, status=status)


def _start_form(request: HttpRequest, meeting: Any, *, is_closed: bool) -> Any:
    data = request.POST if request.method == "POST" else None
    if is_closed:
        return ReasonForm(data)
    return OpenForm(data, seats=list(meeting.seats.select_related("sitting", "membership")))


def _started(request: HttpRequest, meeting: Any, form: Any) -> bool:
    def do() -> dict[str, Any]:
        if isinstance(form, ReasonForm):
            services.meeting_reopen(
                actor=request.user, meeting=meeting, reason=form.cleaned_data["reason"]
            )
        else:
            services.meeting_open(
                actor=request.user, meeting=meeting, led_by=form.leader(), present=form.here()
            )
        return {"meeting": meeting.pk}

    return form.once("meeting_open", do) is not None


def _open_screen(request: HttpRequest, meeting: Any) -> HttpResponse:
    context = _context(request, meeting)
    context["trail"] = meeting_trail(meeting, Crumb(_("Hold the meeting")))
    return render(request, "meetings/holding/screen.html", context)


def _context(request: HttpRequest, meeting: Any) -> dict[str, Any]:
    wanted = request.GET.get("punkt", "")
    shown = screen_of(request.user, meeting, int(wanted) if wanted.isdecimal() else None)
    return {"screen": shown, "meeting": meeting, "now": timezone.now(), **context_words()} | _place(
        meeting
    )


@login_required
@never_cache
@require_GET
def state(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """What a screen asks for every few seconds: nothing when it shows the same already."""
    meeting = meeting_found(request, slug, place, *LEADING)
    return _told(request, meeting)


def _told(request: HttpRequest, meeting: Any) -> JsonResponse:
    answer: dict[str, Any] = {
        "revision": meeting.revision,
        "state": meeting.state,
        "now": timezone.now().isoformat(),
        "csrf": get_token(request),
    }
    if request.GET.get("set") != str(meeting.revision) and meeting.state == "open":
        context = _context(request, meeting)
        answer["parts"] = {
            name: render_to_string(f"meetings/holding/parts/{name}.html", context, request)
            for name in PARTS
        }
        answer["mark"] = context["screen"].item_mark
        answer["current"] = context["screen"].current.pk if context["screen"].current else None
    return JsonResponse(answer)


@login_required
@require_GET
@never_cache
def item_part(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """The item that is written on, by itself."""
    meeting = meeting_found(request, slug, place, *LEADING)
    return render(request, "meetings/holding/parts/item.html", _context(request, meeting))


@login_required
@require_POST
def do(request: HttpRequest, slug: str, place: str, name: str) -> HttpResponse:
    """One act; done once however often it is sent."""
    meeting = meeting_found(request, slug, place, *LEADING)
    if name not in ACTS:
        raise Http404
    form = ActForm(request.POST)
    is_done = form.is_valid() and (
        form.once(f"meeting_{name}", lambda: act(request.user, meeting, name, form)) is not None
    )
    is_program = request.headers.get("X-Requested-With") == "fetch"
    if is_done:
        if is_program:
            meeting.refresh_from_db(fields=["revision", "state", "led_by", "closed_at"])
            return _told(request, meeting)
        return see_other(_back(request, meeting))
    told = " ".join(text for texts in form.errors.values() for text in texts)
    if is_program:
        return JsonResponse({"refused": told}, status=409)
    messages.error(request, told)
    return see_other(_back(request, meeting))


def _back(request: HttpRequest, meeting: Any) -> str:
    wanted = request.POST.get("punkt", "")
    address = meeting_address(meeting, "holding")
    return f"{address}?punkt={wanted}" if wanted.isdecimal() else address


def may_show(request: HttpRequest, slug: str, place: str) -> Any:
    """The meeting, for those who may put it on a wall: its secretary and its chair."""
    meeting = meeting_found(request, slug, place, "agenda_comments_read")
    if meeting.state not in ("sent", "open", "closed"):
        raise PermissionDenied("agenda_comments_read")
    return meeting


def _place(meeting: Any) -> dict[str, Any]:
    return {"place": meeting_place(meeting.plan)}
