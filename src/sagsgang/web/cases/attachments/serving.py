"""A kept file is sent to be saved, and can do nothing in a browser that shows it all the same."""

from typing import Any

from django.http import FileResponse, Http404, HttpResponseBase

from sagsgang.web.cases.attachments.storage import bytes_open

#: What a browser may do with a file that it shows although it was told to save it: nothing.
_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"


def file_sent(file: Any) -> HttpResponseBase:
    """The bytes of a row that has `sha256`, `file_name` and `media_type`; 404 for None and where
    the bytes are gone. Whoever calls has asked the gate.
    """
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
