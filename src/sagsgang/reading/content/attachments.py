"""The titles of attachments, one a line, without list signs."""

import re

from sagsgang.reading.layout.sheet import is_bullet, without_sign

_NOTHING = re.compile(r"^(?:ingen|intet|ingen bilag|der er ingen bilag|-|–)\.?$", re.I)
_NUMBERED = re.compile(r"^\d{1,3}(?:[.)]\s+|\t+|\s{2,})(?=\S)")
_ACCESS = re.compile(
    r"^(?:åbent?|lukket)\s*(?:bilag)?\s*(?:-|–|:|\s{2})\s*(?=\S)|^\((?:åbent?|lukket)\)\s*", re.I
)
_DOCUMENT = re.compile(
    r"\s*[(\[](?!(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)?\d\d)?[)\]])(?:dok\.?(?:nr\.?|id)?:?\s*)?"
    r"(?=[^()\[\]]*\d{3})[A-Z]{0,4}[-\d/ .v]+[)\]]$|"
    r"\s+-\s+\d{5,9}(?:[-/]\d+)*(?:\s*v\d+)?$|^\d{6,9}-\d{2}\s+(?:v\d+\s+)?",
    re.I,
)


def read_attachments(paragraphs: list[str]) -> list[str]:
    """The titles as printed; a list's signs and running numbers are no part of them."""
    titles = []
    for block in paragraphs:
        for line in block.split("\n"):
            title = _NUMBERED.sub("", line.strip(), count=1)
            if is_bullet(title):
                title = without_sign(title)
            title = _ACCESS.sub("", title.replace("\t", " ").strip())
            title = _DOCUMENT.sub("", title).strip()
            if title and not _NOTHING.match(title):
                titles.append(title)
    return titles
