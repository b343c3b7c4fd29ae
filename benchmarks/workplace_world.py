"""A municipality that has worked for twenty years: bodies, people, cases and their treatments."""

import hashlib
import json
import random
from datetime import date, datetime, time

from django.utils import timezone

from sagsgang.minutes import SectionKind
from sagsgang.web.accounts.models import User
from sagsgang.web.bodies.models import (
    Assignment,
    Body,
    BodyKind,
    Membership,
    Municipality,
    MunicipalitySettings,
    Person,
    PlannedMeeting,
    Role,
)
from sagsgang.web.bodies.naming import body_key, slug_of
from sagsgang.web.cases.models import (
    Case,
    CaseState,
    CaseTemplate,
    CaseVersion,
    RecommendationPoint,
    Section,
)
from sagsgang.web.routes.models import CaseStop, StopKind, StopState

SEED = 20261122
NAMES = {
    "Byrådet": BodyKind.COUNCIL,
    "Økonomiudvalget": BodyKind.FINANCE_COMMITTEE,
    "Arbejdsmarkedsudvalget": BodyKind.COMMITTEE,
    "Børneudvalget": BodyKind.COMMITTEE,
    "Socialudvalget": BodyKind.COMMITTEE,
    "Teknikudvalget": BodyKind.COMMITTEE,
    "Kulturudvalget": BodyKind.COMMITTEE,
    "Klimaudvalget": BodyKind.SPECIAL_COMMITTEE,
    "Direktionen": BodyKind.DIRECTION,
    "Ældrerådet": BodyKind.ADVISORY_COUNCIL,
    "Handicaprådet": BodyKind.ADVISORY_COUNCIL,
    "Hoved-MED": BodyKind.MED_COMMITTEE,
}
WORDS = [
    "status",
    "plan",
    "budget",
    "opfølgning",
    "indsats",
    "projekt",
    "ramme",
    "analyse",
    "tilbud",
    "aftale",
    "undersøgelse",
    "skole",
    "havn",
    "ledige",
    "unge",
    "ældre",
    "bolig",
    "vej",
    "stier",
    "ferie",
    "klima",
    "natur",
    "drift",
    "anlæg",
    "takst",
    "regnskab",
    "puljer",
]


