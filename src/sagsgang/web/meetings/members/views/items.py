"""What is a member's own at an item: read or not, notes and highlights, disqualification."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.members.addresses import item_path
from sagsgang.web.meetings.members.forms import GroundForm, NoteForm, NoteTextForm, ReadForm
from sagsgang.web.meetings.members.selectors import files_given, note_get, own_item
from sagsgang.web.meetings.members.services import (
    disqualification_take_back,
    disqualification_tell,
    item_read,
    item_unread,
    note_add,
    note_remove,
    note_save,
)
from sagsgang.web.meetings.members.views.answers import back, item_found, pressed, wants_data


@login_required
@require_POST
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """She has opened the item."""
    item = item_found(request, pk)
    form = ReadForm(request.POST)

    def do() -> dict[str, Any]:
        version = form.cleaned_data["version"]
        mark = item_read(actor=request.user, item=item, version=version)
        return {"version": mark.version if mark else 0}

    path = back(request, item_path(item))
    return pressed(request, form, "item_read", do, said=_("Marked as read."), path=path)


@login_required
@require_POST
def unread(request: HttpRequest, pk: int) -> HttpResponse:
    """It counts as unread again; to the list, because opening the item reads it."""
    item = item_found(request, pk)

    def do() -> dict[str, Any]:
        item_unread(actor=request.user, item=item)
        return {}

    path = reverse("meetings:own_agenda", args=[item.meeting_id])
    said = _("“%(title)s” counts as unread again.") % {"title": item.title}
    return pressed(request, OperationForm(request.POST), "item_unread", do, said=said, path=path)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def notes(request: HttpRequest, pk: int) -> HttpResponse:
    """Her notes at the item, and a new one."""
    user: Any = request.user
    item = item_found(request, pk)
    files = tuple(files_given(user, item))
    form = NoteForm(request.POST if request.method == "POST" else None, files=files)
    if request.method == "POST":
        details = _added(user, item, form) if form.is_valid() else None
        if wants_data(request):
            if details is None:
                words = [str(error) for errors in form.errors.values() for error in errors]
                return JsonResponse({"errors": words}, status=422)
            return JsonResponse(details)
        if details is not None:
            messages.success(request, _("The note is saved. Only you can see it."))
            path = back(request, reverse("meetings:own_notes", args=[item.pk]))
            return see_other(f"{path}#note-{details['note']}")
    found = own_item(user, item)
    if not found.may_write and not found.notes:
        raise PermissionDenied("note_write")
    path = item_path(item)
    trail = [
        Crumb(_("My meetings"), reverse("meetings:own")),
        Crumb(str(item.meeting.plan.body), reverse("meetings:own_agenda", args=[item.meeting_id])),
        Crumb(f"{item.number} {item.title}".strip(), path),
        Crumb(_("My notes")),
    ]
    context = {"trail": trail, "own": found, "form": form, "item_path": path}
    status = 422 if form.errors else 200
    return render(request, "meetings/members/notes.html", context, status=status)


def _added(user: Any, item: Any, form: NoteForm) -> dict[str, Any] | None:
    said = form.cleaned_data

    def do() -> dict[str, Any]:
        made = note_add(
            actor=user,
            item=item,
            text=said["text"],
            quote=said["quote"],
            before=said["before"],
            after=said["after"],
            attachment=said["attachment"],
            page=said["page"],
        )
        return _told(made)

    return form.once("note_add", do)


@login_required
@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Other words in a note of hers."""
    found = _note(request, pk)
    form = NoteTextForm(request.POST)

    def do() -> dict[str, Any]:
        said = form.cleaned_data
        saved = note_save(
            actor=request.user,
            note=found,
            text=said["text"],
            based_on=said["based_on"],
        )
        return _told(saved)

    path = back(request, reverse("meetings:own_notes", args=[found.item_id]))
    said = _("The note is saved. Only you can see it.")
    return pressed(request, form, "note_save", do, said=said, path=f"{path}#note-{found.pk}")


@login_required
@require_POST
def note_gone(request: HttpRequest, pk: int) -> HttpResponse:
    """She no longer wants the note."""
    found = _note(request, pk)

    def do() -> dict[str, Any]:
        note_remove(actor=request.user, note=found)
        return {}

    form = OperationForm(request.POST)
    path = back(request, reverse("meetings:own_notes", args=[found.item_id]))
    return pressed(request, form, "note_remove", do, said=_("The note is deleted."), path=path)


@login_required
@require_POST
def disqualified(request: HttpRequest, pk: int) -> HttpResponse:
    """She may be disqualified in the item."""
    item = item_found(request, pk)
    form = GroundForm(request.POST)

    def do() -> dict[str, Any]:
        ground = form.cleaned_data["ground"]
        disqualification_tell(actor=request.user, item=item, ground=ground)
        return {}

    said = _("The secretary knows. The committee decides whether you take part in the item.")
    path = back(request, item_path(item))
    return pressed(request, form, "disqualification_tell", do, said=said, path=path)


@login_required
@require_POST
def disqualified_back(request: HttpRequest, pk: int) -> HttpResponse:
    """It was a mistake."""
    item = item_found(request, pk)

    def do() -> dict[str, Any]:
        disqualification_take_back(actor=request.user, item=item)
        return {}

    form = OperationForm(request.POST)
    path = back(request, item_path(item))
    said = _("It is taken back. The secretary knows.")
    return pressed(request, form, "disqualification_take_back", do, said=said, path=path)


def _note(request: HttpRequest, pk: int) -> Any:
    found = note_get(request.user, pk)
    if found is None:
        raise Http404
    return found


def _told(note: Any) -> dict[str, Any]:
    return {
        "note": note.pk,
        "text": note.text,
        "quote": note.quote,
        "before": note.before,
        "after": note.after,
        "changed": note.changed_at.isoformat(),
        "address": reverse("meetings:own_note", args=[note.pk]),
    }
