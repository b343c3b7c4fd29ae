"""A member's start page, her agenda, absence, cases she follows and items she wishes for."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.members.addresses import agenda_path, item_path
from sagsgang.web.meetings.members.forms import AbsenceForm, WishForm
from sagsgang.web.meetings.members.selectors import (
    OwnMeeting,
    bodies_of,
    case_get,
    followed_cases,
    meeting_of_seat,
    own_meeting,
    own_meetings,
    own_wishes,
    wish_get,
)
from sagsgang.web.meetings.members.services import (
    absence_take_back,
    absence_tell,
    case_follow,
    case_unfollow,
    item_raise,
    wish_withdraw,
)
from sagsgang.web.meetings.members.views.answers import back, pressed

_START = "meetings:own"


@login_required
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Her next meetings and what is new in them, her wishes, the cases she follows."""
    user: Any = request.user
    context = {
        "trail": [Crumb(_("My meetings"))],
        "rows": [_row(each) for each in own_meetings(user)],
        "bodies": bodies_of(user),
        "wishes": own_wishes(user),
        "followed": followed_cases(user),
    }
    return render(request, "meetings/members/own.html", context)


@login_required
@require_safe
def agenda(request: HttpRequest, pk: int) -> HttpResponse:
    """One agenda as a list for a thumb: what is unread, changed and read."""
    user: Any = request.user
    found = own_meeting(user, pk)
    if found is None:
        raise Http404
    row = _row(found)
    context = {
        "trail": [Crumb(_("My meetings"), reverse(_START)), Crumb(str(found.plan.body))],
        "row": row,
        "items": [{"read": each, "path": item_path(each.item)} for each in found.items],
    }
    return render(request, "meetings/members/agenda.html", context)


def _row(found: OwnMeeting) -> dict[str, Any]:
    first = found.first_unread
    return {
        "own": found,
        "absence_form": AbsenceForm(auto_id=f"afbud-{found.plan.pk}-%s"),
        "agenda_path": agenda_path(found.meeting) if found.is_sent and found.meeting else "",
        "next_path": item_path(first.item) if first else "",
    }


@login_required
@require_POST
def absence(request: HttpRequest, pk: int) -> HttpResponse:
    """She cannot come."""
    meeting = _meeting(request, pk)
    form = AbsenceForm(request.POST)

    def do() -> dict[str, Any]:
        reason = form.cleaned_data["reason"]
        absence_tell(actor=request.user, meeting=meeting, reason=reason)
        return {}

    said = _("You have told that you cannot come. The secretary knows.")
    path = back(request, reverse(_START))
    return pressed(request, form, "absence_tell", do, said=said, path=path)


@login_required
@require_POST
def absence_back(request: HttpRequest, pk: int) -> HttpResponse:
    """She comes after all."""
    meeting = _meeting(request, pk)

    def do() -> dict[str, Any]:
        absence_take_back(actor=request.user, meeting=meeting)
        return {}

    form = OperationForm(request.POST)
    path = back(request, reverse(_START))
    said = _("You come to the meeting. The secretary knows.")
    return pressed(request, form, "absence_take_back", do, said=said, path=path)


@login_required
@require_POST
def follow(request: HttpRequest, pk: int) -> HttpResponse:
    """Be told what becomes of the case."""
    case = _case(request, pk)

    def do() -> dict[str, Any]:
        case_follow(actor=request.user, case=case)
        return {}

    path = back(request, reverse(_START))
    said = _("You follow the case.")
    return pressed(request, OperationForm(request.POST), "case_follow", do, said=said, path=path)


@login_required
@require_POST
def unfollow(request: HttpRequest, pk: int) -> HttpResponse:
    """Be told no more."""
    case = _case(request, pk)

    def do() -> dict[str, Any]:
        case_unfollow(actor=request.user, case=case)
        return {}

    path = back(request, reverse(_START))
    said = _("You no longer follow the case.")
    return pressed(request, OperationForm(request.POST), "case_unfollow", do, said=said, path=path)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def wish(request: HttpRequest) -> HttpResponse:
    """Wish for an item (§ 11)."""
    user: Any = request.user
    bodies = bodies_of(user)
    if not bodies:
        raise Http404
    form = WishForm(request.POST if request.method == "POST" else None, bodies=bodies)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        body = next(each for each in bodies if str(each.pk) == said["body"])

        def do() -> dict[str, Any]:
            made = item_raise(actor=user, body=body, title=said["title"], text=said["text"])
            return {"wish": made.pk}

        if form.once("item_raise", do) is not None:
            messages.success(request, _("Your wish is sent to the secretary and the chair."))
            return see_other(f"{reverse(_START)}#mine-punkter")
    context = {
        "trail": [Crumb(_("My meetings"), reverse(_START)), Crumb(_("Wish for an item"))],
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "meetings/members/wish.html", context, status=status)


@login_required
@require_POST
def wish_back(request: HttpRequest, pk: int) -> HttpResponse:
    """She no longer wants the item."""
    found = wish_get(request.user, pk)
    if found is None:
        raise Http404

    def do() -> dict[str, Any]:
        wish_withdraw(actor=request.user, wish=found)
        return {}

    path = f"{reverse(_START)}#mine-punkter"
    said = _("The wish is taken back. The secretary knows.")
    return pressed(request, OperationForm(request.POST), "wish_withdraw", do, said=said, path=path)


def _meeting(request: HttpRequest, pk: int) -> Any:
    found = meeting_of_seat(request.user, pk)
    if found is None:
        raise Http404
    return found


def _case(request: HttpRequest, pk: int) -> Any:
    found = case_get(request.user, pk)
    if found is None:
        raise Http404
    return found
