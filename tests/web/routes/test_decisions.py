"""What a treatment decided goes on to the next, word for word, and never lies still."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from sagsgang.reading.content.decisions import outcome_of
from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import DelegationRule
from sagsgang.web.bodies.services import meeting_plan_cancel
from sagsgang.web.cases.services import case_withdraw
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes import services
from sagsgang.web.routes.earlier import earlier_of
from sagsgang.web.routes.models import CaseStop, StopState
from sagsgang.web.routes.phrases import PHRASES
from sagsgang.web.routes.planning import plan_of
from sagsgang.web.routes.selectors import referred_and_forgotten, route_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def record(world):
    """The case's way walked a step: what the body decided today, by whoever is its secretary."""

    def _record(stop, text, outcome, actor=None, **more):
        return services.stop_record(
            actor=actor or world.people["secretary"],
            stop=stop,
            decided_on=more.pop("decided_on", timezone.localdate()),
            decision_text=text,
            outcome=outcome,
            **more,
        )

    return _record


def drawn(case):
    """Body, kind, step and state of everything that is not withdrawn."""
    return [
        (str(stop.body), stop.kind, stop.step, stop.state)
        for stop in route_of(case)
        if stop.state != StopState.WITHDRAWN
    ]


@pytest.mark.parametrize(("words", "outcome"), PHRASES.items())
def test_the_usual_words_mean_what_they_are_offered_for(words, outcome):
    assert outcome_of(words) == outcome


def test_a_budget_follow_up_over_direction_committees_finance_and_council(world, way, meet, record):
    """All days in one click, then walked to its end: each text carries what came before."""
    case = world.case("Budgetopfølgning 31. marts", state="approved")
    committees = ["Havneudvalget", "Socialudvalget", "Kulturudvalget", "Teknikudvalget", "Skolen"]
    rows = [("Direktionen", "recommendation", 1)]
    rows += [(name, "recommendation", 2) for name in committees]
    rows += [("Økonomiudvalget", "recommendation", 3), ("Byrådet", "decision", 4)]
    stops = way(case, *rows)
    for name, _kind, step in rows:
        meet(world.body(name), 7 * step + 3)
    services.route_dates_take(actor=world.people["case_officer"], case=case)
    days = [stop.meeting.starts_at for stop in route_of(case)]
    assert days[1:6] == [days[1]] * 5
    assert sorted(set(days)) == [days[0], days[1], days[6], days[7]]
    assert [each for each in plan_of(case).problems if each.level == "warning"] == []
    for name, _kind, _step in rows:
        if name != "Havneudvalget":
            world.assign(world.people["secretary"], "secretary", world.body(name))
    world.people["secretary"].__dict__.pop("_standings", None)
    for stop in stops[:7]:
        record(stop, f"{stop.body} anbefaler indstillingen.", "recommended", absent="Bo Vang")
    assert [e.text for e in earlier_of(stops[7])] == [
        f"{name} anbefaler indstillingen." for name, _kind, _step in rows[:7]
    ]
    record(stops[7], "Godkendt.", "approved")
    assert {state for *_rest, state in drawn(case)} == {"treated"}
    assert referred_and_forgotten() == []


def test_another_committee_settles_the_case_by_the_delegation_plan(world, way, record):
    social = world.body("Socialudvalget")
    DelegationRule.objects.create(
        municipality=world.municipality, subject="Havne", kle_prefix="15", decides=social
    )
    case = world.case(state="approved")
    (stop,) = way(case, ("Havneudvalget", "recommendation", 1))
    record(stop, "Anbefales.", "recommended")
    last = CaseStop.objects.get(case=case, body=social)
    assert (last.kind, last.is_deciding, last.referred_by) == ("decision", True, stop)
    assert [row.stop for row in referred_and_forgotten()] == [last]


