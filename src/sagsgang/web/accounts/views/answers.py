"""After a write the browser is sent on with GET, so that reloading repeats nothing."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse


def see_other(route: str, *arguments: Any) -> HttpResponse:
    """303 to the page of that name."""
    return HttpResponseRedirect(reverse(route, args=arguments), status=303)
