"""A case that the body sent to be heard is on its next agenda when the answers are in."""

import pytest

from sagsgang.web.bodies.models import Membership, Role
from sagsgang.web.cases.models import Section
from sagsgang.web.meetings.models import Item, Meeting
from sagsgang.web.routes.hearings.services import answer_record, hearing_start
from sagsgang.web.routes.models import CaseStop, Hearing

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(table, world):
    """The case was sent to Ældrerådet and the hearing begun; gives the hearing."""
    from datetime import timedelta

    from django.utils import timezone

    council = world.body("Ældrerådet")
    world.seat(world.user("council_chair", "Else Bay"), council, Membership.Post.CHAIR)
    world.assign(world.user("council_secretary", "Rikke Juhl"), Role.SECRETARY, council)
    item = table.case(points=["at a.", "at b."], kind="decision", then=[("Byrådet", "decision")])
    text = "Ad 1 godkendt. Ad 2 sendes i høring. Sagen genoptages efter høring i Ældrerådet."
    parts = [("1", "approved", "", None), ("2", "referred", "Sendes i høring.", council)]
    table.decide(item, text, parts=parts)
    table.close()
    hearing_start(
        actor=world.people["case_officer"],
        case=item.stop.case,
        bodies=[council],
        sections=set(Section.objects.filter(case=item.stop.case).values_list("pk", flat=True)),
        deadline=timezone.localdate() + timedelta(days=21),
        question="Hvad mener I?",
    )
    return Hearing.objects.select_related("stop__case", "round").get()


def answer(world, hearing):
    from django.utils import timezone

    answer_record(
        actor=world.people["case_officer"],
        hearing=hearing,
        answered_on=timezone.localdate(),
        answered_by="Else Bay",
        received_how="Mail",
        html="<p>Vi bakker op.</p>",
    )


def test_it_is_put_on_the_next_agenda_that_is_not_sent(table, world, heard):
    sent, next_one = table.later(7), table.later(28)
    Meeting.objects.create(plan=sent, state="sent")
    building = Meeting.objects.create(plan=next_one)
    answer(world, heard)
    again = CaseStop.objects.get(body=table.body, state="scheduled", case=heard.stop.case)
    assert again.meeting == next_one
    assert Item.objects.get(meeting=building).stop == again


def test_without_an_agenda_it_is_on_the_meeting_of_the_plan(table, world, heard):
    plan = table.later(28)
    answer(world, heard)
    assert CaseStop.objects.get(state="scheduled", case=heard.stop.case).meeting == plan


def test_without_a_meeting_it_waits(table, world, heard):
    answer(world, heard)
    again = CaseStop.objects.get(body=table.body, state="planned", case=heard.stop.case)
    assert again.meeting is None
