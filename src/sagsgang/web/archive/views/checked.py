"""Tjek et referat: a file is read for the one who has it; only that browser knows its address."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sagsgang.reading import Unreadable
from sagsgang.web.archive import selectors
from sagsgang.web.archive.checked_file import CheckedFile, checked_load
from sagsgang.web.archive.forms import CheckForm
from sagsgang.web.archive.pages.attached_page import attached_page
from sagsgang.web.archive.pages.checked_page import checked_document, checked_page
from sagsgang.web.archive.permissions import may_check_on_site, may_import_on_site
from sagsgang.web.archive.reader import ReadFile
from sagsgang.web.archive.results import ImportOutcome
from sagsgang.web.archive.selectors import StoredDocument
from sagsgang.web.archive.services import archive_checked, file_check
from sagsgang.web.archive.views.documents import data_answer, item_answer, source_answer
from sagsgang.web.design.page import Crumb

View = Callable[..., HttpResponse]


def _secret(view: View) -> View:
    """The answer is for the one who has the key: kept by no cache, found by no search engine."""

    @wraps(view)
    def answer(request: HttpRequest, **parts: str) -> HttpResponse:
        if not may_check_on_site():
            raise PermissionDenied
        response = view(request, **parts)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Choose or drop a file; what is wrong with the file itself is said beside the field."""
    if not may_check_on_site():
        raise PermissionDenied
    form = CheckForm()
    if request.method == "POST":
        form = CheckForm(request.POST, request.FILES)
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                checked = file_check(data=file.read(), name=file.name or "")
            except Unreadable as error:
                form.add_error("file", str(error))
            else:
                return HttpResponseRedirect(
                    reverse("archive:checked_meeting", kwargs={"key": checked.key})
                )
    context = {"form": form, "trail": [Crumb(_("Check minutes"))]}
    return render(request, "archive/check.html", context, status=400 if form.is_bound else 200)


@_secret
@require_GET
def meeting(request: HttpRequest, key: str) -> HttpResponse:
    """What was found in the file; a file without items is shown as an attachment."""
    checked = _checked(key)
    if checked.read is None:
        page = attached_page(checked=checked, language=get_language() or "da")
        context = {"checked": checked, "page": page, "trail": _trail(checked)}
        return render(request, "archive/checked_text.html", context)
    return _page(request, checked, checked.read)


@_secret
@require_GET
def item(request: HttpRequest, key: str, item: str) -> HttpResponse:
    """One item of the file."""
    return item_answer(request, _document(key), item)


@_secret
@require_GET
def source(request: HttpRequest, key: str) -> HttpResponse:
    """The file's text, line by line."""
    return source_answer(request, _document(key))


@_secret
@require_GET
def data(request: HttpRequest, key: str) -> HttpResponse:
    """The file as JSON."""
    return data_answer(_document(key), "referat")


@_secret
@require_POST
def keep(request: HttpRequest, key: str) -> HttpResponse:
    """Put the file into the archive, and go to its page there; what must not be published stays
    checked, and its page says why.
    """
    if not may_import_on_site():
        raise PermissionDenied
    result = archive_checked(key=key, municipality=request.POST.get("municipality", "")[:200])
    if result is None:
        raise Http404
    checked = _checked(key)
    if result.outcome is ImportOutcome.REFUSED and checked.read:
        return _page(request, checked, checked.read, status=HTTPStatus.CONFLICT)
    place = (result.municipality, result.body, result.meeting)
    return HttpResponseRedirect(selectors.result_addresses(places=[place])[place])


def _page(
    request: HttpRequest, checked: CheckedFile, read: ReadFile, status: int = HTTPStatus.OK
) -> HttpResponse:
    shown = checked_page(checked=checked, read=read, language=get_language() or "da")
    context = {
        "shown": shown,
        "checked": checked,
        "page": shown.page,
        "hides": shown.page.document.hides,
        "may_import": may_import_on_site(),
        "trail": _trail(checked),
    }
    return render(request, "archive/checked.html", context, status=status)


def _trail(checked: CheckedFile) -> list[Crumb]:
    return [Crumb(_("Check minutes"), reverse("archive:check")), Crumb(checked.name)]


def _checked(key: str) -> CheckedFile:
    checked = checked_load(key=key)
    if checked is None:
        raise Http404
    return checked


def _document(key: str) -> StoredDocument:
    checked = _checked(key)
    if checked.read is None:
        raise Http404
    return checked_document(checked, checked.read)
