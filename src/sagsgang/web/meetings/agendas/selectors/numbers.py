"""Which number each item has: within the meeting, or through the year as the municipality counts.

Numbers that were given when an agenda was sent stay; those of an agenda that is being built are
what they would be if it were sent now.
"""

from datetime import datetime

from django.utils import timezone

from sagsgang.web.bodies.models import MunicipalitySettings
from sagsgang.web.bodies.selectors import municipality_settings_get
from sagsgang.web.meetings.models import Item, Meeting, MeetingState


def letter(place: int) -> str:
    """A, B, … Z, AA: how the sub-points of an item are told apart."""
    found = ""
    while place > 0:
        place, rest = divmod(place - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def item_numbers(meeting: Meeting) -> dict[int, str]:
    """The number of each item that is not removed, by its key; a sub-point has a letter."""
    items = list(
        Item.objects.filter(meeting=meeting, removed_at__isnull=True)
        .order_by("order", "pk")
        .values_list("pk", "parent_id", "number")
    )
    return numbered(items, items_before(meeting))


def numbered(items: list[tuple[int, int | None, str]], before: int) -> dict[int, str]:
    """Numbers of items in order, given as key, parent and the number it has already. New ones go
    on from the highest that is given, here or before.
    """
    tops = [(key, number) for key, parent, number in items if parent is None]
    given = [int(number) for _key, number in tops if number.isdecimal()]
    following = max([before, *given])
    found: dict[int, str] = {}
    for key, number in tops:
        if not number:
            following += 1
        found[key] = number or str(following)
    letters: dict[int, list[str]] = {}
    for _key, parent, number in items:
        if parent is not None and number:
            letters.setdefault(parent, []).append(number)
    places: dict[int, int] = {}
    for key, parent, number in items:
        if parent is None:
            continue
        if not number:
            places[parent] = places.get(parent, len(letters.get(parent, ()))) + 1
        found[key] = number or letter(places[parent])
    return found


def items_before(meeting: Meeting) -> int:
    """The number that the first item comes after: 0, or the last one given to an item of the body
    in the calendar year, with room for the agendas of earlier meetings that are being built.
    """
    body = meeting.plan.body
    settings = municipality_settings_get(body.municipality)
    if settings.item_numbering != MunicipalitySettings.ItemNumbering.THROUGH_YEAR:
        return 0
    year = timezone.localdate(meeting.plan.starts_at).year
    first = timezone.make_aware(datetime(year, 1, 1))
    after = timezone.make_aware(datetime(year + 1, 1, 1))
    others = Item.objects.filter(
        meeting__plan__body=body,
        meeting__plan__starts_at__gte=first,
        meeting__plan__starts_at__lt=after,
        parent__isnull=True,
    ).exclude(meeting=meeting)
    given = 0
    waiting = 0
    for number, starts_at, removed_at, state in others.values_list(
        "number", "meeting__plan__starts_at", "removed_at", "meeting__state"
    ):
        if number.isdecimal():
            given = max(given, int(number))
        elif (
            not number
            and removed_at is None
            and state != MeetingState.CANCELLED
            and starts_at < meeting.plan.starts_at
        ):
            waiting += 1
    return given + waiting