def build(items: int, years: int = 20) -> dict[str, object]:
    """`items` treatments in a third as many cases; returns the people and things to look at."""
    chance = random.Random(SEED)
    municipality = Municipality.objects.create(
        name="Storby Kommune", slug="storby", sort_key=b"storby", is_example=False
    )
    MunicipalitySettings.objects.create(municipality=municipality)
    bodies = [
        Body.objects.create(
            municipality=municipality,
            name=name,
            slug=slug_of(name),
            match_key=body_key(name),
            sort_key=name.encode(),
            kind=kind,
            is_in_workplace=True,
        )
        for name, kind in NAMES.items()
    ]
    people = _people(municipality, bodies)
    meetings = _meetings(bodies, years)
    template = CaseTemplate.objects.create(municipality=municipality, name="Sag", is_default=True)
    officers = [user for key, user in people.items() if key.startswith("officer")]
    case = _cases(chance, municipality, bodies, meetings, template, officers, items // 3)
    return {"people": people, "body": bodies[2], "case": case}


def built() -> dict[str, object] | None:
    """What `build` made here before, if it did."""
    case = Case.objects.order_by("pk").last()
    body = Body.objects.filter(name="Arbejdsmarkedsudvalget").first()
    if case is None or body is None:
        return None
    people = {user.email.split("@")[0]: user for user in User.objects.all()}
    return {"people": people, "body": body, "case": case}


def _people(municipality: Municipality, bodies: list[Body]) -> dict[str, User]:
    people = {}
    for number in range(60):
        user = User(email=f"officer{number}@storby.example", name=f"Sagsbehandler {number}")
        user.set_unusable_password()
        user.save()
        people[f"officer{number}"] = user
        Assignment.objects.create(
            municipality=municipality,
            user=user,
            role=Role.CASE_OFFICER,
            body=bodies[number % len(bodies)],
        )
    for key, role in (
        ("manager", Role.MANAGER),
        ("finance", Role.FINANCE_REVIEWER),
        ("secretary", Role.SECRETARY),
    ):
        people[key] = User.objects.create_user(email=f"{key}@storby.example", name=key.title())
        Assignment.objects.create(municipality=municipality, user=people[key], role=role)
    for number, body in enumerate(bodies):
        for place in range(7):
            user = User.objects.create_user(
                email=f"member{number}-{place}@storby.example", name=f"Medlem {number}-{place}"
            )
            person = Person.objects.create(municipality=municipality, name=user.name, user=user)
            post = Membership.Post.CHAIR if place == 0 else Membership.Post.MEMBER
            Membership.objects.create(
                body=body, person=person, post=post, starts_on=date(2006, 1, 1)
            )
            people[f"member{number}-{place}"] = user
    return people


def _meetings(bodies: list[Body], years: int) -> dict[int, list[PlannedMeeting]]:
    last = timezone.localdate().year
    rows = [
        PlannedMeeting(
            body=body,
            starts_at=timezone.make_aware(
                datetime.combine(date(year, month, 3 + number), time(16))
            ),
        )
        for number, body in enumerate(bodies)
        for year in range(last - years + 1, last + 1)
        for month in range(1, 13)
    ]
    found: dict[int, list[PlannedMeeting]] = {}
    for meeting in PlannedMeeting.objects.bulk_create(rows, batch_size=2000):
        found.setdefault(meeting.body_id, []).append(meeting)
    return found


def _cases(chance, municipality, bodies, meetings, template, officers, number) -> Case:
    committees = bodies[2:8]
    today = timezone.localdate()
    for first in range(0, number, 2000):
        cases = []
        for serial in range(first, min(first + 2000, number)):
            words = " ".join(chance.choice(WORDS) for _ in range(4))
            living = serial >= number - 400
            cases.append(
                Case(
                    municipality=municipality,
                    body=chance.choice(committees),
                    template=template,
                    number=f"15.00.00-A00-{serial}-{6 + serial * 20 // number:02d}",
                    title=f"{words.capitalize()} {serial}",
                    search_text=f"{words} {serial}",
                    state=chance.choice(list(CaseState.values)) if living else CaseState.CLOSED,
                    is_closed=serial % 25 == 0,
                    closed_ground="Personforhold" if serial % 25 == 0 else "",
                    officer=chance.choice(officers),
                )
            )
        Case.objects.bulk_create(cases, batch_size=1000)
        _texts(chance, cases, officers)
        _stops(cases, bodies, meetings, today, number)
    return cases[-1]


def _texts(chance, cases, officers) -> None:
    sections, points, versions = [], [], []
    kinds = (SectionKind.SUMMARY, SectionKind.PRESENTATION, SectionKind.FINANCIAL_IMPLICATIONS)
    for case in cases:
        text = " ".join(chance.choice(WORDS) for _ in range(80))
        for order, kind in enumerate(kinds, start=1):
            sections.append(
                Section(
                    case=case,
                    order=order,
                    heading=kind.name.title(),
                    kind=kind,
                    html=f"<p>{text}</p>",
                )
            )
        points.append(RecommendationPoint(case=case, number=1, text="at sagen godkendes."))
        content = {"title": case.title, "sections": [], "points": []}
        packed = json.dumps(content, sort_keys=True).encode()
        versions.append(
            CaseVersion(
                case=case,
                number=1,
                reason="sent",
                content=content,
                sha256=hashlib.sha256(packed).hexdigest(),
                by=officers[0],
                at=timezone.now(),
                began_at=timezone.now(),
            )
        )
    Section.objects.bulk_create(sections, batch_size=2000)
    RecommendationPoint.objects.bulk_create(points, batch_size=2000)
    CaseVersion.objects.bulk_create(versions, batch_size=2000)


def _stops(cases, bodies, meetings, today, number) -> None:
    """Committee, finance committee, council for each case, at the meetings of its time."""
    stops = []
    for case in cases:
        serial = int(case.number.split("-")[2])
        at = serial * len(meetings[bodies[0].pk]) // number
        is_past = case.state in (CaseState.CLOSED, CaseState.WITHDRAWN)
        for step, body in enumerate((case.body, bodies[1], bodies[0]), start=1):
            meeting = meetings[body.pk][at]
            held = timezone.localdate(meeting.starts_at)
            done = is_past or held < today
            stops.append(
                CaseStop(
                    case=case,
                    step=step,
                    body=body,
                    kind=StopKind.DECISION if step == 3 else StopKind.RECOMMENDATION,
                    is_deciding=step == 3,
                    state=StopState.TREATED if done else StopState.SCHEDULED,
                    meeting=meeting,
                    dispatched_at=meeting.starts_at if done else None,
                    decided_on=held if done else None,
                    decision_text="Godkendt." if done else "",
                    outcome="approved" if done else "",
                )
            )
    CaseStop.objects.bulk_create(stops, batch_size=2000)
