"""The attachments of a case: the list with upload, one attachment, and the file itself."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.web.audit.answers import pressed
from sagsgang.web.audit.selectors import operation_details
from sagsgang.web.cases.attachments.allowed import MAX_SIZE
from sagsgang.web.cases.attachments.forms import AttachmentForm, UploadForm, VersionForm
from sagsgang.web.cases.attachments.selectors import (
    attachment_get,
    attachment_rows,
    attachments_removed,
    version_get,
)
from sagsgang.web.cases.attachments.services import (
    attachment_move,
    attachment_remove,
    attachment_restore,
    attachment_save,
    attachment_version_add,
    attachments_add,
    file_receive,
    files_receive,
)
from sagsgang.web.cases.attachments.serving import file_sent
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.design.refusal import Refusal


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def attachments(request: HttpRequest, pk: int) -> HttpResponse:
    """The list; whoever may attach adds files, and moves, removes and puts them back."""
    case = case_found(request, pk)
    form = UploadForm()
    bad: list[dict[str, str]] = []
    if request.method == "POST":
        case_found(request, pk, "case_attach")
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            details = _upload(request, case, form)
            if details is not None:
                bad = details["refused"]
                if not bad:
                    return see_other(reverse("cases:attachments", kwargs={"pk": pk}))
                form = UploadForm()
    context = {
        "case": case,
        "rows": attachment_rows(user=request.user, case=case),
        "removed": attachments_removed(user=request.user, case=case),
        "may_attach": case_may(request.user, "case_attach", case),
        "form": form,
        "bad": bad,
        "most_bytes": MAX_SIZE,
        "trail": case_trail(case, Crumb(_("Attachments"))),
    }
    status = 422 if bad or form.errors else 200
    return render(request, "cases/attachments/attachments.html", context, status=status)


def _upload(request: HttpRequest, case: Any, form: UploadForm) -> dict[str, Any] | None:
    key = form.cleaned_data["operation"]
    done = operation_details(key=key, name="attachments_add")
    if done is not None:
        return done
    # Looking through takes time, so it is done before the transaction that others wait for.
    good, bad = files_receive(form.cleaned_data["files"])

    def do() -> dict[str, Any]:
        added = attachments_add(case=case, actor=request.user, received=good) if good else []
        return {"added": [each.pk for each in added], "refused": bad}

    details = form.once("attachments_add", do)
    if details is not None and details["added"]:
        count = len(details["added"])
        said = ngettext("%(n)s file is attached.", "%(n)s files are attached.", count)
        messages.success(request, said % {"n": count})
    return details


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def attachment(request: HttpRequest, pk: int, attachment: int) -> HttpResponse:
    """One attachment: its title, whether it is closed, its versions and what was found in it."""
    case = case_found(request, pk, "case_attach")
    found = _found(request, case, attachment)
    initial = {
        "title": found.title,
        "is_closed": found.is_closed,
        "ground": found.closed_ground,
    }
    form = AttachmentForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():

        def do() -> dict[str, Any]:
            said = form.cleaned_data
            attachment_save(
                attachment=found,
                actor=request.user,
                title=said["title"],
                is_closed=said["is_closed"],
                ground=said["ground"],
            )
            return {}

        if form.once("attachment_save", do) is not None:
            messages.success(request, _("The attachment is saved."))
            return see_other(reverse("cases:attachments", kwargs={"pk": pk}))
    return _one(request, case, found, form=form)


@login_required
@require_POST
def version(request: HttpRequest, pk: int, attachment: int) -> HttpResponse:
    """A new version of the file."""
    case = case_found(request, pk, "case_attach")
    found = _found(request, case, attachment)
    form = VersionForm(request.POST, request.FILES)
    if form.is_valid():
        details = operation_details(
            key=form.cleaned_data["operation"], name="attachment_version_add"
        )
        if details is None:
            details = _version(request, found, form)
        if details is not None:
            messages.success(request, _("The new version is attached."))
            path = reverse("cases:attachment", kwargs={"pk": pk, "attachment": found.pk})
            return see_other(path)
    return _one(request, case, found, version_form=form)


def _version(request: HttpRequest, found: Any, form: VersionForm) -> dict[str, Any] | None:
    try:
        received = file_receive(form.cleaned_data["file"])
    except Refusal as refusal:
        form.add_error("file", str(refusal.message))
        return None

    def do() -> dict[str, Any]:
        made = attachment_version_add(attachment=found, actor=request.user, received=received)
        return {"version": made.number}

    return form.once("attachment_version_add", do)


@login_required
@require_POST
def move(request: HttpRequest, pk: int, attachment: int) -> HttpResponse:
    """One place up or down."""
    steps = -1 if request.POST.get("vej") == "op" else 1
    case = case_found(request, pk, "case_attach")
    found = _found(request, case, attachment)
    path = f"{_list(pk)}#bilag-{found.pk}"

    def do() -> dict[str, Any]:
        attachment_move(attachment=found, actor=request.user, steps=steps)
        return {}

    return pressed(request, "attachment_move", do, _("The attachment is moved."), path)


@login_required
@require_POST
def remove(request: HttpRequest, pk: int, attachment: int) -> HttpResponse:
    """Take it off the case."""
    said = _("The attachment is removed. It can be put back at the foot of the page.")
    return _press(request, pk, attachment, "attachment_remove", attachment_remove, said)


@login_required
@require_POST
def restore(request: HttpRequest, pk: int, attachment: int) -> HttpResponse:
    """Put it back."""
    said = _("The attachment is back on the case.")
    return _press(request, pk, attachment, "attachment_restore", attachment_restore, said, True)


@require_safe
def attachment_file(
    request: HttpRequest, pk: int, attachment: int, number: int
) -> HttpResponseBase:
    """The file itself, to be saved, for those whom the gate lets; 404 for everyone else."""
    return file_sent(version_get(user=request.user, case=pk, attachment=attachment, number=number))


def _found(request: HttpRequest, case: Any, pk: int, removed: bool = False) -> Any:
    found = attachment_get(user=request.user, case=case, pk=pk, removed=removed)
    if found is None:
        raise Http404
    return found


def _list(pk: int) -> str:
    return reverse("cases:attachments", kwargs={"pk": pk})


def _press(
    request: HttpRequest,
    pk: int,
    attachment: int,
    name: str,
    do: Callable[..., None],
    said: str,
    removed: bool = False,
) -> HttpResponse:
    case = case_found(request, pk, "case_attach")
    # Whatever it is now: pressed twice, the second press finds it as the first one left it.
    found = attachment_get(user=request.user, case=case, pk=attachment, removed=removed)
    found = found or _found(request, case, attachment, not removed)

    def once() -> dict[str, Any]:
        do(attachment=found, actor=request.user)
        return {}

    return pressed(request, name, once, said, _list(pk))


def _one(
    request: HttpRequest,
    case: Any,
    found: Any,
    *,
    form: AttachmentForm | None = None,
    version_form: VersionForm | None = None,
) -> HttpResponse:
    rows = attachment_rows(user=request.user, case=case)
    if form is None:
        form = AttachmentForm(
            initial={
                "title": found.title,
                "is_closed": found.is_closed,
                "ground": found.closed_ground,
            }
        )
    has_error = form.errors or (version_form is not None and version_form.errors)
    context = {
        "case": case,
        "row": next(row for row in rows if row.attachment.pk == found.pk),
        "form": form,
        "version_form": version_form or VersionForm(auto_id="version-%s"),
        "trail": case_trail(case, Crumb(_("Attachments"), _list(case.pk)), Crumb(found.title)),
    }
    return render(
        request, "cases/attachments/attachment.html", context, status=422 if has_error else 200
    )
