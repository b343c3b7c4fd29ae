"""What is had as a file: PDFs, the data of a document, open attachments."""

import json
from urllib.parse import quote, unquote

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from sagsgang.web.cases.attachments.storage import bytes_open
from sagsgang.web.publishing import selectors
from sagsgang.web.publishing.models import Publication, PublicMeeting, PublishedItem
from sagsgang.web.publishing.public.answer import etag_of, is_known, missing, unchanged
from sagsgang.web.publishing.public.meetings import withdrawn
from sagsgang.web.publishing.services import pdf_make
from sagsgang.web.publishing.wording import KIND_SLUGS

#: A browser shows a PDF and pictures itself; anything else is saved, and can do nothing.
_SHOWN = frozenset({"application/pdf", "image/png", "image/jpeg"})
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"


def pdf(request: HttpRequest, slug: str, place: str, kind: str) -> HttpResponseBase:
    """The whole agenda or minutes; the sealed one where all have approved."""
    public = selectors.public_meeting_get(slug, place)
    last = selectors.newest(public, KIND_SLUGS[kind]) if public else None
    if public is None or last is None:
        return missing(request)
    if last.state != Publication.State.PUBLISHED:
        return withdrawn(request, public, last)
    return _pdf(request, public, last, None, f"{kind}-{slug}-{place}.pdf")


def item_pdf(request: HttpRequest, slug: str, place: str, number: str) -> HttpResponseBase:
    """One open item."""
    public = selectors.public_meeting_get(slug, place)
    now = selectors.document_in_force(public) if public else None
    found = selectors.item_found(now, unquote(number)) if now else None
    if public is None or now is None or found is None or found.item.is_closed:
        return missing(request)
    name = f"punkt-{number}-{slug}-{place}.pdf"
    return _pdf(request, public, now, found.item, name)


def _pdf(
    request: HttpRequest,
    public: PublicMeeting,
    publication: Publication,
    item: PublishedItem | None,
    name: str,
) -> HttpResponseBase:
    etag = etag_of("pdf", publication.pk, item.number if item else "", public.revision)
    if is_known(request, etag):
        return unchanged(etag)
    made = pdf_make(publication=publication, item=item)
    try:
        content = bytes_open(made.sha256)
    except FileNotFoundError:
        # The folder was put back from a copy older than the database: it can be made again.
        made.delete()
        content = bytes_open(pdf_make(publication=publication, item=item).sha256)
    return FileResponse(
        content,
        content_type="application/pdf",
        filename=name,
        headers={"ETag": etag, "X-Content-Type-Options": "nosniff"},
    )


def data(request: HttpRequest, slug: str, place: str, kind: str) -> HttpResponseBase:
    """The document as the contract's JSON, for whoever computes with it."""
    public = selectors.public_meeting_get(slug, place)
    last = selectors.newest(public, KIND_SLUGS[kind]) if public else None
    if public is None or last is None:
        return missing(request)
    if last.state != Publication.State.PUBLISHED:
        return withdrawn(request, public, last)
    etag = etag_of("data", last.pk)
    if is_known(request, etag):
        return unchanged(etag)
    told = selectors.minutes_of(last).as_json()
    return HttpResponse(
        json.dumps(told, ensure_ascii=False, indent=1),
        content_type="application/json; charset=utf-8",
        headers={"ETag": etag, "Access-Control-Allow-Origin": "*"},
    )


def attachment(request: HttpRequest, prefix: str, name: str) -> HttpResponseBase:
    """An open attachment of something that is in force."""
    row = selectors.file_public(prefix, unquote(name))
    if row is None:
        return missing(request)
    etag = etag_of("file", row.sha256)
    if is_known(request, etag):
        return unchanged(etag)
    try:
        content = bytes_open(row.sha256)
    except FileNotFoundError:
        return missing(request)
    shown = row.media_type in _SHOWN
    disposition = "inline" if shown else "attachment"
    return FileResponse(
        content,
        content_type=row.media_type,
        headers={
            "ETag": etag,
            "Content-Disposition": f"{disposition}; filename*=UTF-8''{quote(row.file_name)}",
            "Content-Security-Policy": _POLICY,
            "X-Content-Type-Options": "nosniff",
        },
    )
