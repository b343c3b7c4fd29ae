"""The example's meetings: those held, one today, one whose agenda is sent, one being built."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.example.building.clock import at
from sagsgang.web.example.building.followups import asks_of
from sagsgang.web.example.building.timeline import Timeline
from sagsgang.web.example.building.town import SECRETARY, Town
from sagsgang.web.meetings.agendas.services import (
    extraordinary_call,
    guest_add,
    item_add_message,
    item_add_treatment,
    meeting_gone_through,
    meeting_prepare,
)
from sagsgang.web.meetings.deciding.services import decision_append, decision_record
from sagsgang.web.meetings.holding.services import absence_tell, meeting_close, meeting_open
from sagsgang.web.meetings.minute_book.document import minutes_seen
from sagsgang.web.meetings.minute_book.services import minutes_lock, minutes_sign_off
from sagsgang.web.meetings.models import Item, Meeting, Recurring
from sagsgang.web.meetings.sending.services import agenda_send
from sagsgang.web.publishing.services import publication_make
from sagsgang.web.routes.services import PointDecision, stop_schedule

if TYPE_CHECKING:
    from sagsgang.web.example.building.cases import CaseStory

#: Days before a meeting: it is prepared, the chair goes through it, it is sent.
PREPARED, GONE_THROUGH, SENT = 12, 10, 9
TODAY, BUILT = "Arbejdsmarkedsudvalget", "Arbejdsmarkedsudvalget"
OUT = "Økonomiudvalget"
CHAIR = "Samira Toft Haddad"
#: Those who sit in the committee and sign in, in the order they get to approving.
MEMBERS = (
    "Samira Toft Haddad",
    "Jens-Ole Brandstrup",
    "Merete Søholt",
    "Frederik Lindå Bang",
    "Bent Åkjærgård",
)
#: So many minutes an item takes.
EACH = 9
#: On the meeting of today.
TODAYS = ("tilfredshed", "jobcafé", "lejemål")
#: On the agenda that is sent.
OUTS = ("flytning",)


def meetings_tell(town: Town, line: Timeline, stories: dict[str, "CaseStory"]) -> None:
    """Put every meeting's days on the line."""
    for (body, day), treated in sorted(town.agendas.items(), key=lambda each: each[0][1]):
        HeldMeeting(town, body, day, treated).tell(line)
    line.add(town.today - timedelta(days=10), 9, partial(_call_todays, town, stories))
    line.add(town.today - timedelta(days=9), 9, partial(_send_todays, town))
    line.add(town.today - timedelta(days=1), 15, partial(_send_out, town, stories))
    line.add(town.today - timedelta(days=1), 16, partial(_build, town))


class HeldMeeting:
    """A meeting that was held: prepared, sent, opened, decided item by item, closed."""

    def __init__(
        self, town: Town, body: str, day: date, treated: list[tuple["CaseStory", int]]
    ) -> None:
        self.town, self.body, self.day, self.treated = town, body, day, treated
        self.secretary = town.people[SECRETARY]

    def tell(self, line: Timeline) -> None:
        """Put its days on the line."""
        self._on(line, PREPARED, 9, self._prepare)
        self._on(line, GONE_THROUGH, 14, self._go_through)
        self._on(line, SENT, 12, self._send)
        line.add(self.day - timedelta(days=SENT), 13, partial(self._publish, "agenda"))
        line.add(self.day, 16, self._hold)
        line.add(self.day + timedelta(days=1), 9, self._lock)
        for days, name in enumerate(self._approving(), start=2):
            line.add(self.day + timedelta(days=days), 19, partial(self._approve, name))
        if self.is_newest:
            return
        line.add(self.day + timedelta(days=20), 10, self._add)

    @property
    def is_newest(self) -> bool:
        """Whether no later meeting of the body has been held."""
        days = [day for body, day in self.town.agendas if body == self.body]
        return self.day == max(days)

    def _approving(self) -> list[str]:
        """Of the newest minutes some have yet to approve."""
        away = {name for story, number in self.treated for name in _absent(story, number)}
        names = [name for name in MEMBERS if name not in away]
        return names[:-1] if self.is_newest else names

    def _publish(self, kind: str, because: str = "") -> None:
        publication_make(actor=self.secretary, meeting=self.meeting, kind=kind, because=because)

    def _lock(self) -> None:
        minutes_lock(actor=self.secretary, meeting=self.meeting)
        self._publish("minutes")

    def _approve(self, name: str) -> None:
        user, meeting = self.town.people[name], self.meeting
        seen = minutes_seen(user, meeting)
        minutes_sign_off(actor=user, meeting=meeting, sha256=seen.sha256)

    def _add(self) -> None:
        """Once something was to be added; it stands beside what was decided."""
        told = next(
            (
                (story, number)
                for story, number in self.treated
                if story.told["route"][number].get("added")
            ),
            None,
        )
        if told is None:
            return
        story, number = told
        item = Item.objects.get(meeting=self.meeting, stop=story.stops[number][1])
        text = story.told["route"][number]["added"]
        decision_append(actor=self.secretary, item=item, text=text)
        self._publish("minutes", "En tilføjelse til et punkt")

    def _on(self, line: Timeline, before: int, hour: int, happens: Callable[[], object]) -> None:
        line.add(self.day - timedelta(days=before), hour, happens)

    @property
    def meeting(self) -> Meeting:
        """As it is now."""
        return Meeting.objects.get(plan=self._plan())

    def _plan(self) -> PlannedMeeting:
        return PlannedMeeting.objects.get(
            body=self.town.bodies[self.body], starts_at__date=self.day
        )

    def _prepare(self) -> None:
        meeting = meeting_prepare(actor=self.secretary, plan=self._plan())
        for story, number in self.treated:
            item_add_treatment(actor=self.secretary, meeting=meeting, stop=story.stop(number))
        messages = meeting.items.filter(recurring=Recurring.MESSAGES).first()
        if messages:
            item_add_message(
                actor=self.secretary,
                parent=messages,
                sender="Formanden",
                title="Besøg på værkstedet",
                html="<p>Udvalget er inviteret på besøg i værkstedet i det nye år.</p>",
            )

    def _go_through(self) -> None:
        meeting_gone_through(actor=self.town.people[CHAIR], meeting=self.meeting)

    def _send(self) -> None:
        agenda_send(actor=self.secretary, meeting=self.meeting)

    def _hold(self) -> None:
        meeting = self.meeting
        away = {name for story, number in self.treated for name in _absent(story, number)}
        seats = list(meeting.seats.select_related("sitting"))
        for seat in seats:
            if seat.sitting.name in away:
                absence_tell(actor=self.secretary, seat=seat)
        present = [seat for seat in seats if seat.sitting.name not in away]
        with self._minute(0):
            meeting_open(actor=self.secretary, meeting=meeting, present=present)
        told = {
            story.stops[number][1]: story.told["route"][number] for story, number in self.treated
        }
        items = list(meeting.items.filter(parent=None, removed_at=None).order_by("order"))
        for number, item in enumerate(items, start=1):
            with self._minute(number * EACH):
                self._decide(item, told.get(item.stop_id))
        with self._minute((len(items) + 1) * EACH):
            meeting_close(actor=self.secretary, meeting=meeting)

    def _minute(self, since: int) -> AbstractContextManager[datetime]:
        """So many minutes into the meeting."""
        began = timezone.localtime(self._plan().starts_at)
        return at(self.day, *divmod(began.hour * 60 + began.minute + since, 60))

    def _decide(self, item: Item, told: dict[str, Any] | None) -> None:
        if told is not None:
            decision_record(
                actor=self.secretary,
                item=item,
                text=told["decision"],
                outcome=told["outcome"] if not told.get("decided_points") else "",
                parts=[PointDecision(*each) for each in told.get("decided_points", [])],
                asked_for=asks_of(self.town, told, self.day),
            )
        elif item.activity_lists.exists():
            decision_record(actor=self.secretary, item=item, text="Godkendt.", outcome="approved")
        elif item.reports_on.exists():
            decision_record(
                actor=self.secretary, item=item, text="Taget til efterretning.", outcome="noted"
            )
        elif item.recurring in (Recurring.APPROVE_AGENDA, Recurring.APPROVE_MINUTES):
            decision_record(actor=self.secretary, item=item, text="Godkendt.")
        elif item.recurring == Recurring.MESSAGES:
            decision_record(actor=self.secretary, item=item, text="Til efterretning.")
        else:
            decision_record(actor=self.secretary, item=item, is_nothing_recorded=True)


