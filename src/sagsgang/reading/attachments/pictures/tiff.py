"""TIFF's directories of fields, in which EXIF is kept too: texts, and where a picture was taken."""

import struct

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.found import Found
from sagsgang.reading.attachments.pictures.xmp import read_xmp

_TEXTS = {
    0x010D: "Dokumentnavn", 0x010E: "Billedbeskrivelse", 0x011D: "Sidenavn", 0x013B: "Kunstner",
    0x013C: "Computer", 0x8298: "Ophavsret", 0x9286: "Kommentar", 0x9C9B: "Titel",
    0x9C9C: "Kommentarer", 0x9C9D: "Forfatter", 0x9C9E: "Mærker", 0x9C9F: "Emne",
    0xA430: "Kameraets ejer", 0xA431: "Kameraets serienummer",
}  # fmt: skip
_WIDE = range(0x9C9B, 0x9CA0)  # written by Windows, in UTF-16
_COMMENT = 0x9286
_XMP = 0x02BC
_FURTHER = {0x8769, 0x8825}  # the directories of EXIF and GPS
_GPS = 0x8825
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
_MOST_DIRECTORIES = 50
_MOST_FIELDS = 2_000
_LONGEST = 1_000_000


def read_tiff(data: bytes, found: Found) -> None:
    """The texts in the fields of `data`, and the position."""
    if data[:2] not in (b"II", b"MM") or len(data) < 8:
        return
    order = "<" if data[:2] == b"II" else ">"
    waiting = [(struct.unpack_from(f"{order}I", data, 4)[0], False)]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_DIRECTORIES:
        place, is_gps = waiting.pop(0)
        if place in seen or place < 8 or place + 2 > len(data):
            continue
        seen.add(place)
        fields, behind = _fields(data, place, order)
        if is_gps:
            _add_position(fields, order, found)
            continue
        for tag, content in fields.items():
            if tag in _FURTHER and len(content) >= 4:
                waiting.append((struct.unpack_from(f"{order}I", content)[0], tag == _GPS))
            elif tag == _XMP:
                read_xmp(content, found)
            elif tag in _TEXTS:
                text = _decoded(tag, content, order)
                found.add(FragmentKind.METADATA, f"egenskaben {_TEXTS[tag]} (EXIF)", text)
        waiting.append((behind, False))


def _fields(data: bytes, place: int, order: str) -> tuple[dict[int, bytes], int]:
    """The fields of one directory by their tags, and where the next directory is (0: nowhere)."""
    (count,) = struct.unpack_from(f"{order}H", data, place)
    fields: dict[int, bytes] = {}
    place += 2
    for _ in range(min(count, _MOST_FIELDS)):
        if place + 12 > len(data):
            return fields, 0
        tag, kind, length = struct.unpack_from(f"{order}HHI", data, place)
        size = _SIZES.get(kind, 1) * length
        begin = place + 8
        if size > 4:
            (begin,) = struct.unpack_from(f"{order}I", data, begin)
        fields[tag] = data[begin : begin + min(size, _LONGEST)]
        place += 12
    behind = struct.unpack_from(f"{order}I", data, place)[0] if place + 4 <= len(data) else 0
    return fields, behind


def _decoded(tag: int, content: bytes, order: str) -> str:
    wide = "utf-16-le" if order == "<" else "utf-16-be"
    if tag in _WIDE:
        text = content.decode("utf-16-le", "replace")
    elif tag == _COMMENT and content.startswith(b"UNICODE\0"):
        text = content[8:].decode(wide, "replace")
    else:
        if tag == _COMMENT:
            content = content[8:]
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace")
    return text.strip("\0 ")


def _add_position(fields: dict[int, bytes], order: str, found: Found) -> None:
    """Where the picture was taken, in degrees: for a private home an address."""
    north, east = (_degrees(fields.get(tag, b""), order) for tag in (2, 4))
    if north is None or east is None:
        return
    signs = [fields.get(tag, b"")[:1].decode("ascii", "replace") for tag in (1, 3)]
    position = f"{north} {signs[0]}, {east} {signs[1]}".replace(".", ",")
    found.add(FragmentKind.METADATA, "egenskaben GPS-position (EXIF)", position)


def _degrees(content: bytes, order: str) -> str | None:
    if len(content) < 24:
        return None
    parts = struct.unpack_from(f"{order}6I", content)
    degrees = 0.0
    for place, share in ((0, 1), (2, 60), (4, 3600)):
        if parts[place + 1]:
            degrees += parts[place] / parts[place + 1] / share
    return f"{degrees:.5f}"
