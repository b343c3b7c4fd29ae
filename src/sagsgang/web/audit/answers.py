"""A form that is only a button: it writes once, and the page tells what was done."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.design.answers import see_other


def pressed(
    request: HttpRequest, name: str, do: Callable[[], dict[str, Any]], said: Any, path: str
) -> HttpResponse:
    """Write once, then to `path` with what was done or why it was not."""
    form = OperationForm(request.POST)
    if form.is_valid() and form.once(name, do) is not None:
        messages.success(request, said)
    else:
        for errors in form.errors.values():
            messages.error(request, " ".join(map(str, errors)))
    return see_other(path)
