"""The texts in a signature: names, numbers and addresses of its certificates (DER, X.690)."""

from collections.abc import Iterator

_TEXTS = {
    0x0C: "utf-8", 0x13: "ascii", 0x14: "latin-1", 0x16: "ascii", 0x1E: "utf-16-be",
    0x81: "ascii", 0x86: "ascii",
}  # fmt: skip
_OCTETS = 0x04
_CONSTRUCTED = 0x20
_MOST = 50_000
_DEEPEST = 60


def texts_of(data: bytes) -> Iterator[str]:
    """Every text in a structure of ASN.1, in its order; what is damaged ends it."""
    waiting = [(0, len(data), 0)]
    for _ in range(_MOST):
        if not waiting:
            return
        place, end, depth = waiting.pop()
        head = _head(data, place, end)
        if head is None:
            continue
        kind, begin, behind = head
        if behind < end:
            waiting.append((behind, end, depth))
        if kind in _TEXTS:
            text = data[begin:behind].decode(_TEXTS[kind], "replace").strip("\0 ")
            if len(text) > 1 and text.isprintable() and "\ufffd" not in text:
                yield text
        elif depth < _DEEPEST and (kind & _CONSTRUCTED or _holds(data, kind, begin, behind)):
            waiting.append((begin, behind, depth + 1))


def _head(data: bytes, place: int, end: int) -> tuple[int, int, int] | None:
    """The kind of the value at `place`, and where it begins and ends."""
    if place + 2 > end or data[place : place + 2] == b"\0\0":
        return None
    kind, length = data[place], data[place + 1]
    begin = place + 2
    if length == 0x80:  # until its end mark: what follows is looked through with it
        return kind, begin, end
    if length > 0x80:
        count = length - 0x80
        if count > 4 or begin + count > end:
            return None
        length = int.from_bytes(data[begin : begin + count], "big")
        begin += count
    return kind, begin, min(begin + length, end)


def _holds(data: bytes, kind: int, begin: int, behind: int) -> bool:
    """Whether bytes hold a structure themselves, as the extensions of a certificate do."""
    return kind == _OCTETS and behind - begin > 2 and data[begin] in (0x30, 0x0C, 0x16)
