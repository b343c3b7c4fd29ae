"""How everything public is answered: as a page or not at all, the same for whoever asks again."""

import hashlib
from collections.abc import Callable, Sequence
from functools import cache

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.templatetags.static import static
from django.utils.http import parse_etags

from sagsgang import __version__
from sagsgang.rendering.site import Link, Site, gone_page
from sagsgang.web.publishing.addresses import ROOT


@cache
def site() -> Site:
    """The frame around every page."""
    return Site(
        name="Sagsgang",
        home="/",
        stylesheets=(
            static("dkfds/css/dkfds.min.css"),
            static("design/sagsgang.css"),
            static("meetings/document.css"),
            static("publishing/public.css"),
        ),
        icon=static("design/sagsgang.svg"),
        menu=(
            Link("Forside", "/"),
            Link("Dagsordener og referater", ROOT),
            Link("Søg", "/soeg/"),
        ),
        foot=(Link("Følg med på mail", "/abonner/"),),
    )


def etag_of(*parts: object) -> str:
    """What changes whenever the page does: its parts, and the program that sets it."""
    told = "\0".join(map(str, (__version__, *parts)))
    return f'"{hashlib.sha256(told.encode()).hexdigest()[:24]}"'


def is_known(request: HttpRequest, etag: str) -> bool:
    """Whether who asks has it already."""
    known = request.META.get("HTTP_IF_NONE_MATCH")
    if not known:
        return False
    given = parse_etags(known)
    return "*" in given or etag in given or f"W/{etag}" in given


def unchanged(etag: str) -> HttpResponse:
    """304: what you have is still so."""
    return HttpResponse(status=304, headers={"ETag": etag})


def page(request: HttpRequest, etag: str, make: Callable[[], str]) -> HttpResponseBase:
    """The page, made only where it is not known."""
    if is_known(request, etag):
        return unchanged(etag)
    return HttpResponse(make(), headers={"ETag": etag, "Content-Language": "da"})


def missing(request: HttpRequest) -> HttpResponse:
    """404: and where to look instead."""
    words = (
        "Der er ikke offentliggjort noget på denne adresse.",
        "Tjek, at adressen er skrevet rigtigt, eller find dokumentet herfra.",
    )
    return gone(request, "Siden findes ikke", words, status=404)


def gone(
    request: HttpRequest,
    title: str,
    words: Sequence[str],
    links: Sequence[Link] = (),
    status: int = 410,
) -> HttpResponse:
    """What was here and is no longer, and why."""
    shown = (*links, Link("Alle dagsordener og referater", ROOT))
    html = gone_page(site(), title=title, words=words, links=shown)
    return HttpResponse(html, status=status, headers={"Content-Language": "da"})


def not_allowed(request: HttpRequest) -> HttpResponse:
    """405: here one only reads."""
    return HttpResponse(
        "Her kan man kun læse.",
        status=405,
        content_type="text/plain; charset=utf-8",
        headers={"Allow": "GET, HEAD"},
    )
