"""Meetings of the small world, and cases that wait for them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.meetings.agendas import services
from sagsgang.web.routes import services as routes


@pytest.fixture
def plan(world):
    """A planned meeting of the body in so many days."""

    def _plan(days=21, body="Havneudvalget", **fields):
        at = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
        return PlannedMeeting.objects.create(
            body=world.body(body), starts_at=at + timedelta(days=days), **fields
        )

    return _plan


@pytest.fixture
def meeting(world, plan):
    """A meeting of Havneudvalget whose agenda is being built."""

    def _meeting(days=21, **fields):
        return services.meeting_prepare(actor=world.people["secretary"], plan=plan(days, **fields))

    return _meeting


@pytest.fixture
def waiting(world):
    """An approved case that waits to be put on an agenda: its treatment."""

    def _waiting(title="Nye cykelskure", body="Havneudvalget", **fields):
        case = world.case(title, **fields)
        stop = routes.stop_add(
            actor=world.people["case_officer"],
            case=case,
            body=world.body(body),
            kind="recommendation",
        )
        case.state = "approved"
        case.save()
        stop.case = case
        return stop

    return _waiting
