"""The website for meeting_day.py: every answer says what it cost, and one page is bare.

`Cost` holds the processor time of the answer in ms and the questions it asked the database.
`/bare/` is a Django page of twenty rows of one table without any of our frame.
"""

import time
from collections.abc import Callable, Iterable
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test.utils import override_settings
from django.urls import path

from sagsgang.web.conf.wsgi import application as website

Start = Callable[..., Any]


def bare(_request: HttpRequest) -> HttpResponse:
    """Twenty titles."""
    from sagsgang.web.cases.models import Case

    template = engines["django"].from_string(
        "<ul>{% for case in cases %}<li>{{ case.title }}</li>{% endfor %}</ul>"
    )
    cases = Case.objects.order_by("pk").only("title")[:20]
    return HttpResponse(template.render({"cases": cases}))


urlpatterns = [path("bare/", bare)]


class Bare(WSGIHandler):
    """Django with none of our middleware and one address."""

    def load_middleware(self, is_async: bool = False) -> None:
        with override_settings(MIDDLEWARE=[]):
            super().load_middleware(is_async)

    def get_response(self, request: HttpRequest) -> HttpResponse:
        request.urlconf = __name__
        return super().get_response(request)


_bare = Bare()


def application(environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
    """Pass on, and add what it cost."""
    asked = 0

    def count(execute: Callable[..., Any], *words: Any) -> Any:
        nonlocal asked
        asked += 1
        return execute(*words)

    began = time.thread_time()

    def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
        spent = (time.thread_time() - began) * 1000
        return start_response(status, [*headers, ("Cost", f"{spent:.2f} {asked}")], *more)

    served = _bare if environ["PATH_INFO"] == "/bare/" else website
    with connection.execute_wrapper(count):
        return served(environ, start)
