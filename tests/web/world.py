"""A small municipality that works: Ny Kommune, its bodies, and one person for each role."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

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
    Role,
    Term,
)
from sagsgang.web.bodies.naming import body_key, slug_of
from sagsgang.web.cases.models import Case, CaseTemplate, RecommendationPoint, Section

FIRST_DAY = date(2026, 1, 1)
LAST_DAY = date(2029, 12, 31)


@dataclass
class World:
    """`people` by role: case_officer, colleague, manager, finance_reviewer, secretary, chair,
    member, administrator, stranger (an account with nothing).
    """

    municipality: Municipality
    bodies: dict[str, Body] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)
    template: CaseTemplate | None = None

    def body(self, name: str, kind: str = BodyKind.COMMITTEE) -> Body:
        """The body of that name, made on first use."""
        if name not in self.bodies:
            self.bodies[name] = Body.objects.create(
                municipality=self.municipality,
                name=name,
                slug=slug_of(name),
                match_key=body_key(name),
                sort_key=name.encode(),
                kind=kind,
                is_in_workplace=True,
            )
        return self.bodies[name]

    def user(self, key: str, name: str = "", **fields: Any) -> User:
        """The account of that key, made on first use."""
        if key not in self.people:
            self.people[key] = User.objects.create_user(
                email=f"{key.replace('_', '.')}@ny.example", name=name or key.title(), **fields
            )
        return self.people[key]

    def assign(self, user: User, role: str, body: Body | None = None) -> Assignment:
        """Give the user a role for a body, or for all."""
        return Assignment.objects.create(
            municipality=self.municipality, user=user, role=role, body=body
        )

    def seat(self, user: User, body: Body, post: str = Membership.Post.MEMBER) -> Membership:
        """Make the user a member of the body for the term."""
        person, _ = Person.objects.get_or_create(
            municipality=self.municipality, user=user, defaults={"name": user.name}
        )
        return Membership.objects.create(
            body=body, person=person, post=post, starts_on=FIRST_DAY, ends_on=LAST_DAY
        )

    def case(self, title: str = "Nye cykelskure", **fields: Any) -> Case:
        """A draft of the case officer's in Havneudvalget, with two sections and one point."""
        made = Case.objects.create(
            **{
                "municipality": self.municipality,
                "body": self.bodies["Havneudvalget"],
                "template": self.template,
                "number": "15.00.00-A00-1-26",
                "title": title,
                "officer": self.people["case_officer"],
            }
            | fields
        )
        texts = ((SectionKind.PRESENTATION, "Sagsfremstilling", "<p>Der bygges to skure.</p>"),)
        texts += ((SectionKind.FINANCIAL_IMPLICATIONS, "Økonomi", "<p>Det koster 10 kr.</p>"),)
        for order, (kind, heading, html) in enumerate(texts, start=1):
            Section.objects.create(case=made, order=order, kind=kind, heading=heading, html=html)
        RecommendationPoint.objects.create(case=made, number=1, text="at skurene bygges.")
        return made


def build_world() -> World:
    """The world as every test finds it."""
    municipality = Municipality.objects.create(name="Ny Kommune", slug="ny", sort_key=b"ny")
    MunicipalitySettings.objects.create(municipality=municipality)
    Term.objects.create(
        municipality=municipality, name="2026-2029", starts_on=FIRST_DAY, ends_on=LAST_DAY
    )
    world = World(municipality)
    committee = world.body("Havneudvalget")
    world.body("Økonomiudvalget", BodyKind.FINANCE_COMMITTEE)
    world.body("Byrådet", BodyKind.COUNCIL)
    world.body("Direktionen", BodyKind.DIRECTION)
    world.body("Ældrerådet", BodyKind.ADVISORY_COUNCIL)
    names = {
        "case_officer": ("Signe Krogh", Role.CASE_OFFICER),
        "colleague": ("Kaj Brink", Role.CASE_OFFICER),
        "manager": ("Lone Dam", Role.MANAGER),
        "finance_reviewer": ("Per Holt", Role.FINANCE_REVIEWER),
        "secretary": ("Ulla Fenger", Role.SECRETARY),
    }
    for key, (name, role) in names.items():
        world.assign(world.user(key, name), role, committee)
    world.seat(world.user("chair", "Bo Vang"), committee, Membership.Post.CHAIR)
    world.seat(world.user("member", "Anja Lind"), committee)
    world.user("administrator", "Ib Skov", is_administrator=True)
    world.user("stranger", "Ole Nord")
    world.template = CaseTemplate.objects.create(
        municipality=municipality, name="Almindelig sag", is_default=True
    )
    return world
