"""Who took part in a meeting that was held, and who was away for all of it: from who came and left,
never from the list of its members.
"""

from dataclasses import dataclass

from sagsgang.web.meetings.holding.selectors import gathering_of, items_of
from sagsgang.web.meetings.models import Meeting


@dataclass(frozen=True, slots=True)
class TookPart:
    """Somebody who sat for the whole of it, or away at the items of `away_at`."""

    name: str
    sits_for: str = ""
    away_at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Away:
    """A member who never came, and who sat for her."""

    name: str
    has_notice: bool = False
    substitute: str = ""


@dataclass(frozen=True, slots=True)
class Roster:
    """The members as they were there, in the order in which the body names them."""

    took_part: tuple[TookPart, ...]
    away: tuple[Away, ...]


def roster_of(meeting: Meeting) -> Roster:
    """As what happened at the meeting says."""
    gathering = gathering_of(meeting)
    came = gathering.room.roster()
    turned = {turn.item for turn in gathering.room.turns}
    items = [item for item in items_of(meeting) if item.pk in turned and item.parent_id is None]
    missed = [(item.number, gathering.room.of(item.pk).absent) for item in items]
    called_in = {
        seat.membership_id: str(seat.sitting)
        for key, seat in gathering.seats.items()
        if seat.called_in_at is not None and key in came
    }
    took_part, away = [], []
    for key, seat in gathering.seats.items():
        is_member = seat.called_in_at is None
        if key in came:
            own = seat.sitting_id == seat.membership.person_id
            away_at = tuple(number for number, absent in missed if key in absent and number)
            sits_for = "" if own else str(seat.membership.person)
            took_part.append(TookPart(str(seat.sitting), sits_for, away_at))
        elif is_member:
            substitute = called_in.get(seat.membership_id, "")
            away.append(Away(str(seat.sitting), seat.notice_at is not None, substitute))
    return Roster(tuple(took_part), tuple(away))
