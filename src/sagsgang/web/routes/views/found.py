"""The case and the treatment a page is about, and the trail to it."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.cases.views.found import case_found
from sagsgang.web.design.page import Crumb
from sagsgang.web.routes.selectors import stop_get


def stop_found(request: HttpRequest, pk: int, stop: int) -> Any:
    """The treatment; 404 when the case may not be read or has no such treatment."""
    found = stop_get(case=case_found(request, pk), pk=stop)
    if found is None:
        raise Http404
    return found


def way_trail(case: Any, *more: Crumb) -> list[Crumb]:
    """The trail to the way of a case, or to a page under it."""
    own = Crumb(_("Its way"), reverse("routes:way", args=[case.pk]) if more else None)
    cases = Crumb(_("Cases"), reverse("cases:list"))
    return [cases, Crumb(case.number, f"/sager/{case.pk}/"), own, *more]


def is_done(form: OperationForm, name: str, do: Callable[[], Any]) -> bool:
    """Whether the form was right and what it asks for is done; otherwise the form says why."""
    if not form.is_valid():
        return False

    def recorded() -> dict[str, Any]:
        done = do()
        return done if isinstance(done, dict) else {}

    return form.once(name, recorded) is not None
