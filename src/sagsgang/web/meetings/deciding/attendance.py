"""Who was in the room at an item, as far as deciding asks: who votes, and who was there at all."""

from dataclasses import dataclass, field

from sagsgang.web.meetings.deciding.votes import Voter
from sagsgang.web.meetings.holding.presence import ItemPresence
from sagsgang.web.meetings.holding.selectors import Gathering, gathering_of, presence_at
from sagsgang.web.meetings.models import Item, Seat


@dataclass(frozen=True, slots=True)
class Attendance:
    """The seats of the meeting by their keys, who may vote, and how the room was at the item."""

    seats: dict[int, Seat] = field(default_factory=dict)
    voters: tuple[Voter, ...] = ()
    presence: ItemPresence = field(default_factory=ItemPresence)

    @property
    def part(self) -> frozenset[int]:
        """Those who sat for the whole of the item or a part of it."""
        return self.presence.present

    @property
    def disqualified(self) -> frozenset[int]:
        """Those who were shut out of it."""
        return self.presence.disqualified

    @property
    def absent(self) -> list[str]:
        """The names of the members who were not there at all."""
        away = self.presence.absent
        return [str(seat.sitting) for key, seat in self.seats.items() if key in away]


def attendance_of(item: Item, known: Gathering | None = None) -> Attendance:
    """Derived from who came and left; `known` where the meeting's has been read already."""
    read = known or gathering_of(item.meeting)
    presence = presence_at(read.room, item)
    voters = tuple(
        Voter(key, str(seat.sitting), seat.membership.party)
        for key, seat in read.seats.items()
        if key in presence.voters
    )
    return Attendance(seats=read.seats, voters=voters, presence=presence)
