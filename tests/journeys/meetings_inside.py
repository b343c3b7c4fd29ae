"""What a script that prepares a journey's meetings has at hand: it runs inside the website."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.utils import timezone

from sagsgang.web.bodies.models import Assignment, Body, PlannedMeeting, Role
from sagsgang.web.bodies.naming import slug_of
from sagsgang.web.cases.models import Case, RecommendationPoint
from sagsgang.web.meetings.agendas import services as agendas
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.holding.services import meeting_open
from sagsgang.web.meetings.models import Item, Meeting
from sagsgang.web.meetings.sending.services import agenda_send
from sagsgang.web.routes import services as routes
from sagsgang.web.routes.models import CaseStop
from web.world import World, build_world

LATE = "Sekretæren var syg i går."


class Council:
    """A world whose bodies meet; who is not named acts as its secretary or its case officer."""

    def __init__(self, world: World | None = None) -> None:
        self.world = world or build_world()
        self.secretary = self.world.people["secretary"]
        self.officer = self.world.people["case_officer"]
        self.planned_so_far = 0

    def body(self, name: str, *members: str) -> Body:
        """The body with the secretary and the officer at work for it, and further members."""
        body = self.world.body(name)
        for user, role in ((self.secretary, Role.SECRETARY), (self.officer, Role.CASE_OFFICER)):
            if not Assignment.objects.filter(body=body, user=user).exists():
                self.world.assign(user, role, body)
        for member in members:
            key = slug_of(member)
            self.world.seat(self.world.user(key, member), body)
        return body

    def planned(self, body: Body, days: int = 0, hour: int = 8) -> PlannedMeeting:
        """A meeting of the plan in so many days, early on the day unless told."""
        self.planned_so_far += 1
        first = timezone.localtime().replace(hour=hour, minute=0, second=0, microsecond=0)
        at = first + timedelta(days=days, minutes=self.planned_so_far)
        return PlannedMeeting.objects.create(body=body, starts_at=at)

    def meeting(self, body: Body, days: int = 0, hour: int = 8) -> Meeting:
        """A planned meeting whose agenda is begun."""
        plan = self.planned(body, days, hour)
        return agendas.meeting_prepare(actor=self.secretary, plan=plan)

    def case(self, title: str, *points: str, **fields: Any) -> Case:
        """An approved case that recommends these points."""
        number = Case.objects.count() + 1
        case = self.world.case(title, **{"number": f"15.00.00-A00-{number}-26"} | fields)
        if points:
            case.points.all().delete()
            for each, text in enumerate(points, start=1):
                RecommendationPoint.objects.create(case=case, number=each, text=text)
        case.state = "approved"
        case.save()
        return case

    def way(self, case: Case, *stops: tuple[str, str]) -> list[CaseStop]:
        """The treatments by the body's name and what it does; the first that is a `settles`
        decides.
        """
        made = []
        for name, kind in stops:
            settles = kind == "settles"
            what = "decision" if settles else kind
            body = self.world.body(name)
            made.append(
                routes.stop_add(
                    actor=self.officer, case=case, body=body, kind=what, is_deciding=settles
                )
            )
        return made

    def put_on(self, meeting: Meeting, stop: CaseStop, **fields: Any) -> Item:
        """The treatment as an item of the meeting."""
        stop = CaseStop.objects.select_related("case", "body").get(pk=stop.pk)
        return agendas.item_add_treatment(
            actor=self.secretary, meeting=self.fresh(meeting), stop=stop, **fields
        )

    def sent(self, meeting: Meeting) -> Meeting:
        """The agenda is sent, however late."""
        agenda_send(actor=self.secretary, meeting=self.fresh(meeting), late_because=LATE)
        return self.fresh(meeting)

    def opened(self, meeting: Meeting, present: Sequence[Any] | None = None) -> Meeting:
        """The meeting is open, with everybody there unless told."""
        meeting = self.fresh(meeting)
        seats = list(meeting.seats.all()) if present is None else present
        return meeting_open(actor=self.secretary, meeting=meeting, present=seats)

    def fresh(self, meeting: Meeting) -> Meeting:
        """The meeting as it is now."""
        return Meeting.objects.select_related("plan__body__municipality").get(pk=meeting.pk)

    def path(self, meeting: Meeting) -> str:
        """The address of the meeting's page."""
        return meeting_address(self.fresh(meeting))
