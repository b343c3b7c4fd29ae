"""Makes a meeting that is held now, for crash.py and meeting_day.py, and says what they need.

    meeting_world.py MEMBERS CASES

A committee with so many members and two secretaries; an agenda of so many cases with texts, sent
and the meeting opened with everybody there; everybody is signed in. JSON: `secretaries` and
`members` (session keys), `items`, `seats`, and the meeting's address.
"""

import json
import random
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import django

django.setup()
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.utils import timezone  # noqa: E402

from sagsgang.web.bodies.models import PlannedMeeting, Role  # noqa: E402
from sagsgang.web.meetings.agendas.addresses import meeting_address  # noqa: E402
from sagsgang.web.meetings.agendas.services import (  # noqa: E402
    item_add_treatment,
    meeting_prepare,
)
from sagsgang.web.meetings.holding.services import meeting_open  # noqa: E402
from sagsgang.web.meetings.models import Item, Meeting  # noqa: E402
from sagsgang.web.meetings.sending.services import agenda_send  # noqa: E402
from sagsgang.web.routes.services import stop_add  # noqa: E402
from web.world import World, build_world  # noqa: E402

WORDS = [
    "havnen",
    "kajen",
    "skuret",
    "broen",
    "stien",
    "pladsen",
    "renoveres",
    "bygges",
    "ombygges",
    "i",
    "år",
    "til",
    "foråret",
    "og",
]


def main(members: int, cases: int) -> dict[str, Any]:
    world = build_world()
    body = world.body("Havneudvalget")
    for number in range(members - 2):
        world.seat(world.user(f"member{number}", f"Medlem {number}"), body)
    world.assign(world.user("second", "Grete Holm"), Role.SECRETARY, body)
    secretary = world.people["secretary"]
    now = timezone.now()
    plan = PlannedMeeting.objects.create(body=body, starts_at=now + timedelta(days=14))
    meeting = meeting_prepare(actor=secretary, plan=plan)
    chance = random.Random(20261122)
    for number in range(cases):
        _put_on(world, meeting, number, chance)
    agenda_send(actor=secretary, meeting=Meeting.objects.get(pk=meeting.pk))
    # Two weeks later.
    PlannedMeeting.objects.filter(pk=plan.pk).update(starts_at=now - timedelta(minutes=1))
    meeting = Meeting.objects.select_related("plan__body").get(pk=meeting.pk)
    seats = list(meeting.seats.order_by("pk"))
    meeting_open(actor=secretary, meeting=meeting, present=seats)
    items = Item.objects.filter(meeting=meeting, parent__isnull=True).order_by("order")
    secretaries = ("secretary", "second")
    sitting = [key for key in world.people if key in ("chair", "member") or key[6:].isdigit()]
    return {
        "secretaries": [_signed_in(world, key) for key in secretaries],
        "members": [_signed_in(world, key) for key in sitting],
        "meeting": meeting.pk,
        "address": meeting_address(meeting),
        "seats": [seat.pk for seat in seats],
        "items": [
            {"key": item.pk, "number": item.number, "case": item.stop_id is not None}
            for item in items.exclude(recurring="signature_sheet")
        ],
    }


def _put_on(world: World, meeting: Meeting, number: int, chance: random.Random) -> None:
    """Every other case is decided here, the others go on to the council."""
    case = world.case(f"Sag {number} om havnen", number=f"15.00.00-A00-{number + 1}-26")
    text = "".join(
        f"<p>{' '.join(chance.choice(WORDS) for _ in range(60)).capitalize()}.</p>"
        for _ in range(8)
    )
    case.sections.filter(order=1).update(html=text)
    officer, body = world.people["case_officer"], meeting.plan.body
    goes_on = number % 2 == 1
    kind = "recommendation" if goes_on else "decision"
    stop = stop_add(actor=officer, case=case, body=body, kind=kind, step=1, is_deciding=not goes_on)
    if goes_on:
        council = world.body("Byrådet")
        stop_add(actor=officer, case=case, body=council, kind="decision", step=2, is_deciding=True)
    case.state = "approved"
    case.save()
    stop.case = case
    fresh = Meeting.objects.select_related("plan__body").get(pk=meeting.pk)
    item_add_treatment(actor=world.people["secretary"], meeting=fresh, stop=stop)


def _signed_in(world: World, key: str) -> str:
    user = world.people[key]
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return session.session_key


if __name__ == "__main__":
    print(json.dumps(main(*map(int, sys.argv[1:]))))
