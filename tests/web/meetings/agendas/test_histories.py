"""Over random histories: nothing is lost, nothing is on two agendas, and numbers run from 1."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db.transaction import atomic
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.web.world import World, build_world

from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.bodies.services import (
    meeting_plan_cancel,
    meeting_plan_move,
    meeting_plan_restore,
)
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas import selectors, services
from sagsgang.web.meetings.agendas.selectors.numbers import letter, numbered
from sagsgang.web.meetings.models import Item, Meeting, MeetingState
from sagsgang.web.routes import services as routes
from sagsgang.web.routes.models import LIVING, CaseStop
from sagsgang.web.routes.selectors.forgotten import referred_and_forgotten

pytestmark = pytest.mark.django_db
COMING = (MeetingState.BUILDING, MeetingState.GONE_THROUGH, MeetingState.SENT)

#: What somebody does, to which meeting, to which of what is there, and where to.
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            (
                *("put", "put", "put", "own", "message", "move", "arrange"),
                *("remove", "postpone", "back", "cancel", "restore", "elsewhere", "withdraw"),
                *("shift", "send"),
            )
        ),
        st.integers(0, 2),
        st.integers(0, 9),
        st.integers(1, 9),
    ),
    max_size=18,
)


class History:
    """Three meetings, five cases, and whatever is done to them."""

    def __init__(self, world: World) -> None:
        self.secretary = world.people["secretary"]
        at = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
        self.meetings = [
            services.meeting_prepare(
                actor=self.secretary,
                plan=PlannedMeeting.objects.create(
                    body=world.body("Havneudvalget"), starts_at=at + timedelta(days=days)
                ),
            )
            for days in (20, 40, 60)
        ]
        self.stops = []
        for number in range(5):
            case = world.case(f"Sag {number}")
            stop = routes.stop_add(
                actor=world.people["case_officer"],
                case=case,
                body=world.body("Havneudvalget"),
                kind="recommendation",
            )
            case.state = "approved"
            case.save()
            self.stops.append(stop.pk)

    def do(self, what: str, which: int, of: int, to: int) -> None:
        """One step; what cannot be done changes nothing."""
        meeting = Meeting.objects.select_related("plan__body").get(pk=self.meetings[which].pk)
        with suppress(Refusal, PermissionDenied), atomic():
            getattr(self, f"_{what}")(meeting, of, to)
        self.holds()

    def _item(self, meeting, of, **filters):
        items = list(Item.objects.filter(meeting=meeting, **filters).order_by("order", "pk"))
        if not items:
            raise Refusal("there is none")
        item = items[of % len(items)]
        item.meeting = meeting
        return item

    def _stop(self, of):
        return CaseStop.objects.select_related("case__body", "body", "meeting").get(
            pk=self.stops[of % len(self.stops)]
        )

    def _put(self, meeting, of, to):
        services.item_add_treatment(
            actor=self.secretary,
            meeting=meeting,
            stop=self._stop(of),
            late_reason="Det haster." if to % 2 else "",
            position=to if to % 3 == 0 else None,
        )

    def _own(self, meeting, of, to):
        services.item_add_own(
            actor=self.secretary, meeting=meeting, title=f"Eget {of}", late_reason="Haster."
        )

    def _message(self, meeting, of, to):
        parent = self._item(meeting, 0, recurring="messages", removed_at__isnull=True)
        sender = ("Formanden", "Direktøren")[of % 2]
        services.item_add_message(
            actor=self.secretary, parent=parent, sender=sender, title=f"Besked {to}"
        )

    def _move(self, meeting, of, to):
        item = self._item(meeting, of, removed_at__isnull=True)
        services.item_move(actor=self.secretary, item=item, position=to)

    def _arrange(self, meeting, of, to):
        keys = [item.pk for item in selectors.items_of(meeting)]
        keys = keys[of % len(keys) :] + keys[: of % len(keys)] if keys else []
        services.items_arrange(
            actor=self.secretary, meeting=meeting, order=keys, based_on=meeting.revision
        )

    def _remove(self, meeting, of, to):
        item = self._item(meeting, of, removed_at__isnull=True)
        services.item_remove(actor=self.secretary, item=item, reason="Det kan vente.")

    def _postpone(self, meeting, of, to):
        item = self._item(meeting, of, removed_at__isnull=True)
        plan = self.meetings[to % 3].plan
        plan.refresh_from_db()
        services.item_remove(
            actor=self.secretary,
            item=item,
            reason="Det kan vente.",
            next_meeting=plan if to % 2 else None,
            until=None if to % 2 else timezone.localdate() + timedelta(days=to),
        )

    def _back(self, meeting, of, to):
        item = self._item(meeting, of, removed_at__isnull=False)
        services.item_restore(actor=self.secretary, item=item, late_reason="Det haster.")

    def _cancel(self, meeting, of, to):
        meeting_plan_cancel(actor=self.secretary, meeting=meeting.plan, reason="Sygdom.")

    def _restore(self, meeting, of, to):
        meeting_plan_restore(actor=self.secretary, meeting=meeting.plan)

    def _shift(self, meeting, of, to):
        at = meeting.plan.starts_at + timedelta(hours=to - 5)
        meeting_plan_move(actor=self.secretary, meeting=meeting.plan, starts_at=at)

    def _elsewhere(self, meeting, of, to):
        routes.stop_schedule(actor=self.secretary, stop=self._stop(of), meeting=meeting.plan)

    def _withdraw(self, meeting, of, to):
        if to == 9:
            routes.stop_withdraw(actor=self.secretary, stop=self._stop(of), reason="Droppet.")

    def _send(self, meeting, of, to):
        if to < 3 and meeting.state in (MeetingState.BUILDING, MeetingState.GONE_THROUGH):
            services.numbers_keep(meeting)
            Meeting.objects.filter(pk=meeting.pk).update(state=MeetingState.SENT)

    def holds(self) -> None:
        """The laws."""
        body = self.meetings[0].plan.body
        waiting = {stop.pk for stop in selectors.waiting_for_agenda(body)}
        forgotten = {each.stop.pk for each in referred_and_forgotten(body=body)}
        for key in self.stops:
            stop = CaseStop.objects.get(pk=key)
            on = Item.objects.filter(
                stop=stop, removed_at__isnull=True, meeting__state__in=COMING
            ).select_related("meeting")
            if stop.state not in LIVING:
                assert not on, "what is not to come is on no agenda"
                continue
            assert len(on) == (0 if key in waiting else 1), "on exactly one agenda, or waiting"
            if on:
                assert (stop.state, stop.meeting_id) == ("scheduled", on[0].meeting.plan_id)
                assert key not in forgotten
            elif stop.state == "planned":
                assert key in forgotten
        for each in self.meetings:
            self._agenda_holds(Meeting.objects.select_related("plan__body").get(pk=each.pk))

    def _agenda_holds(self, meeting: Meeting) -> None:
        items = selectors.items_of(meeting)
        assert [item.order for item in items] == list(range(1, len(items) + 1))
        if meeting.plan.is_cancelled:
            assert meeting.state == MeetingState.CANCELLED
            assert not items
        numbers = [item.shown_number for item in items]
        assert len(set(numbers)) == len(numbers)
        if not any(item.number for item in items) and not meeting.items.exclude(number=""):
            assert numbers == [str(n) for n in range(1, len(items) + 1)]
        for item in items:
            assert [part.order for part in item.sub_items] == list(
                range(1, len(item.sub_items) + 1)
            )
            letters = [part.shown_number for part in item.sub_items]
            assert len(set(letters)) == len(letters)
            if not any(part.number for part in item.sub_items):
                assert letters == [letter(n) for n in range(1, len(letters) + 1)]


class Histories(TestCase):
    """Each example begins in a new world."""

    @settings(
        max_examples=8,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        phases=(Phase.explicit, Phase.generate),
    )
    @given(STEPS)
    def test_whatever_happens_nothing_is_lost(self, steps):
        """After every step the laws hold."""
        history = History(build_world())
        for step in steps:
            history.do(*step)


@given(
    st.lists(st.tuples(st.booleans(), st.booleans()), max_size=12),
    st.integers(0, 40),
)
def test_new_numbers_go_on_from_what_is_given(rows, before):
    given_number = before
    items = []
    for key, (is_given, _is_part) in enumerate(rows, start=1):
        given_number += is_given
        items.append((key, None, str(given_number) if is_given else ""))
    found = numbered(items, before)
    assert len(set(found.values())) == len(items)
    assert sorted(map(int, found.values())) == list(range(before + 1, before + 1 + len(items)))
    for key, _parent, number in items:
        assert number in ("", found[key])


@pytest.mark.parametrize(("place", "is_called"), [(1, "A"), (26, "Z"), (27, "AA"), (53, "BA")])
def test_letters_go_on_after_z(place, is_called):
    assert letter(place) == is_called
