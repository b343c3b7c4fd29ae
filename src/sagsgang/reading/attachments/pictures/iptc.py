"""IPTC: captions and bylines as press photographs carry them, within Photoshop's resources."""

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.found import Found

_NAMES = {
    5: "Titel", 25: "Nøgleord", 80: "Fotograf", 90: "By", 92: "Sted", 105: "Overskrift",
    110: "Kredit", 115: "Kilde", 116: "Ophavsret", 118: "Kontakt", 120: "Billedtekst",
    122: "Forfatter til billedtekst",
}  # fmt: skip
_IPTC = 0x0404
_MOST = 5_000


def read_iptc(data: bytes, found: Found) -> None:
    """The IPTC texts in a list of Photoshop resources."""
    place = 0
    for _ in range(_MOST):
        if data[place : place + 4] != b"8BIM":
            return
        kind = int.from_bytes(data[place + 4 : place + 6], "big")
        name = data[place + 6] if place + 6 < len(data) else 0
        place += 6 + (name + 1) + (name + 1) % 2
        length = int.from_bytes(data[place : place + 4], "big")
        content = data[place + 4 : place + 4 + length]
        if kind == _IPTC:
            _read_records(content, found)
        place += 4 + length + length % 2


def _read_records(data: bytes, found: Found) -> None:
    place = 0
    for _ in range(_MOST):
        if place + 5 > len(data) or data[place] != 0x1C:
            return
        record, number = data[place + 1], data[place + 2]
        length = int.from_bytes(data[place + 3 : place + 5], "big")
        text = data[place + 5 : place + 5 + length]
        if record == 2 and number in _NAMES:
            try:
                shown = text.decode("utf-8")
            except UnicodeDecodeError:
                shown = text.decode("cp1252", "replace")
            found.add(FragmentKind.METADATA, f"egenskaben {_NAMES[number]} (IPTC)", shown)
        place += 5 + length
