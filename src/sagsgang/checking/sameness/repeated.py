"""Figures that are told twice: those that agree, those that differ, and those whose years do."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.quantities import Quantity, Unit
from sagsgang.checking.sameness.aligned import Pair, substituted
from sagsgang.checking.sameness.index import MOST_ALIKE, Line, Mentions
from sagsgang.checking.sameness.judging import (
    LIKELY,
    Likeness,
    agree,
    are_of_one_kind,
    contradiction,
    identity,
    may_be_compared,
    shared_words,
    year_of,
)
from sagsgang.checking.sameness.mention import Mention, Part
from sagsgang.checking.sameness.slips import differ_little, telling_digits

#: So many pairs of passages are laid beside each other.
MOST_PASSAGES = 2_000
#: So sure is a sentence that is told again word for word.
VERBATIM = 0.88
_ORDER = {Part.SUMMARY: 0, Part.RECOMMENDATION: 1, Part.ACCOUNT: 2, Part.HISTORY: 3}


@dataclass(frozen=True, slots=True)
class Twice:
    """Two mentions of one figure; `one` stands where it is told in short. `confidence` is 0 when
    they agree; `years` are those of the figure where it is they that differ.
    """

    one: Mention
    other: Mention
    confidence: float = 0.0
    years: tuple[Quantity, Quantity] | None = None

    @property
    def agrees(self) -> bool:
        """True when both say the same."""
        return not self.confidence


def repeated(mentions: Mentions) -> Iterator[Twice]:
    """Every figure told in two parts of an item or in two items, once for each retelling."""
    yield from _agreeing(mentions)
    yield from _differing(mentions)


def ordered(one: Mention, other: Mention) -> tuple[Mention, Mention]:
    """The two as they are told: what is short before what is long, then in order."""
    if (one.item, _ORDER[one.part]) > (other.item, _ORDER[other.part]):
        return other, one
    return one, other


def _agreeing(mentions: Mentions) -> Iterator[Twice]:
    for group in mentions.groups_of_value():
        told: list[Mention] = []
        for mention in group:
            first = next((each for each in told if _is_retold(each, mention, mentions)), None)
            told.append(mention)
            if first is None:
                continue
            one, other = ordered(first, mention)
            years = _other_years(one, other, mentions)
            if years:
                yield Twice(one, other, 0.8, years)
            elif _would_be_told(one, other, mentions):
                yield Twice(one, other)


def _is_retold(one: Mention, other: Mention, mentions: Mentions) -> bool:
    if not may_be_compared(one, other) or one.quantity.is_word or other.quantity.is_word:
        return False
    shared = shared_words(one, other)
    digits = telling_digits(one.quantity.number)
    if mentions.are_apart(one, other) and (shared < 2 or digits < 2):
        return False
    is_telling = digits >= 3 or one.quantity.unit in (Unit.MONEY, Unit.PERCENT)
    return shared >= (1 if is_telling else 2)


def _would_be_told(one: Mention, other: Mention, mentions: Mentions) -> bool:
    """True when one of two figures that agree would be told of, were it another: only then is it
    verified that it is not.
    """
    if one.quantity.is_range or not are_of_one_kind(one, other, mentions):
        return False
    likeness = Likeness.of(one, other, mentions)
    sure = identity(one, other, likeness, mentions)
    if not sure or (sure < VERBATIM and _is_told_oftener(one, other, mentions)):
        return False
    return not any(
        _is_rival(one, each, sure, mentions)
        for each in mentions.alike(one)
        if each.side == other.side and each is not other
    )


def _is_told_oftener(one: Mention, other: Mention, mentions: Mentions) -> bool:
    """True when a side tells the figure once more: then it stays known there."""
    return any(
        each is not mention and agree(mention.quantity, each.quantity)
        for mention in (one, other)
        for each in mentions.nearest(mention, mention.side)
    )


def _is_rival(one: Mention, other: Mention, sure: float, mentions: Mentions) -> bool:
    """True when the words fit another figure of that side as well."""
    if agree(one.quantity, other.quantity) or not are_of_one_kind(one, other, mentions):
        return False
    fits = identity(one, other, Likeness.of(one, other, mentions), mentions)
    return fits >= sure and (fits > LIKELY or differ_little(one.quantity, other.quantity))


def _other_years(
    one: Mention, other: Mention, mentions: Mentions
) -> tuple[Quantity, Quantity] | None:
    """The years of the same figure, when each part gives it another one."""
    if mentions.are_apart(one, other):
        return None
    years = year_of(one), year_of(other)
    if years[0] is None or years[1] is None or years[0].value == years[1].value:
        return None
    if shared_words(one, other) < 2 or one.years & other.years:
        return None
    group = mentions.of_value(one.quantity.unit, one.quantity.value)
    if any(sum(each.side == side for each in group) > 1 for side in (one.side, other.side)):
        return None
    return years[0], years[1]


def _differing(mentions: Mentions) -> Iterator[Twice]:
    """The pairs that cannot both be right; a figure with several rivals has none."""
    rivals: dict[tuple[int, tuple[int, Part]], list[Twice]] = defaultdict(list)
    for pair in _rivals(mentions):
        rivals[id(pair.one), pair.other.side].append(pair)
    told: set[int] = set()
    for found in rivals.values():
        best = max(found, key=lambda each: each.confidence)
        values = {each.other.quantity.value for each in found if each.confidence == best.confidence}
        if len(values) > 1 or id(best.other) in told:
            continue
        if best.confidence < VERBATIM and _is_known(best, mentions):
            continue
        told.add(id(best.other))
        yield best


def _rivals(mentions: Mentions) -> Iterator[Twice]:
    passages: dict[tuple[Line, Line], Pair] = {}
    for pair in mentions.pairs():
        mention, other = ordered(*pair)
        if not may_be_compared(mention, other):
            continue
        if len(passages) < MOST_PASSAGES:
            passages.setdefault((mention.where[:3], other.where[:3]), (mention, other))
        if _may_differ(mention, other, mentions):
            confidence = contradiction(mention, other, mentions)
            if confidence:
                yield Twice(mention, other, confidence)
    for one, other in passages.values():
        for mine, yours in substituted(one, other, mentions):
            if _may_differ(mine, yours, mentions) and not (
                mine.quantity.is_word and yours.quantity.is_word
            ):
                yield Twice(mine, yours, 0.82)


def _may_differ(one: Mention, other: Mention, mentions: Mentions) -> bool:
    return not agree(one.quantity, other.quantity) and are_of_one_kind(one, other, mentions)


def _is_known(pair: Twice, mentions: Mentions) -> bool:
    """True when either figure also stands on the other side: then the text knows both."""
    return any(
        mention.quantity.value == each.quantity.value or _is_rounded(mention, each, mentions)
        for mention, side in ((pair.one, pair.other.side), (pair.other, pair.one.side))
        for each in mentions.nearest(mention, side)
    )


def _is_rounded(mention: Mention, each: Mention, mentions: Mentions) -> bool:
    """True when `each` may be the mention, rounded; not when it is told as it stands there too."""
    quantity = each.quantity
    return (
        agree(mention.quantity, quantity)
        and shared_words(mention, each) > 1
        and all(
            other.side != mention.side
            for other in mentions.of_value(quantity.unit, quantity.value)[:MOST_ALIKE]
        )
    )
