"""Which format a picture is in, and where each format keeps its texts."""

import struct
import zlib
from collections.abc import Callable, Iterator

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.found import Found
from sagsgang.reading.attachments.pictures.iptc import read_iptc
from sagsgang.reading.attachments.pictures.tiff import read_tiff
from sagsgang.reading.attachments.pictures.xmp import read_xmp

_MOST_CHUNKS = 10_000
_MOST_UNPACKED = 1_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_EXIF = b"Exif\0\0"
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_IPTC = b"Photoshop 3.0\0"


def picture_format(data: bytes) -> str:
    """The format of a picture; "" for what is none."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(_PNG):
        return "png"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data.startswith((b"II*\0", b"MM\0*")):
        return "tiff"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"avif", b"msf1"):
        return "heic"
    return "bmp" if data.startswith(b"BM") and data[6:10] == b"\0\0\0\0" else ""


def read_picture(data: bytes, found: Found) -> None:
    """The texts and places a picture carries; its pixels are not looked at."""
    _READERS.get(picture_format(data), _read_nothing)(data, found)


def _read_jpeg(data: bytes, found: Found) -> None:
    place = 2
    for _ in range(_MOST_CHUNKS):
        if place + 4 > len(data) or data[place] != 0xFF:
            break
        kind, length = data[place + 1], int.from_bytes(data[place + 2 : place + 4], "big")
        if kind in (0xD9, 0xDA) or length < 2:
            return
        if place + 2 + length > len(data):
            break
        content = data[place + 4 : place + 2 + length]
        if kind == 0xE1 and content.startswith(_EXIF):
            read_tiff(content[len(_EXIF) :], found)
        elif kind == 0xE1 and content.startswith(_XMP):
            read_xmp(content[len(_XMP) :], found)
        elif kind == 0xED and content.startswith(_IPTC):
            read_iptc(content[len(_IPTC) :], found)
        elif kind == 0xFE:
            _add(found, "bemærkning", content)
        place += 2 + length
    found.problem("billedet er beskadiget eller afkortet; en del er ikke læst")


def _read_png(data: bytes, found: Found) -> None:
    for kind, content in _chunks(data, len(_PNG), found):
        if kind == b"tEXt":
            key, _, text = content.partition(b"\0")
            _add(found, key.decode("latin-1"), text)
        elif kind == b"zTXt":
            key, _, text = content.partition(b"\0")
            _add(found, key.decode("latin-1"), _unpacked(text[1:]))
        elif kind == b"iTXt":
            key, _, rest = content.partition(b"\0")
            is_packed = rest[:1] == b"\1"
            text = rest[2:].split(b"\0", 2)[-1]
            text = _unpacked(text) if is_packed else text
            if key == b"XML:com.adobe.xmp":
                read_xmp(text, found)
            else:
                _add(found, key.decode("latin-1"), text)
        elif kind == b"eXIf":
            read_tiff(content, found)


def _chunks(data: bytes, place: int, found: Found) -> Iterator[tuple[bytes, bytes]]:
    for _ in range(_MOST_CHUNKS):
        if place + 8 > len(data):
            break
        length = int.from_bytes(data[place : place + 4], "big")
        kind = data[place + 4 : place + 8]
        if place + 8 + length > len(data):
            break
        yield kind, data[place + 8 : place + 8 + length]
        if kind == b"IEND":
            return
        place += 12 + length
    found.problem("billedet er beskadiget eller afkortet; en del er ikke læst")


def _read_gif(data: bytes, found: Found) -> None:
    place = data.find(b"\x21\xfe")
    for _ in range(_MOST_CHUNKS):
        if place < 0:
            break
        end = data.find(b"\0", place)
        _add(found, "bemærkning", data[place + 3 : end])
        place = data.find(b"\x21\xfe", place + 2)
    read_xmp(data, found)


def _read_webp(data: bytes, found: Found) -> None:
    place = 12
    for _ in range(_MOST_CHUNKS):
        if place + 8 > len(data):
            return
        kind = data[place : place + 4]
        (length,) = struct.unpack_from("<I", data, place + 4)
        content = data[place + 8 : place + 8 + length]
        if kind == b"EXIF":
            read_tiff(content.removeprefix(_EXIF), found)
        elif kind == b"XMP ":
            read_xmp(content, found)
        place += 8 + length + length % 2


def _read_tiff_file(data: bytes, found: Found) -> None:
    read_tiff(data, found)
    read_xmp(data, found)


def _read_heic(data: bytes, found: Found) -> None:
    place = data.find(_EXIF)
    if place >= 0:
        read_tiff(data[place + len(_EXIF) :][:_MOST_UNPACKED], found)
    read_xmp(data, found)


def _read_nothing(data: bytes, found: Found) -> None:
    pass


_READERS: dict[str, Callable[[bytes, Found], None]] = {
    "jpeg": _read_jpeg, "png": _read_png, "gif": _read_gif, "tiff": _read_tiff_file,
    "webp": _read_webp, "heic": _read_heic,
}  # fmt: skip


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _MOST_UNPACKED)
    except zlib.error:
        return b""


def _add(found: Found, name: str, text: bytes) -> None:
    try:
        decoded = text.decode("utf-8")
    except UnicodeDecodeError:
        decoded = text.decode("cp1252", "replace")
    found.add(FragmentKind.METADATA, f"billedets oplysning «{name[:60]}»", decoded.strip("\0 "))
