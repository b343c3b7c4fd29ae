"""Office's older container (OLE): the streams in it, read within bounds."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_ENTRY = 128
_MOST_ENTRIES = 20_000
_FREE = 0xFFFFFFFA  # this and above are no sectors
_STREAM, _ROOT = 2, 5
_SMALL = 64  # bytes of a small sector
_NONE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream by its path of names: ("__attach_version1.0_#00000000", "__substg1.0_37010102")."""

    path: tuple[str, ...]
    first: int
    size: int


class Compound:
    """The streams of a container; raises ValueError for what is none."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(SIGNATURE) or len(data) < _HEADER:
            raise ValueError("no compound file")
        self.data = data
        self.is_cut = False  # sectors are missing that should be there
        shift = struct.unpack_from("<H", data, 30)[0]
        if shift not in (9, 12):
            raise ValueError("sectors of no known size")
        self.size = 1 << shift
        first, _, self.cutoff = struct.unpack_from("<3I", data, 48)
        small_first, _, more, _ = struct.unpack_from("<4I", data, 60)
        self.table = self._table(more)
        entries = self._chain(first, self.table, _MOST_ENTRIES * _ENTRY)
        self.small_table = _numbers(self._chain(small_first, self.table, len(data)))
        self.streams, root = self._entries(entries)
        self.small = self._chain(root.first, self.table, min(root.size, len(data)))

    def read(self, stream: Stream) -> bytes:
        """The bytes of a stream, as far as they are there."""
        size = min(stream.size, len(self.data))
        if size >= self.cutoff:
            return self._chain(stream.first, self.table, size)
        out: list[bytes] = []
        sector = stream.first
        for _ in range(size // _SMALL + 1):
            if sector >= len(self.small_table) or sector >= _FREE:
                break
            out.append(self.small[sector * _SMALL : (sector + 1) * _SMALL])
            sector = self.small_table[sector]
        return b"".join(out)[:size]

    def _table(self, more: int) -> list[int]:
        """Which sector follows each; the list of where this is kept may go on beyond the head."""
        places = list(struct.unpack_from("<109I", self.data, 76))
        seen = 0
        while more < _FREE and seen < len(self.data) // self.size:
            sector = _numbers(self._sector(more))
            if not sector:
                break
            places += sector[:-1]
            more, seen = sector[-1], seen + 1
        table: list[int] = []
        most = len(self.data) // self.size + 1
        for place in places:
            if place >= _FREE or len(table) > most:
                continue
            table += _numbers(self._sector(place))
        return table

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self.size
        return self.data[begin : begin + self.size]

    def _chain(self, first: int, table: list[int], most: int) -> bytes:
        out: list[bytes] = []
        length, sector = 0, first
        while sector < _FREE and length < most:
            piece = self._sector(sector)
            if len(piece) < self.size or sector >= len(table):
                self.is_cut = True
                break
            out.append(piece)
            length += len(piece)
            sector = table[sector]
        return b"".join(out)[:most]

    def _entries(self, entries: bytes) -> tuple[list[Stream], Stream]:
        """The streams in the order of the directory, and the root's own."""
        known: list[tuple[str, int, int, int, int, int, int]] = []
        for place in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            length = min(struct.unpack_from("<H", entries, place + 64)[0], 64)
            name = entries[place : place + max(0, length - 2)].decode("utf-16-le", "replace")
            left, right, child = struct.unpack_from("<3I", entries, place + 68)
            first, size = struct.unpack_from("<2I", entries, place + 116)
            known.append((name, entries[place + 66], left, right, child, first, size))
        if not known or known[0][1] != _ROOT:
            raise ValueError("no root")
        streams: list[Stream] = []
        seen: set[int] = set()
        waiting: list[tuple[int, tuple[str, ...]]] = [(known[0][4], ())]
        while waiting:
            number, folder = waiting.pop()
            if number >= len(known) or number in seen:
                continue
            seen.add(number)
            name, kind, left, right, child, first, size = known[number]
            if kind == _STREAM:
                streams.append(Stream((*folder, name), first, size))
            elif child != _NONE:
                waiting.append((child, (*folder, name)))
            waiting += [(left, folder), (right, folder)]
        return sorted(streams, key=lambda s: s.path), Stream((), known[0][5], known[0][6])


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def loose_text(data: bytes, shortest: int = 4) -> Iterator[str]:
    """Runs of letters in bytes that are no text, as 8-bit and as UTF-16 letters."""
    yield from _runs(data.decode("cp1252", "replace"), shortest)
    for start in (0, 1):
        wide = data[start:]
        yield from _runs(wide[: len(wide) // 2 * 2].decode("utf-16-le", "replace"), shortest)


def _runs(text: str, shortest: int) -> Iterator[str]:
    """Pieces between signs that no Danish text has."""
    for piece in text.translate(_ToGap()).split("\0"):
        run = piece.strip()
        if len(run) >= shortest and any(map(str.isalnum, run)):
            yield run


class _ToGap(dict[int, int]):
    """What is kept of loose bytes: ASCII, the letters of Western Europe, a few more signs."""

    def __missing__(self, code: int) -> int:
        keeps = 0x20 <= code < 0x7F or 0xA0 <= code < 0x180 or 0x2010 <= code < 0x2030
        self[code] = code if keeps or code in (0x09, 0x20AC) else 0
        return self[code]
