"""The follow-up or list a page is about, the trail to it, and doing one thing once."""

import csv
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.design.page import Crumb
from sagsgang.web.followup.permissions import follow_up_may
from sagsgang.web.followup.selectors import follow_up_get
from sagsgang.web.followup.selectors.lists import list_get

#: What a spreadsheet would take for a formula gets this in front.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def follow_up_found(request: HttpRequest, pk: int, operation: str = "") -> Any:
    """The follow-up; 404 when it may not be read, 403 when the operation may not be done."""
    found = follow_up_get(request.user, pk)
    if found is None:
        raise Http404
    if operation and not follow_up_may(request.user, operation, found):
        raise PermissionDenied(operation)
    return found


def list_found(request: HttpRequest, pk: int) -> Any:
    """The list; 404 when it may not be read."""
    found = list_get(request.user, pk)
    if found is None:
        raise Http404
    return found


def register_trail(*more: Crumb) -> list[Crumb]:
    """The trail to the register, or to a page under it."""
    return [Crumb(_("Follow-up"), reverse("followup:register") if more else None), *more]


def lists_trail(*more: Crumb) -> list[Crumb]:
    """The trail to the lists of activities, or to a page under them."""
    own = Crumb(_("Lists of activities"), reverse("followup:lists") if more else None)
    return register_trail(own, *more)


def is_done(
    request: HttpRequest, form: OperationForm, name: str, do: Callable[[], Any], said: Any
) -> bool:
    """Whether the form was right and what it asks for is done; otherwise the form says why."""
    if not form.is_valid():
        return False

    def recorded() -> dict[str, Any]:
        done = do()
        return {"pk": done.pk} if hasattr(done, "pk") else {}

    if form.once(name, recorded) is None:
        return False
    messages.success(request, said)
    return True


def as_csv(name: str, rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """A file that a Danish spreadsheet opens: semicolons between, and nothing that is reckoned."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    writer = csv.writer(response, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])
    return response


def _plain(cell: Any) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
