"""Where handed-in files of figures lie: beside the store, under their hash, written whole."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

_SHA256 = re.compile(r"[0-9a-f]{64}")


def file_keep(chunks: Iterable[bytes]) -> tuple[str, int]:
    """Keep a file; its SHA-256 and its size. The same file is kept once."""
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix="draft-", dir=folder)
    digest, size = hashlib.sha256(), 0
    try:
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, folder / digest.hexdigest())
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return digest.hexdigest(), size


def file_path(sha256: str) -> Path:
    """Where a kept file lies; FileNotFoundError for what is no hash."""
    if not _SHA256.fullmatch(sha256):
        raise FileNotFoundError(sha256)
    return _folder() / sha256


def _folder() -> Path:
    return Path(settings.SAGSGANG_DATA) / "figures" / "files"
