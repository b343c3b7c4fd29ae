"""What became of complaints: upheld, changed and sent back are all there is."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sagsgang.checking.quantities import Unit
from sagsgang.checking.text.claim import Claim
from sagsgang.checking.text.readings import Strength, combined, settle
from sagsgang.checking.text.sentences import Figure, Run

_OUTCOMES = tuple(
    map(re.compile, (r"stadfæst", r"ændre|ophæv", r"hjemvis|sendt tilbage|tilbagevis"))
)


def outcomes(run: Run) -> Iterator[Claim]:
    """The cases of a line as the sum of the three that its words name, each once.

    Source: the terms of the statistics of Ankestyrelsen.
    """
    by_line: dict[int, list[Figure]] = {}
    for sentence in run.sentences:
        by_line.setdefault(sentence.line, []).extend(sentence.figures)
    for figures in by_line.values():
        counts = [each for each in figures if each.unit is Unit.NUMBER]
        if len(counts) < 4:
            continue
        parts = [_with_words(counts, pattern) for pattern in _OUTCOMES]
        if any(len(each) != 1 for each in parts):
            continue
        chosen = [each[0] for each in parts]
        first = min(counts.index(each) for each in chosen)
        whole = counts[first - 1] if first else None
        if whole is None or len({id(each) for each in chosen}) < 3:
            continue
        stated = replace(whole.quantity)
        terms = [(1, each.quantity) for each in chosen]
        claim = settle(run.section, stated, [combined(terms, stated, Strength.CERTAIN)])
        if claim:
            yield claim


def _with_words(counts: list[Figure], pattern: re.Pattern[str]) -> list[Figure]:
    """The counts with a word of the outcome just after them, or in the words before."""
    after = [each for each in counts if pattern.search(each.after.split(",")[0][:60])]
    return after or [each for each in counts if pattern.search(each.before[-30:])]