def test_one_point_approved_two_recommended_and_a_hearing_with_resumption(world, way, record):
    case = world.case(state="approved")
    case.points.create(number=2, text="at budgettet hæves.")
    case.points.create(number=3, text="at sagen sendes i høring.")
    stop, _council = way(case, ("Havneudvalget", "decision", 1), ("Byrådet", "decision", 2))
    record(
        stop,
        "Ad 1 godkendt. Ad 2 indstilles. Ad 3: Sagen genoptages efter høring i Ældrerådet.",
        "mixed",
        points=[
            ("1", "approved", "Godkendt.", None),
            ("2", "recommended", "Indstilles.", world.body("Økonomiudvalget")),
            ("3", "referred", "Sendes i høring.", world.body("Ældrerådet")),
        ],
    )
    assert drawn(case) == [
        ("Havneudvalget", "decision", 1, "treated"),
        ("Ældrerådet", "hearing", 2, "planned"),
        ("Havneudvalget", "decision", 3, "planned"),
        ("Økonomiudvalget", "recommendation", 4, "planned"),
        ("Byrådet", "decision", 5, "planned"),
    ]
    hearing = CaseStop.objects.get(kind="hearing")
    assert hearing.referred_by == stop


def test_sent_for_information_makes_a_treatment_of_its_own(world, way, record):
    case = world.case(state="approved")
    stop, council = way(case, ("Havneudvalget", "recommendation", 1), ("Byrådet", "decision", 2))
    text = "Anbefales. Sagen oversendes til Ældrerådet til orientering."
    record(stop, text, "recommended")
    assert ("Ældrerådet", "information", 2, "planned") in drawn(case)
    council.refresh_from_db()
    assert council.referred_by == stop


def test_what_is_postponed_at_the_meeting_comes_back(world, way, record):
    case = world.case(state="approved")
    world.assign(world.people["secretary"], "secretary", world.body("Byrådet"))
    (stop,) = way(case, ("Byrådet", "decision", 1))
    record(stop, "Sagen udsættes.", "postponed")
    again = CaseStop.objects.get(referred_by=stop)
    stop.refresh_from_db()
    assert (again.state, again.is_deciding, stop.is_deciding) == ("planned", True, False)


def test_a_recommendation_to_nobody_is_refused(world, way, record):
    case = world.case(state="approved")
    (stop,) = way(case, ("Havneudvalget", "recommendation", 1))
    with pytest.raises(Refusal) as refused:
        record(stop, "Henvises.", "referred")
    assert refused.value.field == "next_body"
    stop.refresh_from_db()
    assert stop.state == "planned"


def test_earlier_decisions_are_frozen_when_given_out_and_later_ones_marked(world, way, record):
    case = world.case(state="approved")
    first, second, third = way(
        case,
        ("Direktionen", "recommendation", 1),
        ("Ældrerådet", "information", 1),
        ("Havneudvalget", "decision", 2),
    )
    for name in ("Direktionen", "Ældrerådet"):
        world.assign(world.people["secretary"], "secretary", world.body(name))
    secretary = world.people["secretary"]
    record(first, "Direktionen anbefaler.", "recommended", absent="Bo Vang")
    services.stop_dispatch(actor=secretary, stop=third)
    version = third.version
    record(second, "Taget til efterretning.", "noted")
    services.stop_append(actor=secretary, stop=first, text="Direktøren var inhabil.")
    told = earlier_of(CaseStop.objects.get(pk=third.pk))
    assert [(e.body, e.text, bool(e.came_after)) for e in told] == [
        ("Direktionen", "Direktionen anbefaler.", False),
        ("Ældrerådet", "Taget til efterretning.", True),
    ]
    assert told[0].absent == "Bo Vang"
    assert [a.text for a in told[0].additions] == ["Direktøren var inhabil."]
    # The words as they were given out stay, even if the row were changed under them.
    CaseStop.objects.filter(pk=first.pk).update(decision_text="Noget andet.")
    assert earlier_of(CaseStop.objects.get(pk=third.pk))[0].text == "Direktionen anbefaler."
    services.stop_dispatch(actor=secretary, stop=third)
    assert third.version == version, "the same text given out again is the same version"


def test_two_secretaries_write_the_same_decision(world, way, record, body_secretary):
    case = world.case(state="approved")
    (stop,) = way(case, ("Havneudvalget", "decision", 1))
    seen_by_both = CaseStop.objects.get(pk=stop.pk)
    record(stop, "Godkendt.", "approved")
    with pytest.raises(Refusal, match="Ulla Fenger har allerede skrevet"):
        record(seen_by_both, "Ikke godkendt.", "rejected")
    stop.refresh_from_db()
    assert stop.decision_text == "Godkendt."
    assert Event.objects.filter(code="decision_recorded").count() == 1
    with pytest.raises(PermissionDenied):
        record(stop, "Nej.", "rejected", actor=world.people["stranger"])


