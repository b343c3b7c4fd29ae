"""All figures of one or more documents, findable by their words and by their values."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations

from sagsgang.checking.quantities import Unit
from sagsgang.checking.sameness.mention import Mention, Part, is_comparable

#: A phrase that stands oftener than this tells nothing of what its figures are of.
MOST_ALIKE = 12
#: More figures than this are not compared with each other.
MOST_MENTIONS = 20_000

#: So many values on each side of one are looked at for one that agrees with it.
NEIGHBOURS = 6

Key = tuple[int, Unit, str, str]
EVERYWHERE = -1
Line = tuple[int, int, int]
Sentence = tuple[int, int, int, int]


@dataclass(slots=True)
class Mentions:
    """The figures of a document's running text; `is_cut` when there were too many to take all.

    `is_one_case` when its items are one case before several bodies: they tell the same then.
    """

    all: list[Mention] = field(default_factory=list)
    is_cut: bool = False
    is_one_case: bool = False
    _by_key: dict[Key, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    _by_value: dict[tuple[Unit, Decimal], list[Mention]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _by_sentence: dict[Sentence, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    _by_passage: dict[Line, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    _sides: dict[tuple[int, Part, Unit], list[Mention]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _led: Counter[tuple[int, Part, Unit, str]] = field(default_factory=Counter)
    _by_item: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    _is_sorted: bool = False

    @classmethod
    def of(cls, mentions: Iterable[Mention], *, is_one_case: bool = False) -> "Mentions":
        """The index of the mentions that can be compared."""
        found = cls(is_one_case=is_one_case)
        for mention in mentions:
            if len(found.all) >= MOST_MENTIONS:
                found.is_cut = True
                break
            found._add(mention)
        return found

    def _add(self, mention: Mention) -> None:
        self._by_sentence[mention.where].append(mention)
        self._by_passage[mention.where[:3]].append(mention)
        if not is_comparable(mention.quantity) or mention.part is Part.HISTORY:
            return
        self.all.append(mention)
        self._by_item[mention.item].append(mention)
        unit, value = mention.quantity.unit, mention.quantity.value
        self._by_value[unit, value].append(mention)
        self._sides[mention.item, mention.part, unit].append(mention)
        if mention.before:
            self._led[mention.item, mention.part, unit, mention.before[0]] += 1
        for key in self._keys_of(mention):
            self._by_key[key].append(mention)

    def _keys_of(self, mention: Mention) -> Iterator[Key]:
        """What mentions of one figure have in common: two words near it, or one in one case."""
        near = sorted({*mention.before[:3], *mention.after[:2]})
        unit = mention.quantity.unit
        for one, other in combinations(near, 2):
            yield EVERYWHERE, unit, one, other
        for word in near:
            yield (EVERYWHERE if self.is_one_case else mention.item), unit, word, ""

    def are_apart(self, one: Mention, other: Mention) -> bool:
        """True when the two stand in items of different cases."""
        return one.item != other.item and not self.is_one_case

    def in_sentence(self, mention: Mention) -> list[Mention]:
        """The figures of the mention's sentence, itself included."""
        return self._by_sentence[mention.where]

    def in_passage(self, mention: Mention) -> list[Mention]:
        """The figures of the mention's line, itself included."""
        return self._by_passage[mention.where[:3]]

    def of_value(self, unit: Unit, value: Decimal) -> list[Mention]:
        """The mentions of exactly this value."""
        return self._by_value.get((unit, value), [])

    def nearest(self, mention: Mention, side: tuple[int, Part]) -> list[Mention]:
        """The mentions of a side and of the same unit whose values are nearest, few of them."""
        if not self._is_sorted:
            for each in self._sides.values():
                each.sort(key=_value)
            self._is_sorted = True
        there = self._sides.get((*side, mention.quantity.unit), [])
        at = bisect_left(there, mention.quantity.value, key=_value)
        return there[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]

    def of_item(self, item: int) -> list[Mention]:
        """The mentions of an item, in order."""
        return self._by_item.get(item, [])

    def of_side(self, mention: Mention) -> list[Mention]:
        """The mentions of the same unit in the same part of the item."""
        return self._sides[mention.item, mention.part, mention.quantity.unit]

    def led_alike(self, mention: Mention) -> int:
        """How many mentions of the same unit, in the same part of the item, follow the same word as
        this one, itself included.
        """
        key = mention.item, mention.part, mention.quantity.unit, mention.before[0]
        return self._led[key]

    def groups_of_value(self) -> Iterator[list[Mention]]:
        """The mentions of the same value and unit, where there are several and not too many."""
        for group in self._by_value.values():
            if 1 < len(group) <= MOST_ALIKE:
                yield group

    def pairs(self) -> Iterator[tuple[Mention, Mention]]:
        """The mentions of two sides that share a word near the figure or the value, each pair once,
        in no order.
        """
        seen: set[tuple[int, int]] = set()
        for group in (*self._by_key.values(), *self._by_value.values()):
            if not 1 < len(group) <= MOST_ALIKE:
                continue
            for one, other in combinations(group, 2):
                if one.side == other.side:
                    continue
                pair = id(one), id(other)
                if pair not in seen:
                    seen.add(pair)
                    yield one, other

    def alike(self, mention: Mention) -> list[Mention]:
        """The other mentions of the same unit that share a word near the figure, two of them when
        they stand in another item.
        """
        found: dict[int, Mention] = {}
        for key in self._keys_of(mention):
            group = self._by_key.get(key, ())
            if len(group) <= MOST_ALIKE:
                found.update((id(each), each) for each in group)
        found.pop(id(mention), None)
        return list(found.values())


def _value(mention: Mention) -> Decimal:
    return mention.quantity.value
