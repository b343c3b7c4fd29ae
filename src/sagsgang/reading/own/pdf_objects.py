"""The objects of a PDF file with a plain table of references, which is what ours have.

No more of PDF than that: a file of any other make is refused, and one that claims to be ours may
cost neither time nor memory without bounds.
"""

import codecs
import re
import zlib
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\s*(?:%[^\r\n]*[\r\n]+\s*)*(?:(?P<ref>\d+)\s+\d+\s+R\b|(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))"
    rb"|/(?P<name>[^\s()<>\[\]{}/%]*)|(?P<open><<|\[)|(?P<close>>>|\])|<(?P<hex>[0-9A-Fa-f\s]*)>"
    rb"|(?P<string>\()|(?P<word>true|false|null))"
)
_SECTION = re.compile(rb"\s*(\d+)\s+(\d+)\s*[\r\n]+")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r\n|(.))", re.DOTALL)
#: Escapes that mean the same in Python, which reads them faster.
_PYTHONS = re.compile(rb"(?:[^\\]|\\[0-3][0-7]{2}|\\[nrtbf\\])*", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b""}
_OBJECTS = 2_000_000
_UNPACKED = 200_000_000
_DEEP = 50


class Damaged(ValueError):
    """The file cannot be read."""


class Ref(NamedTuple):
    """A reference to an object by its number."""

    number: int


Value = None | bool | int | float | str | bytes | Ref | list["Value"] | dict[str, "Value"]


class PdfFile:
    """The objects of a file. Names are strings, strings are bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._places: dict[int, int] = {}
        self._read: dict[int, Value] = {}
        self._unpacked = 0
        self.trailer: dict[str, Value] = {}
        try:
            self._tables(
                int(data[data.rindex(b"startxref", max(0, len(data) - 2048)) :].split()[1])
            )
        except (ValueError, IndexError) as error:
            raise Damaged("no table of references") from error

    def _tables(self, start: int | None) -> None:
        seen: set[int] = set()
        while start is not None:
            if start in seen or self.data[start : start + 4] != b"xref":
                raise Damaged("no plain table of references")
            seen.add(start)
            at = start + 4
            while section := _SECTION.match(self.data, at):
                first, count = int(section[1]), int(section[2])
                at = section.end()
                if count > _OBJECTS or at + 20 * count > len(self.data):
                    raise Damaged("a table of references is cut off")
                for number in range(count):
                    entry = self.data[at + 20 * number : at + 20 * number + 20]
                    if entry[17:18] == b"n":
                        self._places.setdefault(first + number, int(entry[:10]))
                at += 20 * count
            trailer = self._value(self.data.index(b"trailer", at) + 7)[0]
            if not isinstance(trailer, dict):
                raise Damaged("no trailer")
            self.trailer = {**trailer, **self.trailer}
            earlier = trailer.get("Prev")
            start = earlier if isinstance(earlier, int) else None

    def get(self, value: Value) -> Value:
        """The object referred to, or the value itself."""
        for _ in range(_DEEP):
            if not isinstance(value, Ref):
                return value
            if value.number not in self._read:
                place = self._places.get(value.number)
                self._read[value.number] = None if place is None else self._object(place)[0]
            value = self._read[value.number]
        raise Damaged("references go round")

    def dictionary(self, value: Value) -> dict[str, Value]:
        """The dictionary referred to; an empty one for anything else."""
        found = self.get(value)
        return found if isinstance(found, dict) else {}

    def sequence(self, value: Value) -> list[Value]:
        """The list referred to; a list of one for anything else but null."""
        found = self.get(value)
        if isinstance(found, list):
            return found
        return [] if found is None else [value]

    def stream(self, value: Value) -> bytes:
        """The unpacked bytes of a stream."""
        place = self._places.get(value.number) if isinstance(value, Ref) else None
        if place is None:
            raise Damaged("no stream")
        head, at = self._object(place)
        if not isinstance(head, dict):
            raise Damaged("no stream")
        begin = self.data.index(b"stream", at) + 6
        begin += 2 if self.data[begin : begin + 2] == b"\r\n" else 1
        length = self.get(head.get("Length"))
        if not isinstance(length, int) or not 0 <= length <= len(self.data) - begin:
            raise Damaged("a stream is cut off")
        packed = self.data[begin : begin + length]
        match [self.get(each) for each in self.sequence(head.get("Filter"))]:
            case []:
                return packed
            case ["FlateDecode"]:
                return self._inflated(packed)
        raise Damaged("a stream is packed in a way that ours are not")

    def _inflated(self, packed: bytes) -> bytes:
        unpacking = zlib.decompressobj()
        try:
            found = unpacking.decompress(packed, _UNPACKED - self._unpacked)
        except zlib.error as error:
            raise Damaged("a stream is damaged") from error
        self._unpacked += len(found)
        if unpacking.unconsumed_tail or self._unpacked >= _UNPACKED:
            raise Damaged("the file unpacks to more than it may")
        return found

    def _object(self, place: int) -> tuple[Value, int]:
        begin = self.data.find(b"obj", place, place + 32)
        if begin < 0:
            raise Damaged("an object is not where it should be")
        return self._value(begin + 3)

    def _value(self, at: int) -> tuple[Value, int]:
        """The value that begins at the place, and where it ends."""
        stack: list[list[Value]] = []
        while found := _TOKEN.match(self.data, at):
            at = found.end()
            value: Value
            match found.lastgroup:
                case "ref":
                    value = Ref(int(found["ref"]))
                case "number":
                    value = (
                        float(found["number"]) if b"." in found["number"] else int(found["number"])
                    )
                case "name":
                    value = found["name"].decode("latin-1")
                case "hex":
                    value = hexadecimal(found["hex"])
                case "string":
                    value, at = literal(self.data, at)
                case "word":
                    value = {b"true": True, b"false": False}.get(found["word"])
                case "open":
                    stack.append([])
                    if len(stack) > _DEEP:
                        raise Damaged("values lie too deep")
                    continue
                case _:
                    if not stack:
                        break
                    items = stack.pop()
                    value = _paired(items) if found["close"] == b">>" else items
            if not stack:
                return value, at
            stack[-1].append(value)
        raise Damaged("a value is cut off")


def _paired(items: list[Value]) -> dict[str, Value]:
    keys, values = items[::2], items[1::2]
    return {key: value for key, value in zip(keys, values, strict=False) if isinstance(key, str)}


def hexadecimal(digits: bytes) -> bytes:
    """The bytes of a string written in hexadecimal digits."""
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


_EDGE = re.compile(rb"[()\\]")


def literal(data: bytes, at: int) -> tuple[bytes, int]:
    """The bytes of a string in parentheses whose inside begins at the place, and where it ends."""
    begin, depth, escaped = at, 1, False
    while edge := _EDGE.search(data, at):
        at = edge.end()
        match edge[0]:
            case b"(":
                depth += 1
            case b")":
                depth -= 1
                if depth == 0:
                    inside = data[begin : at - 1]
                    return (unescaped(inside) if escaped else inside), at
            case _:
                escaped = True
                at += 1
    raise Damaged("a string is cut off")


def unescaped(inside: bytes) -> bytes:
    """The bytes of a string as they stand in parentheses, with what is written by a backslash."""
    if b"\\" not in inside:
        return inside
    if _PYTHONS.fullmatch(inside):
        return codecs.escape_decode(inside)[0]
    return _ESCAPE.sub(_meant, inside)


def _meant(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 255])
    return _LETTERS.get(found[2], found[2]) if found[2] else b""
