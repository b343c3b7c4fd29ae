"""A way over the bodies of the small world, and meetings for it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sagsgang.web.bodies.models import PlannedMeeting, Role
from sagsgang.web.routes import services


@pytest.fixture
def meet():
    """A meeting of the body in so many days."""

    def _meet(body, days, **fields):
        at = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
        made, _is_new = PlannedMeeting.objects.update_or_create(
            body=body, starts_at=at + timedelta(days=days), defaults=fields
        )
        return made

    return _meet


@pytest.fixture
def way(world):
    """Makes the treatments of a case: (body, kind, step) in order; the last decision settles it."""

    def _way(case, *rows):
        officer = world.people["case_officer"]
        return [
            services.stop_add(
                actor=officer,
                case=case,
                body=world.body(name),
                kind=kind,
                step=step,
                is_deciding=kind == "decision" and name == "Byrådet",
            )
            for name, kind, step in rows
        ]

    return _way


@pytest.fixture
def body_secretary(world):
    """Gives the body a secretary of its own, and returns her."""

    def _body_secretary(name):
        user = world.user(f"secretary_{name.lower().encode('ascii', 'ignore').decode()}", name)
        world.assign(user, Role.SECRETARY, world.body(name))
        return user

    return _body_secretary
