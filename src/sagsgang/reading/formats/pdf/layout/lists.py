"""Which rows open a point of a list, with a sign or a number."""

import re

#: Signs that are nothing but the sign of a list point; a dash or an asterisk may be prose.
BULLETS = "•▪●○◦‣∙·■□➢➤✓"
_SIGN = re.compile(rf"^(?P<sign>[{BULLETS}*–—-]|o(?=\s+[A-ZÆØÅ0-9]))\s+(?=\S)")
_NUMBER = re.compile(
    r"^(?:(?:(?P<number>\d{1,3})[.)]|\((?P<bracketed>\d{1,2})\))(?:\s+(?=\S)|(?=[^\W\d_]{2}))"
    r"|(?:[a-zæøå]|[ivx]{1,4})[.)]\s+(?=\S))"
)
_MONTH = re.compile(
    r"^\d{1,2}\.\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|kvartal|halvår|klasse|plads|juledag|behandling|udgave|marts|bevillings)",
    re.IGNORECASE,
)


def opens_point(text: str) -> bool:
    """Whether a row opens with the sign or number of a point."""
    return bool(_SIGN.match(text)) or (bool(_NUMBER.match(text)) and not _MONTH.match(text))


def has_sign(text: str) -> bool:
    """Whether a row opens with a sign that is no number."""
    return bool(_SIGN.match(text))


def number_of(text: str) -> int | None:
    """The number of the point that a row opens; None for letters and signs."""
    match = _NUMBER.match(text)
    if match is None or not (match["number"] or match["bracketed"]):
        return None
    return int(match["number"] or match["bracketed"])


def as_point(text: str) -> str:
    """The point with "-" for whatever sign it has, and one blank behind its sign or number."""
    match = _SIGN.match(text)
    if match:
        return f"- {text[match.end() :]}"
    match = _NUMBER.match(text)
    return f"{text[: match.end()].rstrip()} {text[match.end() :]}" if match else text
