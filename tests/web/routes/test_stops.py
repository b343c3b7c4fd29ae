"""Treatments on a way: what each write does, refuses and leaves behind."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.routes import services
from sagsgang.web.routes.models import CaseStop, StopKind, StopState
from sagsgang.web.routes.selectors import route_of

pytestmark = pytest.mark.django_db


def meeting(body, days):
    return PlannedMeeting.objects.create(
        body=body, starts_at=timezone.localtime() + timedelta(days=days)
    )


def test_a_decision_wakes_the_next_planned_treatment(world):
    case = world.case(state="approved")
    officer, secretary = world.people["case_officer"], world.people["secretary"]
    first = services.stop_add(
        actor=officer, case=case, body=case.body, kind=StopKind.RECOMMENDATION
    )
    last = services.stop_add(
        actor=officer,
        case=case,
        body=world.bodies["Byrådet"],
        kind=StopKind.DECISION,
        is_deciding=True,
    )
    services.stop_schedule(actor=officer, stop=first, meeting=meeting(case.body, 10))
    services.stop_dispatch(actor=secretary, stop=first)
    services.stop_record(
        actor=secretary,
        stop=first,
        decided_on=timezone.localdate(),
        decision_text="Anbefales.",
        outcome="recommended",
        points=[("1", "recommended", "Anbefales.", world.bodies["Økonomiudvalget"])],
    )
    assert first.state == StopState.TREATED
    assert [(s.step, str(s.body), s.kind, s.referred_by_id) for s in route_of(case)] == [
        (1, "Havneudvalget", "recommendation", None),
        (2, "Økonomiudvalget", "recommendation", first.pk),
        (3, "Byrådet", "decision", None),
    ]
    assert set(Event.objects.values_list("code", flat=True)) >= {
        "stop_added",
        "stop_scheduled",
        "stop_dispatched",
        "decision_recorded",
    }
    assert CaseStop.objects.get(pk=last.pk).step == 3
