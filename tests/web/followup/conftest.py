"""A committee's meeting whose decisions ask for something."""

from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from sagsgang.web.bodies.models import Person
from sagsgang.web.meetings.agendas.services import meeting_prepare
from sagsgang.web.meetings.deciding.services.records import Ask

from ..meetings.deciding.conftest import Table


@pytest.fixture
def table(world):
    """The committee's meeting today: five members of three parties are in the room."""
    return Table(world)


@pytest.fixture
def secretary(world):
    return world.people["secretary"]


@pytest.fixture
def officer(world):
    return world.people["case_officer"]


@pytest.fixture
def soon():
    """A day in so many days."""
    return lambda days: timezone.localdate() + timedelta(days=days)


@pytest.fixture
def asked(table):
    """An item whose decision asked for something: `asked("Status på skurene", until=…)`."""

    def ask(text="Status på skurene", *, item=None, also=(), **fields):
        item = item or table.case()
        table.decide(item, "Godkendt.", outcome="approved", asked_for=[Ask(text, **fields), *also])
        table.close()
        return item.decision.asked_for.first().follow_up

    return ask


@pytest.fixture
def agenda(table, secretary):
    """The agenda of a coming meeting, begun."""

    def begin(days=14):
        return meeting_prepare(actor=secretary, plan=table.later(days))

    return begin


@pytest.fixture
def person(world):
    return lambda key: Person.objects.get(user=world.people[key])


@pytest.fixture
def clock(monkeypatch):
    """Turns the house's clock: within the block it is that day."""

    @contextmanager
    def at(day: date, hour: int = 8):
        moment = timezone.make_aware(datetime.combine(day, time(hour)))
        with monkeypatch.context() as patch:
            patch.setattr(timezone, "now", lambda: moment)
            yield moment

    return at