def _absent(story: "CaseStory", number: int) -> list[str]:
    absent = story.told["route"][number].get("absent", "")
    return [name.strip() for name in absent.split(",") if name.strip()]


def _call_todays(town: Town, stories: dict[str, "CaseStory"]) -> None:
    """An extraordinary meeting this afternoon: a choice, a case of three points, a closed one."""
    secretary = town.people[SECRETARY]
    meeting = extraordinary_call(
        actor=secretary,
        body=town.bodies[TODAY],
        starts_at=timezone.make_aware(datetime.combine(town.today, time(15, 30))),
        called_by="chair",
        reason="Lejemålet skal være afgjort, før tilbuddet udløber.",
        place="Job- og Uddannelseshuset, mødelokale Fyrtårnet",
    )
    for key in TODAYS:
        story = stories[key]
        stop_schedule(actor=secretary, stop=story.stop(0), meeting=meeting.plan)
        item_add_treatment(actor=secretary, meeting=meeting, stop=story.stop(0))
    guest_add(
        actor=secretary,
        meeting=meeting,
        item=meeting.items.get(stop__case=stories["tilfredshed"].pk),
        name="Nanna Vestergren",
        title="analytiker",
        is_presenter=True,
        is_administration=True,
        starts_at=time(15, 40),
        ends_at=time(16, 0),
    )


def _send_todays(town: Town) -> None:
    meeting = Meeting.objects.get(plan__body=town.bodies[TODAY], plan__starts_at__date=town.today)
    meeting_gone_through(actor=town.people[CHAIR], meeting=meeting)
    agenda_send(actor=town.people[SECRETARY], meeting=meeting)
    publication_make(actor=town.people[SECRETARY], meeting=meeting, kind="agenda")


def _next_prepared(town: Town, body: str) -> Meeting:
    plan = town.meeting_after(body, town.today)
    assert plan is not None
    return meeting_prepare(actor=town.people[SECRETARY], plan=plan)


def _put_on(town: Town, meeting: Meeting) -> None:
    """Every treatment that is on this meeting of the plan."""
    for stop in meeting.plan.stops.filter(case__state="approved").order_by("pk"):
        item_add_treatment(actor=town.people[SECRETARY], meeting=meeting, stop=stop)


def _send_out(town: Town, stories: dict[str, "CaseStory"]) -> None:
    """The finance committee's next agenda is out."""
    meeting = _next_prepared(town, OUT)
    for key in OUTS:
        stop = stories[key].stop(1)
        if stop.meeting_id == meeting.plan_id:
            item_add_treatment(actor=town.people[SECRETARY], meeting=meeting, stop=stop)
    agenda_send(actor=town.people[SECRETARY], meeting=meeting)
    publication_make(actor=town.people[SECRETARY], meeting=meeting, kind="agenda")


def _build(town: Town) -> None:
    """The committee's next ordinary agenda is being built."""
    meeting = _next_prepared(town, BUILT)
    _put_on(town, meeting)
