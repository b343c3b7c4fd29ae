"""The text of each marked piece of a page: what the letters drawn there stand for."""

import re
import struct
from dataclasses import dataclass, field

from sagsgang.reading.own.pdf_objects import PdfFile, Ref, Value, hexadecimal, literal

_WORTH = re.compile(
    rb"(?P<string>\()|(?<!<)<(?P<hex>[0-9A-Fa-f]+)>|/MCID\s+(?P<mcid>\d+)|(?P<actual>/ActualText)"
    rb"|/(?P<font>[^\s/\[\]<>()]+)\s+(?P<size>[\d.]+)\s+Tf\b|\b(?P<marks>BDC|BMC|EMC)\b"
)
_CHARACTERS = re.compile(
    rb"begin(?P<kind>bfchar|bfrange)(?P<lines>.*?)endbf(?:char|range)", re.DOTALL
)
_CODES = re.compile(rb"<([0-9A-Fa-f\s]+)>|(\[)|(\])")


@dataclass
class Piece:
    """What stands in one marked piece: its text, and the size of its first letters in points."""

    text: str = ""
    size: float = 0.0


@dataclass
class Pages:
    """The marked pieces of a file's pages, read when first asked for."""

    file: PdfFile
    _pages: dict[int, dict[int, Piece]] = field(default_factory=dict)
    _fonts: dict[int, tuple[dict[int, str], int]] = field(default_factory=dict)

    def piece(self, page: Value, number: int) -> Piece:
        """The piece with the number on the page; an empty one when there is none."""
        if not isinstance(page, Ref):
            return Piece()
        if page.number not in self._pages:
            self._pages[page.number] = self._read(page)
        return self._pages[page.number].get(number, Piece())

    def _read(self, page: Ref) -> dict[int, Piece]:
        found = self.file.dictionary(page)
        resources = self.file.dictionary(found.get("Resources"))
        fonts = self.file.dictionary(resources.get("Font"))
        parts = self.file.sequence(found.get("Contents"))
        data = b"\n".join(map(self.file.stream, parts))
        return _pieces(data, {name: self._font(font) for name, font in fonts.items()})

    def _font(self, font: Value) -> tuple[dict[int, str], int]:
        """What the codes of a font stand for, and how many bytes a code has."""
        number = font.number if isinstance(font, Ref) else -1
        if number not in self._fonts:
            found = self.file.dictionary(font)
            map_of = found.get("ToUnicode")
            codes = _codes(self.file.stream(map_of)) if isinstance(map_of, Ref) else {}
            self._fonts[number] = (codes, 2 if found.get("Subtype") == "Type0" else 1)
        return self._fonts[number]


def _pieces(data: bytes, fonts: dict[str, tuple[dict[int, str], int]]) -> dict[int, Piece]:
    pieces: dict[int, Piece] = {}
    # One entry for each mark that is open: the piece drawn into, or None for an artifact; whether
    # its text was given in words, so that its letters do not count.
    open_marks: list[tuple[Piece | None, bool]] = []
    current: Piece | None = None
    told = False
    number: int | None = None
    words: str | None = None
    codes: dict[int, str] = {}
    step, size, at = 2, 0.0, 0
    while found := _WORTH.search(data, at):
        at = found.end()
        match found.lastgroup:
            case "string" | "hex":
                if found["hex"]:
                    raw = hexadecimal(found["hex"])
                else:
                    raw, at = literal(data, at)
                if words == "":
                    words = _words(raw)
                elif current is not None:
                    current.size = current.size or size
                    if not told:
                        current.text += _shown(raw, codes, step)
            case "mcid":
                number = int(found["mcid"])
            case "actual":
                words = ""
            case "size":
                codes, step = fonts.get(found["font"].decode("latin-1"), ({}, 2))
                size = float(found["size"])
            case _ if found["marks"] == b"EMC":
                if open_marks:
                    current, told = open_marks.pop()
            case _:
                open_marks.append((current, told))
                if number is not None:
                    current, told = pieces.setdefault(number, Piece()), False
                elif words is not None:
                    if current is not None and not told:
                        current.text += words
                    told = True
                else:
                    current = None
                number = words = None
    return pieces


def _shown(raw: bytes, codes: dict[int, str], step: int) -> str:
    drawn = struct.unpack(f">{len(raw) // 2}H", raw[: len(raw) // 2 * 2]) if step == 2 else raw
    return "".join([codes.get(code, "\ufffd") for code in drawn])


def _words(raw: bytes) -> str:
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    return raw.decode("latin-1")


def _codes(cmap: bytes) -> dict[int, str]:
    """What each code stands for."""
    found: dict[int, str] = {}
    for section in _CHARACTERS.finditer(cmap):
        if section["kind"] == b"bfchar":
            marks = [hexadecimal(code[1]) for code in _CODES.finditer(section["lines"]) if code[1]]
            for code, text in zip(marks[::2], marks[1::2], strict=False):
                found[int.from_bytes(code, "big")] = text.decode("utf-16-be", "replace")
            continue
        for line in section["lines"].splitlines():
            marks = [hexadecimal(code[1]) for code in _CODES.finditer(line) if code[1]]
            if len(marks) < 3:
                continue
            first, last = (int.from_bytes(mark, "big") for mark in marks[:2])
            for offset in range(min(last - first, 0xFFFF) + 1):
                if b"[" in line:
                    if offset + 2 < len(marks):
                        found[first + offset] = marks[offset + 2].decode("utf-16-be", "replace")
                else:
                    text = marks[2][:-1] + bytes([(marks[2][-1] + offset) & 255])
                    found[first + offset] = text.decode("utf-16-be", "replace")
    return found
