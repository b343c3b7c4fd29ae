"""A world in which a council and a MED committee can be heard about a case."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sagsgang.web.bodies.models import BodyKind, Membership, Role
from sagsgang.web.cases.models import FinanceStatement, Section
from sagsgang.web.routes.hearings.services import hearing_start


class HearingWorld:
    """`council` is Ældrerådet with a chair, a member and a secretary of its own."""

    def __init__(self, world):
        self.world = world
        self.council = world.bodies["Ældrerådet"]
        self.med = world.body("Område-MED Nord", BodyKind.MED_COMMITTEE)
        self.chair = world.user("council_chair", "Else Bay")
        self.member = world.user("council_member", "Arne Toft")
        self.secretary = world.user("council_secretary", "Rikke Juhl")
        world.seat(self.chair, self.council, Membership.Post.CHAIR)
        world.seat(self.member, self.council)
        world.assign(self.secretary, Role.SECRETARY, self.council)
        world.seat(world.user("med_chair", "Mona Friis"), self.med, Membership.Post.CHAIR)
        self.officer = world.people["case_officer"]

    def case(self, **fields):
        """A case whose finance reviewer has been asked, so that every role reads it."""
        case = self.world.case(**fields)
        FinanceStatement.objects.create(case=case, asked_by=case.officer)
        return case

    def start(self, case=None, bodies=None, days=21, **more):
        """A hearing of the case by the council, unless told."""
        case = case or self.case()
        return hearing_start(
            **{
                "actor": self.officer,
                "case": case,
                "bodies": bodies or [self.council],
                "sections": set(Section.objects.filter(case=case).values_list("pk", flat=True)),
                "deadline": timezone.localdate() + timedelta(days=days),
                "question": "Hvad mener I om skurene?",
            }
            | more
        )

    def hearing(self, **more):
        """The council's part of a new hearing."""
        return self.start(**more).hearings.select_related("stop__case", "round").get()


@pytest.fixture
def heard(world):
    """A municipality with bodies to hear."""
    return HearingWorld(world)
