"""The municipality itself: bodies, seats, meeting plans, registers, and the people who sign in."""

import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from sagsgang.web.accounts.models import User
from sagsgang.web.accounts.services.users import user_create
from sagsgang.web.bodies import services
from sagsgang.web.bodies.models import Body, Membership, Municipality, Person, PlannedMeeting
from sagsgang.web.bodies.naming import slug_of
from sagsgang.web.cases.services import template_install_all
from sagsgang.web.routes.services.route_templates import (
    route_template_create,
    route_template_stop_add,
)

DATA = Path(__file__).parents[1] / "workplace"
NAME = "Nørreskov Kommune"
SECRETARY = "Ulla Fensmark"
#: These bodies' meetings are held in the system; what others decided is written down afterwards.
HELD_HERE = frozenset({"Arbejdsmarkedsudvalget"})
#: Nobody meets in July, and the plan reaches so far back and ahead.
HOLIDAY = 7
MONTHS_BACK, MONTHS_AHEAD = 14, 8


@dataclass
class Town:
    """What the cases are built upon; `people` are accounts by name, `seats` persons by name."""

    municipality: Municipality
    administrator: User
    today: date
    bodies: dict[str, Body] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    seats: dict[str, Person] = field(default_factory=dict)
    #: (body, day) of each meeting held here → the stories' treatments that were on it.
    agendas: dict[tuple[str, date], list[tuple[Any, int]]] = field(default_factory=dict)

    def meeting_before(self, body: str, day: date) -> PlannedMeeting | None:
        """The body's last meeting on or before the day."""
        held = self._plan(body).filter(starts_at__date__lte=day)
        return held.order_by("-starts_at").first()

    def meeting_after(self, body: str, day: date) -> PlannedMeeting | None:
        """The body's first meeting after the day."""
        return self._plan(body).filter(starts_at__date__gt=day).order_by("starts_at").first()

    def chair_of(self, body: str) -> User | None:
        """The account of the body's chair, if she signs in."""
        chair = Membership.objects.filter(
            body=self.bodies[body], post=Membership.Post.CHAIR, person__user__isnull=False
        ).order_by("-starts_on")
        return chair[0].person.user if chair else None

    def _plan(self, body: str) -> Any:
        return PlannedMeeting.objects.filter(body=self.bodies[body], cancelled_because="")


def town_build(today: date) -> Town:
    """Nørreskov Kommune, ready to work on `today`."""
    people, bodies = _read("people"), _read("bodies")
    chief = next(each for each in people["staff"] if each.get("administrator"))
    administrator = _account(chief["name"], chief["title"], is_administrator=True)
    municipality = services.municipality_start_work(actor=administrator, name=NAME, is_example=True)
    town = Town(municipality, administrator, today)
    town.people[administrator.name] = administrator
    _terms(town)
    template_install_all(municipality)
    for each in bodies["body"]:
        _body(town, each)
    _registers(town, bodies)
    _staff(town, people["staff"])
    _members(town, bodies["body"], people["member"])
    return town


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _account(name: str, title: str, **fields: Any) -> User:
    address = f"{slug_of(name).replace('-', '.')}@noerreskov.example"
    return user_create(email=address, name=name, title=title, is_example=True, **fields)


def terms(today: date) -> list[tuple[date, date]]:
    """The term before this one, and this one: four years from a 1 January, 2022, 2026, …"""
    first = today.year - (today.year - 2022) % 4
    return [(date(year, 1, 1), date(year + 3, 12, 31)) for year in (first - 4, first)]


def _terms(town: Town) -> None:
    for starts_on, ends_on in terms(town.today):
        services.term_create(
            actor=town.administrator,
            municipality=town.municipality,
            name=f"{starts_on.year}-{ends_on.year}",
            starts_on=starts_on,
            ends_on=ends_on,
        )


def _body(town: Town, told: dict[str, Any]) -> None:
    body = services.body_create(
        actor=town.administrator,
        municipality=town.municipality,
        name=told["name"],
        kind=told["kind"],
    )
    town.bodies[body.name] = body
    if told.get("week"):
        moments = list(meeting_moments(town.today, told))
        services.meeting_plan_add_series(
            actor=town.administrator, body=body, starts_at=moments, place=told["place"]
        )


def meeting_moments(today: date, told: dict[str, Any]) -> list[datetime]:
    """The `week`th `weekday` of each month but July, some months back and ahead."""
    hour, minute = map(int, told["time"].split(":"))
    first = today.year * 12 + today.month - 1
    moments = []
    for month in range(first - MONTHS_BACK, first + MONTHS_AHEAD + 1):
        start = date(month // 12, month % 12 + 1, 1)
        if start.month == HOLIDAY:
            continue
        to_weekday = (told["weekday"] - start.weekday()) % 7
        day = start + timedelta(days=to_weekday + 7 * (told["week"] - 1))
        moments.append(timezone.make_aware(datetime.combine(day, time(hour, minute))))
    return moments


def _registers(town: Town, bodies: dict[str, Any]) -> None:
    by = town.administrator
    for wheel in bodies["wheel"]:
        for month, title, note in wheel["entries"]:
            services.wheel_entry_add(
                actor=by, body=town.bodies[wheel["body"]], month=month, title=title, note=note
            )
    for rule in bodies["delegation"]:
        services.delegation_rule_add(
            actor=by,
            municipality=town.municipality,
            subject=rule["subject"],
            kle_prefix=rule["kle"],
            decides=town.bodies[rule["decides"]],
            note=rule["note"],
        )
    for way in bodies["way"]:
        template = route_template_create(actor=by, municipality=town.municipality, name=way["name"])
        for step, body, kind, decides in way["stops"]:
            route_template_stop_add(
                actor=by,
                template=template,
                body=town.bodies[body],
                kind=kind,
                step=step,
                is_deciding=decides,
            )
    starts_on, ends_on = terms(town.today)[-1]
    for told in bodies["policy"]:
        policy = services.policy_add(
            actor=by,
            municipality=town.municipality,
            title=told["title"],
            text=told["text"],
            body=town.bodies[told["body"]],
            starts_on=starts_on,
            ends_on=ends_on,
        )
        for title, target, origin in told["goals"]:
            services.goal_add(actor=by, policy=policy, title=title, target=target, origin=origin)


def _staff(town: Town, staff: list[dict[str, Any]]) -> None:
    for told in staff:
        if told["name"] not in town.people:
            town.people[told["name"]] = _account(told["name"], told["title"])
        for role, body in told["roles"]:
            services.role_assign(
                actor=town.administrator,
                user=town.people[told["name"]],
                role=role,
                municipality=town.municipality,
                body=town.bodies[body] if body else None,
            )


def _members(town: Town, bodies: list[dict[str, Any]], accounts: list[dict[str, Any]]) -> None:
    for told in accounts:
        town.people[told["name"]] = _account(told["name"], told["title"])
    for each in bodies:
        for name, party, post in each["members"]:
            if name not in town.seats:
                town.seats[name] = services.person_create(
                    actor=town.administrator,
                    municipality=town.municipality,
                    name=name,
                    user=town.people.get(name),
                )
            for starts_on, ends_on in terms(town.today):
                services.membership_start(
                    actor=town.administrator,
                    body=town.bodies[each["name"]],
                    person=town.seats[name],
                    starts_on=starts_on,
                    ends_on=ends_on,
                    post=post,
                    party=party,
                )
