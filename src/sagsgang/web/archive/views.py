"""The pages of the archive: which selector fills which template."""

import json
import uuid

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from sagsgang.checking.rule import Rule
from sagsgang.web.archive import selectors
from sagsgang.web.archive.finding_view import severity_chip
from sagsgang.web.archive.forms import UploadForm
from sagsgang.web.archive.item_page import item_page
from sagsgang.web.archive.meeting_page import meeting_page
from sagsgang.web.archive.permissions import may_import_on_site
from sagsgang.web.archive.rule_pages import rule_list, rule_page
from sagsgang.web.archive.selectors import StoredDocument
from sagsgang.web.archive.services import archive_upload
from sagsgang.web.archive.trail import trail
from sagsgang.web.bodies.selectors import body_get, municipality_get
from sagsgang.web.design.page import Crumb

_LATEST_ON_FRONT = 8


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """The municipalities and the newest meetings; an empty archive says what to do."""
    context = {
        "is_empty": selectors.archive_is_empty(),
        "municipalities": selectors.municipality_rows(),
        "latest": selectors.latest_meetings(at_most=_LATEST_ON_FRONT),
        "may_import": may_import_on_site(),
    }
    return render(request, "archive/front.html", context)


@require_GET
def municipalities(request: HttpRequest) -> HttpResponse:
    """Every municipality that has meetings."""
    context = {
        "trail": [Crumb(_("Municipalities"))],
        "municipalities": selectors.municipality_rows(),
        "may_import": may_import_on_site(),
    }
    return render(request, "archive/municipalities.html", context)


@require_GET
def municipality(request: HttpRequest, municipality: str) -> HttpResponse:
    """The bodies of a municipality."""
    found = municipality_get(slug=municipality)
    if found is None:
        raise Http404
    context = {
        "municipality": found,
        "trail": trail(municipality=found),
        "bodies": selectors.body_rows(municipality=found),
    }
    return render(request, "archive/municipality.html", context)


@require_GET
def body(request: HttpRequest, municipality: str, body: str) -> HttpResponse:
    """The meetings of a body, by year."""
    found = body_get(municipality=municipality, slug=body)
    if found is None:
        raise Http404
    context = {
        "body": found,
        "municipality": found.municipality,
        "trail": trail(body=found),
        "years": selectors.meetings_by_year(body=found),
    }
    return render(request, "archive/body.html", context)


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
    document = _document(municipality, body, meeting, kind)
    page = item_page(document=document, slug=item, language=get_language() or "da")
    if page is None:
        raise Http404
    return render(
        request,
        "archive/item.html",
        {"page": page, "trail": trail(document=document, item=page.row)},
    )


@require_GET
def source(
    request: HttpRequest, municipality: str, body: str, meeting: str, kind: str = ""
) -> HttpResponse:
    """The text of a document, line by line, as it was read."""
    document = _document(municipality, body, meeting, kind)
    context = {
        "document": document,
        "lines": selectors.document_lines(document=document),
        "trail": trail(document=document, last=_("Source text")),
    }
    return render(request, "archive/source.html", context)


@require_GET
def data(
    request: HttpRequest, municipality: str, body: str, meeting: str, kind: str = ""
) -> HttpResponse:
    """The document as JSON, the same that `sagsgang read` prints."""
    document = _document(municipality, body, meeting, kind)
    text = json.dumps(selectors.document_json(document=document), ensure_ascii=False, indent=2)
    response = HttpResponse(text.encode("utf-8", "replace"), content_type="application/json")
    name = "-".join((municipality, body, meeting, *([kind] if kind else [])))
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Choose or drop files; sending them leads to the page with a result for each."""
    if not may_import_on_site():
        raise PermissionDenied
    form = UploadForm()
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            files = [(each.name or "", each.read()) for each in form.cleaned_data["files"]]
            key = form.cleaned_data["operation"]
            archive_upload(
                key=key, files=files, municipality=form.cleaned_data["municipality"] or None
            )
            return HttpResponseRedirect(reverse("archive:upload_result", kwargs={"operation": key}))
    context = {"form": form, "operation": uuid.uuid4(), "trail": [Crumb(_("Add documents"))]}
    return render(request, "archive/upload.html", context, status=400 if form.is_bound else 200)


@require_GET
def upload_result(request: HttpRequest, operation: uuid.UUID) -> HttpResponse:
    """What became of each file of one upload."""
    results = selectors.upload_results(key=operation)
    if results is None:
        raise Http404
    places = {(each.municipality, each.body, each.meeting) for each in results if each.meeting}
    addresses = selectors.result_addresses(places=places)
    rows = [(each, addresses.get((each.municipality, each.body, each.meeting))) for each in results]
    crumbs = [Crumb(_("Add documents"), reverse("archive:upload")), Crumb(_("Result"))]
    return render(request, "archive/upload_result.html", {"rows": rows, "trail": crumbs})


@require_GET
def rules(request: HttpRequest) -> HttpResponse:
    """Every check that documents go through."""
    rows = [(each, _title(each), severity_chip(each.severity)) for each in rule_list()]
    return render(request, "archive/rules.html", {"rows": rows, "trail": [Crumb(_("Checks"))]})


@require_GET
def rule(request: HttpRequest, code: str) -> HttpResponse:
    """A check's own page: what it looks for, why, and what to write instead."""
    page = rule_page(code)
    if page is None:
        raise Http404
    crumbs = [Crumb(_("Checks"), reverse("archive:rules")), Crumb(page.rule.code)]
    context = {
        "page": page,
        "title": _title(page.rule),
        "severity": severity_chip(page.rule.severity),
        "trail": crumbs,
    }
    return render(request, "archive/rule.html", context)


def _title(rule: Rule) -> str:
    return rule.title.in_language("en" if get_language() == "en" else "da")


def _document(municipality: str, body: str, meeting: str, kind: str) -> StoredDocument:
    document = selectors.document_get(
        municipality=municipality, body=body, meeting=meeting, kind=kind
    )
    if document is None:
        raise Http404
    return document
