"""Files within a PDF file: on their own, or hanging on a page."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from sagsgang.reading.attachments.pdf.taken import Taken
from sagsgang.reading.attachments.pdf.wide import wide_text

LARGEST = 50_000_000  # bytes


def take_file(file: Any, taken: Taken) -> None:
    """Takes an embedded file; one that is too large is named."""
    name = wide_text(pdfium.FPDFAttachment_GetName, file) or "uden navn"
    length = ctypes.c_ulong()
    if not pdfium.FPDFAttachment_GetFile(file, None, 0, length) or not length.value:
        taken.files.append((name, b""))
        return
    if length.value > LARGEST:
        taken.problems.append(f"den indlejrede fil «{name[:100]}» er for stor og er ikke læst")
        return
    buffer = ctypes.create_string_buffer(length.value)
    pdfium.FPDFAttachment_GetFile(file, buffer, length.value, length)
    taken.files.append((name, buffer.raw[: length.value]))
