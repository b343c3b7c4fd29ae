"""What every page of the room does: finds its municipality, asks the gate, and writes once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from sagsgang.web.bodies import selectors
from sagsgang.web.bodies.permissions import bodies_may, bodies_require
from sagsgang.web.design.page import Crumb

_CHOSEN = "kommune"


def municipality_of(request: HttpRequest, among: list[Any] | None = None) -> Any:
    """The municipality that the reader works in; the one she chose last when there are several.

    `among` are hers, when the page has asked for them already.
    """
    mine = selectors.workplace_municipalities(request.user) if among is None else among
    if not mine:
        raise Http404
    asked = request.GET.get(_CHOSEN) or request.session.get(_CHOSEN)
    found = next((each for each in mine if each.slug == asked), mine[0])
    if request.GET.get(_CHOSEN) == found.slug:
        request.session[_CHOSEN] = found.slug
    return found


def body_of(request: HttpRequest, slug: str) -> Any:
    """The body at this address: in the municipality chosen, or else in another of the reader's."""
    mine = selectors.workplace_municipalities(request.user)
    first = municipality_of(request, mine)
    others = [each for each in mine if each != first]
    for municipality in [first, *others]:
        body = selectors.workplace_body_get(municipality=municipality, slug=slug)
        if body and bodies_may(request.user, "body_read", body):
            return body
    raise Http404


def readable(request: HttpRequest, row: Any, subject: Any) -> Any:
    """The row when the reader may see what it is about (`subject` of it)."""
    if row is None or not bodies_may(request.user, "body_read", subject(row)):
        raise Http404
    return row


@dataclass(frozen=True)
class Page:
    """A page with one form."""

    title: str
    save: str
    back: str
    trail: list[Crumb]
    lead: str = ""
    is_danger: bool = False
    extra: dict[str, Any] = field(default_factory=dict)


def write_page(
    request: HttpRequest,
    page: Page,
    form: Any,
    operation: str,
    do: Callable[[dict[str, Any]], Any],
    *,
    done: str = "",
    template: str = "bodies/form.html",
) -> HttpResponse:
    """Show the form, or do what it asks once and lead back; `do` is given what was typed."""
    if request.method == "POST" and form.is_valid():
        typed = {name: value for name, value in form.cleaned_data.items() if name != "operation"}
        if form.once(operation, lambda: {"key": getattr(do(typed), "pk", None)}) is not None:
            messages.success(request, done or _("It is saved."))
            return see(page.back)
    context = {"page": page, "form": form, "title": page.title, "trail": page.trail, **page.extra}
    return render(request, template, context)


def one_click(
    request: HttpRequest, form: Any, operation: str, do: Callable[[], Any], *, done: str, back: str
) -> HttpResponse:
    """A button that needs no more: do it once and lead back, with a message either way."""
    if form.is_valid() and form.once(operation, lambda: {"key": getattr(do(), "pk", None)}):
        messages.success(request, done)
    for error in form.non_field_errors():
        messages.error(request, error)
    return see(back)


def see(address: str) -> HttpResponse:
    """303: the browser goes on with GET, so that reloading repeats nothing."""
    return HttpResponseRedirect(address, status=303)


def require(request: HttpRequest, operation: str, subject: Any) -> None:
    """403 for what may not be done on what may be read."""
    bodies_require(request.user, operation, subject)
