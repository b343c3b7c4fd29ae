"""Which files may keep PDFium busy without end, or fill the memory: they are read apart.

PDFium cannot be stopped once it parses a page. A few hundred bytes are enough to keep it going for
years: a form that draws itself twice, a stream of blanks packed a thousand to one. Whatever looks
as if it could is suspected; that costs an honest file a fraction of a second and nothing else.
"""

import base64
import re
import zlib
from collections.abc import Iterator

_LARGE = 20_000  # bytes of a packed stream; less cannot hold more than 20 MB
_SAMPLE = 65_536  # bytes unpacked to see how tightly a stream is packed
_TIGHT = 200  # no text is packed more tightly than this many to one
_MANY_FORMS = 2_000
_HEADER = 5_000  # bytes in which the dictionary of a stream has its end

_NUMBER = re.compile(rb"(\d+)\s+\d+$")
_STREAM = re.compile(rb"\bstream\r?\n")
_RESOURCES = re.compile(rb"/Resources\s+(\d+)\s+\d+\s+R")
_DRAWN = re.compile(rb"/XObject\s*<<(.*?)>>", re.DOTALL)
_DRAWN_ELSEWHERE = re.compile(rb"/XObject\s+\d+\s+\d+\s+R")
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R")
_SWELLING = rb"/(?:FlateDecode|LZWDecode|RunLengthDecode|Fl|LZW|RL)\b"
_PACKED_TWICE = re.compile(rb"/Filter\s*\[[^]]*" + _SWELLING + rb"[^]]*" + _SWELLING)
_AS_LETTERS = re.compile(rb"/(?:ASCII85Decode|A85)\b")


def is_suspicious(data: bytes) -> bool:
    """Whether a file has forms within forms, or streams that swell beyond measure."""
    return _has_nested_forms(data) or _has_swelling_streams(data)


def _has_nested_forms(data: bytes) -> bool:
    forms: dict[int, bytes] = {}
    for place in _places(data, b"/Form"):
        if not data[max(0, place - 20) : place].rstrip().endswith(b"/Subtype"):
            continue
        begin = data.rfind(b" obj", max(0, place - _HEADER), place)
        end = _STREAM.search(data, place, place + _HEADER)
        number = _NUMBER.search(data[max(0, begin - 20) : begin]) if begin >= 0 else None
        if number is None or end is None:
            return True
        forms[int(number[1])] = data[begin : end.start()]
        if len(forms) > _MANY_FORMS:
            return True
    return any(_draws_form(data, header, forms) for header in forms.values())


def _draws_form(data: bytes, header: bytes, forms: dict[int, bytes]) -> bool:
    """Whether the form with this dictionary may draw another form, or itself."""
    resources = header
    if match := _RESOURCES.search(header):
        place = re.search(rb"(?:^|[\r\n\s])%d\s+\d+\s+obj\b" % int(match[1]), data)
        if place is None:
            return True  # packed away in a stream of objects
        resources += data[place.end() : data.find(b"endobj", place.end())]
    if _DRAWN_ELSEWHERE.search(resources):
        return True
    return any(
        int(reference[1]) in forms
        for drawn in _DRAWN.finditer(resources)
        for reference in _REFERENCE.finditer(drawn[1])
    )


def _has_swelling_streams(data: bytes) -> bool:
    for header, begin, end in _large_streams(data):
        if b"/Subtype/Image" in header or b"/Subtype /Image" in header:
            continue  # pictures are not unpacked when text is read
        if b"/LZWDecode" in header:
            return True
        if b"/Fl" in header:
            packed = data[begin : min(end, begin + _SAMPLE)]
            if _AS_LETTERS.search(header):
                packed = _from_letters(packed)
            unpacking = zlib.decompressobj()
            try:
                sample = unpacking.decompress(packed, _SAMPLE)
            except zlib.error:
                continue
            used = len(packed) - len(unpacking.unconsumed_tail)
            if len(sample) > _TIGHT * max(1, used):
                return True
    return any(
        _PACKED_TWICE.match(data, place)
        and b"/Image" not in data[max(0, place - 400) : place + 400]
        for place in _places(data, b"/Filter")
    )


def _from_letters(text: bytes) -> bytes:
    """The beginning of a stream whose bytes are written as letters."""
    letters = b"".join(text.split()).split(b"~")[0]
    try:
        return base64.a85decode(letters[: len(letters) // 5 * 5])
    except ValueError:
        return b""


def _large_streams(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Streams of more than `_LARGE` bytes: the dictionary, and where the bytes begin and end."""
    end = 0
    while (place := data.find(b"stream", end)) >= 0:
        end = data.find(b"endstream", place)
        end = len(data) if end < 0 else end
        if end - place > _LARGE and data[place + 6 : place + 7] in b"\r\n":
            begin = place + (8 if data[place + 6 : place + 8] == b"\r\n" else 7)
            yield data[max(0, place - 1_000) : place], begin, end
        end += len(b"endstream")


def _places(data: bytes, word: bytes) -> Iterator[int]:
    place = data.find(word)
    while place >= 0:
        yield place
        place = data.find(word, place + len(word))
