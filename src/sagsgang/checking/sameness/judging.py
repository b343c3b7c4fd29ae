"""Whether two mentions are of the same figure, whether they agree, and whether they cannot."""

import re
from dataclasses import dataclass

from sagsgang.checking.quantities import Hedge, Quantity, Unit
from sagsgang.checking.sameness.index import Mentions
from sagsgang.checking.sameness.mention import Mention, Part
from sagsgang.checking.sameness.slips import differ_little, is_slip, is_swap
from sagsgang.checking.sameness.words import qualifies, stem
from sagsgang.language.dates import MONTH_NUMBERS

#: So sure are words that two figures may share and still be two, when they differ much.
LIKELY = 0.7
#: So long a word tells what a figure is of: "tillægsbevilling", "uddeles".
_TELLING_HEAD = 5
#: Of these a document has many: in all and here and there.
_OF_MANY_THINGS = (
    "forbrug",
    "udgif",
    "indtæg",
    "budg",
    "fald",
    "stig",
    "forskel",
    "afvig",
    "beløb",
)
#: Words that say who says something, or that it is asked for.
_SAYING = frozenset(("søg", "ansøg", "foreslå", "indstill", "anbefal", "godkend", "giv", "ønsk"))
#: The year of a figure, right after it: "3 mia. kr. i 2030".
_ITS_YEAR = re.compile(
    r"[A-Z],? (?:årligt |om året )?(?:i|fra|for|fra og med|inden|frem mod) (Y)(?![A-Z])"
)
_BOUNDS = (Hedge.AT_LEAST, Hedge.AT_MOST)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike the words of two mentions are: shared and all words near the figure, and the share
    of words that both sentences have.
    """

    shared: int
    near: float
    wide: float
    anchors: int

    @classmethod
    def of(cls, one: Mention, other: Mention, mentions: Mentions) -> "Likeness":
        """The likeness of two mentions, with how many other figures their sentences share."""
        shared = shared_words(one, other)
        return cls(
            shared=shared,
            near=shared / max(1, len(one.words), len(other.words)),
            wide=len(one.wide & other.wide) / max(1, len(one.wide | other.wide)),
            anchors=_anchors(one, other, mentions),
        )


def _anchors(one: Mention, other: Mention, mentions: Mentions) -> int:
    """How many figures stand in both sentences, these two left out."""
    here = _others(one, mentions)
    return len(here & _others(other, mentions)) if here else 0


def _others(mention: Mention, mentions: Mentions) -> set[tuple[Unit, object]]:
    return {
        (each.quantity.unit, each.quantity.value)
        for each in mentions.in_sentence(mention)
        if each is not mention and not each.quantity.is_word
    }


def agree(one: Quantity, other: Quantity) -> bool:
    """True when what is printed may be the same figure: one may be rounded, or hedged."""
    if one.unit is not other.unit:
        return False
    if one.is_range or other.is_range:
        return one.is_range == other.is_range and one.interval == other.interval
    if one.value == other.value:
        return True
    finer, coarser = sorted((one, other), key=lambda each: each.half)
    if coarser.half == finer.half and one.hedge is other.hedge is Hedge.EXACT:
        return False
    return coarser.interval.meets(finer.interval)


def are_of_one_kind(one: Mention, other: Mention, mentions: Mentions) -> bool:
    """True when the words leave it open that both are the same figure: the same unit, no other
    year, nothing that qualifies only one of them.
    """
    a, b = one.quantity, other.quantity
    if a.unit is not b.unit or a.is_range != b.is_range:
        return False
    if a.hedge in _BOUNDS or b.hedge in _BOUNDS:
        return False
    if a.unit is Unit.TIME and a.noun != b.noun:
        return False
    if a.unit is Unit.NUMBER and not _counts_the_same(one, other):
        return False
    return are_of_one_time(one, other) and not _is_qualified(one, other, mentions)


def _is_qualified(one: Mention, other: Mention, mentions: Mentions) -> bool:
    """True when a word near one of the figures makes it another than the other.

    Where the sentences share a further figure they are of the same thing: then only the words
    before count, and no months.
    """
    is_anchored = _anchors(one, other, mentions) > 0
    for mine, theirs in ((one, other), (other, one)):
        words = mine.before if is_anchored else (*mine.before, *mine.after)
        for word in words:
            if not qualifies(word) or (is_anchored and word in MONTH_NUMBERS):
                continue
            if not _is_in(word, theirs.wide):
                return True
    return False


def _counts_the_same(one: Mention, other: Mention) -> bool:
    a, b = stem(one.quantity.noun), stem(other.quantity.noun)
    return a == b or (bool(a and b) and (a in other.words or b in one.words))


def _is_in(word: str, words: frozenset[str]) -> bool:
    """True when a word stands among others, alone or at the end of a compound."""
    return word in words or any(each.endswith(word) for each in words)


def are_of_one_time(one: Mention, other: Mention) -> bool:
    """True when their sentences do not name different years or months."""
    if one.when == other.when:
        return True
    if one.side == other.side:
        return False
    if one.years and other.years and not (one.years <= other.years or other.years <= one.years):
        return False
    # Without a year, or with the same one, "ultimo juni" and "juli" may still be told apart.
    here, there = one.days, other.days
    return not here or not there or bool(here & there)


def contradiction(one: Mention, other: Mention, mentions: Mentions) -> float:
    """How sure it is that two mentions of other values are meant to be the same figure; 0 when they
    may well be two figures.
    """
    likeness = Likeness.of(one, other, mentions)
    identified = identity(one, other, likeness, mentions)
    if identified > LIKELY:
        return identified
    a, b = one.quantity.number, other.quantity.number
    is_apart = mentions.are_apart(one, other)
    if is_swap(a, b) and likeness.shared >= (4 if is_apart else 1):
        return 0.85
    if is_slip(a, b) and likeness.shared >= (4 if is_apart else 2):
        return 0.8
    return identified if identified and differ_little(one.quantity, other.quantity) else 0.0


def identity(one: Mention, other: Mention, likeness: Likeness, mentions: Mentions) -> float:
    """How sure the words alone make it that two mentions are of one figure, whatever it is; 0 when
    they leave it open, `LIKELY` when figures that differ much may still be two.
    """
    if one.quantity.is_word and other.quantity.is_word and one.wide != other.wide:
        return 0.0
    is_apart = mentions.are_apart(one, other)
    words = len(one.wide & other.wide)
    follows_the_same = one.before[:1] == other.before[:1]
    if (
        follows_the_same
        and likeness.wide >= 0.9
        and likeness.near >= 0.9
        and words >= (8 if is_apart else 4)
    ):
        return 0.9
    if (
        follows_the_same
        and likeness.wide >= 0.75
        and words >= (6 if is_apart else 3)
        and likeness.near >= 0.6
    ):
        return 0.85
    if is_apart:
        return 0.0
    if follows_the_same and one.before:
        if one.days == other.days != frozenset() and likeness.shared >= 2:
            return 0.75
        if likeness.shared >= 3 and likeness.near >= (0.65 if likeness.shared == 3 else 0.5):
            return 0.8
    if likeness.anchors and likeness.shared >= 1 and _is_alone(one, mentions, other):
        return 0.8
    return LIKELY if _is_likely(one, other, likeness, mentions) else 0.0


def _is_likely(one: Mention, other: Mention, likeness: Likeness, mentions: Mentions) -> bool:
    """True when both follow the same word and have more in common: another word, the year that is
    said of the figure, or that the word is so long that it says enough, and leads to one figure
    only.
    """
    if not one.before or one.before[:1] != other.before[:1]:
        return False
    year, there = year_of(one), year_of(other)
    is_of_that_year = year is not None and there is not None and year.value == there.value
    if likeness.shared + is_of_that_year >= 2:
        return True
    return _is_led_by_one_word(one, other, mentions)


def _is_led_by_one_word(one: Mention, other: Mention, mentions: Mentions) -> bool:
    """True when both follow the same telling word, no other figure of their parts does, and the
    words of one say nothing that the sentence of the other does not.
    """
    head = one.before[0]
    if len(head) < _TELLING_HEAD or any(word in head for word in _OF_MANY_THINGS):
        return False
    if mentions.led_alike(one) > 1 or mentions.led_alike(other) > 1:
        return False
    return one.words - _SAYING <= other.wide or other.words - _SAYING <= one.wide


def year_of(mention: Mention) -> Quantity | None:
    """The year that is said of the figure right after it."""
    match = _ITS_YEAR.match(mention.passage.shape, mention.at)
    return mention.passage.quantity(match.start(1)) if match else None


def _is_alone(one: Mention, mentions: Mentions, other: Mention) -> bool:
    """True when neither sentence has a further figure of the unit that the other lacks."""
    unit = one.quantity.unit
    return all(
        sum(each.quantity.unit is unit for each in mentions.in_sentence(mention)) == 1
        for mention in (one, other)
    )


def may_be_compared(one: Mention, other: Mention) -> bool:
    """True when the two stand where the same figure is told again: the summary and the account,
    two items.
    """
    if one.where == other.where or Part.HISTORY in (one.part, other.part):
        return False
    return one.side != other.side


def shared_words(one: Mention, other: Mention) -> int:
    """How many words near the figures they share; "budget" is in "driftsbudget"."""
    both = len(one.words & other.words)
    mine, yours = one.words - other.words, other.words - one.words
    return both + sum(
        any(a.endswith(b) or b.endswith(a) for b in yours if len(b) >= 4)
        for a in mine
        if len(a) >= 4
    )
