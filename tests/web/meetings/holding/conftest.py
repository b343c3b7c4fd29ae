"""A committee of five with a meeting whose agenda was sent."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sagsgang.web.audit import events
from sagsgang.web.bodies.models import Membership, PlannedMeeting
from sagsgang.web.meetings.holding import services
from sagsgang.web.meetings.models import Item, ItemDecision, Meeting, Seat

NAMES = {"third": "Ejner Sø", "fourth": "Hanne Blæs", "fifth": "Åse Holm"}


@pytest.fixture
def meeting(world):
    """Havneudvalget today: chair, member, and three more; a recurring item, two others and a
    signature sheet.
    """
    body = world.body("Havneudvalget")
    for key, name in NAMES.items():
        world.seat(world.user(key, name), body)
    Membership.objects.filter(person__user=world.people["member"]).update(post="vice_chair")
    plan = PlannedMeeting.objects.create(body=body, starts_at=timezone.now() - timedelta(hours=1))
    made = Meeting.objects.create(plan=plan, state="sent")
    for membership in body.memberships.order_by("pk"):
        Seat.objects.create(meeting=made, membership=membership, sitting=membership.person)
    for order, title in enumerate(("Godkendelse af dagsorden", "Kajen", "Bådene"), start=1):
        Item.objects.create(meeting=made, order=order, number=str(order), title=title)
    Item.objects.create(
        meeting=made, order=4, number="4", title="Underskrifter", recurring="signature_sheet"
    )
    return made


@pytest.fixture
def secretary(world):
    return world.people["secretary"]


@pytest.fixture
def seat(world, meeting):
    """The seat of the person with that key."""

    def _seat(key):
        return Seat.objects.get(meeting=meeting, sitting__user=world.people[key])

    return _seat


@pytest.fixture
def opened(meeting, secretary, seat):
    """The meeting, open, with everybody there but the fifth."""
    return services.meeting_open(
        actor=secretary,
        meeting=meeting,
        present=[seat(key) for key in ("chair", "member", "third", "fourth")],
    )


@pytest.fixture
def decide(secretary):
    """Lets an item have its decision."""

    def _decide(item, **fields):
        return ItemDecision.objects.create(
            item=item,
            recorded_by=secretary,
            recorded_at=timezone.now(),
            **{"text": "Godkendt.", "outcome": "approved"} | fields,
        )

    return _decide


@pytest.fixture
def listen(monkeypatch):
    """Hears of an event during this test only."""

    def _listen(code, handler):
        monkeypatch.setitem(events._handlers, code, [*events._handlers[code], handler])

    return _listen
