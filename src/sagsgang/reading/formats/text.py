"""Plain text and Markdown: bytes → the file's own lines, whatever their encoding."""

import codecs
import re

from sagsgang.reading.canonical import Canonical, Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n|\n|\r")
_CONTROL = bytes([*range(9), *range(14, 27), *range(28, 32), 127])


def text_lines(data: bytes) -> Canonical:
    """The lines of a text file; raises Unreadable for what is no text."""
    text = decode(data)
    lines = _LINE_END.split(text) if "\r" in text else text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    return Canonical(lines=lines, format="md" if _is_markdown(lines) else "txt")


def decode(data: bytes) -> str:
    """Text from bytes: by byte order mark, else UTF-8, else UTF-16 by its zeros, else
    Windows-1252 / Latin-1."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_legacy(data)
    else:
        if b"\0" in data[:4096] and (wide := _decode_wide(data)) is not None:
            text = wide
    head = text[:65536]
    if _controls(head) > max(2, len(head) // 200):
        raise Unreadable(
            "filen er ikke tekst (binært indhold); gem referatet som tekst, PDF, Word eller HTML"
        )
    return text


def _controls(text: str) -> int:
    """How many characters of a text are control characters that no text has."""
    encoded = text.encode("utf-8", "surrogatepass")
    return len(encoded) - len(encoded.translate(None, _CONTROL))


def _decode_wide(data: bytes) -> str | None:
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.3 * half and even < 0.1 * half:
        return data.decode("utf-16-le", errors="replace")
    if even > 0.3 * half and odd < 0.1 * half:
        return data.decode("utf-16-be", errors="replace")
    return None


def _decode_legacy(data: bytes) -> str:
    if (wide := _decode_wide(data)) is not None:
        return wide
    # A lone broken byte in a UTF-8 file must not turn every æ into two signs.
    broken = data.decode("utf-8", errors="replace")
    if broken.count("�") * 20 < sum(1 for byte in data[:100_000] if byte >= 0x80):
        return broken
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _is_markdown(lines: list[str]) -> bool:
    return sum(1 for line in lines if line.lstrip().startswith(("#", "**"))) >= 2
