"""A kind of job that notes what it was asked for, and fails as long as it is told to."""

from datetime import UTC, datetime

import pytest
import time_machine

from sagsgang.web.jobs import registry

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Desk:
    """What was done, and with what to fail."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.error: Exception | None = None

    def do(self, *, text: str) -> None:
        if self.error:
            raise self.error
        self.done.append(text)


@pytest.fixture
def kinds(monkeypatch):
    """The registry, given back as it was."""
    monkeypatch.setattr(registry, "_kinds", dict(registry._kinds))
    monkeypatch.setattr(registry, "_daily", {})


@pytest.fixture
def desk(kinds) -> Desk:
    made = Desk()
    registry.job_register("note", made.do, title="Notér")
    return made


@pytest.fixture
def clock():
    """A clock that stands still at noon (UTC) on 2 March 2026 until it is moved."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller
