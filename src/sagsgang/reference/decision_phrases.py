"""What the words of a decision mean; the words themselves are data in `decision_phrases.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Phrase(NamedTuple):
    """A pattern, looked for in a sentence in lower case, the outcome it means, and its rank
    (lowest wins)."""

    pattern: re.Pattern[str]
    outcome: str
    rank: int


@cache
def decision_phrases() -> tuple[Phrase, ...]:
    """Every phrase, the lowest rank first; one pattern an outcome and rank."""
    data = tomllib.loads((files(__package__) / "decision_phrases.toml").read_text("utf-8"))
    phrases = [
        Phrase(
            _any_of(entry["patterns"]),
            entry["outcome"],
            entry["rank"],
        )
        for entry in data["phrase"]
    ]
    return tuple(sorted(phrases, key=lambda phrase: phrase.rank))


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    """One pattern for all; those that begin at a word's beginning share the test for it."""
    words = [pattern.removeprefix(r"\b") for pattern in patterns if pattern.startswith(r"\b")]
    others = [pattern for pattern in patterns if not pattern.startswith(r"\b")]
    together = [rf"\b(?:{'|'.join(words)})"] if words else []
    return re.compile("|".join([*together, *others]))
