"""Where a meeting and its pages are found."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from sagsgang.web.meetings.agendas.selectors.listing import meeting_places
from sagsgang.web.meetings.agendas.selectors.meetings import meeting_place


class MeetingPlaceConverter:
    """`2026-05-12`, and `2026-05-12-2` for the second meeting of a body that day."""

    regex = r"\d{4}-\d{2}-\d{2}(?:-\d{1,2})?"

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands."""
        return value


def places_ask(meetings: Iterable[Any]) -> None:
    """Ask for the places of many meetings at once, before their addresses are asked for."""
    plans = [meeting.plan for meeting in meetings]
    places = meeting_places(plans)
    for plan in plans:
        plan.__dict__["_place"] = places[plan.pk]


def meeting_address(meeting: Any, name: str = "meeting", *more: object) -> str:
    """The address of a page of the meeting; its place is asked for once."""
    plan = meeting.plan
    if "_place" not in plan.__dict__:
        plan.__dict__["_place"] = meeting_place(plan)
    return reverse(f"meetings:{name}", args=[plan.body.slug, plan.__dict__["_place"], *more])
