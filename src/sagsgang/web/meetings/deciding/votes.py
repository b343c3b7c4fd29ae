"""Who carries a vote, and in which order is voted: plain functions on plain values.

The majority of the votes cast decides; abstentions are not votes cast, and a tie falls
(kommunestyrelsesloven § 11).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

FOR, AGAINST, ABSTAINED = "for", "against", "abstained"
STANCES = (FOR, AGAINST, ABSTAINED)

#: What came of a proposal that fell; what else may be written when it did is asked about.
_FALLEN = frozenset({"rejected", "lapsed"})
#: What came of one that was carried.
_CARRIED = frozenset({"approved", "changed", "recommended", "referred", "delegated", "postponed"})


@dataclass(frozen=True, slots=True)
class Count:
    """How many stood where; whoever was not there is in none of them."""

    for_: int = 0
    against: int = 0
    abstained: int = 0

    @property
    def cast(self) -> int:
        """The votes that count."""
        return self.for_ + self.against

    @property
    def is_carried(self) -> bool:
        """More votes for than against."""
        return self.for_ > self.against

    @property
    def is_tie(self) -> bool:
        """As many for as against, and somebody voted."""
        return self.cast > 0 and self.for_ == self.against

    @property
    def is_unanimous(self) -> bool:
        """Everybody who took part was for."""
        return self.for_ > 0 and self.against == self.abstained == 0


def count_of(stances: Iterable[str]) -> Count:
    """The count of these stances."""
    found = list(stances)
    return Count(found.count(FOR), found.count(AGAINST), found.count(ABSTAINED))


@dataclass(frozen=True, slots=True)
class Voter:
    """A seat that may vote at the item, and the party that won it."""

    seat: int
    name: str
    party: str = ""


def stances_of(
    voters: Sequence[Voter], by_group: Mapping[str, str], by_seat: Mapping[int, str]
) -> dict[int, str]:
    """What each voter stood for: her own stance where she has one, her group's where it has one.
    Whoever has neither did not take part; nobody but a voter is counted.
    """
    found: dict[int, str] = {}
    for voter in voters:
        stance = by_seat.get(voter.seat) or (by_group.get(voter.party) if voter.party else None)
        if stance in STANCES:
            found[voter.seat] = str(stance)
    return found


def groups_alike(voters: Sequence[Voter], stances: Mapping[int, str]) -> dict[str, str]:
    """The groups whose voters all took the same stance: then the group's name is enough."""
    by_group: dict[str, set[str]] = {}
    for voter in voters:
        if voter.party:
            by_group.setdefault(voter.party, set()).add(stances.get(voter.seat, ""))
    return {
        party: next(iter(found))
        for party, found in by_group.items()
        if len(found) == 1 and "" not in found
    }


@dataclass(frozen=True, slots=True)
class Motion:
    """What is voted on, as far as the order of voting asks."""

    key: int
    kind: str
    order: int
    is_voted: bool = False
    is_withdrawn: bool = False


_FIRST = {"procedure": 0, "amendment": 1, "proposal": 2}


def in_voting_order(motions: Iterable[Motion]) -> list[Motion]:
    """Procedure first, then amendments, then what they change; withdrawn ones not at all."""
    living = [each for each in motions if not each.is_withdrawn]
    return sorted(living, key=lambda each: (_FIRST[each.kind], each.order, each.key))


def waits_for(motion: Motion, motions: Iterable[Motion]) -> Motion | None:
    """What must be voted on before this one can be; None when it is its turn."""
    for each in in_voting_order(motions):
        if each.key == motion.key:
            return None
        if not each.is_voted and _FIRST[each.kind] < _FIRST[motion.kind]:
            return each
    return None


def agrees(count: Count, outcome: str) -> bool:
    """Whether what is written follows the vote on the proposal."""
    if count.is_carried:
        return outcome not in _FALLEN and outcome != "none"
    return outcome not in _CARRIED
