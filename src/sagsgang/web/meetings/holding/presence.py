"""Who was in the room at each item, who votes there, and whether the body is quorate: derived from
what happened and when, never from a list of names.

Nothing here knows the database. A *place* is one seat of the body; its member sits in it, or one
who was called in, when the member is out of the room or disqualified.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

Span = tuple[datetime, datetime | None]


@dataclass(frozen=True, slots=True)
class Chair:
    """`key` names who sits, `place` the seat of the body. Who was called in comes after the member
    she sits for.
    """

    key: int
    place: int
    is_called_in: bool = False
    has_notice: bool = False


@dataclass(frozen=True, slots=True)
class Movement:
    """Somebody came into the room, or left it."""

    who: int
    is_coming: bool
    at: datetime
    order: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """An item was taken up; it lasts until the next one is."""

    item: int
    at: datetime
    order: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody came or left while the item was under way."""

    who: int
    is_coming: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class ItemPresence:
    """By the keys of those who sit. `whole` sat during all of the item, `partly` for some of it;
    `voters` sit as it ends, or now; `disqualified` were shut out. `absent` are the members of whom
    nobody saw anything here.
    """

    whole: frozenset[int] = frozenset()
    partly: frozenset[int] = frozenset()
    absent: frozenset[int] = frozenset()
    disqualified: frozenset[int] = frozenset()
    voters: frozenset[int] = frozenset()
    changes: tuple[Change, ...] = ()
    counted: int = 0
    places: int = 0

    @property
    def present(self) -> frozenset[int]:
        """Those who sat during the item or a part of it."""
        return self.whole | self.partly

    @property
    def is_quorate(self) -> bool:
        """At least half of the members are there (kommunestyrelsesloven § 11)."""
        return 2 * self.counted >= self.places > 0


@dataclass(frozen=True, slots=True)
class Room:
    """Everything that is known of a meeting's presence; `until` is its end, or now."""

    chairs: Sequence[Chair]
    movements: Sequence[Movement]
    turns: Sequence[Turn]
    until: datetime
    disqualified: Mapping[int, frozenset[int]] = field(default_factory=dict)
    counts_disqualified: bool = False

    def in_the_room(self, at: datetime | None = None) -> frozenset[int]:
        """Who is in the room at a moment, now unless told."""
        moment = at or self.until
        there: set[int] = set()
        for each in _in_order(self.movements):
            if each.at > moment:
                break
            (there.add if each.is_coming else there.discard)(each.who)
        return frozenset(there)

    def current(self) -> int | None:
        """The item that is under way."""
        turns = sorted(self.turns, key=lambda turn: (turn.at, turn.order))
        return turns[-1].item if turns else None

    def roster(self) -> frozenset[int]:
        """Those who took part at all: who never came is not among the participants."""
        return frozenset(each.who for each in self.movements if each.is_coming)

    def of(self, item: int) -> ItemPresence:
        """Presence at one item; one that was never taken up is asked about as of now."""
        spans = _spans(self.turns, self.until).get(item) or [(self.until, self.until)]
        shut = self.disqualified.get(item, frozenset())
        pieces = [moment for span in spans for moment in self._moments(span)]
        sat = [self._sitting(moment, is_before, shut) for moment, is_before in pieces]
        ever = frozenset().union(*sat)
        whole = frozenset.intersection(*sat)
        last = spans[-1]
        ends_open = last[1] is None or last[0] == last[1]
        end = (self.until if last[1] is None else last[1], not ends_open)
        voters = self._sitting(*end, shut)
        there = self._there(*end)
        seen = frozenset().union(*(self._there(*moment) for moment in pieces))
        by_place: dict[int, list[Chair]] = defaultdict(list)
        for chair in self.chairs:
            by_place[chair.place].append(chair)
        counted = 0
        for seats in by_place.values():
            keys = {seat.key for seat in seats}
            is_out = self.counts_disqualified and keys & shut & there
            counted += bool(keys & voters or is_out)
        return ItemPresence(
            whole=whole,
            partly=ever - whole,
            absent=frozenset(
                chair.key
                for chair in self.chairs
                if not chair.is_called_in and chair.key not in ever and chair.key not in shut & seen
            ),
            disqualified=shut & frozenset(chair.key for chair in self.chairs),
            voters=voters,
            changes=self._changes(spans),
            counted=counted,
            places=len(by_place),
        )

    def _moments(self, span: Span) -> list[tuple[datetime, bool]]:
        """One moment in each stretch of the span in which nobody moves; the flag says that the
        stretch ends there and what happens at that very moment comes after.
        """
        start, end = span
        found = [(start, False)]
        found += [
            (each.at, False)
            for each in self.movements
            if start < each.at and (end is None or each.at < end) and each.at <= self.until
        ]
        return found

    def _there(self, moment: datetime, is_before: bool) -> frozenset[int]:
        there: set[int] = set()
        for each in _in_order(self.movements):
            if each.at > moment or (is_before and each.at == moment):
                break
            (there.add if each.is_coming else there.discard)(each.who)
        return frozenset(there)

    def _sitting(self, moment: datetime, is_before: bool, shut: frozenset[int]) -> frozenset[int]:
        """One for each place: its member, or whoever was called in and is there."""
        there = self._there(moment, is_before) - shut
        sitting: dict[int, int] = {}
        for chair in sorted(self.chairs, key=lambda each: (each.is_called_in, each.key)):
            if chair.key in there:
                sitting.setdefault(chair.place, chair.key)
        return frozenset(sitting.values())

    def _changes(self, spans: Sequence[Span]) -> tuple[Change, ...]:
        """What happened within; who came and left again in the same moment did neither."""
        found = []
        for start, end in spans:
            inside = [
                each
                for each in _in_order(self.movements)
                if start < each.at and (end is None or each.at < end)
            ]
            found += [Change(each.who, each.is_coming, each.at) for each in inside]
        return tuple(found)


def _in_order(movements: Iterable[Movement]) -> list[Movement]:
    return sorted(movements, key=lambda each: (each.at, each.order))


def _spans(turns: Iterable[Turn], until: datetime) -> dict[int, list[Span]]:
    """When each item was under way; the last one is until the end."""
    ordered = [
        turn for turn in sorted(turns, key=lambda each: (each.at, each.order)) if turn.at <= until
    ]
    found: dict[int, list[Span]] = defaultdict(list)
    for index, turn in enumerate(ordered):
        end = ordered[index + 1].at if index + 1 < len(ordered) else None
        found[turn.item].append((turn.at, end))
    for spans in found.values():
        lasting = [span for span in spans if span[0] != span[1]]
        spans[:] = lasting or spans[-1:]
    return found
