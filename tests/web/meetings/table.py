"""A committee of five at a meeting that is held today, with cases on its agenda."""

from datetime import timedelta

from django.utils import timezone

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Membership, PlannedMeeting
from sagsgang.web.meetings.deciding import services
from sagsgang.web.meetings.models import (
    Disqualification,
    Item,
    ItemTurn,
    Meeting,
    MeetingState,
    PresenceEvent,
    Seat,
)
from sagsgang.web.routes.models import CaseStop
from sagsgang.web.routes.services import stop_add

NAMES = (("third", "Karen Toft", "B"), ("fourth", "Rune Falk", "B"), ("fifth", "Ida Lund", "C"))


class Table:
    """The meeting, its seats by the keys of the world's people, and what is done at it."""

    def __init__(self, world, body="Havneudvalget", people=("chair", "member", *NAMES)):
        self.world, self.body = world, world.body(body)
        for each in NAMES:
            if each in people:
                world.seat(world.user(each[0], each[1]), self.body)
        self.secretary = world.people["secretary"]
        now = timezone.now()
        # In the first hour of the day it began at midnight, or it would be of the day before.
        midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        began = max(now - timedelta(hours=1), midnight)
        self.plan = PlannedMeeting.objects.create(body=self.body, starts_at=began)
        self.meeting = Meeting.objects.create(
            plan=self.plan, state=MeetingState.OPEN, opened_at=began
        )
        self.seats = {}
        parties = {"chair": "A", "member": "A"} | {key: party for key, _name, party in NAMES}
        keys = {user.pk: key for key, user in world.people.items()}
        for row in Membership.objects.filter(body=self.body).select_related("person"):
            key = keys[row.person.user_id]
            Membership.objects.filter(pk=row.pk).update(party=parties.get(key, ""))
            self.seats[key] = Seat.objects.create(
                meeting=self.meeting, membership=row, sitting=row.person
            )
        self.come(*self.seats)

    def _event(self, key, what):
        PresenceEvent.objects.create(
            meeting=self.meeting,
            seat=self.seats[key],
            what=what,
            at=timezone.now(),
            recorded_by=self.secretary,
        )

    def come(self, *keys):
        for key in keys:
            self._event(key, "came")

    def leave(self, *keys):
        for key in keys:
            self._event(key, "left")

    def turn(self, item):
        """The meeting comes to the item."""
        ItemTurn.objects.create(
            meeting=self.meeting, item=item, at=timezone.now(), recorded_by=self.secretary
        )

    def disqualify(self, key, item):
        Disqualification.objects.create(
            item=item, seat=self.seats[key], ground="Nær familie", is_disqualified=True
        )

    def case(self, title="Nye cykelskure", points=(), kind="recommendation", then=(), **fields):
        """A case on the agenda with points of its own, and the treatments that come after."""
        case = self.world.case(title, state="approved", **fields)
        if points:
            case.points.all().delete()
        for number, point in enumerate(points, start=1):
            words = {"text": point} if isinstance(point, str) else point
            case.points.create(number=number, **words)
        officer = self.world.people["case_officer"]
        stop = stop_add(actor=officer, case=case, body=self.body, kind=kind, step=1)
        for step, (name, what) in enumerate(then, start=2):
            stop_add(
                actor=officer,
                case=case,
                body=self.world.body(name),
                kind=what,
                step=step,
                is_deciding=what == "decision",
            )
        return self.item(title, stop=stop)

    def item(self, title="Meddelelser", stop=None, **fields):
        number = Item.objects.filter(meeting=self.meeting).count() + 1
        if stop is not None:
            CaseStop.objects.filter(pk=stop.pk).update(state="scheduled", meeting=self.plan)
            stop.refresh_from_db()
        return Item.objects.create(
            meeting=self.meeting,
            order=number,
            number=str(number),
            title=title,
            stop=stop,
            **{"kind": "decision"} | fields,
        )

    def decide(self, item, text="", **more):
        return services.decision_record(actor=self.secretary, item=item, text=text, **more)

    def close(self):
        """As the meeting screen does when the meeting is over."""
        self.meeting.refresh_from_db()
        self.meeting.state, self.meeting.closed_at = MeetingState.CLOSED, timezone.now()
        self.meeting.save()
        event_record(
            code="meeting_closed",
            sentence="Mødet er slut.",
            actor=self.secretary,
            subject=self.meeting,
        )

    def way(self, item):
        """Body, kind and state of every treatment of the item's case that is not withdrawn."""
        stops = CaseStop.objects.filter(case=item.stop.case).exclude(state="withdrawn")
        return [
            (str(stop.body), stop.kind, stop.state)
            for stop in stops.select_related("body").order_by("step", "body__sort_key", "pk")
        ]

    def later(self, days=14, body=None):
        """A meeting of the plan in so many days."""
        return PlannedMeeting.objects.create(
            body=body or self.body, starts_at=timezone.localtime() + timedelta(days=days)
        )
