"""What a search knows about Danish words: fillers, odd forms, parts of compounds, same meanings."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

_FILES = ("stop_words.txt", "irregular.txt", "parts.txt", "synonyms.txt")


class CompoundPart(NamedTuple):
    """A word compounds are made of; `fronts` are odd forms it takes in front of another word.

    `after_names`: it also ends compounds whose first part is a name that no list has. `only_front`:
    it never ends a compound.
    """

    word: str
    fronts: tuple[str, ...] = ()
    after_names: bool = False
    only_front: bool = False


@cache
def stop_words() -> frozenset[str]:
    """Words too common to tell one text from another."""
    return frozenset(word for line in _lines("stop_words.txt") for word in line.split())


@cache
def irregular_forms() -> dict[str, tuple[str, ...]]:
    """By the word they are counted as: the forms of it that no rule finds; none for a word that
    only must not lose what looks like an ending."""
    pairs = (line.partition(":") for line in _lines("irregular.txt"))
    return {word.strip(): tuple(forms.split()) for word, _, forms in pairs}


@cache
def compound_parts() -> tuple[CompoundPart, ...]:
    """The words that compounds are made of, each once."""
    parts: dict[str, CompoundPart] = {}
    for entry in (entry for line in _lines("parts.txt") for entry in line.split()):
        word, *fronts = entry.rstrip("*-").split("/")
        known = parts.get(word, CompoundPart(word))
        parts[word] = CompoundPart(
            word,
            tuple(dict.fromkeys((*known.fronts, *fronts))),
            known.after_names or entry.endswith("*"),
            known.only_front or entry.endswith("-"),
        )
    return tuple(parts.values())


@cache
def synonyms() -> tuple[tuple[str, ...], ...]:
    """Groups of words and phrases that mean the same."""
    return tuple(
        tuple(phrase.strip() for phrase in line.split("=")) for line in _lines("synonyms.txt")
    )


@cache
def fingerprint() -> str:
    """Changes when any of these words do, so that an index made with others can be told."""
    digest = sha256()
    for name in _FILES:
        digest.update((files(__package__) / name).read_bytes())
    return digest.hexdigest()[:16]


def _lines(name: str) -> Iterator[str]:
    for line in (files(__package__) / name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line
