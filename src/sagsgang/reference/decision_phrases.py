"""What the words of a decision mean; the words themselves are data in `decision_phrases.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Phrase(NamedTuple):
    """A pattern, looked for in a sentence in lower case, the outcome it means, and its rank
    (lowest wins).

    `stems` are letters of which any match holds some, so that most sentences need no search; empty
    when that cannot be told.
    """

    pattern: re.Pattern[str]
    outcome: str
    rank: int
    stems: tuple[str, ...]

    def is_in(self, lowered: str) -> bool:
        """Whether a sentence, in lower case, holds the phrase."""
        for stem in self.stems:
            if stem in lowered:
                break
        else:
            if self.stems:
                return False
        return self.pattern.search(lowered) is not None


@cache
def decision_phrases() -> tuple[Phrase, ...]:
    """Every phrase, the lowest rank first; one pattern an outcome and rank."""
    data = tomllib.loads((files(__package__) / "decision_phrases.toml").read_text("utf-8"))
    phrases = [
        Phrase(
            _any_of(entry["patterns"]),
            entry["outcome"],
            entry["rank"],
            _stems(entry["patterns"]),
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


_GROUP = re.compile(r"\(\?:([^()]*)\)(?![?*])")
_LETTERS = re.compile(r"[a-zæøå ]{3,}(?=[a-zæøå ]|[^?*{a-zæøå ]|$)")


def _stems(patterns: list[str]) -> tuple[str, ...]:
    """The letters that each pattern begins with; empty when one begins with anything else."""
    stems: list[str] = []
    for pattern in patterns:
        bare = pattern.removeprefix(r"\b")
        group = _GROUP.match(bare)
        for choice in group[1].split("|") if group else [bare]:
            letters = _LETTERS.match(choice)
            if letters is None:
                return ()
            stems.append(letters[0])
    return tuple(dict.fromkeys(stems))
