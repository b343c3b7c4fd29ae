"""The example's follow-ups: due, late, done and reported; an evaluation in two years with its
parts, an analysis with its elements, and a list of activities that was approved.
"""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from sagsgang.web.example.building.timeline import Timeline
from sagsgang.web.example.building.town import SECRETARY, Town
from sagsgang.web.followup import services
from sagsgang.web.followup.models import ActivityList, FollowUp
from sagsgang.web.followup.selectors.promises import promises_in
from sagsgang.web.meetings.deciding.services.records import Ask
from sagsgang.web.meetings.models import Meeting

if TYPE_CHECKING:
    from sagsgang.web.example.building.cases import CaseStory

BODY = "Arbejdsmarkedsudvalget"
PARTS = (
    ("Hvor mange der er kommet i job på få timer", "Signe Krogholm", 98),
    ("Hvad borgerne selv siger", "Nanna Vestergren", 100),
    ("Hvad afdelingerne har fået ud af det", "Signe Krogholm", 102),
)
ELEMENTS = (
    ("Hvor mange forløb der er, og hvor lange de er", "212 forløb på et år, 21 uger i snit."),
    ("Hvem forløbene gælder", "Hver tredje er over 50 år, og 6 ud af 10 har et job."),
    ("Hvad indsatsen koster", ""),
    ("Hvad andre kommuner gør", ""),
)
#: Days before the meeting on which a report or a list is put on: its agenda is begun, not yet sent.
PUT_ON = 11


def asks_of(town: Town, told: dict[str, Any], day: date) -> list[Ask]:
    """What a decision of that day asks for: `weeks` later, at the body's last meeting before
    `meeting_weeks` have gone, or so many days from today.
    """
    return [_ask(town, told["body"], each, day) for each in told.get("asks", [])]


def _ask(town: Town, body: str, told: dict[str, Any], day: date) -> Ask:
    until = day + timedelta(weeks=told["weeks"]) if "weeks" in told else None
    if "meeting_weeks" in told:
        about = day + timedelta(weeks=told["meeting_weeks"])
        meeting = town.meeting_before(body, about)
        until = timezone.localdate(meeting.starts_at) if meeting else about
    if "days_from_today" in told:
        until = town.today + timedelta(days=told["days_from_today"])
    return Ask(
        told["text"],
        what=told.get("what", "follow_up"),
        owner=told.get("owner", ""),
        people=tuple(town.seats[name] for name in told.get("people", [])),
        until=until,
    )


def follow_ups_tell(town: Town, line: Timeline, stories: dict[str, "CaseStory"]) -> None:
    """Put on the line what was done with what the decisions asked for."""
    held = sorted(day for body, day in town.agendas if body == BODY)
    if len(held) < 4:
        return
    accounts, jobs, last = held[1], held[-2], held[-1]
    line.add(accounts + timedelta(days=20), 10, partial(_analyse, town))
    line.add(accounts + timedelta(days=40), 10, partial(_agreed, town))
    line.add(jobs - timedelta(days=PUT_ON), 10, partial(_report, town, jobs))
    line.add(jobs + timedelta(days=2), 10, partial(_evaluate, town, stories, jobs))
    line.add(last - timedelta(days=PUT_ON), 11, partial(_list_put_on, town, jobs, last))
    line.add(town.today - timedelta(days=3), 11, partial(_list_goes_on, town))
    line.add(town.today - timedelta(days=2), 9, partial(_dropped, town))


def _row(text: str) -> FollowUp:
    return FollowUp.objects.get(text__startswith=text, parent=None)


def _analyse(town: Town) -> None:
    """Four elements were ordered; two have come, one is being written."""
    by, whole = town.people[SECRETARY], _row("Analyse af sygedagpengene")
    coming = town.meeting_after(BODY, town.today)
    for number, (text, result) in enumerate(ELEMENTS):
        part = services.follow_up_add(
            actor=by,
            body=whole.body,
            parent=whole,
            text=text,
            owner=town.people["Kaj Brinkmose"],
            meeting=coming if number == 2 else None,
            deadline=town.today + timedelta(weeks=12) if number == 3 else None,
        )
        if result:
            services.follow_up_report(actor=part.owner, follow_up=part, result=result)
            services.follow_up_finish(actor=by, follow_up=FollowUp.objects.get(pk=part.pk))
        elif number == 2:
            services.follow_up_begin(actor=part.owner, follow_up=part)


