"""Points of a recommendation that a body before has settled, so that the next is not asked them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sagsgang.web.bodies.models import Body
from sagsgang.web.meetings.deciding.parts import Point
from sagsgang.web.meetings.deciding.wording import said_of
from sagsgang.web.meetings.models import Suspension
from sagsgang.web.routes.models import CaseStop, DecidedPoint, StopState
from sagsgang.web.routes.onward import GOES_ON
from sagsgang.web.routes.selectors import points_put_to
from sagsgang.web.routes.services import PointDecision
from sagsgang.web.routes.services.stops_treated import numbers_in

#: What a body says of a point that is done with, when it sends others on.
_SETTLES = frozenset({"approved", "changed"})


@dataclass(frozen=True, slots=True)
class Settled:
    """A point, and the body that settled it."""

    point: Point
    body: Body
    on: date | None
    words: str


def points_settled(stop: CaseStop, points: Sequence[Point]) -> list[Settled]:
    """The points that a body on the way here approved for itself while it sent others on; the text
    must be the same, and nobody may have had the decision brought before the council (§ 23).
    """
    found: dict[int, Settled] = {}
    before, seen = stop.referred_by, {stop.pk}
    while before is not None and before.pk not in seen:
        seen.add(before.pk)
        for number, part in _settled_by(before).items():
            point = next((each for each in points if each.number == number), None)
            if point is None or (number, point.text) not in points_put_to(before):
                continue
            words = said_of(PointDecision(part.numbers, part.outcome, part.text))
            found.setdefault(number, Settled(point, before.body, before.decided_on, words))
        before = before.referred_by
    return [found[number] for number in sorted(found)]


def _settled_by(stop: CaseStop) -> dict[int, DecidedPoint]:
    parts = list(stop.decided_points.all()) if stop.state == StopState.TREATED else []
    if not any(part.next_body_id or part.outcome in GOES_ON for part in parts):
        return {}
    if Suspension.objects.filter(item__stop=stop, taken_back_at__isnull=True).exists():
        return {}
    return {
        number: part
        for part in parts
        if part.outcome in _SETTLES and not part.next_body_id
        for number in numbers_in(part.numbers) or []
    }
