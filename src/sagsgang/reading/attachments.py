"""The titles of attachments, one a line, without list signs."""

import re

from sagsgang.reading.sheet import is_bullet, without_sign

_NOTHING = re.compile(r"^(?:ingen|intet|ingen bilag|der er ingen bilag|-|–)\.?$", re.I)
_NUMBERED = re.compile(r"^\d{1,3}(?:[.)]\s+|\t+|\s{2,})(?=\S)")


def read_attachments(paragraphs: list[str]) -> list[str]:
    """The titles as printed; a list's signs and running numbers are no part of them."""
    titles = []
    for block in paragraphs:
        for line in block.split("\n"):
            title = _NUMBERED.sub("", line.strip(), count=1)
            if is_bullet(title):
                title = without_sign(title)
            title = title.replace("\t", " ").strip()
            if title and not _NOTHING.match(title):
                titles.append(title)
    return titles
