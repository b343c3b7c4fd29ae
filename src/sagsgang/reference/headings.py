"""Which words announce which kind of section; the words themselves are data in `headings.toml`."""

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple


class HeadingWord(NamedTuple):
    """`kind` as in the contract, or `recommendation_and_decision` and `course`, which the reader
    resolves."""

    kind: str
    strong: bool


@lru_cache(maxsize=8192)
def heading_key(text: str) -> str:
    """The letters of a heading alone: case, spaces, punctuation and markup do not count."""
    return "".join(filter(str.isalpha, text.replace("&", "og"))).casefold()


@cache
def heading_words() -> dict[str, HeadingWord]:
    """Every known heading word by its key."""
    data = tomllib.loads((files(__package__) / "headings.toml").read_text("utf-8"))
    words: dict[str, HeadingWord] = {}
    for kind, lists in data.items():
        for strength, strong in (("strong", True), ("weak", False)):
            for word in lists.get(strength, ()):
                words[heading_key(word)] = HeadingWord(kind, strong)
    return words


@cache
def longest_heading_key() -> int:
    """The number of letters in the longest known heading word."""
    return max(map(len, heading_words()))
