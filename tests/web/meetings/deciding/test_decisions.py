"""A decision is written as it was made, may be put right until the meeting closes, then acts."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from sagsgang.web.audit.models import Event
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.deciding import services
from sagsgang.web.meetings.deciding.asking import Asked
from sagsgang.web.meetings.deciding.reading import decision_status
from sagsgang.web.meetings.models import Guest, Item, ItemDecision, Meeting
from sagsgang.web.notifications.models import Notification
from sagsgang.web.routes.models import CaseStop

pytestmark = pytest.mark.django_db


def parts_of(decision):
    return [
        (part.numbers, part.outcome, str(part.next_body or "")) for part in decision.parts.all()
    ]


def test_a_phrase_alone_is_a_decision(table):
    item = table.case(kind="decision")
    decision = table.decide(item, "Taget til efterretning.")
    assert (decision.outcome, decision.revision) == ("noted", 1)
    assert table.way(item) == [("Havneudvalget", "decision", "scheduled")]


def test_one_point_approved_two_recommended_and_resumed_after_the_hearing(table, world):
    """The words tell each point's outcome; the hearing and the resumption appear by themselves."""
    item = table.case(
        "Forsøg med brugerråd",
        points=["at forsøget begynder.", "at vedtægten ændres.", "at den sendes i høring."],
        kind="decision",
        then=[("Byrådet", "decision")],
    )
    decision = table.decide(
        item,
        "Ad 1 godkendt. Ad 2-3 indstilles. Sagen genoptages efter høring i Ældrerådet.",
        parts=[
            ("1", "approved", "", None),
            ("2", "recommended", "", None),
            ("3", "recommended", "Sendes i høring.", world.body("Ældrerådet")),
        ],
    )
    assert decision.outcome == "mixed"
    table.close()
    assert table.way(item) == [
        ("Havneudvalget", "decision", "treated"),
        ("Ældrerådet", "hearing", "planned"),
        ("Havneudvalget", "decision", "planned"),
        ("Byrådet", "decision", "planned"),
    ]
    assert CaseStop.objects.get(kind="hearing").referred_by == item.stop


def test_own_words_are_read_point_by_point(table):
    item = table.case(points=["at a.", "at b.", "at c."], then=[("Byrådet", "decision")])
    decision = table.decide(item, "Ad 1 godkendt.\nAd 2-3 indstilles til godkendelse.")
    assert parts_of(decision) == [("1", "approved", ""), ("2-3", "recommended", "")]
    assert decision.outcome == "mixed"


def test_all_points_recommended_through_the_finance_committee(table):
    item = table.case(
        points=["at indsatsen flyttes.", "at budgettet flyttes.", "at det gælder fra juli."],
        then=[("Økonomiudvalget", "recommendation"), ("Byrådet", "decision")],
        has_financial_implications=True,
    )
    decision = table.decide(item, "Ad 1-3: Indstilles til godkendelse.")
    assert parts_of(decision) == [("1-3", "recommended", "")]
    table.close()
    onward = CaseStop.objects.get(case=item.stop.case, body__name="Økonomiudvalget")
    council = CaseStop.objects.get(case=item.stop.case, body__name="Byrådet")
    assert (onward.referred_by, council.referred_by) == (item.stop, None)
    item.stop.refresh_from_db()
    assert item.stop.decision_text == "Ad 1-3: Indstilles til godkendelse."
    assert item.stop.item_number == item.number


def test_a_new_appropriation_approved_in_a_committee_is_asked_about(table):
    item = table.case(
        points=["at der gives en tillægsbevilling på 200.000 kr."],
        then=[("Byrådet", "decision")],
        has_financial_implications=True,
    )
    with pytest.raises(Asked) as asked:
        table.decide(item, "Godkendt.")
    assert (asked.value.code, asked.value.field) == ("appropriation", "confirmed")
    assert not ItemDecision.objects.exists()
    assert table.decide(item, "Indstillingen anbefales.").outcome == "recommended"
    assert table.decide(item, "Godkendt.", confirmed=["appropriation"]).outcome == "approved"


def test_a_move_inside_the_case_that_is_about_no_money_is_not_asked_about(table):
    item = table.case(points=["at indsatsen fortsætter."], kind="decision")
    assert table.decide(item, "Godkendt.").outcome == "approved"


