"""The pages of one document: the meeting, an item, the text line by line, the data."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sagsgang.web.archive import selectors
from sagsgang.web.archive.pages.citation import citation
from sagsgang.web.archive.pages.item_page import item_page
from sagsgang.web.archive.pages.meeting_page import meeting_page
from sagsgang.web.archive.pages.trail import trail
from sagsgang.web.archive.selectors import StoredDocument


@require_GET
def meeting(
    request: HttpRequest, municipality: str, body: str, meeting: str, kind: str = ""
) -> HttpResponse:
    """One document of a meeting."""
    document = _document(municipality, body, meeting, kind)
    page = meeting_page(document=document, language=get_language() or "da")
    return render(
        request, "archive/meeting.html", {"page": page, "trail": trail(document=document)}
    )


@require_GET
def item(
    request: HttpRequest, municipality: str, body: str, meeting: str, item: str, kind: str = ""
) -> HttpResponse:
    """One item of a document."""
    return item_answer(request, _document(municipality, body, meeting, kind), item)


@require_GET
def source(
    request: HttpRequest, municipality: str, body: str, meeting: str, kind: str = ""
) -> HttpResponse:
    """The text of a document, line by line, as it was read."""
    return source_answer(request, _document(municipality, body, meeting, kind))


@require_GET
def data(
    request: HttpRequest, municipality: str, body: str, meeting: str, kind: str = ""
) -> HttpResponse:
    """The document as JSON, the same that `sagsgang read` prints."""
    name = "-".join((municipality, body, meeting, *([kind] if kind else [])))
    return data_answer(_document(municipality, body, meeting, kind), name)


def item_answer(request: HttpRequest, document: StoredDocument, item: str) -> HttpResponse:
    """The page of an item of any document, the archive's or one that is only checked."""
    page = item_page(document=document, slug=item, language=get_language() or "da")
    if page is None:
        raise Http404
    address = request.build_absolute_uri(document.address("item", item=item))
    context = {
        "page": page,
        "trail": trail(document=document, item=page.row),
        "public_address": document.public_address(page.row.number),
        # The address of a file that is only checked is nobody's to pass on.
        "citation": "" if document.key else citation(document, page.row, address),
    }
    return render(request, "archive/item.html", context)


def source_answer(request: HttpRequest, document: StoredDocument) -> HttpResponse:
    """The lines of any document."""
    context = {
        "document": document,
        "lines": selectors.document_lines(document=document),
        "trail": trail(document=document, last=_("Source text")),
    }
    return render(request, "archive/source.html", context)


def data_answer(document: StoredDocument, name: str) -> HttpResponse:
    """Any document as a JSON file called `name`."""
    text = json.dumps(selectors.document_json(document=document), ensure_ascii=False, indent=2)
    response = HttpResponse(text.encode("utf-8", "replace"), content_type="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


def _document(municipality: str, body: str, meeting: str, kind: str) -> StoredDocument:
    document = selectors.document_get(
        municipality=municipality, body=body, meeting=meeting, kind=kind
    )
    if document is None:
        raise Http404
    return document
