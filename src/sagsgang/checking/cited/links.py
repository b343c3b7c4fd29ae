"""Links as they are printed in a file with their addresses, and whether they lead anywhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sagsgang.checking.cited.prose import Spot
from sagsgang.minutes import AgendaItem, Minutes

_LINK = re.compile(r"\[(?P<words>[^\[\]\n]{1,300})\]\((?P<address>[^()\s]{0,500})\)")
_NOWHERE = {"", "#", "#!", "about:blank"}


@dataclass(frozen=True, slots=True)
class Link:
    """A printed link: its words, its address, and where it stands."""

    words: str
    address: str
    spot: Spot

    @property
    def is_empty(self) -> bool:
        """True when the address is missing, or the top of the same page."""
        return self.address in _NOWHERE


def links(minutes: Minutes, lines: Sequence[str]) -> Iterator[Link]:
    """The links of the open items, in order.

    `lines` are the canonical lines of the document: what is read keeps a link's words only. Without
    them, or when they have no link, what the items say is looked at.
    """
    for number, item in enumerate(minutes.items):
        if item.is_closed:
            continue
        first, last = item.lines
        for at in range(first, min(last, len(lines)) + 1):
            for match in _LINK.finditer(lines[at - 1]):
                spot = _spot(item, number, match["words"], at)
                yield Link(match["words"], match["address"], spot)
        if not lines:
            for at, section in enumerate(item.sections):
                for match in _LINK.finditer(section.text):
                    spot = Spot(number, at, *match.span(), match[0], section.lines)
                    yield Link(match["words"], match["address"], spot)


def _spot(item: AgendaItem, number: int, words: str, line: int) -> Spot:
    """Where a link's words stand in what was read of the item, on line `line` of the document."""
    for at, section in enumerate(item.sections):
        if section.lines[0] <= line <= section.lines[1]:
            start = section.text.find(words)
            if start >= 0:
                return Spot(number, at, start, start + len(words), words, (line, line))
    return Spot(number, 0, 0, 0, words, (line, line))
