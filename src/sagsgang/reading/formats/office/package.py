"""How the zipped parts of an office document are read: within bounds, and never beyond the file.

A small file can claim to unpack to terabytes, or an XML part to expand to them; both are refused.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from sagsgang.reading.canonical import Unreadable

MAX_PARTS = 10_000
MAX_PART = 40_000_000
MAX_ALL = 100_000_000
_CHUNK = 1 << 18

_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError,
    NotImplementedError, OverflowError, MemoryError,
)  # fmt: skip
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})


class Package:
    """The parts of a zipped document by name; `program` is who made it, for the messages.

    `spaces` are XML namespaces with two names, (other, usual): only the usual one is met.
    """

    def __init__(
        self, data: bytes, program: str, spaces: tuple[tuple[bytes, bytes], ...] = ()
    ) -> None:
        self.program = program
        self.spaces = spaces
        self.left = MAX_ALL
        if data.count(b"PK\x01\x02") > MAX_PARTS:
            raise self.too_large()
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
            self.names = {info.filename: info for info in self.archive.infolist()}
        except _BROKEN:
            raise self.broken() from None

    def read(self, name: str) -> bytes | None:
        """The bytes of a part, None when there is none. Raises Unreadable."""
        if name not in self.names:
            return None
        return b"".join(self.chunks(name, MAX_PART))

    def chunks(self, name: str, most: int = MAX_ALL) -> Iterator[bytes]:
        """The bytes of a part, if there is one, piece by piece. Raises Unreadable."""
        info = self.names.get(name)
        if info is None:
            return
        if info.flag_bits & 1:
            raise self.locked()
        if info.compress_type not in _METHODS:
            raise self.broken()
        try:
            with self.archive.open(info) as part:
                while chunk := part.read(_CHUNK):
                    most -= len(chunk)
                    self.left -= len(chunk)
                    if most < 0 or self.left < 0:
                        raise self.too_large()
                    yield chunk
        except _BROKEN:
            raise self.broken() from None

    def xml(self, name: str) -> etree._Element | None:
        """The tree of an XML part, None when there is no such part. Raises Unreadable."""
        content = self.read(name)
        if content is None:
            return None
        for other, usual in self.spaces:
            content = content.replace(other, usual)
        # Entities, which could expand without end, are declared in a document type; none is needed.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self.broken() from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise Unreadable(
                f"{self.program}-filen har en dokumenttype i sin XML og læses ikke; gem den som PDF"
            )
        return root

    def broken(self) -> Unreadable:
        """The file is damaged, or not all of it is there."""
        return Unreadable(
            f"{self.program}-filen er beskadiget eller ikke hentet helt; hent den igen, "
            "eller gem den som PDF"
        )

    def too_large(self) -> Unreadable:
        """What is packed is more than a document can be."""
        return Unreadable(
            f"{self.program}-filen fylder over {MAX_PART // 1_000_000} MB udpakket; gem den som PDF"
        )

    def locked(self) -> Unreadable:
        """The file needs a password."""
        return Unreadable(
            f"{self.program}-filen er beskyttet med adgangskode; gem den uden, og prøv igen"
        )
