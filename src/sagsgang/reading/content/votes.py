"""Votes told in a decision: "For stemte 20: A, V og C. Imod stemte 3: Ø."."""

import re

from sagsgang.minutes import Vote

_SIDES = (
    (
        "for_",
        re.compile(
            r"^for(?: forslaget| indstillingen)? stemte\b[^:]*:?\s*(?P<who>.*)$|"
            r"^for:\s*(?P<short>.*)$",
            re.I,
        ),
    ),
    (
        "against",
        re.compile(
            r"^(?:i)?mod(?: forslaget| indstillingen)? stemte\b[^:]*:?\s*(?P<who>.*)$|"
            r"^imod:\s*(?P<short>.*)$",
            re.I,
        ),
    ),
    (
        "abstained",
        re.compile(
            r"^(?:hverken for eller imod|undlod)(?: stemte| at stemme)?\b[^:]*:?\s*(?P<who>.*)$",
            re.I,
        ),
    ),
)
_COUNT = re.compile(r"^(?P<side>\S.*?)\s+(?P<count>\d+)\s*(?:medlemmer|stemmer)?\s*:")
_SPLIT = re.compile(r",\s*|\s+og\s+|;\s*")


def read_votes(text: str) -> tuple[Vote, ...]:
    """One vote for each run of sentences that tell who was for, against, or abstained."""
    if "stemte" not in text and "Imod:" not in text:
        return ()
    votes: list[dict[str, tuple[str, ...]]] = []
    for sentence in re.split(r"(?<=\.)\s+|\n+", text):
        for side, pattern in _SIDES:
            match = pattern.match(sentence.strip())
            if match is None:
                continue
            named = match["who"] if match["who"] is not None else match.groupdict().get("short")
            names = tuple(filter(None, (name.strip(" .") for name in _SPLIT.split(named or ""))))
            if not votes or side in votes[-1]:
                votes.append({})
            votes[-1][side] = names
            break
    return tuple(Vote.model_validate(vote) for vote in votes)
