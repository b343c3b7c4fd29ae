"""How PDFium hands over texts: as UTF-16 into a buffer whose length it is asked for first."""

import ctypes
from collections.abc import Callable
from typing import Any

_LONGEST = 4_000_000  # bytes


def wide_text(function: Callable[..., int], *arguments: Any) -> str:
    """The text that a function of PDFium gives for `arguments`; "" when there is none."""
    if function.__name__.startswith("FPDFAttachment_"):
        length = ctypes.c_ulong()
        function(*arguments, None, 0, length)
        size = length.value
    else:
        length = None
        size = function(*arguments, None, 0)
    if not 2 < size <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    kind = _pointed(function)
    place = ctypes.cast(buffer, kind) if kind is not None else buffer
    if length is None:
        function(*arguments, place, size)
    else:
        function(*arguments, place, size, length)
    return buffer.raw.decode("utf-16-le", "replace").split("\0")[0].strip()


def _pointed(function: Any) -> Any:
    """What the buffer of a function is declared to point to, when it is more than bytes."""
    for kind in getattr(function, "argtypes", None) or ():
        if kind is ctypes.POINTER(ctypes.c_ushort):
            return kind
    return None
