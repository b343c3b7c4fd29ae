"""Votes, dissent and § 23 at a meeting: only by who is there, and with what follows from them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.deciding import services
from sagsgang.web.meetings.deciding.asking import Asked
from sagsgang.web.meetings.deciding.attendance import attendance_of
from sagsgang.web.meetings.deciding.reading import decision_status
from sagsgang.web.meetings.holding.services import disqualification_decide
from sagsgang.web.meetings.holding.services.opening import current_turn
from sagsgang.web.meetings.models import ChairDecision, Item, Meeting, Vote
from sagsgang.web.routes.models import CaseStop

pytestmark = pytest.mark.django_db


@pytest.fixture
def put(table):
    """Puts a proposal on an item."""

    def _put(item, text="at det gøres", **more):
        return services.proposal_add(actor=table.secretary, item=item, text=text, **more)

    return _put


@pytest.fixture
def vote(table):
    """Holds a vote: stances by party, and by the key of a person."""

    def _vote(proposal, by_group=None, **by_person):
        return services.votes_record(
            actor=table.secretary,
            proposal=proposal,
            by_group=by_group,
            by_seat={table.seats[key].pk: stance for key, stance in by_person.items()},
        )

    return _vote


def test_two_for_one_against_two_abstaining_is_carried(table, put, vote):
    """A group's stance fills its members; one of them differs."""
    proposal = put(table.case(kind="decision"))
    count = vote(proposal, {"A": "for", "B": "abstained", "C": "against"})
    assert (count.for_, count.against, count.abstained, count.is_carried) == (2, 1, 2, True)
    count = vote(proposal, {"A": "for", "B": "against"}, third="for")
    assert (count.for_, count.against, count.abstained) == (3, 1, 0)
    assert Vote.objects.count() == 4


def test_who_is_not_there_or_disqualified_does_not_vote(table, put, vote):
    item = table.case(kind="decision")
    table.leave("fifth")
    table.turn(item)
    table.disqualify("member", item)
    proposal = put(item)
    for key in ("fifth", "member"):
        with pytest.raises(Refusal) as refused:
            vote(proposal, **{key: "for"})
        assert refused.value.field == "votes"
    count = vote(proposal, {"A": "for", "B": "for", "C": "for"})
    assert count.for_ == 3


def test_whose_opinion_is_entered_was_there_and_stays_so(table):
    """She is found disqualified only when her dissent is taken back."""
    item = table.case(kind="decision")
    table.turn(item)
    row = services.dissent_record(
        actor=table.secretary, item=item, seats=[table.seats["member"]], text="Vi er imod."
    )
    found = {
        "actor": table.secretary,
        "item": item,
        "seat": table.seats["member"],
        "is_disqualified": True,
        "ground": "Nær familie",
    }
    with pytest.raises(Refusal, match="Anja Lind"):
        disqualification_decide(**found)
    services.dissent_remove(actor=table.secretary, dissent=row)
    assert disqualification_decide(**found).is_disqualified


def test_amendments_are_voted_on_first(table, put, vote):
    item = table.case(kind="decision")
    proposal = put(item)
    amendment = put(item, "at det gøres til foråret", kind="amendment", proposed_by="Rune Falk")
    with pytest.raises(Refusal, match="foråret"):
        vote(proposal, {"A": "for"})
    services.proposal_withdraw(actor=table.secretary, proposal=amendment)
    assert vote(proposal, {"A": "for"}).is_carried
    with pytest.raises(Refusal):
        put(item, "for sent", kind="amendment")


def test_a_decision_that_does_not_follow_the_vote_is_asked_about(table, put, vote):
    item = table.case(kind="decision")
    vote(put(item), {"A": "for", "B": "against"})
    with pytest.raises(Asked) as asked:
        table.decide(item, "Godkendt.")
    assert asked.value.code == "vote"
    assert table.decide(item, "Forslaget bortfalder.").outcome == "lapsed"
    assert table.decide(item, "Godkendt.", confirmed=["vote"]).outcome == "approved"


def test_a_vote_with_dissent_that_goes_along(table, put, vote):
    item = table.case(then=[("Byrådet", "decision")])
    vote(put(item), {"A": "for", "B": "for", "C": "against"})
    table.decide(item, "Anbefales.")
    services.dissent_record(
        actor=table.secretary,
        item=item,
        seats=[table.seats["fifth"]],
        text="C kan ikke anbefale sagen.",
        reason="Skurene står forkert.",
        goes_along=True,
    )
    table.close()
    (along,) = item.stop.addenda.all()
    assert along.text == (
        "Afvigende mening (Ida Lund): C kan ikke anbefale sagen.\n"
        "Begrundelse: Skurene står forkert."
    )


def test_dissent_only_by_those_who_take_part(table):
    first, second = table.case("A"), table.case("B", number="15.00.00-A00-2-26")
    table.turn(first)
    table.leave("fifth")
    table.turn(second)
    said = {"actor": table.secretary, "text": "Nej.", "seats": [table.seats["fifth"]]}
    with pytest.raises(Refusal, match="Ida Lund"):
        services.dissent_record(item=second, **said)
    table.disqualify("third", first)
    with pytest.raises(Refusal, match="Karen Toft"):
        services.dissent_record(item=first, **said | {"seats": [table.seats["third"]]})
    made = services.dissent_record(item=first, **said | {"seats": [table.seats["chair"]]})
    services.dissent_remove(actor=table.secretary, dissent=made)
    assert not first.dissents.exists()