def test_one_of_two_alternatives_is_chosen(table):
    """Løsningsforslag 2: the other lapses, and the whole is approved."""
    item = table.case(
        "Valg af måling",
        points=[
            {"text": "at der måles hvert år.", "choice": "model"},
            {"text": "at der måles hvert tredje år.", "choice": "model"},
        ],
        kind="decision",
    )
    decision = table.decide(
        item, "Løsningsforslag 2 godkendt.", parts=[("2", "approved", "", None)]
    )
    assert parts_of(decision) == [("1", "lapsed", ""), ("2", "approved", "")]
    assert decision.outcome == "approved"
    by_words = table.decide(item, "Løsningsforslag 2 godkendt.")
    assert parts_of(by_words) == parts_of(decision)


def test_both_alternatives_cannot_be_chosen(table):
    points = [{"text": f"at {n}.", "choice": "model"} for n in "ab"]
    item = table.case(points=points, kind="decision")
    with pytest.raises(Refusal, match="1-2"):
        table.decide(item, "Godkendt.", parts=[("1-2", "approved", "", None)])


@pytest.mark.parametrize(
    ("parts", "outcome", "said"),
    [
        ([("1", "approved", "", None)], "", "2-3"),
        ([("1-2", "approved", "", None), ("2", "noted", "", None)], "approved", "2"),
        ([("4", "approved", "", None)], "approved", "4"),
        ([("to", "approved", "", None)], "approved", "to"),
        ([("1", "mixed", "", None)], "approved", "1"),
    ],
)
def test_every_point_is_covered_and_each_once(table, parts, outcome, said):
    item = table.case(points=["at a.", "at b.", "at c."], kind="decision")
    with pytest.raises(Refusal, match=said) as refused:
        table.decide(item, "", parts=parts, outcome=outcome)
    assert refused.value.field == "parts"


def test_what_is_left_out_follows_the_whole(table):
    item = table.case(points=["at a.", "at b.", "at c."], kind="decision")
    decision = table.decide(item, "", parts=[("2", "rejected", "", None)], outcome="approved")
    assert parts_of(decision) == [("1, 3", "approved", ""), ("2", "rejected", "")]
    assert decision.text == "Ad 1, 3: Godkendt.\nAd 2: Ikke godkendt."


def test_a_case_recommended_to_another_committee(table, world):
    item = table.case("Projekt Samtalen")
    social = world.body("Socialudvalget")
    table.decide(item, "Anbefales.", next_body=social)
    table.close()
    assert CaseStop.objects.get(case=item.stop.case, body=social).referred_by == item.stop


def test_a_case_sent_to_another_committee_point_by_point(table, world):
    item = table.case("Workshops", points=["at sagen sendes videre."])
    social = world.body("Socialudvalget")
    table.decide(item, "", parts=[("1", "recommended", "Indstilles.", social)])
    table.close()
    assert ("Socialudvalget", "recommendation", "planned") in table.way(item)


def test_a_recommendation_to_nobody_is_refused_at_once(table):
    item = table.case("Henvises")
    with pytest.raises(Refusal) as refused:
        table.decide(item, "Sagen henvises.", outcome="referred")
    assert refused.value.field == "next_body"
    assert table.way(item) == [("Havneudvalget", "recommendation", "scheduled")]
    assert not ItemDecision.objects.exists()


def test_messages_hold_wording(table):
    messages = table.item("Meddelelser", recurring="messages", kind="briefing")
    said = table.item("Formanden", parent=messages, sender="Formanden", kind="briefing")
    decision = table.decide(said, "Virksomhedsbesøget i maj aflyses.")
    assert (decision.text, decision.outcome) == ("Virksomhedsbesøget i maj aflyses.", "noted")
    assert table.decide(messages, "Til efterretning.").outcome == "noted"


def test_nothing_is_recorded_by_record(table):
    item = table.item("Orientering", kind="briefing")
    decision = table.decide(item, is_nothing_recorded=True)
    assert (decision.is_nothing_recorded, decision.text) == (True, "Intet til referat.")


