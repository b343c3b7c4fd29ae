"""Where the bytes of attachments lie: in the data folder, under their hash, written whole or not.

What lies here is never served as a file: it goes out through the gate of `gate.py` only.
"""

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

_SHA256 = re.compile(r"[0-9a-f]{64}")


def bytes_keep(data: bytes) -> str:
    """Keep the bytes and return their SHA-256; the same bytes are kept once.

    They are on the disk before this returns: a row that names them never points at nothing.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    path = _path(sha256)
    if path.exists() and path.stat().st_size == len(data):
        return sha256
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix="draft-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    _sync(path.parent)
    return sha256


def bytes_open(sha256: str) -> BinaryIO:
    """The kept bytes, open for reading; FileNotFoundError when they are not there."""
    return _path(sha256).open("rb")


def _path(sha256: str) -> Path:
    if not _SHA256.fullmatch(sha256):
        raise FileNotFoundError(sha256)
    return Path(settings.SAGSGANG_DATA) / "attachments" / sha256[:2] / sha256


def _sync(folder: Path) -> None:
    """A renamed file survives a power cut only when its folder was written too."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