def _agreed(town: Town) -> None:
    """What was left to the chair has its result."""
    chair = town.people["Samira Toft Haddad"]
    row = _row("Aftale et fællesmøde")
    services.follow_up_report(
        actor=chair, follow_up=row, result="Fællesmødet holdes i forbindelse med temadagen."
    )
    services.follow_up_finish(
        actor=town.people[SECRETARY], follow_up=FollowUp.objects.get(pk=row.pk)
    )


def _report(town: Town, day: date) -> None:
    """What was asked for a year ago comes back with the decision that asked for it."""
    row = _row("Status på, hvad ankesagerne har lært os")
    services.follow_up_report(
        actor=town.people["Kaj Brinkmose"],
        follow_up=row,
        result="Breve om sygedagpenge er skrevet om, og 7 af 9 hjemviste sager gjaldt det gamle.",
    )
    services.follow_up_put_on(
        actor=town.people[SECRETARY],
        follow_up=FollowUp.objects.get(pk=row.pk),
        meeting=_meeting(town, day),
    )


def _meeting(town: Town, day: date) -> Meeting:
    return Meeting.objects.get(plan__body=town.bodies[BODY], plan__starts_at__date=day)


def _evaluate(town: Town, stories: dict[str, "CaseStory"], day: date) -> None:
    """The evaluation in two years gets its three parts; the same promise in the text is settled."""
    by, whole = town.people[SECRETARY], _row("Job på få timer evalueres")
    for text, owner, weeks in PARTS:
        services.follow_up_add(
            actor=by,
            body=whole.body,
            parent=whole,
            text=text,
            owner=town.people[owner],
            deadline=day + timedelta(weeks=weeks),
        )
    case = stories["småjob"].case
    for promise in promises_in(case):
        services.promise_set_aside(
            actor=by, case=case, key=promise.key, reason="Beslutningen bad om det"
        )


def _list_put_on(town: Town, jobs: date, last: date) -> None:
    """The list of the last half year, approved as an item; litra f rests on it."""
    by = town.people[SECRETARY]
    listed = services.activity_list_make(
        actor=by,
        body=town.bodies[BODY],
        starts_on=last - timedelta(weeks=30),
        ends_on=last - timedelta(days=PUT_ON),
        pays_on=town.today + timedelta(days=14),
    )
    two = ("Merete Søholt", "Bent Åkjærgård")
    for day, title, litra, hours, names in (
        (jobs, f"Møde i {BODY}", "a", "3", ("Samira Toft Haddad", *two)),
        (last - timedelta(days=20), "Besøg på værkstedet", "f", "3", two),
        (last - timedelta(days=30), "Temadag om sygedagpenge", "d", "6.5", two),
    ):
        services.activity_row_add(
            actor=by,
            listed=listed,
            day=day,
            title=title,
            litra=litra,
            hours=Decimal(hours),
            members=[town.seats[name] for name in names],
        )
    services.activity_list_put_on(actor=by, listed=listed, meeting=_meeting(town, last))


def _list_goes_on(town: Town) -> None:
    """A visit after the approval: it may not be paid before it is approved too."""
    by, listed = town.people[SECRETARY], ActivityList.objects.get()
    services.activity_list_change(
        actor=by,
        listed=listed,
        starts_on=listed.starts_on,
        ends_on=town.today,
        pays_on=listed.pays_on,
    )
    services.activity_row_add(
        actor=by,
        listed=listed,
        day=town.today - timedelta(days=4),
        title="Besøg hos en virksomhed",
        litra="f",
        hours=Decimal(2),
        members=[town.seats["Merete Søholt"]],
    )


def _dropped(town: Town) -> None:
    """Written down by the secretary, and given up with a reason."""
    by = town.people[SECRETARY]
    row = services.follow_up_add(
        actor=by, body=town.bodies[BODY], text="Dato for studietur til nabokommunen"
    )
    services.follow_up_drop(actor=by, follow_up=row, reason="Udvalget tager ikke af sted i år")