def test_an_action_plan_with_three_meetings_and_guests_invited(table):
    days = [timezone.localdate() + timedelta(days=days) for days in (14, 28, 42)]
    Meeting.objects.create(plan=table.later(14))
    item = table.case("Handleplan", kind="decision")
    asks = [services.Ask(f"Status nr. {n} på planen", until=day) for n, day in enumerate(days, 1)]
    asks.append(
        services.Ask(
            "Bestyrelsen deltager", what="invitation", owner="Skolens bestyrelse", until=days[0]
        )
    )
    table.decide(item, "Handleplanen godkendt.", asked_for=asks)
    assert not Event.objects.filter(code="follow_up_asked").exists()
    table.close()
    events = Event.objects.filter(code="follow_up_asked")
    assert [event.details["what"] for event in events.order_by("pk")] == [
        *["follow_up"] * 3,
        "invitation",
    ]
    assert Guest.objects.get().name == "Skolens bestyrelse"


def test_a_hearing_answer_is_left_to_chair_and_vice_chair_with_a_date(table, world, client):
    from sagsgang.web.routes.models import OutgoingAnswer

    item = table.case("Høring fra ministeriet", kind="decision")
    people = tuple(table.seats[key].sitting for key in ("chair", "member"))
    deadline = timezone.localdate() + timedelta(days=20)
    OutgoingAnswer.objects.create(
        case=item.stop.case,
        recipient="Ministeriet",
        subject="Svar",
        deadline=deadline + timedelta(days=9),
        created_by=table.secretary,
    )
    ask = services.Ask("at godkende svaret", what="delegation", people=people, until=deadline)
    text = "Drøftet. Formand og næstformand bemyndiges til at godkende høringssvaret."
    table.decide(item, text, outcome="discussed", asked_for=[ask])
    table.close()
    answer = OutgoingAnswer.objects.get()
    assert {each.person for each in answer.approvals.all()} == set(people)
    assert (answer.deadline, answer.delegated_by) == (deadline, item.stop)
    assert Event.objects.filter(code="delegated").count() == 1
    told = Notification.objects.filter(code="decision_delegated")
    assert {each.user for each in told} == {world.people["chair"], world.people["member"]}
    for each in told:
        client.force_login(each.user)
        assert "at godkende svaret" in client.get(each.path).content.decode()


def test_somebody_must_be_empowered(table):
    item = table.case(kind="decision")
    ask = services.Ask("at godkende svaret", what="delegation")
    with pytest.raises(Refusal) as refused:
        table.decide(item, "Godkendt.", asked_for=[ask])
    assert refused.value.field == "asked_for"


def test_sent_for_information(table):
    item = table.case(kind="decision")
    table.decide(item, "Godkendt. Sagen oversendes til Ældrerådet til orientering.")
    table.close()
    assert ("Ældrerådet", "information", "planned") in table.way(item)


def test_postponed_to_a_meeting(table):
    item = table.case(kind="decision")
    plan = table.later(21)
    decision = table.decide(item, postponed_to=plan, reason="Der mangler tal")
    assert decision.text.startswith("Sagen udsættes til ")
    assert decision.text.endswith(" Der mangler tal.")
    table.close()
    again = CaseStop.objects.get(referred_by=item.stop)
    assert (again.state, again.meeting, again.kind) == ("scheduled", plan, "decision")
    assert Event.objects.filter(code="item_postponed").count() == 1


def test_postponed_to_a_day(table):
    item = table.case(kind="decision")
    day = timezone.localdate() + timedelta(days=40)
    table.decide(item, postponed_to=day, reason="Der mangler tal.")
    table.close()
    again = CaseStop.objects.get(referred_by=item.stop)
    assert (again.state, again.postponed_to) == ("postponed", day)


def test_not_postponed_to_a_day_that_has_been(table):
    item = table.case(kind="decision")
    with pytest.raises(Refusal) as refused:
        table.decide(item, postponed_to=timezone.localdate())
    assert refused.value.field == "postponed_to"


def test_withdrawn_at_the_meeting(table):
    item = table.case(kind="decision")
    services.item_withdraw(actor=table.secretary, item=item, reason="Ansøgningen er trukket")
    table.close()
    assert table.way(item) == []
    item.stop.refresh_from_db()
    assert item.stop.reason == "Ansøgningen er trukket"


