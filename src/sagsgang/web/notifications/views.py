"""What a person was told, and how she wants to be told."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sagsgang.web.audit.selectors import operation_details
from sagsgang.web.design.page import Crumb
from sagsgang.web.notifications import selectors, services
from sagsgang.web.notifications.forms import HOW, PreferencesForm, ReadForm, UndoForm

PER_PAGE = 50
READ = "notifications_read"


@login_required
@require_GET
def notifications(request: HttpRequest) -> HttpResponse:
    """The list, the unread ones first."""
    return _list(request, None)


@login_required
@require_POST
def read(request: HttpRequest, notification_id: int) -> HttpResponse:
    """She has read one."""
    return _read(request, [notification_id])


@login_required
@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """She has read all."""
    return _read(request, None)


def _read(request: HttpRequest, ids: list[int] | None) -> HttpResponse:
    form = ReadForm(request.POST)
    if form.is_valid():

        def _do() -> dict[str, Any]:
            user = request.user
            return {"read": services.notifications_read(actor=user, ids=ids), "user": user.pk}

        done = form.once(READ, _do)
        if done is not None:
            address = reverse("notifications:notifications")
            undo = f"?laest={form.cleaned_data['operation']}" if done["read"] else ""
            return _see(address + undo)
    return _list(request, form)


@login_required
@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """What she read by mistake is unread again."""
    form = UndoForm(request.POST)
    if form.is_valid():
        read_then = _read_by(request, form.cleaned_data["undone"])

        def _do() -> dict[str, Any]:
            return {"unread": services.notifications_unread(actor=request.user, ids=read_then)}

        if form.once("notifications_unread", _do) is not None:
            return _see(reverse("notifications:notifications"))
    return _list(request, form)


def _read_by(request: HttpRequest, operation: UUID) -> list[int]:
    details = operation_details(key=operation, name=READ) or {}
    return details.get("read", []) if details.get("user") == request.user.pk else []


def _list(request: HttpRequest, refused: ReadForm | UndoForm | None) -> HttpResponse:
    page = Paginator(selectors.notifications_for(request.user), PER_PAGE).get_page(
        request.GET.get("side")
    )
    read_now: list[int] = []
    operation = request.GET.get("laest", "")
    try:
        read_now = _read_by(request, UUID(operation))
    except ValueError:
        operation = ""
    context = {
        "page": page,
        "rows": [(each, ReadForm()) for each in page],
        "unread": selectors.unread_count(request.user),
        "read_all": ReadForm(),
        "read_now": len(read_now),
        "undo": UndoForm(initial={"undone": operation}) if read_now else None,
        "refused": refused,
        "trail": [Crumb(_("Notifications"))],
    }
    status = 400 if refused else 200
    return render(request, "notifications/notifications.html", context, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    """How she wants to be told, kind by kind."""
    chosen = selectors.preferences_for(request.user)
    form = PreferencesForm(preferences=chosen)
    if request.method == "POST":
        form = PreferencesForm(request.POST, preferences=chosen)
        if form.is_valid():

            def _do() -> dict[str, Any]:
                services.preferences_set(actor=request.user, chosen=form.chosen())
                return {}

            if form.once("preferences_set", _do) is not None:
                messages.success(request, _("Your choice was saved."))
                return _see(reverse("notifications:preferences"))
    crumbs = [
        Crumb(_("Notifications"), reverse("notifications:notifications")),
        Crumb(_("Settings")),
    ]
    context = {"form": form, "choices": HOW, "trail": crumbs}
    status = 400 if form.is_bound else 200
    return render(request, "notifications/preferences.html", context, status=status)


def bell(request: HttpRequest, subject: Any) -> SafeString | None:
    """The panel in the header of every page: how many she has not read."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    context = {"unread": selectors.unread_count(user)}
    return render_to_string("notifications/bell.html", context, request=request)


def _see(address: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(address, status=303)
