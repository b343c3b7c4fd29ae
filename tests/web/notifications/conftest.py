"""A kind to be told about, and a gate whose list of what may be seen the test writes."""

from dataclasses import dataclass, field

import pytest

from sagsgang.web.jobs import registry
from sagsgang.web.notifications import kinds, permissions
from sagsgang.web.notifications.services import notify


@dataclass
class Gate:
    """`hidden` holds (key, user's key); `closed` the keys that are closed to the public."""

    hidden: set[tuple[str, int]] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)

    def may_see(self, subject_key: str, user: object) -> bool:
        return (subject_key, user.pk) not in self.hidden

    def is_closed(self, subject_key: str) -> bool:
        return subject_key in self.closed


@pytest.fixture(autouse=True)
def own_kinds(monkeypatch):
    """Only the kinds of these tests, and only their gate."""
    monkeypatch.setattr(kinds, "_kinds", {})
    monkeypatch.setattr(permissions, "_gates", {})
    monkeypatch.setattr(registry, "_daily", {})
    kinds.kind_register("case_returned", "En sag er returneret", "du skriver sagen")
    kinds.kind_register("hearing_late", "En høring er forsinket", "du bad om høringen")


@pytest.fixture
def gate() -> Gate:
    made = Gate()
    permissions.subject_gate_register("case", made.may_see, is_closed=made.is_closed)
    return made


@pytest.fixture
def tell(world, gate):
    """Tell people, by their keys in the world; about case 1 unless told otherwise."""

    def _tell(*keys, code="case_returned", path="/sager/1/", subject_key="case:1", **more):
        return notify(
            users=[world.people[key] for key in keys],
            code=code,
            text=more.pop("text", "Sagen »Nye cykelskure« er returneret til dig."),
            why=more.pop("why", ""),
            path=path,
            subject_key=subject_key,
        )

    return _tell


@pytest.fixture(autouse=True)
def mail_as_jobs(settings):
    settings.EMAIL_BACKEND = "sagsgang.web.jobs.mail.JobMailBackend"
    settings.SAGSGANG_MAIL_URL = ""