def test_many_at_once_and_none_when_one_cannot(table):
    items = [table.item(f"Orientering {n}", kind="briefing") for n in range(3)]
    text = "Taget til efterretning."
    made = services.decisions_record_many(actor=table.secretary, items=items[:2], text=text)
    assert [each.outcome for each in made] == ["noted", "noted"]
    with pytest.raises(Refusal, match="2"):
        services.decisions_record_many(actor=table.secretary, items=[items[2], items[1]], text=text)


def test_an_item_is_taken_up_only_when_all_agree(table, world):
    take = {"actor": table.secretary, "meeting": table.meeting, "title": "Vandskade i hallen"}
    with pytest.raises(Refusal):
        services.item_take_up(all_agree=False, **take)
    item = services.item_take_up(all_agree=True, **take)
    assert (item.is_taken_up, item.number) == (True, "1")
    sentence = Event.objects.get(code="item_taken_up").sentence
    assert "alle tilstedeværende var enige" in sentence


def test_put_right_while_the_meeting_is_open_and_not_after(table):
    item = table.case(kind="decision")
    table.decide(item, "Drøftet.")
    changed = table.decide(item, "Godkendt.")
    assert (changed.revision, changed.text, ItemDecision.objects.count()) == (2, "Godkendt.", 1)
    assert decision_status(Item.objects.get()) == "open"
    table.close()
    assert decision_status(Item.objects.get()) == "final"
    item.stop.refresh_from_db()
    assert item.stop.decision_text == "Godkendt."
    for stale in (item, Item.objects.get()):
        with pytest.raises((Refusal, PermissionDenied)):
            table.decide(stale, "Drøftet.")
    addendum = services.decision_append(
        actor=table.secretary, item=Item.objects.get(), text="Bilag 2 er vedlagt."
    )
    assert addendum.text == item.stop.addenda.get().text == "Bilag 2 er vedlagt."


def test_two_screens_never_overwrite_each_other(table):
    item = table.case(kind="decision")
    table.decide(item, "Drøftet.", revision=0)
    with pytest.raises(Refusal, match="Ulla Fenger") as refused:
        table.decide(item, "Godkendt.", revision=0)
    assert refused.value.field == "revision"
    assert ItemDecision.objects.get().text == "Drøftet."
    assert table.decide(item, "Godkendt.", revision=1).revision == 2


def test_what_was_communicated_acts_once(table):
    item = table.case(kind="decision", then=[("Byrådet", "decision")])
    table.decide(item, "Anbefales.")
    table.close()
    before = Event.objects.count()
    assert services.decisions_communicate(actor=table.secretary, meeting=table.meeting) == []
    assert Event.objects.count() == before


def test_fewer_than_half_decide_nothing_but_may_postpone(table):
    item = table.case(kind="decision")
    table.leave("chair", "member", "third")
    with pytest.raises(Refusal, match=r"2.*5"):
        table.decide(item, "Godkendt.")
    assert table.decide(item, postponed_to=table.later()).outcome == "postponed"


def test_who_was_away_stands_with_the_decision(table):
    away, item = "member", table.case(kind="decision")
    table.leave(away)
    table.turn(item)
    table.decide(item, "Godkendt.")
    table.close()
    item.stop.refresh_from_db()
    assert item.stop.absent == "Anja Lind"


def test_nobody_but_the_secretary_writes(table, world):
    item = table.case(kind="decision")
    for key in ("case_officer", "manager", "chair", "member", "stranger"):
        with pytest.raises(PermissionDenied):
            services.decision_record(actor=world.people[key], item=item, text="Godkendt.")


def test_followers_are_told_when_the_meeting_closes(table, world):
    from sagsgang.web.meetings.models import FollowedCase

    item = table.case(kind="decision")
    FollowedCase.objects.create(user=world.people["member"], case=item.stop.case)
    table.decide(item, "Godkendt.")
    assert not Notification.objects.exists()
    table.close()
    codes = set(Notification.objects.values_list("user__name", "code"))
    assert {("Anja Lind", "case_decided"), ("Signe Krogh", "stop_decided")} <= codes
