"""From an input to documents: read from any format, or taken as `read` printed them."""

from collections.abc import Sequence
from typing import NamedTuple

from pydantic import ValidationError

from sagsgang.cli.inputs import Input
from sagsgang.minutes import Minutes


class Document(NamedTuple):
    """`lines` are the canonical text; empty where only the JSON is at hand."""

    minutes: Minutes
    lines: Sequence[str]


def documents_in(source: Input, max_size: int) -> list[Document]:
    """The documents of an input: one, or several in what `read --format jsonl` printed.

    Raises BadInput and Unreadable.
    """
    from sagsgang import reading

    data = source.load(max_size)
    printed = _printed_by_read(data) if len(data) <= max_size else []
    if printed:
        return [Document(minutes, ()) for minutes in printed]
    found = reading.read(data, source.file_name, max_size=max_size)
    return [Document(found.minutes, found.canonical.lines)]


def _printed_by_read(data: bytes) -> list[Minutes]:
    """The documents when `data` is what `read` prints, and none when it is anything else."""
    # Looked at before it is parsed: other JSON may be large, and the reader will parse it too.
    if data.lstrip()[:1] != b"{" or b'"dialect"' not in data:
        return []
    for parts in ([data], data.splitlines()):
        try:
            return [Minutes.model_validate_json(part) for part in parts if part.strip()]
        except ValidationError:
            continue
    return []
