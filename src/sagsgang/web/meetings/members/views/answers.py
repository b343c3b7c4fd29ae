"""What a press of a button is answered with: the page again, or data for who asked for data."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.http import url_has_allowed_host_and_scheme

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.design.answers import see_other
from sagsgang.web.meetings.members.selectors import item_get


def wants_data(request: HttpRequest) -> bool:
    """Whether a script asks, not a browser for its reader."""
    return request.headers.get("Accept", "").startswith("application/json")


def item_found(request: HttpRequest, pk: int) -> Any:
    """The item, or 404."""
    item = item_get(request.user, pk)
    if item is None:
        raise Http404
    return item


def back(request: HttpRequest, otherwise: str) -> str:
    """The page the button stood on, when it is one of ours."""
    path = request.POST.get("next", "")
    is_ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_ours else otherwise


def pressed(
    request: HttpRequest,
    form: OperationForm,
    name: str,
    do: Callable[[], dict[str, Any]],
    *,
    said: Any,
    path: str,
) -> HttpResponse:
    """Write once; then to `path` with what was done, or why it was not."""
    details = form.once(name, do) if form.is_valid() else None
    if details is None:
        words = [str(error) for errors in form.errors.values() for error in errors]
        if wants_data(request):
            return JsonResponse({"errors": words}, status=422)
        for each in words:
            messages.error(request, each)
        return see_other(path)
    if wants_data(request):
        return JsonResponse(details)
    if said:
        messages.success(request, said)
    return see_other(path)
