"""Which letters the printed font has and how wide they are, read from the font's own tables."""

import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"


class Advances(dict[str, float]):
    """How wide each letter is, in thousandths of the size; one of another font is square."""

    def __missing__(self, letter: str) -> float:
        return 1000.0


@dataclass(frozen=True)
class Face:
    """One cut of the font."""

    advances: Advances

    def has(self, letter: str) -> bool:
        """Whether the font draws the letter."""
        return letter in self.advances

    def width(self, text: str, size: float) -> float:
        """How wide the text is set at the size, in points, without kerning."""
        return sum(map(self.advances.__getitem__, text)) * size / 1000


@lru_cache(maxsize=8)
def face(name: str = "Regular") -> Face:
    """A cut that the package carries: Regular, SemiBold, Bold, Italic, BoldItalic."""
    data = (FONTS / f"IBMPlexSans-{name}.ttf").read_bytes()
    tables = {
        data[at : at + 4].decode("ascii"): struct.unpack(">II", data[at + 8 : at + 16])
        for at in range(12, 12 + 16 * struct.unpack(">H", data[4:6])[0], 16)
    }
    head, hhea, hmtx, cmap = (tables[tag][0] for tag in ("head", "hhea", "hmtx", "cmap"))
    units = struct.unpack(">H", data[head + 18 : head + 20])[0]
    metrics = struct.unpack(">H", data[hhea + 34 : hhea + 36])[0]
    widths = struct.unpack(f">{'Hh' * metrics}", data[hmtx : hmtx + 4 * metrics])[::2]
    return Face(
        Advances(
            (chr(code), widths[min(glyph, metrics - 1)] * 1000 / units)
            for code, glyph in _glyphs(data, cmap).items()
        )
    )


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """The glyph of each codepoint, by the subtable of format 4 (the basic plane)."""
    count = struct.unpack(">H", data[cmap + 2 : cmap + 4])[0]
    for record in range(cmap + 4, cmap + 4 + 8 * count, 8):
        at = cmap + struct.unpack(">I", data[record + 4 : record + 8])[0]
        if struct.unpack(">H", data[at : at + 2])[0] == 4:
            return _format_4(data, at)
    raise ValueError("the font has no map of the basic plane")


def _format_4(data: bytes, at: int) -> dict[int, int]:
    size = struct.unpack(">H", data[at + 6 : at + 8])[0]
    segments = size // 2
    columns = [at + 14, at + 16 + size, at + 16 + 2 * size, at + 16 + 3 * size]
    ends, starts, deltas, ranges = (
        struct.unpack(f">{segments}H", data[column : column + size]) for column in columns
    )
    found = {}
    for segment in range(segments):
        for code in range(starts[segment], min(ends[segment], 0xFFFE) + 1):
            if ranges[segment] == 0:
                glyph = (code + deltas[segment]) & 0xFFFF
            else:
                place = columns[3] + 2 * segment + ranges[segment] + 2 * (code - starts[segment])
                glyph = struct.unpack(">H", data[place : place + 2])[0]
                glyph = (glyph + deltas[segment]) & 0xFFFF if glyph else 0
            if glyph:
                found[code] = glyph
    return found
