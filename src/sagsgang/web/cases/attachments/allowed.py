"""Which files may be attached, known by their content and never by their name, and as what."""

import re

from django.utils.translation import gettext_lazy as _

from sagsgang.web.design.refusal import Refusal

MAX_SIZE = 50_000_000

_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
#: Format found in the content → media type. Nothing a browser would run is among them.
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}wordprocessingml.document",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet",
    "pptx": f"{_OFFICE}presentationml.presentation",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "odt": f"{_ODF}text",
    "ods": f"{_ODF}spreadsheet",
    "odp": f"{_ODF}presentation",
    "rtf": "application/rtf",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "tiff": "image/tiff",
    "webp": "image/webp",
    "csv": "text/csv",
    "txt": "text/plain",
    "text": "text/plain",
    "md": "text/plain",
    "eml": "message/rfc822",
    "msg": "application/vnd.ms-outlook",
    "zip": "application/zip",
}
#: Handed out as a file only; the browser is never told that it can show it.
DOWNLOAD_ONLY = "application/octet-stream"
_PROGRAM = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa")
_ENDINGS_OF_PROGRAMS = frozenset(
    {"exe", "com", "scr", "bat", "cmd", "ps1", "vbs", "js", "jse", "wsf", "hta", "msi", "jar"}
    | {"lnk", "dll", "sh", "app", "apk", "iso", "reg", "url"}
)
_MARKUP = re.compile(rb"<\s*(?:!doctype\s+html|html|svg|script|body|iframe)[\s>/]", re.IGNORECASE)
_RUNS = re.compile(
    rb"<\s*(?:script|iframe|object|embed|foreignobject)\b|\bon[a-z]+\s*=|javascript:",
    re.IGNORECASE,
)
_LOOKED_AT = 2_000_000


def refuse_by_size(size: int) -> None:
    """Raise Refusal for a file that is too large, or empty."""
    if size > MAX_SIZE:
        raise Refusal(
            _(
                "The file is %(size)s MB; at most 50 MB can be attached. "
                "Make it smaller, or split it."
            )
            % {"size": -(-size // 1_000_000)}
        )
    if size == 0:
        raise Refusal(_("The file is empty. Check that it was saved, and choose it again."))


def refuse_by_content(data: bytes, name: str) -> None:
    """Raise Refusal for programs and for pages with script in them."""
    ending = name.rpartition(".")[2].lower()
    if data.startswith(_PROGRAM) or ending in _ENDINGS_OF_PROGRAMS:
        raise Refusal(
            _(
                "The file is a program and cannot be attached. "
                "Attach a document instead, such as a PDF."
            )
        )
    start = data[:_LOOKED_AT].replace(b"\x00", b"")
    if _MARKUP.search(start[:4000]) and _RUNS.search(start):
        raise Refusal(
            _(
                "The file is a web page or a drawing with a program in it and cannot be attached. "
                "Save it as PDF and attach that."
            )
        )


def media_type_of(kind: str) -> str:
    """The media type of a format that was found in the content."""
    return MEDIA_TYPES.get(kind, DOWNLOAD_ONLY)
