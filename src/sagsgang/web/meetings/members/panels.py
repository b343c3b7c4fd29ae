"""What is a member's own on others' pages: beside an item, an agenda, a case; in the head."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.web.accounts.models import User
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.models import Case
from sagsgang.web.meetings.members.forms import GroundForm, NoteForm
from sagsgang.web.meetings.members.selectors import (
    is_followed,
    item_get,
    own_item,
    own_meeting,
)
from sagsgang.web.meetings.models import Item, Meeting


def head_panel(request: HttpRequest, subject: Any) -> SafeString | None:
    """In the head of every page of somebody who sits in a body: the app and its program."""
    if not _sits(request):
        return None
    return render_to_string("meetings/members/head.html", {}, request)


def item_panel(request: HttpRequest, subject: Any) -> SafeString | None:
    """Read or not, notes, disqualification and following, beside an item."""
    user = request.user
    item = subject if isinstance(subject, Item) else getattr(subject, "item", None)
    if item is None or not isinstance(user, User) or not _sits(request):
        return None
    found = item_get(user, item.pk)
    if found is None:
        return None
    own = own_item(user, found)
    context = {
        "own": own,
        "note_form": NoteForm(auto_id="note-ny-%s", files=own.files),
        "ground_form": GroundForm(auto_id="inhabil-%s"),
        "next": request.path,
    }
    return render_to_string("meetings/members/item_panel.html", context, request)


def meeting_panel(request: HttpRequest, subject: Any) -> SafeString | None:
    """How much of the agenda she has read, and her absence, beside an agenda."""
    user = request.user
    meeting = subject if isinstance(subject, Meeting) else getattr(subject, "meeting", None)
    if meeting is None or not isinstance(user, User) or not _sits(request):
        return None
    found = own_meeting(user, meeting.pk)
    if found is None:
        return None
    context = {"own": found, "next": request.path}
    return render_to_string("meetings/members/meeting_panel.html", context, request)


def case_panel(request: HttpRequest, case: Case) -> SafeString | None:
    """Following a case, beside it."""
    user = request.user
    if not isinstance(user, User) or not _sits(request):
        return None
    context = {"case": case, "is_followed": is_followed(user, case), "next": request.path}
    return render_to_string("meetings/members/case_panel.html", context, request)


def device_panel(request: HttpRequest, subject: Any) -> SafeString | None:
    """In the account's menu: what this device keeps."""
    if not _sits(request):
        return None
    return render_to_string("meetings/members/account_panel.html", {}, request)


def is_shown(request: HttpRequest) -> bool:
    """My meetings stand in the menu of those who sit in a body."""
    return _sits(request)


def _sits(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return user is not None and bool(standing_of(user).seats)
