"""The sentence, or the row of cells, that a place in a text is read in."""

import re

_ENDS = re.compile(
    r"\n|(?<![0-9A-ZÆØÅ])(?<!\bnr)(?<!\bca)(?<!\bjf)(?<!tlf)(?<!reg)(?<!vedr)(?<!kl)[.!?](?=\s+[A-ZÆØÅ])"
    r"|(?<=[0-9])[.!?](?=\s+[A-ZÆØÅ])"
)
_REACH = 200


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around `start`–`end` begins and ends, at most 200 characters to a side."""
    first = max(0, start - _REACH)
    begins = [match.end() for match in _ENDS.finditer(text, first, start)]
    stop = _ENDS.search(text, end, min(len(text), end + _REACH))
    last = stop.start() if stop else min(len(text), end + _REACH)
    return (begins[-1] if begins else first), last
