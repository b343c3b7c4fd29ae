"""The case a page is about: 404 when it may not be read, 403 when this may not be done with it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.selectors import case_get
from sagsgang.web.design.page import Crumb


def case_found(request: HttpRequest, pk: int, *operations: str) -> Any:
    """The case; any one of the operations is enough."""
    case = case_get(request.user, pk)
    if case is None:
        raise Http404
    if operations and not any(case_may(request.user, name, case) for name in operations):
        raise PermissionDenied(operations[0])
    return case


def case_trail(case: Any, *more: Crumb) -> list[Crumb]:
    """The trail to a page of the case; without `more` the case's own page."""
    own = Crumb(case.number, reverse("cases:case", args=[case.pk]) if more else None)
    return [Crumb(_("Cases"), reverse("cases:list")), own, *more]
