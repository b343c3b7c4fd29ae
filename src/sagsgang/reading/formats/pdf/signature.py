"""Which bytes are a PDF file; known without PDFium, which takes a while to load."""

import re

_HEAD = re.compile(rb"%PDF-\d\.\d")


def is_pdf(data: bytes) -> bool:
    """Whether these are the bytes of a PDF file: the signature stands within the first kilobyte."""
    match = _HEAD.search(data, 0, 1024)
    return match is not None and (match.start() == 0 or b" obj" in data or b"\nobj" in data)
