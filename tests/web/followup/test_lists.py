"""Lists of activities: litra f is payable only by a decision no later than the payment (§ 16)."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.followup import services
from sagsgang.web.followup.models import ActivityRow
from sagsgang.web.followup.selectors.lists import (
    NO_DECISION,
    OWN_CHAIR,
    TOO_LATE,
    lists_of,
    rows_of,
    versions_of,
)
from sagsgang.web.meetings.models import ItemDecision, Meeting, MeetingState

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(world, secretary, soon):
    return services.activity_list_make(
        actor=secretary,
        body=world.bodies["Havneudvalget"],
        starts_on=soon(-60),
        ends_on=soon(0),
        pays_on=soon(20),
    )


@pytest.fixture
def row(listed, secretary, person, soon):
    """One more row: `row("f", "member")`."""

    def add(litra="f", *keys, **fields):
        return services.activity_row_add(
            actor=secretary,
            listed=listed,
            **{
                "day": soon(-10),
                "title": "Besigtigelse",
                "litra": litra,
                "hours": Decimal("3.5"),
                "members": [person(key) for key in keys or ("member",)],
            }
            | fields,
        )

    return add


def decide(item, secretary, outcome="approved", day=None):
    """The item's decision stands in the minutes of a meeting that day."""
    meeting = item.meeting
    meeting.state = MeetingState.CLOSED
    meeting.save()
    if day:
        PlannedMeeting.objects.filter(pk=meeting.plan_id).update(
            starts_at=timezone.localtime() + timedelta(days=day)
        )
    now = timezone.now()
    ItemDecision.objects.create(
        item=item,
        text="Godkendt.",
        outcome=outcome,
        recorded_by=secretary,
        recorded_at=now,
        communicated_at=now,
    )


def why(listed):
    return [each.why_not for each in rows_of(listed)]


@pytest.mark.parametrize("litra", "abcdeg")
def test_other_litras_need_no_decision(listed, row, litra):
    row(litra)
    assert why(listed) == [""]


def test_litra_f_needs_a_decision_in_the_minutes(listed, row, table, secretary):
    item = table.item("Besigtigelse af kajen")
    row("f", decision=item)
    row("f")
    assert why(listed) == [NO_DECISION, NO_DECISION]
    decide(item, secretary)
    first, second = rows_of(listed)
    assert (first.is_payable, first.decided_in, first.decided_on) == (
        True,
        item,
        timezone.localdate(),
    )
    assert second.why_not == NO_DECISION


@pytest.mark.parametrize("outcome", ["rejected", "postponed", "noted", "recommended", ""])
def test_only_an_approval_lets_it_be_paid(listed, row, table, secretary, outcome):
    item = table.item("Besigtigelse af kajen")
    row("f", decision=item)
    decide(item, secretary, outcome)
    assert why(listed) == [NO_DECISION]


@pytest.mark.parametrize(("pays_in", "reason"), [(-1, TOO_LATE), (0, ""), (1, "")])
def test_the_decision_is_no_later_than_the_payment(listed, row, table, secretary, pays_in, reason):
    item = table.item("Besigtigelse af kajen")
    row("f", decision=item)
    decide(item, secretary)
    listed.pays_on = timezone.localdate() + timedelta(days=pays_in)
    listed.save()
    assert why(listed) == [reason]


def test_the_chair_gets_nothing_for_her_own_committees_meetings(listed, row):
    row("a", "chair", "member")
    row("c", "chair")
    (meeting, course) = rows_of(listed)
    assert {str(each.person): each.why_not for each in meeting.payments} == {
        "Bo Vang": OWN_CHAIR,
        "Anja Lind": "",
    }
    assert meeting.is_payable
    assert course.is_payable


def test_a_meeting_of_another_body_is_the_chairs_to_have_paid(listed, row, world):
    plan = PlannedMeeting.objects.create(body=world.bodies["Byrådet"], starts_at=timezone.now())
    row("a", "chair", meeting=plan)
    assert why(listed) == [""]


def test_the_list_that_was_approved_is_itself_the_decision(listed, row, agenda, secretary):
    row("f")
    assert why(listed) == [NO_DECISION]
    version = services.activity_list_put_on(actor=secretary, listed=listed, meeting=agenda())
    assert "3,50" in version.item.html
    row("f", title="Kom til bagefter")
    decide(version.item, secretary)
    assert why(listed) == ["", NO_DECISION]
    assert [day for _version, day in versions_of(listed)] == [
        timezone.localdate(version.item.meeting.plan.starts_at)
    ]


def test_what_was_changed_after_the_approval_was_not_approved(listed, row, agenda, secretary):
    made = row("f")
    version = services.activity_list_put_on(actor=secretary, listed=listed, meeting=agenda())
    decide(version.item, secretary)
    ActivityRow.objects.filter(pk=made.pk).update(hours=Decimal(9))
    assert why(listed) == [NO_DECISION]
    assert version.content["rows"][0]["hours"] == "3.50"


def test_a_version_never_changes(listed, row, agenda, secretary):
    row("f")
    version = services.activity_list_put_on(actor=secretary, listed=listed, meeting=agenda())
    with pytest.raises(TypeError):
        version.save()
    again = services.activity_list_put_on(actor=secretary, listed=listed, meeting=agenda(30))
    assert (again.number, again.sha256) == (2, version.sha256)


def test_an_empty_list_and_another_bodys_meeting_are_refused(listed, row, world, agenda, secretary):
    with pytest.raises(Refusal):
        services.activity_list_put_on(actor=secretary, listed=listed, meeting=agenda())
    row("f")
    plan = PlannedMeeting.objects.create(
        body=world.bodies["Byrådet"], starts_at=timezone.localtime() + timedelta(days=9)
    )
    other = Meeting.objects.create(plan=plan)
    with pytest.raises(Refusal):
        services.activity_list_put_on(actor=secretary, listed=listed, meeting=other)


def test_meetings_that_were_held_come_as_rows(listed, table, secretary):
    table.meeting.closed_at = timezone.now()
    table.meeting.state = MeetingState.CLOSED
    table.meeting.save()
    assert services.activity_rows_from_plan(actor=secretary, listed=listed) == 1
    (made,) = listed.rows.all()
    assert (made.litra, made.meeting, made.members.count()) == ("a", table.plan, 5)
    assert made.hours in (Decimal("1.00"), Decimal("1.50"))
    assert services.activity_rows_from_plan(actor=secretary, listed=listed) == 0


def test_what_is_wrong_is_refused(listed, row, soon):
    for wrong in (
        {"day": soon(1)},
        {"hours": Decimal(0)},
        {"hours": Decimal(25)},
        {"title": " "},
        {"members": []},
    ):
        with pytest.raises(Refusal):
            row("f", **wrong)
    with pytest.raises(Refusal):
        row("h")
    assert not listed.rows.exists()


def test_who_reads_and_who_writes(listed, world, soon):
    for key, reads in (("member", True), ("manager", True), ("stranger", False)):
        user = world.people[key]
        assert bool(lists_of(user, [listed.body])) == reads
        with pytest.raises(PermissionDenied):
            services.activity_list_change(
                actor=user, listed=listed, starts_on=soon(-9), ends_on=soon(0), pays_on=None
            )