def stop_it(table, item, key):
    return services.suspension_record(actor=table.secretary, item=item, seat=table.seats[key])


def test_a_stopped_decision_goes_to_the_council_and_nowhere_else(table):
    item = table.case(kind="decision")
    asks = [services.Ask("Status om et år")]
    table.decide(item, "Godkendt. Sagen oversendes til Ældrerådet til orientering.", asked_for=asks)
    stop_it(table, item, "fifth")
    table.close()
    assert table.way(item) == [
        ("Havneudvalget", "decision", "treated"),
        ("Byrådet", "decision", "planned"),
    ]
    council = CaseStop.objects.get(body__name="Byrådet")
    assert (council.referred_by, council.is_deciding) == (item.stop, True)
    assert decision_status(Item.objects.get()) == "suspended"
    assert "§ 23" in item.stop.addenda.get().text
    from sagsgang.web.audit.models import Event

    assert Event.objects.filter(code="decision_suspended").exists()
    assert not Event.objects.filter(code="follow_up_asked").exists()


def test_a_stop_taken_back_before_the_meeting_closes_has_no_effect(table):
    item = table.case(kind="decision")
    table.decide(item, "Afvises.", outcome="rejected")
    stop_it(table, item, "fifth")
    services.suspension_take_back(actor=table.secretary, item=item)
    table.close()
    assert table.way(item) == [("Havneudvalget", "decision", "treated")]


def test_who_may_not_stop_a_decision(table):
    item, other = table.case("A", kind="decision"), table.case("B", kind="decision")
    with pytest.raises(Refusal):
        stop_it(table, item, "fifth")
    table.decide(item, postponed_to=table.later())
    with pytest.raises(Refusal):
        stop_it(table, item, "fifth")
    table.decide(other, "Godkendt.")
    table.disqualify("fifth", other)
    with pytest.raises(Refusal, match="Ida Lund"):
        stop_it(table, other, "fifth")


def test_a_stopped_decision_is_not_made_procedural_behind_her_back(table):
    item = table.case(kind="decision")
    table.decide(item, "Godkendt.")
    stop_it(table, item, "fifth")
    with pytest.raises(Refusal):
        table.decide(item, postponed_to=table.later())
    with pytest.raises(Refusal):
        services.decision_clear(actor=table.secretary, item=item)
    assert table.decide(item, "Afvises.", outcome="rejected").revision == 2


@pytest.fixture
def decided_alone(table):
    """The chair's decision between meetings."""

    def _decided_alone(**more):
        given = {
            "actor": table.secretary,
            "body": table.body,
            "title": "Ansøgning om plads",
            "text": "Pladsen gives til foreningen.",
            "ground": "cannot_wait",
            "decided_on": timezone.localdate(),
        }
        return services.chair_decision_record(**given | more)

    return _decided_alone


def test_what_the_chair_decided_is_reported_on_the_next_agenda(table, decided_alone):
    from sagsgang.web.meetings.agendas.services import meeting_prepare

    first = decided_alone()
    assert (first.reported_in, first.decided_by.name) == (None, "Bo Vang")
    plan = PlannedMeeting.objects.create(
        body=table.body, starts_at=timezone.localtime() + timedelta(days=9)
    )
    meeting = meeting_prepare(actor=table.secretary, plan=plan)
    second = decided_alone(title="Leje af teltet", ground="no_doubt")
    reported = ChairDecision.objects.filter(reported_in__meeting=meeting)
    assert set(reported) == {first, second}
    assert "Pladsen gives" in ChairDecision.objects.get(pk=first.pk).reported_in.html
    assert (
        Meeting.objects.get(pk=meeting.pk)
        .items.filter(kind="briefing", title__startswith="Formandsbeslutning")
        .count()
        == 2
    )


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"ground": ""}, "ground"),
        ({"text": " "}, "text"),
        ({"title": ""}, "title"),
        ({"decided_on": timezone.localdate() + timedelta(days=2)}, "decided_on"),
    ],
)
def test_what_a_chair_decision_must_say(decided_alone, change, field):
    with pytest.raises(Refusal) as refused:
        decided_alone(**change)
    assert refused.value.field == field


def test_only_the_chair_decides_alone(table, decided_alone):
    with pytest.raises(Refusal) as refused:
        decided_alone(decided_by=table.seats["fifth"].sitting)
    assert refused.value.field == "decided_by"


def test_items_decided_together_are_told_of_those_who_were_there_then(table):
    """None of them is taken up by itself; the meeting goes on with the item it was at."""
    first = table.item("Meddelelser")
    items = [table.case(f"Sag {number}", kind="decision") for number in (1, 2)]
    table.turn(first)
    services.decisions_record_many(actor=table.secretary, items=items, text="Godkendt.")
    assert current_turn(table.meeting).item == first
    table.leave("chair", "member", "third")
    assert not attendance_of(first).presence.is_quorate
    for item in items:
        assert attendance_of(item).presence.is_quorate
        assert attendance_of(item).absent == []
    table.decide(first, is_nothing_recorded=True)
    table.close()
    assert [item.stop.absent for item in Item.objects.filter(stop__isnull=False)] == ["", ""]
