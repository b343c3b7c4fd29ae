"""A hearing from the first question to the last answer, and what is refused on the way."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import BodyKind, Membership, PlannedMeeting
from sagsgang.web.cases.models import Attachment, CaseState, CaseVersion, Section
from sagsgang.web.cases.services import case_withdraw
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.jobs.models import Job
from sagsgang.web.jobs.services import jobs_run_due
from sagsgang.web.notifications.models import Notification
from sagsgang.web.routes.hearings.selectors import (
    contacts_of,
    hearings_awaiting,
    hearings_late,
    overview_of,
)
from sagsgang.web.routes.hearings.services import (
    answer_record,
    answer_send,
    draft_save,
    hearing_close,
    hearing_collect,
    hearing_extend,
    hearing_remind,
    hearing_withdraw,
)
from sagsgang.web.routes.hearings.state import HearingState, hearing_state
from sagsgang.web.routes.hearings.timing import deadline_proposed, remind_day
from sagsgang.web.routes.models import CaseStop, Hearing, HearingRound, StopState
from sagsgang.web.routes.services import stop_add, stop_withdraw

pytestmark = pytest.mark.django_db


def told(code):
    return {n.user.name for n in Notification.objects.filter(code=code)}


def fresh(hearing):
    return Hearing.objects.select_related("stop__case", "round").get(pk=hearing.pk)


def after(days):
    return time_machine.travel(timezone.now() + timedelta(days=days), tick=False)


def test_those_who_answer_are_told_and_the_text_is_frozen(heard):
    hearing = heard.hearing()
    assert told("hearing_asked") == {"Else Bay", "Rikke Juhl"}
    assert hearing.stop.version.reason == CaseVersion.Reason.HEARING
    assert hearing_state(hearing) == HearingState.DISPATCHED
    section = Section.objects.filter(case=hearing.stop.case).first()
    section.html = "<p>Noget helt andet.</p>"
    section.save()
    texts = [each["html"] for each in fresh(hearing).round.material["sections"]]
    assert "<p>Der bygges to skure.</p>" in texts
    assert Event.objects.filter(code="hearing_started").count() == 1


def test_thirteen_bodies_are_asked_on_one_step_before_the_decision(heard):
    world, case = heard.world, heard.case(state=CaseState.APPROVED)
    decision = stop_add(
        actor=heard.officer, case=case, body=world.bodies["Byrådet"], kind="decision"
    )
    bodies = [world.body(f"Område-MED {n}", BodyKind.MED_COMMITTEE) for n in range(6)]
    bodies += [world.body(f"Råd {n}", BodyKind.ADVISORY_COUNCIL) for n in range(7)]
    asked = heard.start(case=case, bodies=bodies)
    stops = CaseStop.objects.filter(hearing__round=asked)
    assert stops.count() == 13
    assert len({stop.step for stop in stops}) == 1
    decision.refresh_from_db()
    assert decision.step == stops.first().step + 1
    for hearing in asked.hearings.all()[:10]:
        answer_record(
            actor=heard.officer,
            hearing=hearing,
            answered_on=timezone.localdate(),
            answered_by="Formanden",
            received_how="mail",
            is_nothing_to_remark=True,
        )
    overview = overview_of(HearingRound.objects.get(pk=asked.pk))
    assert (overview.missing, overview.asked_for, len(overview.rows)) == (3, 13, 13)
    assert not Event.objects.filter(code="hearing_answers_in").exists()


def test_a_hearing_that_the_way_has_planned_is_taken_up(heard):
    case = heard.case()
    stop = stop_add(actor=heard.officer, case=case, body=heard.council, kind="hearing")
    asked = heard.start(case=case, bodies=[heard.council, heard.med])
    assert {h.stop.step for h in asked.hearings.all()} == {stop.step}
    assert asked.hearings.get(stop__body=heard.council).stop == stop


def test_when_all_have_answered_the_next_treatment_is_told_once(heard):
    world = heard.world
    case = heard.case(state=CaseState.APPROVED)
    stop_add(actor=heard.officer, case=case, body=case.body, kind="decision", is_deciding=True)
    hearing = heard.hearing(case=case)
    answer_send(actor=heard.chair, hearing=hearing, html="<p>Gerne flere skure.</p>")
    assert Event.objects.filter(code="hearing_answers_in").count() == 1
    assert told("hearing_answers_in") == {"Signe Krogh", "Ulla Fenger"}
    answer_send(actor=heard.secretary, hearing=hearing, html="<p>Og tag på dem.</p>")
    assert Event.objects.filter(code="hearing_answers_in").count() == 1
    assert world.people["secretary"].name in told("hearing_answers_in")


def test_a_newer_answer_takes_the_place_of_the_older_and_both_are_kept(heard):
    hearing = heard.hearing()
    answer_send(actor=heard.chair, hearing=hearing, html="<p>Nej.</p>", absent="Arne Toft")
    answer_send(actor=heard.chair, hearing=hearing, html="<p>Jo, alligevel.</p>")
    row = overview_of(hearing.round).rows[0]
    assert row.answer.html == "<p>Jo, alligevel.</p>"
    assert [each.html for each in row.earlier] == ["<p>Nej.</p>"]
    stop = CaseStop.objects.get(hearing=hearing)
    assert (stop.state, stop.decision_text, stop.absent) == (StopState.TREATED, "Nej.", "Arne Toft")
    assert "Jo, alligevel." in stop.addenda.get().text


def test_a_late_answer_is_accepted_and_marked(heard):
    hearing = heard.hearing(days=3)
    with after(4):
        assert hearing_state(fresh(hearing)) == HearingState.LATE
        answer = answer_send(actor=heard.chair, hearing=hearing, html="<p>Undskyld.</p>")
        assert answer.is_late
        assert hearing_state(fresh(hearing)) == HearingState.ANSWERED


def test_on_the_last_day_it_is_not_late(heard):
    hearing = heard.hearing(days=3)
    with after(3):
        assert not answer_send(actor=heard.chair, hearing=hearing, html="<p>Ja.</p>").is_late


def test_the_calendar_reminds_once_and_tells_when_the_deadline_has_passed(heard):
    with time_machine.travel("2026-03-02 10:00", tick=False):
        asked = heard.start(bodies=[heard.council, heard.med], days=14, remind_on=date(2026, 3, 9))
        council = asked.hearings.get(stop__body=heard.council)
        answer_send(actor=heard.chair, hearing=council, is_nothing_to_remark=True)
    with time_machine.travel("2026-03-09 10:00", tick=False):
        jobs_run_due()
        jobs_run_due()
        assert told("hearing_reminded") == {"Mona Friis"}
        assert Event.objects.filter(code="hearing_reminded").count() == 1
    with time_machine.travel("2026-03-17 10:00", tick=False):
        jobs_run_due()
        event = Event.objects.get(code="hearing_answers_in")
        assert (event.details["answered"], event.details["missing"]) == (1, 1)
        assert [h.stop.body for h in hearings_late(heard.officer)] == [heard.med]


def test_an_extended_deadline_moves_reminder_and_end_and_all_are_told_why(heard):
    with time_machine.travel("2026-03-02 10:00", tick=False):
        hearing = heard.hearing(days=14, remind_on=date(2026, 3, 9))
        hearing_extend(
            actor=heard.officer,
            asked=hearing.round,
            deadline=date(2026, 4, 13),
            reason="Påsken ligger i vejen.",
        )
    with time_machine.travel("2026-03-18 10:00", tick=False):
        jobs_run_due()
        assert not told("hearing_reminded")
        assert not Event.objects.filter(code="hearing_answers_in").exists()
    note = Notification.objects.filter(code="hearing_extended").first()
    assert "Påsken" in note.text
    assert "13. april 2026" in note.text
    assert fresh(hearing).round.remind_on < date(2026, 4, 13)
    assert Job.objects.filter(name="hearing_deadline").count() == 2


def test_one_body_is_taken_out_with_a_reason_and_the_rest_go_on(heard):
    asked = heard.start(bodies=[heard.council, heard.med])
    council = asked.hearings.get(stop__body=heard.council)
    with pytest.raises(Refusal):
        hearing_withdraw(actor=heard.officer, hearing=council, reason="  ")
    hearing_withdraw(actor=heard.officer, hearing=council, reason="Rådet er ikke berørt.")
    council = fresh(council)
    assert (council.stop.state, council.stop.reason) == ("withdrawn", "Rådet er ikke berørt.")
    assert overview_of(asked).missing == 1
    assert told("hearing_withdrawn") == {"Else Bay", "Rikke Juhl"}
    with pytest.raises(Refusal, match="ikke berørt"):
        answer_send(actor=heard.chair, hearing=council, html="<p>Vi vil svare.</p>")


def test_closing_before_the_deadline_wants_a_reason_and_ends_what_is_missing(heard):
    hearing = heard.hearing()
    with pytest.raises(Refusal):
        hearing_close(actor=heard.officer, asked=hearing.round)
    hearing_close(actor=heard.officer, asked=hearing.round, reason="Sagen haster.")
    assert hearing_state(fresh(hearing)) == HearingState.ENDED
    assert fresh(hearing).stop.state == StopState.WITHDRAWN
    with pytest.raises(Refusal):
        answer_send(actor=heard.chair, hearing=hearing, html="<p>For sent.</p>")
    with pytest.raises(Refusal):
        hearing_remind(actor=heard.officer, hearing=hearing)


def test_a_case_that_is_withdrawn_is_heard_no_more_and_nobody_is_told_to_go_on(heard):
    hearing = heard.hearing()
    case_withdraw(actor=heard.officer, case=hearing.stop.case, reason="Ikke aktuel.")
    hearing = fresh(hearing)
    assert hearing_state(hearing) == HearingState.ENDED
    assert hearing.round.ended_at is not None
    assert not Event.objects.filter(code="hearing_answers_in").exists()


def test_a_treatment_withdrawn_on_the_way_ends_its_hearing(heard):
    hearing = heard.hearing()
    stop_withdraw(actor=heard.officer, stop=hearing.stop, reason="Høres ikke.")
    assert hearing_state(fresh(hearing)) == HearingState.ENDED


def test_who_left_the_council_cannot_answer(heard):
    hearing = heard.hearing()
    Membership.objects.filter(person__user=heard.chair).update(
        ends_on=timezone.localdate() - timedelta(days=1)
    )
    heard.chair.__dict__.pop("_standings", None)
    with pytest.raises(PermissionDenied):
        answer_send(actor=heard.chair, hearing=hearing, html="<p>Jeg mener stadig.</p>")
    assert heard.chair not in contacts_of([heard.council.pk])[heard.council.pk]
    assert hearings_awaiting(heard.chair) == []


def test_an_ordinary_member_reads_and_does_not_answer(heard):
    with pytest.raises(PermissionDenied):
        answer_send(actor=heard.member, hearing=heard.hearing(), html="<p>Min mening.</p>")


def test_a_council_that_was_closed_meanwhile_cannot_answer_but_be_recorded(heard):
    hearing = heard.hearing()
    today = timezone.localdate()
    heard.council.valid_to = today
    heard.council.save()
    with after(2):
        with pytest.raises(Refusal, match="nedlagt"):
            answer_send(actor=heard.chair, hearing=hearing, html="<p>Hej.</p>")
        assert overview_of(fresh(hearing).round).rows[0].notes
        record = {"actor": heard.officer, "hearing": hearing, "received_how": "brev"}
        with pytest.raises(Refusal):
            answer_record(
                **record,
                answered_on=timezone.localdate(),
                answered_by="Else Bay",
                html="<p>Hej.</p>",
            )
        answer = answer_record(
            **record, answered_on=today, answered_by="Else Bay", html="<p>Hej.</p>"
        )
    assert (answer.answered_by, answer.received_how) == ("Else Bay", "brev")
    with after(3), pytest.raises(Refusal, match="Ældrerådet"):
        heard.start(case=heard.case())


def test_a_draft_is_kept_until_it_is_sent_and_nobody_overwrites_it(heard):
    hearing = heard.hearing()
    draft_save(actor=heard.chair, hearing=hearing, html="<p>Måske</p><script>x</script>")
    draft_save(actor=heard.secretary, hearing=hearing, html="<p>Et andet</p>")
    assert hearing.drafts.get(by=heard.chair).html == "<p>Måske</p>"
    answer_send(actor=heard.chair, hearing=hearing, html="<p>Ja.</p>")
    assert [draft.by for draft in hearing.drafts.all()] == [heard.secretary]


def test_words_are_not_thrown_away_by_no_remarks(heard):
    hearing = heard.hearing()
    with pytest.raises(Refusal):
        answer_send(
            actor=heard.chair, hearing=hearing, html="<p>Jo!</p>", is_nothing_to_remark=True
        )
    with pytest.raises(Refusal):
        answer_send(actor=heard.chair, hearing=hearing, html="<p> </p>")
    answer = answer_send(actor=heard.chair, hearing=hearing, is_nothing_to_remark=True)
    assert answer.html == "<p>Ingen bemærkninger.</p>"


@pytest.mark.parametrize(
    ("days", "field"), [(-1, "deadline"), (900, "deadline")], ids=["past", "far"]
)
def test_impossible_deadlines(heard, days, field):
    with pytest.raises(Refusal) as refused:
        heard.start(days=days)
    assert refused.value.field == field
    assert not HearingRound.objects.exists()


def test_a_hearing_after_the_decision_is_said_at_once(heard):
    case = heard.case(state=CaseState.APPROVED)
    council = heard.world.bodies["Byrådet"]
    stop = stop_add(actor=heard.officer, case=case, body=council, kind="decision", is_deciding=True)
    stop.wanted_on = timezone.localdate() + timedelta(days=10)
    stop.save()
    with pytest.raises(Refusal, match="Byrådet"):
        heard.start(case=case, days=10)
    asked = heard.start(case=case, days=9)
    with pytest.raises(Refusal, match="Byrådet"):
        hearing_extend(
            actor=heard.officer,
            asked=asked,
            deadline=timezone.localdate() + timedelta(days=11),
            reason="Mere tid.",
        )


def test_a_council_that_meets_after_the_deadline_is_noted(heard):
    PlannedMeeting.objects.create(
        body=heard.council, starts_at=timezone.localtime() + timedelta(days=30)
    )
    hearing = heard.hearing(days=21)
    assert "Ældrerådet mødes først" in overview_of(hearing.round).rows[0].notes[0]


def test_a_closed_case_is_not_heard_and_closed_parts_are_not_given(heard):
    with pytest.raises(Refusal):
        heard.start(case=heard.case(is_closed=True))
    case = heard.case()
    hidden = Section.objects.create(
        case=case, order=9, kind="other", heading="Personsag", html="<p>CPR</p>", is_public=False
    )
    attachment = Attachment.objects.create(case=case, order=1, title="Lukket", is_closed=True)
    asked = heard.start(
        case=case,
        sections={*Section.objects.filter(case=case).values_list("pk", flat=True)},
        attachments={attachment.pk},
    )
    assert hidden.pk not in {each["section"] for each in asked.material["sections"]}
    assert asked.material["attachments"] == []


def test_the_same_council_is_not_asked_twice_at_a_time(heard):
    case = heard.case()
    heard.start(case=case)
    with pytest.raises(Refusal, match="Ældrerådet"):
        heard.start(case=case)


def test_strangers_start_nothing_and_a_secretary_of_the_council_sees_no_case(heard):
    with pytest.raises(PermissionDenied):
        heard.start(actor=heard.world.people["stranger"])
    with pytest.raises(PermissionDenied):
        heard.start(actor=heard.secretary)


def test_the_answers_go_into_the_case_word_for_word_and_again_when_newer_come(heard):
    asked = heard.start(bodies=[heard.council, heard.med])
    hearing = asked.hearings.get(stop__body=heard.council)
    with pytest.raises(Refusal):
        hearing_collect(actor=heard.officer, asked=asked)
    answer_send(
        actor=heard.chair,
        hearing=hearing,
        html="<p>Skurene er <strong>for få</strong>.</p>",
        dissent="Arne Toft er uenig & siger nej.",
    )
    section = hearing_collect(actor=heard.officer, asked=asked)
    assert "<p>Skurene er <strong>for få</strong>.</p>" in section.html
    assert "Arne Toft er uenig &amp; siger nej." in section.html
    answer_send(actor=heard.chair, hearing=hearing, html="<p>Nu er de nok.</p>")
    again = hearing_collect(actor=heard.officer, asked=asked)
    assert again.pk == section.pk
    assert "Nu er de nok." in again.html
    assert "for få" not in again.html
    assert Section.objects.filter(case=asked.case, heading="Høringssvar").count() == 1


@pytest.mark.parametrize(
    ("today", "deadline", "remind"),
    [
        (date(2026, 3, 2), date(2026, 3, 23), date(2026, 3, 16)),
        # Skærtorsdag to 2. påskedag are no weekdays.
        (date(2026, 3, 17), date(2026, 4, 7), date(2026, 3, 26)),
        (date(2026, 3, 2), date(2026, 3, 4), None),
    ],
)
def test_reminders_are_five_weekdays_before(today, deadline, remind):
    assert remind_day(deadline, today) == remind


def test_the_proposed_deadline_is_a_weekday():
    assert deadline_proposed(date(2026, 3, 15)) == date(2026, 4, 7)


def test_after_closing_it_is_seen_who_answered_of_those_who_were_asked(heard):
    asked = heard.start(bodies=[heard.council, heard.med])
    council = asked.hearings.get(stop__body=heard.council)
    answer_send(actor=heard.chair, hearing=council, html="<p>Vi er enige.</p>")
    hearing_close(actor=heard.officer, asked=asked, reason="Sagen haster.")
    overview = overview_of(HearingRound.objects.get(pk=asked.pk))
    assert {row.body: row.shown for row in overview.rows} == {
        heard.council: HearingState.ANSWERED,
        heard.med: HearingState.ENDED,
    }
    assert (len(overview.answered), overview.asked_for) == (1, 2)


def test_a_body_that_was_taken_out_was_not_asked(heard):
    asked = heard.start(bodies=[heard.council, heard.med])
    med = asked.hearings.get(stop__body=heard.med)
    hearing_withdraw(actor=heard.officer, hearing=med, reason="Ikke berørt.")
    hearing_close(actor=heard.officer, asked=asked, reason="Sagen haster.")
    assert overview_of(HearingRound.objects.get(pk=asked.pk)).asked_for == 1
