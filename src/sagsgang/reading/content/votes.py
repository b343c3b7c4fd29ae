"""Votes told in a decision: "For stemte 20: A, V og C. Imod stemte 3: Ø."."""

import re

from sagsgang.minutes import Vote

_SIDES = (
    (
        "for_",
        re.compile(
            r"^for(?: forslaget| indstillingen)? stemte\b(?:[^:]*:)?\s*(?P<who>.*)$|"
            r"^for:\s*(?P<short>.*)$",
            re.I,
        ),
    ),
    (
        "against",
        re.compile(
            r"^(?:i)?mod(?: forslaget| indstillingen)? stemte\b(?:[^:]*:)?\s*(?P<who>.*)$|"
            r"^imod:\s*(?P<short>.*)$",
            re.I,
        ),
    ),
    (
        "abstained",
        re.compile(
            r"^(?:hverken for eller imod|undlod)(?: stemte| at stemme)?\b(?:[^:]*:)?\s*"
            r"(?P<who>.*)$",
            re.I,
        ),
    ),
)
_COUNTED = re.compile(r"\s*\(\d+(?: stemmer| medlemmer)?\)|(?<=\d) (?:stemmer|medlemmer)\b")
_SPLIT = re.compile(r",\s*|\s+og\s+|;\s*")


_AFTER_NAMES = re.compile(
    r"^(?P<who>(?:\([A-ZÆØÅ]{1,2}\)(?:,\s*|\s+og\s+)?)+)\s+(?P<how>stemte imod|stemte for|"
    r"undlod at stemme)\b"
)
_HOW = {"stemte imod": "against", "stemte for": "for_", "undlod at stemme": "abstained"}


def _names(text: str) -> tuple[str, ...]:
    """The names or party letters of one side; letters in brackets without them."""
    bare = _COUNTED.sub("", text)
    names = (re.sub(r"^\(([^()]*)\)$", r"\1", name.strip(" .")) for name in _SPLIT.split(bare))
    return tuple(filter(None, names))


def read_votes(text: str) -> tuple[Vote, ...]:
    """One vote for each run of sentences that tell who was for, against, or abstained."""
    if "stemte" not in text and "Imod:" not in text:
        return ()
    votes: list[dict[str, tuple[str, ...]]] = []
    for sentence in re.split(r"(?<=\.)\s+|\n+", text):
        if after := _AFTER_NAMES.match(sentence.strip()):
            side = _HOW[after["how"]]
            if not votes or side in votes[-1]:
                votes.append({})
            votes[-1][side] = _names(after["who"])
            continue
        for side, pattern in _SIDES:
            match = pattern.match(sentence.strip())
            if match is None:
                continue
            named = match["who"] if match["who"] is not None else match.groupdict().get("short")
            names = _names(named or "")
            if not votes or side in votes[-1]:
                votes.append({})
            votes[-1][side] = names
            break
    return tuple(Vote.model_validate(vote) for vote in votes)
