"""Decides which items people are taken to look for, and what they type to find each of them.

Sixty items among all the others: twenty asked for in other forms than those printed, twenty by a
part of a compound or a compound for its parts, twenty misspelt. Each has words of its own, but none
of them is in every search: people remember a matter, not a sentence. All is invented.
"""

from pathlib import Path
from typing import NamedTuple

from sagsgang.searching import PublicItem


class Known(NamedTuple):
    """What is typed, and title and words of the item that is meant."""

    kind: str
    typed: str
    title: str
    text: str


def known_item(number: int, known: Known, filling: str) -> PublicItem:
    """The item as it lies in the archive, among other words."""
    half = len(filling) // 2
    return PublicItem(
        address=f"k{number}/1",
        document_key=f"k{number}",
        title=known.title,
        texts=(filling[:half], known.text, filling[half:]),
    )


KNOWN = tuple(
    Known(*(cell.strip() for cell in line.split("|")))
    for line in (Path(__file__).parent / "search_known.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
)
