"""One attachment: which format its bytes are in, and what is read of it."""

import hashlib

from sagsgang.minutes import Attachment, Fragment, FragmentKind
from sagsgang.reading.formats.text import decode


def read_attachment(data: bytes, name: str) -> Attachment:
    """Everything that can be read in a file; never raises: what is not read is a problem."""
    lines = decode(data).split("\n")
    text = Fragment(FragmentKind.TEXT, "teksten", "\n".join(lines), tuple(range(1, len(lines) + 1)))
    return Attachment(name, hashlib.sha256(data).hexdigest(), "txt", (text,))
