"""Reading an agenda: the list, the whole of it for print, an item, the versions, the calendar."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sagsgang.rendering.ics import MEDIA_TYPE
from sagsgang.web.cases.attachments.serving import file_sent
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.permissions import meeting_may
from sagsgang.web.meetings.sending import selectors
from sagsgang.web.meetings.sending.deadlines import deadline_meter
from sagsgang.web.meetings.sending.invitations import own_calendar
from sagsgang.web.meetings.sending.showing import agenda_shown
from sagsgang.web.meetings.sending.views.found import meeting_found, meeting_trail


@login_required
@require_safe
def agenda(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """The items in order, each leading to its page."""
    meeting = meeting_found(request, slug, place, "meeting_read")
    return _agenda(request, meeting, "meetings/sending/agenda.html")


@login_required
@require_safe
def agenda_whole(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """The agenda with every text, to be read in one go or printed."""
    meeting = meeting_found(request, slug, place, "meeting_read")
    return _agenda(request, meeting, "meetings/sending/whole.html", Crumb(_("The whole agenda")))


def _agenda(request: HttpRequest, meeting: Any, template: str, *crumbs: Crumb) -> HttpResponse:
    content, version = selectors.agenda_now(request.user, meeting)
    context = _context(request, meeting, content, version) | {
        "came_after": selectors.came_after(meeting, version),
        "trail": meeting_trail(meeting, *crumbs),
    }
    return render(request, template, context)


def _context(request: HttpRequest, meeting: Any, content: Any, version: Any) -> dict[str, Any]:
    may_check = meeting_may(request.user, "agenda_check", meeting)
    return {
        "meeting": meeting,
        "content": content,
        "sent": version,
        "meter": deadline_meter(meeting.plan) if may_check and version is None else None,
        "may_check": may_check,
        "may_versions": version is not None
        and meeting_may(request.user, "agenda_versions_read", meeting),
        "urls": {
            name: meeting_address(meeting, name)
            for name in ("agenda", "agenda_whole", "agenda_check", "versions", "invitation")
        },
    }


@login_required
@require_safe
def item(request: HttpRequest, slug: str, place: str, number: str) -> HttpResponse:
    """One item: its text as it was sent, its files, what others decided, and what rooms add."""
    meeting = meeting_found(request, slug, place, "meeting_read")
    shown = selectors.item_at(request.user, meeting, number)
    if shown is None:
        raise Http404
    content, version = selectors.agenda_now(request.user, meeting)
    assert content is not None
    context = _context(request, meeting, content, version) | {
        "shown": shown,
        "told": shown.told,
        "item": shown.item,
        "beside": _beside(content["items"], shown.told["key"]),
        "trail": meeting_trail(
            meeting, Crumb(_("Item %(number)s") % {"number": shown.told["number"]})
        ),
    }
    return render(request, "meetings/sending/item.html", context)


def _beside(items: list[dict[str, Any]], key: int) -> dict[str, Any]:
    """The items before and after that she may read."""
    open_ones = [told for told in items if not told["is_hidden"]]
    places = [told["key"] for told in open_ones]
    if key not in places:
        return {}
    at = places.index(key)
    return {
        "before": open_ones[at - 1] if at else None,
        "after": open_ones[at + 1] if at + 1 < len(open_ones) else None,
    }


@login_required
@require_safe
def versions(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """What was sent when, and what each version changed."""
    meeting = meeting_found(request, slug, place, "agenda_versions_read")
    context = _context(request, meeting, None, None) | {
        "rows": selectors.versions_compared(request.user, meeting),
        "trail": meeting_trail(meeting, Crumb(_("Versions"))),
    }
    return render(request, "meetings/sending/versions.html", context)


@login_required
@require_safe
def version(request: HttpRequest, slug: str, place: str, number: int) -> HttpResponse:
    """The agenda as one version of it was sent."""
    meeting = meeting_found(request, slug, place, "agenda_versions_read")
    found = selectors.version_get(meeting, number)
    if found is None:
        raise Http404
    content = agenda_shown(request.user, meeting, found.content)
    context = _context(request, meeting, content, found) | {
        "is_old": True,
        "trail": meeting_trail(
            meeting,
            Crumb(_("Versions"), meeting_address(meeting, "versions")),
            Crumb(_("Version %(number)s") % {"number": number}),
        ),
    }
    return render(request, "meetings/sending/whole.html", context)


@login_required
@require_safe
def agenda_file(
    request: HttpRequest, slug: str, place: str, attachment: int, number: int
) -> HttpResponseBase:
    """A file as it was sent with an agenda, also where it has been replaced since."""
    meeting = meeting_found(request, slug, place, "item_read")
    return file_sent(selectors.file_of_agenda(request.user, meeting, attachment, number))


@login_required
@require_safe
def invitation(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """The meeting for one's own calendar: the file that came with the invitation."""
    meeting = meeting_found(request, slug, place, "meeting_read")
    text = own_calendar(request.user, meeting)
    response = HttpResponse(text, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="moede-{slug}-{place}.ics"'
    response["Cache-Control"] = "private, no-store"
    return response
