"""Minutes → PDF: a document set on paper, with its meeting at the head of the pages."""

import unicodedata
from datetime import datetime
from functools import lru_cache

from sagsgang.language.printed_dates import day_shown
from sagsgang.language.printed_letters import letters_named
from sagsgang.minutes import Minutes
from sagsgang.minutes.printed import Printed, with_texts
from sagsgang.rendering.printed import printed
from sagsgang.rendering.typst import EPOCH, pdf
from sagsgang.rendering.typst.letters import face
from sagsgang.rendering.typst.wording import normal


def document_pdf(minutes: Minutes, *, created: datetime = EPOCH) -> bytes:
    """The PDF of a document, which reads back as the document; equal arguments give equal bytes."""
    day = "" if minutes.starts_at is None else day_shown(minutes.starts_at)
    municipality = minutes.municipality or ""
    return pdf(
        on_paper(printed(minutes)),
        masthead=municipality,
        running=(minutes.body or municipality, day),
        author=municipality,
        created=created,
    )


def on_paper(blocks: Printed) -> Printed:
    """The blocks with the letters named that no font of ours draws."""

    def shown(text: str) -> str:
        return letters_named(text, _is_drawn)

    found = tuple(with_texts(block, shown) for block in blocks.blocks)
    return Printed(shown(blocks.title), found, blocks.language)


@lru_cache(maxsize=4096)
def _is_drawn(letter: str) -> bool:
    """Whether the document's own font has the letter. Other scripts' letters change with their
    neighbours, and what another font draws is not always told to a reader of the file.
    """
    if unicodedata.combining(letter) or not face().has(letter):
        return False
    # Between two others: at the end of a text a blank would be lost.
    return normal(f"a{letter}a") == f"a{letter}a"
