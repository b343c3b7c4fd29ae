"""The text of each marked piece of a page: what the letters drawn there stand for."""

import re
import struct
from dataclasses import dataclass, field

from sagsgang.reading.own.pdf_objects import PdfFile, Ref, Value, hexadecimal, literal, unescaped

_WORTH = re.compile(
    rb"\((?P<simple>(?:[^()\\]|\\.)*)\)|(?P<string>\()|(?<!<)<(?P<hex>[0-9A-Fa-f]+)>|/MCID\s+(?P<mcid>\d+)|(?P<actual>/ActualText)"
    rb"|/(?P<font>[^\s/\[\]<>()]+)\s+(?P<size>[\d.]+)\s+Tf\b|\b(?P<marks>BDC|BMC|EMC)\b",
    re.DOTALL,
)
_CHARACTERS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_CODES = re.compile(rb"<([0-9A-Fa-f\s]+)>")
_LONGEST = 64  # bytes of what one code may stand for
#: What the codes of a font stand for, and how many bytes a code has.
Font = tuple[dict[int, str], int]


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
    _fonts: dict[int, Font] = field(default_factory=dict)

    def piece(self, page: Value, number: int) -> Piece:
        """The piece with the number on the page, once; an empty one when there is none (left)."""
        if not isinstance(page, Ref):
            return Piece()
        if page.number not in self._pages:
            self._pages[page.number] = self._read(page)
        return self._pages[page.number].pop(number, Piece())

    def _read(self, page: Ref) -> dict[int, Piece]:
        found = self.file.dictionary(page)
        resources = self.file.dictionary(found.get("Resources"))
        fonts = self.file.dictionary(resources.get("Font"))
        parts = self.file.sequence(found.get("Contents"))
        data = b"\n".join(map(self.file.stream, parts))
        drawing = _Drawing({name: self._font(font) for name, font in fonts.items()})
        drawing.read(data)
        return drawing.pieces

    def _font(self, font: Value) -> Font:
        """What the codes of a font stand for, and how many bytes a code has."""
        if not isinstance(font, Ref):
            return {}, 2
        if font.number not in self._fonts:
            found = self.file.dictionary(font)
            map_of = found.get("ToUnicode")
            codes = _codes(self.file.stream(map_of)) if isinstance(map_of, Ref) else {}
            self._fonts[font.number] = (codes, 2 if found.get("Subtype") == "Type0" else 1)
        return self._fonts[font.number]


class _Drawing:
    """What has been drawn on a page so far, mark by mark."""

    def __init__(self, fonts: dict[str, Font]) -> None:
        self.pieces: dict[int, Piece] = {}
        self._fonts = fonts
        self._font: Font = ({}, 2)
        self._size = 0.0
        # One entry for each mark that is open: the piece drawn into, or None for an artifact;
        # whether its text was given in words, so that its letters do not count.
        self._open: list[tuple[Piece | None, bool]] = []
        self._current: Piece | None = None
        self._told = False
        self._number: int | None = None
        self._words: str | None = None
        self._waiting: list[bytes] = []

    def read(self, data: bytes) -> None:
        """Follow the page's operators."""
        at = 0
        while found := _WORTH.search(data, at):
            at = found.end()
            match found.lastgroup:
                case "simple":
                    if self._words == "":
                        self._words = _words(unescaped(found["simple"]))
                    else:
                        self._waiting.append(found["simple"])
                case "string" | "hex":
                    if found["hex"]:
                        raw = hexadecimal(found["hex"])
                    else:
                        raw, at = literal(data, at)
                    if self._words == "":
                        self._words = _words(raw)
                    else:
                        self._draw(raw)
                case "mcid":
                    self._number = int(found["mcid"])
                case "actual":
                    self._words = ""
                case "size":
                    self._flush()
                    self._font = self._fonts.get(found["font"].decode("latin-1"), ({}, 2))
                    self._size = float(found["size"])
                case _:
                    self._flush()
                    self._mark(is_end=found["marks"] == b"EMC")

    def _flush(self) -> None:
        if self._waiting:
            raw = unescaped(b"".join(self._waiting))
            self._waiting = []
            self._add(raw)

    def _draw(self, raw: bytes) -> None:
        self._flush()
        self._add(raw)

    def _add(self, raw: bytes) -> None:
        if self._current is not None:
            self._current.size = self._current.size or self._size
            if not self._told:
                self._current.text += _shown(raw, *self._font)

    def _mark(self, is_end: bool) -> None:
        if is_end:
            if self._open:
                self._current, self._told = self._open.pop()
            return
        self._open.append((self._current, self._told))
        if self._number is not None:
            self._current, self._told = self.pieces.setdefault(self._number, Piece()), False
        elif self._words is not None:
            if self._current is not None and not self._told:
                self._current.text += self._words
            self._told = True
        else:
            self._current = None
        self._number = self._words = None


def _shown(raw: bytes, codes: dict[int, str], step: int) -> str:
    drawn = struct.unpack(f">{len(raw) // 2}H", raw[: len(raw) // 2 * 2]) if step == 2 else raw
    return "".join([codes.get(code, "\ufffd") for code in drawn])


def _words(raw: bytes) -> str:
    if raw.startswith(b"\xfe\xff"):
        return raw[2:].decode("utf-16-be", "replace")
    return raw.decode("latin-1")


def _codes(cmap: bytes) -> dict[int, str]:
    """What each code stands for; ours are told one by one."""
    found: dict[int, str] = {}
    for section in _CHARACTERS.finditer(cmap):
        marks = [hexadecimal(digits) for digits in _CODES.findall(section[1])]
        for code, text in zip(marks[::2], marks[1::2], strict=False):
            found[int.from_bytes(code[:2], "big")] = text[:_LONGEST].decode("utf-16-be", "replace")
    return found
