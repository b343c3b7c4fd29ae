"""Answers everything under `/offentlig/`, before anybody asks who is there.

What is read by everybody needs no session and sets no cookie: the same address gives everyone the
same. So the answers come from here and not from the rooms behind; what they say of how long they
may be kept and whether they are still the same (ETag) is said once.
"""

import re
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_cache_control

from sagsgang.web.publishing.addresses import ROOT
from sagsgang.web.publishing.public import bodies, feeds, files, meetings
from sagsgang.web.publishing.public.answer import missing, not_allowed

Answer = Callable[..., HttpResponseBase]

_SLUG = r"(?P<slug>[-a-zA-Z0-9_]+)"
_PLACE = r"(?P<place>\d{4}-\d\d-\d\d(?:-\d{1,2})?)"
_KIND = r"(?P<kind>dagsorden|referat)"
_MEETING = f"{_SLUG}/{_PLACE}/"
_NUMBER = r"(?P<number>[^/]{1,20})"
_ROUTES: tuple[tuple[re.Pattern[str], Answer], ...] = tuple(
    (re.compile(pattern + r"\Z"), answer)
    for pattern, answer in (
        (f"{_MEETING}punkt/{_NUMBER}/", meetings.item),
        (_MEETING, meetings.meeting),
        (f"{_MEETING}{_KIND}/", meetings.document),
        (f"{_MEETING}punkt/{_NUMBER}\\.pdf", files.item_pdf),
        (f"{_MEETING}{_KIND}\\.pdf", files.pdf),
        (f"{_MEETING}{_KIND}\\.json", files.data),
        (f"{_MEETING}{_KIND}/udgave/(?P<version>\\d{{1,4}})/", meetings.version),
        (r"bilag/(?P<prefix>[0-9a-f]{20})/(?P<name>[^/]+)", files.attachment),
        (r"sag/(?P<key>\d{1,10})/", bodies.case),
        (r"sag/(?P<key>\d{1,10})/nyt\.atom", feeds.case_news),
        (r"nyt\.atom", feeds.news),
        (r"kalender\.ics", feeds.calendar),
        ("", bodies.index),
        (f"{_SLUG}/", bodies.body),
        (f"{_SLUG}/nyt\\.atom", feeds.news),
        (f"{_SLUG}/kalender\\.ics", feeds.calendar),
    )
)


class PublicPages:
    """Middleware: after those that see to safety, before those that ask who is there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        path = request.path_info
        if not path.startswith(ROOT):
            if path == ROOT.rstrip("/"):
                return HttpResponse(status=301, headers={"Location": ROOT})
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return not_allowed(request)
        return answered(request, path[len(ROOT) :])


def root(request: HttpRequest) -> HttpResponseBase:
    """Where the public pages begin."""
    return answered(request, "")


def answered(request: HttpRequest, rest: str) -> HttpResponseBase:
    """The answer to one address under the root."""
    for pattern, answer in _ROUTES:
        found = pattern.match(rest)
        if found is not None:
            return _same_for_all(answer(request, **found.groupdict()))
    if not rest.endswith("/") and any(p.match(f"{rest}/") for p, _answer in _ROUTES):
        return HttpResponse(status=301, headers={"Location": f"{request.path}/"})
    return missing(request)


def _same_for_all(response: HttpResponseBase) -> HttpResponseBase:
    if response.status_code in (200, 304):
        # Kept, and asked for each time: what is withdrawn is gone at once.
        told: dict[str, Any] = {"public": True, "no_cache": True}
        patch_cache_control(response, **told)
    elif response.status_code >= 400:
        # A browser keeps a 410 for ever unless told, also when it is published again.
        patch_cache_control(response, no_cache=True)
    return response
