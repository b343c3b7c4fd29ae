"""XML read as it streams by: no tree, no entities, nothing from outside.

What an office file writes in one part can be larger than the memory; and what comes before a
damaged place is still read.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol
from xml.parsers import expat

from sagsgang.reading.attachments.found import Found
from sagsgang.reading.canonical import Unreadable


class Handler(Protocol):
    """Takes the events of one part; names come without the prefix of their namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Text, maybe only a piece of it."""


class Enough(Exception):
    """Raised by a handler that wants no more of a part."""


class _Refused(Exception):
    """The part has what no part needs; the message says what."""


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """An attribute by its name without prefix; "" when there is none."""
    if name in attributes:
        return attributes[name]
    ending = f":{name}"
    return next((value for key, value in attributes.items() if key.endswith(ending)), "")


def stream(
    chunks: Iterable[bytes], handler: Handler, found: Found, part: str, *, is_large: bool = False
) -> None:
    """Gives the events of an XML part to `handler`; what stops it is named, never raised.

    A part that may be large is read faster, and elements of other languages in it keep their
    prefix.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    names: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name not in names:
            names[name] = name.rpartition(":")[2]
        handler.start(names[name], attributes)

    def end(name: str) -> None:
        handler.end(names[name])

    def first(name: str, attributes: dict[str, str]) -> None:
        """Where the root needs no prefix, the elements of its language need none either."""
        is_plain = is_large and ":" not in name
        parser.StartElementHandler = handler.start if is_plain else start
        parser.EndElementHandler = handler.end if is_plain else end
        start(name, attributes)

    def doctype(*_: object) -> None:
        raise _Refused("en dokumenttype i sin XML")

    parser.StartElementHandler = first
    parser.CharacterDataHandler = handler.data
    parser.StartDoctypeDeclHandler = doctype
    try:
        empty = True
        for chunk in chunks:
            empty = False
            parser.Parse(chunk, False)
        if not empty:
            parser.Parse(b"", True)
    except Enough:
        pass
    except _Refused as why:
        found.problem(f"delen «{part}» har {why} og er ikke læst til ende")
    except (expat.ExpatError, ValueError, UnicodeError):
        found.problem(f"delen «{part}» er beskadiget og er ikke læst til ende")
    except Unreadable as why:
        found.problem(str(why))
