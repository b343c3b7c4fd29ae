"""Percentages that are given to one thing in the summary and to another in the account."""

from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.quantities import Unit
from sagsgang.checking.sameness.index import MOST_ALIKE, Mentions
from sagsgang.checking.sameness.judging import are_of_one_time, shared_words
from sagsgang.checking.sameness.mention import Mention, Part


@dataclass(frozen=True, slots=True)
class Attribution:
    """`one` of the summary and `other` of the account have the same value and nothing else in
    common. `rightful` is what the account gives to the thing of the summary, where it does;
    `beside` the figure before both that does agree.
    """

    one: Mention
    other: Mention
    rightful: Mention | None = None
    beside: Mention | None = None


def attributed_twice(mentions: Mentions) -> Iterator[Attribution]:
    """The percentages of a summary that the account gives to something else."""
    for one in mentions.all:
        if one.part is not Part.SUMMARY or one.quantity.unit is not Unit.PERCENT:
            continue
        there = [
            each
            for each in mentions.of_value(Unit.PERCENT, one.quantity.value)
            if each.side == (one.item, Part.ACCOUNT)
        ]
        if len(there) == 1 and _are_of_different_things(one, there[0]):
            found = _told(one, there[0], mentions)
            if found:
                yield found


def _are_of_different_things(one: Mention, other: Mention) -> bool:
    mine, yours = _thing(one), _thing(other)
    return bool(mine and yours) and mine.isdisjoint(yours)


def _thing(mention: Mention) -> frozenset[str]:
    """What the figure is of: the words after it, else those before it, else its sentence's."""
    return frozenset(mention.after or mention.before) or mention.wide


def _told(one: Mention, other: Mention, mentions: Mentions) -> Attribution | None:
    if not are_of_one_time(one, other):
        return None
    rightful = [
        each
        for each in mentions.alike(one)
        if each.side == other.side
        and each.quantity.value != one.quantity.value
        and each.where == other.where
        and (one.after[-1:] == each.after[-1:] != () or shared_words(one, each) > 1)
    ]
    if len(rightful) == 1:
        return Attribution(one, other, rightful=rightful[0])
    before, there = _before(one, mentions), _before(other, mentions)
    if before is None or there is None or before.quantity.value != there.quantity.value:
        return None
    if shared_words(before, there) < 2 or not _is_known_there(one, other, mentions):
        return None
    return Attribution(one, other, beside=before)


def _before(mention: Mention, mentions: Mentions) -> Mention | None:
    """The percentage before it on the same line."""
    earlier = [
        each
        for each in mentions.in_passage(mention)
        if each.at < mention.at and each.quantity.unit is Unit.PERCENT
    ]
    return earlier[-1] if earlier else None


def _is_known_there(one: Mention, other: Mention, mentions: Mentions) -> bool:
    """True when what one part gives the figure to is spoken of in the other part as well: then it
    is not the same thing in other words.
    """
    return _is_spoken_of(_thing(one) - _thing(other), other, mentions) or _is_spoken_of(
        _thing(other) - _thing(one), one, mentions
    )


def _is_spoken_of(words: frozenset[str], mention: Mention, mentions: Mentions) -> bool:
    line = mention.passage.shape.split("|")
    beside = [text for number, text in enumerate(line) if number != mention.sentence]
    others = [each.passage.shape for each in mentions.of_side(mention)[:MOST_ALIKE]]
    others = [shape for shape in others if shape != mention.passage.shape]
    text = " ".join((*beside, *others))
    return any(f" {word}" in f" {text}" for word in words if len(word) > 4)
