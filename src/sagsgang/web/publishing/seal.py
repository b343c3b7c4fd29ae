"""The key with which this site seals PDFs: the operator's own, on the example a self-made one.

What seals is loaded when something is sealed: it takes a sixth of the time in which a program
starts.
"""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from sagsgang.web.publishing.models import Publication

_FOLDER = "seal"
_KEY, _CERTIFICATE = "key.pem", "certificate.pem"


@dataclass(frozen=True, slots=True)
class SealKey:
    """A private key and its certificate, both as PEM."""

    key: bytes
    certificate: bytes

    def sealed(self, pdf: bytes, publication: Publication) -> bytes:
        """The PDF with the seal of whoever has the key."""
        from sagsgang.rendering.seal import seal

        public = publication.public
        return seal(
            pdf,
            self.key,
            self.certificate,
            at=timezone.now(),
            reason="Referatet er godkendt af alle, der deltog.",
            location=str(public.body.municipality),
        )


def seal_of_site() -> SealKey | None:
    """The key that is set up; None where PDFs are not sealed here."""
    key, certificate = _paths()
    if not key.is_file() or not certificate.is_file():
        return None
    return _loaded(str(key), str(certificate), key.stat().st_mtime_ns)


def certificates_trusted() -> list[bytes]:
    """What a seal is held against when a PDF is verified here."""
    _key, certificate = _paths()
    return [certificate.read_bytes()] if certificate.is_file() else []


def seal_make(name: str) -> None:
    """Make a key with a self-made certificate in the data folder, unless there is one."""
    folder = Path(settings.SAGSGANG_DATA) / _FOLDER
    if (folder / _KEY).exists():
        return
    from sagsgang.rendering.seal import self_made_certificate

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    key, certificate = self_made_certificate(name)
    for path, content in ((folder / _CERTIFICATE, certificate), (folder / _KEY, key)):
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)


def _paths() -> tuple[Path, Path]:
    folder = Path(settings.SAGSGANG_DATA) / _FOLDER
    return (
        Path(settings.SAGSGANG_SEAL_KEY or folder / _KEY),
        Path(settings.SAGSGANG_SEAL_CERTIFICATE or folder / _CERTIFICATE),
    )


@cache
def _loaded(key: str, certificate: str, _changed: int) -> SealKey:
    return SealKey(Path(key).read_bytes(), Path(certificate).read_bytes())
