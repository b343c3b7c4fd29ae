"""Nothing referred is forgotten: over random histories every treatment is in one state, and
whatever lacks a meeting that will be held is on the list.
"""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from sagsgang.web.bodies.models import Body, PlannedMeeting
from sagsgang.web.cases.services import case_close, case_withdraw
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes import services
from sagsgang.web.routes.models import CaseStop
from sagsgang.web.routes.selectors import referred_and_forgotten, route_of

from ..world import build_world

NAMES = ("Havneudvalget", "Økonomiudvalget", "Byrådet", "Ældrerådet", "Direktionen")
pick = st.integers(0, 1000)


def looked_after(stop: CaseStop, today) -> bool:
    """Told anew from the rows, in the words of the issue: on an agenda that will be, postponed to a
    day to come, treated, or withdrawn with a reason.
    """
    if stop.state == "treated":
        return stop.decided_on is not None
    if stop.state == "withdrawn":
        return stop.reason != ""
    if stop.body.valid_to is not None and stop.body.valid_to < today:
        return False
    meeting = stop.meeting
    will_be = (
        meeting is not None
        and not meeting.cancelled_because
        and timezone.localtime(meeting.starts_at).date() >= today
    )
    if stop.state == "scheduled":
        return will_be
    if stop.state == "postponed":
        waits = meeting is None and stop.postponed_to is not None and stop.postponed_to >= today
        return stop.reason != "" and (will_be or waits)
    return False


