"""Adding documents on the website, and the page that says what became of each."""

import uuid

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from sagsgang.web.archive import selectors
from sagsgang.web.archive.forms import UploadForm
from sagsgang.web.archive.permissions import may_import_on_site
from sagsgang.web.archive.services import archive_upload
from sagsgang.web.design.page import Crumb


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
