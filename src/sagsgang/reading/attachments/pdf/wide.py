"""How PDFium hands over texts: as UTF-16 into a buffer whose length it is asked for first."""

import ctypes
from collections.abc import Callable
from typing import Any

_LONGEST = 4_000_000  # bytes


def wide_text(function: Callable[..., int], *arguments: Any) -> str:
    """The text that a function of PDFium gives for `arguments`; "" when there is none."""
    size = function(*arguments, None, 0)
    if not 2 < size <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    kind = _pointed(function)
    place = ctypes.cast(buffer, kind) if kind is not None else buffer
    function(*arguments, place, size)
    return buffer.raw.decode("utf-16-le", "replace").split("\0")[0].strip()


def _pointed(function: Any) -> Any:
    """What the buffer of a function is declared to point to, when it is more than bytes."""
    for kind in getattr(function, "argtypes", None) or ():
        if kind is ctypes.POINTER(ctypes.c_ushort):
            return kind
    return None
