"""Agendas of the small world: built, and sent in time."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.meetings.agendas import services as agendas
from sagsgang.web.meetings.models import Meeting
from sagsgang.web.meetings.sending.services import agenda_send
from sagsgang.web.routes import services as routes

#: A Monday; the meeting is on the Tuesday two weeks after.
TODAY = date(2026, 3, 2)
MEETING_DAY = date(2026, 3, 17)
#: Four clear weekdays before: Tuesday the 10th.
LAST_DAY = date(2026, 3, 10)


def at(day, hour=10):
    """A moment of that day."""
    return timezone.make_aware(datetime(day.year, day.month, day.day, hour))


@pytest.fixture(autouse=True)
def clock():
    """It is Monday, and stands still until it is moved."""
    with time_machine.travel(at(TODAY), tick=False) as traveller:
        yield traveller


@pytest.fixture
def plan(world):
    """A planned meeting of Havneudvalget."""

    def _plan(day=MEETING_DAY, **fields):
        moment = at(day, 16)
        return PlannedMeeting.objects.create(
            body=world.bodies["Havneudvalget"],
            starts_at=moment,
            **{"place": "Rådhuset, lokale 3"} | fields,
        )

    return _plan


@pytest.fixture
def secretary(world):
    """Who sends agendas."""
    return world.people["secretary"]


@pytest.fixture
def meeting(world, plan, secretary):
    """A meeting whose agenda is being built, with nothing on it."""
    return agendas.meeting_prepare(actor=secretary, plan=plan())


@pytest.fixture
def waiting(world):
    """The treatment of an approved case that waits for Havneudvalget."""

    def _waiting(title="Nye cykelskure", body="Havneudvalget", kind="recommendation", **fields):
        case = world.case(title, **fields)
        stop = routes.stop_add(
            actor=world.people["case_officer"], case=case, body=world.body(body), kind=kind
        )
        case.state = "approved"
        case.save()
        stop.case = case
        return stop

    return _waiting


@pytest.fixture
def on_agenda(secretary, waiting):
    """Puts a case on the agenda of a meeting."""

    def _on_agenda(meeting, title="Nye cykelskure", late_reason="", **fields):
        return agendas.item_add_treatment(
            actor=secretary,
            meeting=fresh(meeting),
            stop=waiting(title, **fields),
            late_reason=late_reason,
        )

    return _on_agenda


@pytest.fixture
def closed(on_agenda, secretary):
    """Puts a closed case on the agenda; its words are those that must stand nowhere."""

    def _closed(meeting, title="Grunden ved Lysholm sælges", **fields):
        return on_agenda(
            meeting,
            title,
            **{
                "is_closed": True,
                "closed_ground": "prisen forhandles",
                "closed_reference": "§ 10, stk. 2",
                "public_title": "En ejendomssag",
            }
            | fields,
        )

    return _closed


@pytest.fixture
def sent(meeting, on_agenda, secretary):
    """An agenda of two open cases, sent in time."""
    on_agenda(meeting, "Nye cykelskure")
    on_agenda(meeting, "Ny kaj", number="15.00.00-A00-2-26")
    agenda_send(actor=secretary, meeting=fresh(meeting))
    return fresh(meeting)


def fresh(meeting):
    """The meeting as it is now."""
    return Meeting.objects.select_related("plan__body__municipality").get(pk=meeting.pk)


def days_before(days):
    """So many days before the meeting."""
    return MEETING_DAY - timedelta(days=days)
