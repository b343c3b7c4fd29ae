"""The files of hearings, to be saved, for those whom the gate lets; 404 for everyone else."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from sagsgang.web.cases.attachments.storage import bytes_open
from sagsgang.web.routes.hearings.material import material_file
from sagsgang.web.routes.hearings.selectors import hearing_file_get, hearing_get

#: What a browser may do with a file that it shows although it was told to save it: nothing.
_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"


@login_required
@require_safe
def given(request: HttpRequest, pk: int, version: int) -> HttpResponseBase:
    """An attachment that the body was given, as it was when the hearing began."""
    found = hearing_get(request.user, pk)
    return _sent(material_file(found.round, version) if found is not None else None)


@login_required
@require_safe
def answered(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A file that came with an answer."""
    return _sent(hearing_file_get(request.user, pk))


def _sent(file: Any) -> HttpResponseBase:
    if file is None:
        raise Http404
    try:
        content = bytes_open(file.sha256)
    except FileNotFoundError as missing:
        raise Http404 from missing
    return FileResponse(
        content,
        as_attachment=True,
        filename=file.file_name,
        content_type=file.media_type,
        headers={
            "Content-Security-Policy": _POLICY,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
            "Cross-Origin-Resource-Policy": "same-origin",
        },
    )
