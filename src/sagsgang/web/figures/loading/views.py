"""The pages of loading: hand a file in, look at what it says, load it, and withdraw a load."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.figures.sources import BadFile, all_sources
from sagsgang.figures.sources.table import guess
from sagsgang.web.audit.answers import pressed
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.figures.loading import services
from sagsgang.web.figures.loading.fetching import figures_fetch
from sagsgang.web.figures.loading.forms import (
    ColumnsForm,
    ConfirmForm,
    FetchForm,
    UploadForm,
    WithdrawForm,
)
from sagsgang.web.figures.loading.selectors import (
    load_number_of,
    load_rows,
    municipalities_for,
    upload_get,
    uploads_waiting,
)
from sagsgang.web.figures.loading.storage import file_path
from sagsgang.web.figures.permissions import figures_may


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def loading(request: HttpRequest) -> HttpResponse:
    """Hand a file in; below, the files that wait and the loads there were."""
    may = municipalities_for(request.user, "figures_load")
    if not may:
        raise PermissionDenied("figures_load")
    form = UploadForm(municipalities=may)
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES, municipalities=may)
        if form.is_valid() and (pk := _uploaded(request, form)) is not None:
            return see_other(reverse("figures:upload", args=[pk]))
    context = {
        "form": form,
        "sources": all_sources(),
        "towns": [
            {
                "municipality": each,
                "waiting": uploads_waiting(each),
                "loads": load_rows(each),
                "may_withdraw": figures_may(request.user, "figures_withdraw", each),
            }
            for each in may
        ],
        "several": len(may) > 1,
        "trail": loading_trail(),
    }
    return render(request, "figures/loading.html", context, status=422 if form.is_bound else 200)


def _uploaded(request: HttpRequest, form: UploadForm) -> int | None:
    said = form.cleaned_data
    try:
        received = services.figures_file_receive(said["file"])
    except Refusal as refusal:
        form.add_error(refusal.field, str(refusal.message))
        return None
    made: list[Any] = []

    def do() -> dict[str, Any]:
        made.append(
            services.figures_upload(
                actor=request.user,
                municipality=said["municipality"],
                source_id=said["source"],
                received=received,
                mapping=form.mapping(),
            )
        )
        return {"pk": made[0].pk}

    details = form.once("figures_upload", do)
    for each in made:
        services.figures_now(each)
    return details["pk"] if details is not None else None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def fetch(request: HttpRequest) -> HttpResponse:
    """Ask for a table of jobindsats or StatBank."""
    may = municipalities_for(request.user, "figures_load")
    if not may:
        raise PermissionDenied("figures_load")
    form = FetchForm(request.POST if request.method == "POST" else None, municipalities=may)
    if request.method == "POST" and form.is_valid():

        def do() -> dict[str, Any]:
            said = form.cleaned_data
            made = figures_fetch(
                actor=request.user,
                municipality=said["municipality"],
                service=said["service"],
                table=said["table"],
                asked=form.asked(),
            )
            return {"pk": made.pk}

        if (details := form.once("figures_fetch", do)) is not None:
            return see_other(reverse("figures:upload", args=[details["pk"]]))
    context = {
        "form": form,
        "has_key": bool(settings.SAGSGANG_JOBINDSATS_KEY),
        "trail": loading_trail(Crumb(_("Fetch figures"))),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "figures/fetch.html", context, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """What the file says and would change, or why it is refused; here it is said yes to."""
    found = upload_found(request, pk)
    asks = bool(found.preview.get("asks")) and found.preview.get("known") is None
    form = ConfirmForm(request.POST if request.method == "POST" else None, asks=asks)
    if request.method == "POST" and form.is_valid():
        made: list[Any] = []

        def do() -> dict[str, Any]:
            made.append(
                services.figures_load(
                    actor=request.user,
                    upload=found,
                    is_confirmed=form.cleaned_data.get("is_confirmed", False),
                )
            )
            return {}

        if form.once("figures_load", do) is not None:
            for each in made:
                services.figures_now(each)
            return see_other(reverse("figures:upload", args=[pk]))
    context = {
        "upload": found,
        "preview": found.preview,
        "form": form,
        "drop_key": uuid4(),
        "is_table": found.source == "table",
        "trail": loading_trail(Crumb(found.file_name)),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "figures/upload.html", context, status=status)


@login_required
@require_safe
def upload_state(request: HttpRequest, pk: int) -> JsonResponse:
    """How far the reading is, for the page that waits for it."""
    found = upload_found(request, pk)
    return JsonResponse({"state": found.state, "share": found.share})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """What each column of a table is."""
    found = upload_found(request, pk)
    if found.source != "table":
        raise Http404
    try:
        guessed = guess(file_path(found.sha256))
    except BadFile as bad:
        messages.error(request, str(bad))
        return see_other(reverse("figures:upload", args=[pk]))
    mapping = found.mapping if found.mapping.get("values") else guessed.mapping
    data = request.POST if request.method == "POST" else None
    form = ColumnsForm(data, names=guessed.names, mapping=mapping)
    if request.method == "POST" and form.is_valid():
        made: list[Any] = []

        def do() -> dict[str, Any]:
            chosen = form.mapping()
            made.append(
                services.figures_columns_choose(actor=request.user, upload=found, mapping=chosen)
            )
            return {}

        if form.once("figures_columns_choose", do) is not None:
            for each in made:
                services.figures_now(each)
            return see_other(reverse("figures:upload", args=[pk]))
    context = {
        "upload": found,
        "form": form,
        "names": guessed.names,
        "rows": guessed.rows,
        "trail": loading_trail(
            Crumb(found.file_name, reverse("figures:upload", args=[pk])), Crumb(_("Columns"))
        ),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "figures/columns.html", context, status=status)


@login_required
@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """The file is not to be loaded."""
    found = upload_found(request, pk)

    def do() -> dict[str, Any]:
        services.figures_upload_drop(actor=request.user, upload=found)
        return {}

    said = _("The file is not loaded.")
    return pressed(request, "figures_upload_drop", do, said, reverse("figures:loading"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """A load ceases to count, with a reason."""
    may = municipalities_for(request.user, "figures_withdraw")
    found = [(each, load) for each in may if (load := load_number_of(each, number)) is not None]
    if not found:
        raise Http404
    municipality, load = found[0]
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def do() -> dict[str, Any]:
            services.figures_withdraw(
                actor=request.user,
                municipality=municipality,
                number=number,
                because=form.cleaned_data["because"],
            )
            return {}

        if form.once("figures_withdraw", do) is not None:
            messages.success(request, _("The load no longer counts."))
            return see_other(reverse("figures:loading"))
    context = {"form": form, "load": load, "trail": loading_trail(Crumb(_("Withdraw the load")))}
    status = 422 if request.method == "POST" else 200
    return render(request, "figures/withdraw.html", context, status=status)


def upload_found(request: HttpRequest, pk: int) -> Any:
    """The file on its way; 404 when it is not for the reader."""
    found = upload_get(request.user, pk)
    if found is None:
        raise Http404
    return found


def loading_trail(*more: Crumb) -> list[Crumb]:
    """The trail to the page of loading, or to a page under it."""
    return [Crumb(_("Load figures"), reverse("figures:loading") if more else None), *more]
