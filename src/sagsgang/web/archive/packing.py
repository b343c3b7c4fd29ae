"""How long texts and JSON are kept in a column: compressed, and byte for byte what was put in.

A database's own JSON type would reorder keys, and its text type refuses some characters.
"""

import json
import zlib
from typing import Any


def pack_text(text: str) -> bytes:
    """Any text, lone surrogates included."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def unpack_text(packed: bytes | memoryview) -> str:
    """What `pack_text` was given."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def text_to_show(packed: bytes | memoryview) -> str:
    """The same, with halves of surrogate pairs, which no page can carry, replaced."""
    return zlib.decompress(packed).decode("utf-8", "replace")


def pack_json(value: Any) -> bytes:
    """A JSON value, keys in their order."""
    return zlib.compress(json.dumps(value, separators=(",", ":")).encode())


def unpack_json(packed: bytes | memoryview) -> Any:
    """What `pack_json` was given."""
    return json.loads(zlib.decompress(packed))


def json_to_show(packed: bytes | memoryview) -> Any:
    """The same, with halves of surrogate pairs, which no page can carry, replaced."""
    written = zlib.decompress(packed)
    if b"\\ud" in written:
        shown = json.dumps(json.loads(written), ensure_ascii=False)
        written = shown.encode("utf-8", "replace")
    return json.loads(written)
