"""Passages that tell the same in the same order: which figure of one answers which of the other."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from sagsgang.checking.quantities import Unit
from sagsgang.checking.sameness.index import Mentions
from sagsgang.checking.sameness.judging import shared_words
from sagsgang.checking.sameness.mention import Mention

#: Longer passages are no retelling of each other, and comparing them takes long.
MOST_FIGURES = 40
#: So alike are the words of passages that tell the same; in two items they are the same words.
ALIKE, ALIKE_APART = 0.5, 0.85
FEWEST_WORDS = 5

Pair = tuple[Mention, Mention]


def substituted(one: Mention, other: Mention, mentions: Mentions) -> Iterator[Pair]:
    """The figures that stand in each other's place in the passages of two mentions, of the same
    unit and with at least a word in common; none when the passages do not tell the same.
    """
    here, there = (
        [each for each in mentions.in_passage(mention) if not each.quantity.is_word]
        for mention in (one, other)
    )
    if max(len(here), len(there)) > MOST_FIGURES:
        return
    likeness = _likeness(here, there)
    if mentions.are_apart(one, other) and likeness < ALIKE_APART:
        return
    for mine, yours in _in_place(here, there, is_alike=likeness >= ALIKE):
        is_close = shared_words(mine, yours) > 0 or mine.before == yours.before == ()
        if mine.quantity.unit is yours.quantity.unit and is_close:
            yield mine, yours


def _in_place(here: list[Mention], there: list[Mention], *, is_alike: bool) -> Iterator[Pair]:
    """The figures between those that both passages have; where the passages are not alike, only
    those beside such a one, in the same sentence as it.
    """
    matcher = SequenceMatcher(None, [_key(each) for each in here], [_key(each) for each in there])
    blocks = matcher.get_opcodes()
    for number, (tag, first, last, start, stop) in enumerate(blocks):
        if tag != "replace":
            continue
        if is_alike and last - first == stop - start:
            yield from zip(here[first:last], there[start:stop], strict=True)
            continue
        if number and _are_together(here[first - 1 : first + 1], there[start - 1 : start + 1]):
            yield here[first], there[start]
        is_followed = number + 1 < len(blocks)
        if is_followed and _are_together(here[last - 1 : last + 1], there[stop - 1 : stop + 1]):
            yield here[last - 1], there[stop - 1]


def _are_together(here: Sequence[Mention], there: Sequence[Mention]) -> bool:
    """True when two neighbours stand in one sentence, in both passages."""
    return all(pair[0].sentence == pair[-1].sentence for pair in (here, there))


def _key(mention: Mention) -> tuple[Unit, object]:
    return mention.quantity.unit, mention.quantity.value


def _likeness(here: list[Mention], there: list[Mention]) -> float:
    mine: frozenset[str] = frozenset().union(*(each.wide for each in here))
    yours: frozenset[str] = frozenset().union(*(each.wide for each in there))
    if min(len(mine), len(yours)) < FEWEST_WORDS:
        return 0.0
    return len(mine & yours) / len(mine | yours)
