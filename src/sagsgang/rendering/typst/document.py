"""The PDF of a printed document, and what stands at the head of its pages."""

from datetime import UTC, datetime
from typing import Any

from sagsgang.minutes.printed import Printed
from sagsgang.rendering.typst.compiling import NotDrawn, compiled
from sagsgang.rendering.typst.normal import normal_printed
from sagsgang.rendering.typst.setting import document
from sagsgang.rendering.typst.wording import drawable, normal, plain

#: The time of a file that nobody gave one: it must not depend on the clock.
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def pdf(
    printed: Printed,
    *,
    masthead: str = "",
    running: tuple[str, str] = ("", ""),
    author: str = "",
    created: datetime = EPOCH,
) -> bytes:
    """The document as PDF/UA-1 and PDF/A-2a; equal arguments give equal bytes.

    `masthead` stands above the first page (the municipality), `running` left and right above the
    others (the body; the date); neither is part of the document's text. `author` and `created` go
    to the file's properties; a time without a zone is refused. `reading.own.blocks` gives back the
    blocks of `normal_printed(printed)`, except letters that no font draws.
    """
    if created.tzinfo is None:
        raise ValueError("created has no time zone")
    created = created.replace(microsecond=0)
    data = document(normal_printed(printed))
    data |= {
        "masthead": drawable(normal(masthead)),
        "running": [drawable(normal(text)) for text in running],
        "author": drawable(normal(author or masthead)),
    }
    try:
        return compiled("document.typ", data, created)
    except NotDrawn:
        # Letters that the font has one by one, but not together.
        return compiled("document.typ", _plain(data), created)


def _plain(data: Any) -> Any:
    if isinstance(data, str):
        return plain(data)
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    return [_plain(each) for each in data] if isinstance(data, (list, tuple)) else data
