"""How the pages of hearings begin and end: who may be here, and where a write leads."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.cases.selectors import case_get
from sagsgang.web.design.page import Crumb


def case_asked(request: HttpRequest, pk: int) -> Any:
    """The case of the address; 404 when it may not be read."""
    case = case_get(request.user, pk)
    if case is None:
        raise Http404
    return case


def case_trail(case: Any, *more: Crumb) -> list[Crumb]:
    """Cases › the case › where the reader stands."""
    return [
        Crumb(_("Cases"), reverse("cases:list")),
        Crumb(case.title, reverse("cases:case", kwargs={"pk": case.pk})),
        *more,
    ]


def see_other(path: str) -> HttpResponse:
    """After a write: go and look at `path`."""
    return HttpResponse(status=303, headers={"Location": path})


def pressed(
    request: HttpRequest, name: str, do: Callable[[], dict[str, Any]], said: Any, path: str
) -> HttpResponse:
    """A button that writes: once, then back to `path` with what was done or why it was not."""
    form = OperationForm(request.POST)
    if form.is_valid() and form.once(name, do) is not None:
        messages.success(request, said)
    else:
        for errors in form.errors.values():
            messages.error(request, " ".join(map(str, errors)))
    return see_other(path)