@pytest.mark.parametrize(
    ("what", "field"),
    [
        ({"decided_on": timezone.localdate() + timedelta(days=1)}, "decided_on"),
        ({"points": [("4", "approved", "", None)]}, "points"),
        ({"points": [("x", "approved", "", None)]}, "points"),
        ({"points": [("1", "approved", "", None), ("1-1", "noted", "", None)]}, "points"),
        ({"outcome": "maybe"}, "outcome"),
        ({"text": " "}, "decision_text"),
    ],
)
def test_what_cannot_have_been_decided_is_refused(world, way, record, what, field):
    case = world.case(state="approved")
    (stop,) = way(case, ("Havneudvalget", "decision", 1))
    given = {"text": "Godkendt.", "outcome": "approved"} | what
    with pytest.raises(Refusal) as refused:
        record(stop, given.pop("text"), given.pop("outcome"), **given)
    assert refused.value.field == field
    assert not CaseStop.objects.filter(state="treated").exists()


def test_a_cancelled_meeting_keeps_its_cases_and_their_officer_is_told(world, way, meet):
    case = world.case(state="approved")
    (stop,) = way(case, ("Havneudvalget", "decision", 1))
    meeting = meet(case.body, 20)
    services.stop_schedule(actor=world.people["secretary"], stop=stop, meeting=meeting)
    assert referred_and_forgotten() == []
    meeting_plan_cancel(actor=world.people["secretary"], meeting=meeting, reason="Ferie")
    (row,) = referred_and_forgotten()
    assert (row.stop, row.why, row.is_due) == (stop, "cancelled", True)
    (told,) = world.people["case_officer"].notifications.filter(code="stop_needs_date")
    assert "aflyst" in told.text
    assert "Nye cykelskure" in told.text
    with pytest.raises(Refusal):
        services.stop_schedule(
            actor=world.people["secretary"], stop=CaseStop.objects.get(), meeting=meeting
        )


def test_a_withdrawn_case_takes_its_treatments_with_it(world, way):
    case = world.case(state="approved")
    way(case, ("Havneudvalget", "recommendation", 1), ("Byrådet", "decision", 2))
    case_withdraw(actor=world.people["manager"], case=case, reason="Ansøgeren fortrød")
    stops = CaseStop.objects.filter(case=case)
    assert {(s.state, s.reason) for s in stops} == {
        ("withdrawn", "Sagen er trukket tilbage: Ansøgeren fortrød")
    }
    assert Event.objects.filter(code="stop_withdrawn").count() == 2


def test_a_reused_case_carries_the_way(world, way, record):
    earlier = world.case(state="approved")
    stop, _last = way(earlier, ("Havneudvalget", "recommendation", 1), ("Byrådet", "decision", 2))
    record(stop, "Anbefales.", "recommended")
    case = world.case("Nye cykelskure igen", reused_from=earlier)
    services.route_repeat(actor=world.people["case_officer"], case=case, earlier=earlier)
    assert drawn(case) == [
        ("Havneudvalget", "recommendation", 1, "planned"),
        ("Byrådet", "decision", 2, "planned"),
    ]
    assert [s.is_deciding for s in route_of(case)] == [False, True]


def test_the_case_goes_on_when_the_last_that_is_heard_has_answered(world, way, record):
    case = world.case(state="approved")
    world.assign(world.people["secretary"], "secretary", world.body("Ældrerådet"))
    world.assign(world.people["secretary"], "secretary", world.body("Direktionen"))
    one, other, council = way(
        case,
        ("Ældrerådet", "hearing", 1),
        ("Direktionen", "hearing", 1),
        ("Byrådet", "decision", 2),
    )
    record(one, "Rådet støtter forslaget.", "noted")
    council.refresh_from_db()
    assert council.referred_by is None
    record(other, "Ingen bemærkninger.", "noted")
    council.refresh_from_db()
    assert council.referred_by == other
