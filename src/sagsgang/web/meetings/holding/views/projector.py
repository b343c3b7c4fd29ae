"""What is shown on the wall: nothing that the public may not read, and nothing about anybody."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from sagsgang.web.meetings.agendas.naming import neutral_title
from sagsgang.web.meetings.agendas.selectors.meetings import meeting_place
from sagsgang.web.meetings.deciding.reading import Point, motions_of, points_put
from sagsgang.web.meetings.deciding.votes import count_of
from sagsgang.web.meetings.holding.selectors import items_of
from sagsgang.web.meetings.holding.services.opening import current_turn
from sagsgang.web.meetings.holding.views.screen import may_show
from sagsgang.web.meetings.models import Item, Meeting
from sagsgang.web.meetings.permissions import item_is_closed


@dataclass(frozen=True, slots=True)
class VoteShown:
    """What was voted on, and how many stood where; no names on the wall."""

    text: str
    for_: int
    against: int
    abstained: int
    is_carried: bool


@dataclass(frozen=True, slots=True)
class Wall:
    """The item that is under way, as everyone may see it."""

    number: str
    title: str
    is_closed: bool
    points: tuple[Point, ...] = ()
    decision: str = ""
    votes: tuple[VoteShown, ...] = ()


def wall_of(meeting: Meeting) -> Wall | None:
    """None before the first item. Of a closed item there is its number and neutral title only."""
    turn = current_turn(meeting)
    if turn is None:
        return None
    tops = [item for item in items_of(meeting) if item.parent_id is None]
    item = next((each for each in items_of(meeting) if each.pk == turn.item_id), None)
    if item is None:
        return None
    top = item.parent_id or item.pk
    place = next((n for n, each in enumerate(tops, start=1) if each.pk == top), 0)
    number = item.number or (str(place) if item.parent_id is None else "")
    if item_is_closed(item):
        return Wall(number, neutral_title(item), is_closed=True)
    decision = getattr(item, "decision", None)
    return Wall(
        number=number,
        title=item.title,
        is_closed=False,
        points=tuple(points_put(item)),
        decision=decision.text if decision else "",
        votes=_votes(item),
    )


def _votes(item: Item) -> tuple[VoteShown, ...]:
    found = []
    for proposal, motion in motions_of(item):
        if motion.is_voted and not motion.is_withdrawn:
            count = count_of(vote.stance for vote in proposal.votes.all())
            found.append(
                VoteShown(
                    proposal.text, count.for_, count.against, count.abstained, count.is_carried
                )
            )
    return tuple(found)


@login_required
@never_cache
@require_GET
def projector(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """The wall; it fetches itself anew."""
    meeting = may_show(request, slug, place)
    return render(request, "meetings/holding/projector.html", _context(meeting))


@login_required
@never_cache
@require_GET
def projector_state(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """Nothing when the wall shows the same already."""
    meeting = may_show(request, slug, place)
    answer: dict[str, Any] = {"revision": meeting.revision}
    if request.GET.get("set") != str(meeting.revision):
        answer["html"] = render_to_string("meetings/holding/parts/wall.html", _context(meeting))
    return JsonResponse(answer)


def _context(meeting: Meeting) -> dict[str, Any]:
    return {
        "meeting": meeting,
        "wall": wall_of(meeting),
        "place": meeting_place(meeting.plan),
    }
