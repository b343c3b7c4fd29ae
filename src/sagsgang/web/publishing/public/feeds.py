"""Feeds of news and calendars of meetings, for whoever follows."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from sagsgang.rendering.atom import MEDIA_TYPE as ATOM
from sagsgang.rendering.ics import MEDIA_TYPE as CALENDAR
from sagsgang.web.bodies.models import Body
from sagsgang.web.publishing.feeds.calendars import meetings_calendar
from sagsgang.web.publishing.feeds.news import case_feed, news_feed
from sagsgang.web.publishing.public.answer import etag_of, is_known, missing, unchanged
from sagsgang.web.publishing.public.bodies import case_title
from sagsgang.web.publishing.selectors import body_public, site_address


def news(request: HttpRequest, slug: str | None = None) -> HttpResponseBase:
    """What is new of a body, or of all."""
    body = _body(slug)
    if slug is not None and body is None:
        return missing(request)
    return _answer(request, news_feed(site_address(request), body), ATOM)


def case_news(request: HttpRequest, key: str) -> HttpResponseBase:
    """What has happened to one case."""
    title = case_title(int(key))
    if title is None:
        return missing(request)
    return _answer(request, case_feed(site_address(request), int(key), title), ATOM)


def calendar(request: HttpRequest, slug: str | None = None) -> HttpResponseBase:
    """The meetings of a body, or of all."""
    body = _body(slug)
    if slug is not None and body is None:
        return missing(request)
    text = meetings_calendar(site_address(request), body)
    return _answer(request, text.encode(), CALENDAR)


def _body(slug: str | None) -> Body | None:
    return body_public(slug) if slug is not None else None


def _answer(request: HttpRequest, content: bytes, media_type: str) -> HttpResponseBase:
    etag = etag_of(content.decode())
    if is_known(request, etag):
        return unchanged(etag)
    return HttpResponse(
        content,
        content_type=f"{media_type}; charset=utf-8",
        headers={"ETag": etag, "Access-Control-Allow-Origin": "*"},
    )
