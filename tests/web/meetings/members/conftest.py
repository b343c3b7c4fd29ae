"""A member with an agenda that was sent: two open cases, one closed, and the recurring items."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.cases.models import Section
from sagsgang.web.meetings.agendas import services as agendas
from sagsgang.web.meetings.models import Item, Meeting
from sagsgang.web.meetings.sending.services import agenda_send, agenda_send_again
from sagsgang.web.routes import services as routes


@pytest.fixture
def member(world):
    return world.people["member"]


@pytest.fixture
def secretary(world):
    return world.people["secretary"]


@pytest.fixture
def building(world, secretary):
    """A meeting of Havneudvalget whose agenda is being built."""
    noon = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
    plan = PlannedMeeting.objects.create(
        body=world.body("Havneudvalget"), starts_at=noon + timedelta(days=21)
    )
    return agendas.meeting_prepare(actor=secretary, plan=plan)


@pytest.fixture
def put_on(world, secretary):
    """Puts an approved case on the agenda: its item."""

    def _put_on(meeting, title="Nye cykelskure", late_reason="", **fields):
        officer = world.people["case_officer"]
        case = world.case(title, **fields)
        stop = routes.stop_add(
            actor=officer, case=case, body=world.body("Havneudvalget"), kind="recommendation"
        )
        case.state = "approved"
        case.save()
        stop.case = case
        return agendas.item_add_treatment(
            actor=secretary, meeting=fresh(meeting), stop=stop, late_reason=late_reason
        )

    return _put_on


@pytest.fixture
def sent(building, put_on, secretary):
    """The meeting, its agenda sent."""
    put_on(building, "Nye cykelskure")
    put_on(building, "Ny kaj", number="15.00.00-A00-2-26")
    put_on(
        building,
        "Salg af grunden",
        number="15.00.00-A00-3-26",
        is_closed=True,
        closed_ground="Prisen er under forhandling",
        closed_reference="§ 10",
        public_title="En sag om en grund",
    )
    agenda_send(actor=secretary, meeting=fresh(building))
    return fresh(building)


@pytest.fixture
def item(sent):
    """The first case on the agenda that was sent."""
    return item_of(sent, "Nye cykelskure")


@pytest.fixture
def send_again(secretary):
    """Changes the text of an item's case and sends the agenda again."""

    def _send_again(item, html):
        section = Section.objects.filter(case=item.stop.case).order_by("order").first()
        section.html = html
        section.save()
        return agenda_send_again(
            actor=secretary, meeting=fresh(item.meeting), late_because="Et tal var forkert"
        )

    return _send_again


def fresh(meeting):
    """As it is now in the database."""
    return Meeting.objects.select_related("plan__body__municipality__settings").get(pk=meeting.pk)


def item_of(meeting, title):
    found = Item.objects.select_related("meeting__plan__body", "parent", "stop__case")
    return found.get(meeting=meeting, title=title)