class History(RuleBasedStateMachine):
    """People who lay, change and walk the ways of some cases, badly and well."""

    def __init__(self):
        super().__init__()
        self.clock = time_machine.travel("2026-02-02T09:00:00+01:00", tick=False)
        self.now = self.clock.start()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.world = build_world()
        self.bodies = [self.world.body(name) for name in NAMES]
        self.cases = [self.world.case(f"Sag {n}", state="approved") for n in range(2)]
        for body in self.bodies:
            self.world.assign(self.world.people["secretary"], "secretary", body) if (
                body.name != "Havneudvalget"
            ) else None
            for weeks in (2, 4):
                self.meeting(body, weeks)

    def meeting(self, body, weeks):
        starts = timezone.localtime() + timedelta(weeks=weeks)
        if not PlannedMeeting.objects.filter(body=body, starts_at=starts).exists():
            PlannedMeeting.objects.create(body=body, starts_at=starts)

    def teardown(self):
        # Who may see every case sees the whole list.
        seen = referred_and_forgotten(user=self.world.people["manager"])
        assert {row.stop.pk for row in seen} == {r.stop.pk for r in referred_and_forgotten()}
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)
        self.clock.stop()

    def tries(self, service, **what):
        """The service, which may refuse; then nothing has changed."""
        before = list(CaseStop.objects.order_by("pk").values())
        try:
            with transaction.atomic():
                return service(**what)
        except (Refusal, PermissionDenied):
            assert list(CaseStop.objects.order_by("pk").values()) == before
            return None

    def a_stop(self, at):
        stops = list(CaseStop.objects.order_by("pk"))
        return stops[at % len(stops)] if stops else None

    def a_meeting(self, at):
        found = list(PlannedMeeting.objects.order_by("pk"))
        return found[at % len(found)]

    @rule(case=pick, body=pick, kind=pick, step=st.integers(0, 4), decides=st.booleans())
    def add(self, case, body, kind, step, decides):
        kinds = ("hearing", "information", "recommendation", "decision")
        self.tries(
            services.stop_add,
            actor=self.world.people["case_officer"],
            case=self.cases[case % 2],
            body=self.bodies[body % len(self.bodies)],
            kind=kinds[kind % 4],
            step=step or None,
            is_deciding=decides,
        )

    @rule(case=pick)
    def take_dates(self, case):
        self.tries(
            services.route_dates_take,
            actor=self.world.people["case_officer"],
            case=self.cases[case % 2],
        )

    @rule(stop=pick, meeting=pick)
    def schedule(self, stop, meeting):
        if (found := self.a_stop(stop)) is not None:
            self.tries(
                services.stop_schedule,
                actor=self.world.people["secretary"],
                stop=found,
                meeting=self.a_meeting(meeting),
            )

    @rule(stop=pick, meeting=pick, days=st.integers(-3, 20), to_meeting=st.booleans())
    def postpone(self, stop, meeting, days, to_meeting):
        if (found := self.a_stop(stop)) is not None:
            self.tries(
                services.stop_postpone,
                actor=self.world.people["secretary"],
                stop=found,
                reason="Tallene mangler",
                until=None if to_meeting else timezone.localdate() + timedelta(days=days),
                meeting=self.a_meeting(meeting) if to_meeting else None,
            )

    @rule(stop=pick, step=st.integers(1, 5), beside=st.booleans())
    def move(self, stop, step, beside):
        if (found := self.a_stop(stop)) is not None:
            self.tries(
                services.stop_move,
                actor=self.world.people["case_officer"],
                stop=found,
                step=step,
                is_beside=beside,
            )

    @rule(stop=pick, reason=st.sampled_from(["Ikke nu", " "]))
    def withdraw(self, stop, reason):
        if (found := self.a_stop(stop)) is not None:
            self.tries(
                services.stop_withdraw,
                actor=self.world.people["manager"],
                stop=found,
                reason=reason,
            )

    @rule(stop=pick, outcome=pick, onto=pick, with_next=st.booleans())
    def record(self, stop, outcome, onto, with_next):
        found = self.a_stop(stop)
        if found is None:
            return
        outcomes = ("approved", "recommended", "referred", "postponed", "noted")
        chosen = outcomes[outcome % len(outcomes)]
        next_body = self.bodies[onto % len(self.bodies)] if with_next else None
        living = ("planned", "scheduled", "postponed")
        waiting = set(
            CaseStop.objects.filter(case=found.case, state__in=living).values_list("pk", flat=True)
        ) - {found.pk}
        done = self.tries(
            services.stop_record,
            actor=self.world.people["secretary"],
            stop=found,
            decided_on=timezone.localdate(),
            decision_text="Udvalget tog stilling.",
            outcome=chosen,
            next_body=next_body,
        )
        if done is None:
            return
        after = CaseStop.objects.filter(case=found.case, state__in=living)
        assert waiting <= set(after.values_list("pk", flat=True)), "a planned treatment went"
        if next_body is not None and next_body != found.body and chosen != "postponed":
            assert after.filter(body=next_body, step__gt=found.step).exists()
        if chosen == "postponed":
            assert after.filter(body=found.body, referred_by=found).exists()
        elif chosen in ("recommended", "referred") and found.kind != "hearing":
            assert after.filter(step__gt=found.step).exists(), "it goes nowhere"

    @rule(meeting=pick)
    def cancel(self, meeting):
        found = self.a_meeting(meeting)
        found.cancelled_because = "For få sager"
        found.save()

    @rule(meeting=pick, days=st.integers(-10, 10))
    def move_meeting(self, meeting, days):
        found = self.a_meeting(meeting)
        starts = found.starts_at + timedelta(days=days, minutes=1)
        others = PlannedMeeting.objects.filter(body=found.body, starts_at=starts)
        if not others.exclude(pk=found.pk).exists():
            found.starts_at = starts
            found.save()

    @rule(body=pick, days=st.integers(-5, 20))
    def close_body(self, body, days):
        last = timezone.localdate() + timedelta(days=days)
        Body.objects.filter(pk=self.bodies[body % len(self.bodies)].pk).update(valid_to=last)
        for each in self.bodies:
            each.refresh_from_db()

    @rule(days=st.integers(1, 12))
    def days_pass(self, days):
        self.now.shift(timedelta(days=days))
        for each in self.bodies:
            self.meeting(each, 3)

    @rule(case=pick, is_withdrawn=st.booleans())
    def end_case(self, case, is_withdrawn):
        found = self.cases[case % 2]
        actor = self.world.people["manager"]
        if is_withdrawn:
            self.tries(case_withdraw, actor=actor, case=found, reason="Overhalet af loven")
        else:
            self.tries(case_close, actor=actor, case=found)
        if found.state in ("closed", "withdrawn"):
            living = CaseStop.objects.filter(case=found, state__in=("planned", "scheduled"))
            assert not living.exists()
            self.cases[case % 2] = self.world.case("Ny sag", state="approved")

    @invariant()
    def whatever_lacks_a_meeting_is_on_the_list(self):
        today = timezone.localdate()
        lacking = {
            stop.pk
            for stop in CaseStop.objects.select_related("body", "meeting")
            if not looked_after(stop, today)
        }
        assert {row.stop.pk for row in referred_and_forgotten()} == lacking

    @invariant()
    def one_at_most_decides(self):
        for case in self.cases:
            deciding = [s for s in route_of(case) if s.is_deciding and s.state != "withdrawn"]
            assert len(deciding) <= 1


@pytest.mark.django_db
def test_over_random_histories_nothing_is_forgotten():
    run_state_machine_as_test(
        History,
        settings=settings(
            max_examples=6,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
