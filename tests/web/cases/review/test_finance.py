"""The finance statement: asked for, given about a text, outdated when the money changes."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.minutes import SectionKind
from sagsgang.web.bodies.models import Assignment, Role
from sagsgang.web.cases.models import CaseState, FinanceStatement
from sagsgang.web.cases.review.finance import (
    NOTHING_TO_REMARK,
    FinanceState,
    finance_of,
    finance_sentence,
)
from sagsgang.web.cases.review.finance_selectors import finance_queue
from sagsgang.web.cases.review.finance_services import finance_answer, finance_ask
from sagsgang.web.cases.review.findings import contradiction
from sagsgang.web.cases.review.money_text import money_sha256
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.jobs.models import Job
from sagsgang.web.jobs.services import jobs_run_due
from sagsgang.web.notifications.models import Notification

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(world):
    return world.case(has_financial_implications=True)


@pytest.fixture
def ask(world, case):
    def _ask(**more):
        return finance_ask(case=case, actor=world.people["case_officer"], **more)

    return _ask


@pytest.fixture
def give(world, case):
    def _give(text="Beløbet er afsat.", **more):
        shown = more.pop("shown", None) or money_sha256(case)
        return finance_answer(
            case=case, actor=world.people["finance_reviewer"], shown=shown, text=text, **more
        )

    return _give


def write(case, kind, html):
    case.sections.filter(kind=kind).update(html=html)


MONEY, TEXT = SectionKind.FINANCIAL_IMPLICATIONS, SectionKind.PRESENTATION


def test_from_not_asked_to_given(case, ask, give, world):
    assert finance_of(case).state is FinanceState.NOT_ASKED
    ask(question="Er beløbet afsat?")
    assert finance_of(case).state is FinanceState.WAITING
    statement = give()
    assert finance_of(case).state is FinanceState.VALID
    assert statement.version.content["sections"]
    assert finance_sentence(case) == "Økonomipåtegning: Beløbet er afsat."
    told = Notification.objects.get(code="finance_answered")
    assert told.user == world.people["case_officer"]


def test_nothing_to_remark_in_one_click(case, ask, give):
    ask()
    statement = give(text="", nothing_to_remark=True)
    assert statement.text == NOTHING_TO_REMARK
    assert statement.is_nothing_to_remark


@pytest.mark.parametrize(
    ("kind", "html", "state"),
    [
        (MONEY, "<p>Det koster 11 kr.</p>", FinanceState.OUTDATED),
        (MONEY, "<h3>Det</h3><p>koster <b>10</b> kr.</p>", FinanceState.VALID),
        (TEXT, "<p>Der bygges tre skure.</p>", FinanceState.VALID),
        (TEXT, "<p>Der bygges to skure for 2,5 mio. kr.</p>", FinanceState.OUTDATED),
    ],
)
def test_only_what_is_about_money_makes_it_outdated(case, ask, give, kind, html, state):
    ask()
    give()
    write(case, kind, html)
    assert finance_of(case).state is state
    assert bool(finance_sentence(case)) is (state is FinanceState.VALID)


def test_a_changed_point_makes_it_outdated_and_it_can_be_renewed(case, ask, give):
    ask()
    give()
    case.points.update(text="at skurene bygges for kassen.")
    assert finance_of(case).state is FinanceState.OUTDATED
    ask(question="Se igen.")
    give("Kassen rækker.")
    assert finance_of(case).state is FinanceState.VALID
    assert [row.text for row in finance_of(case).history] == ["Beløbet er afsat.", "Kassen rækker."]


def test_a_reviewer_renews_without_being_asked(case, ask, give):
    ask()
    give()
    write(case, MONEY, "<p>Det koster 12 kr.</p>")
    give("Også 12 kr. er afsat.")
    assert finance_of(case).state is FinanceState.VALID


def test_an_answer_to_a_text_that_has_changed_is_refused(case, ask, give):
    ask()
    shown = money_sha256(case)
    write(case, MONEY, "<p>Det koster 900 mio. kr.</p>")
    with pytest.raises(Refusal):
        give(shown=shown)
    assert finance_of(case).state is FinanceState.WAITING


@given(words=st.text(alphabet="abc æøå", max_size=40))
def test_words_without_money_never_change_what_it_is_about(words):
    class Rows(list):
        def all(self):
            return self

    class Case:
        points = Rows()

        def __init__(self, html):
            row = type("Row", (), {"kind": TEXT, "heading": "Om", "html": html})
            self.sections = Rows([row])

    assert money_sha256(Case("<p>Det koster 10 kr.</p>")) == money_sha256(
        Case(f"<p>{words}</p><p>Det koster 10 kr.</p>")
    )


@pytest.mark.parametrize("state", CaseState.values)
def test_who_asks_and_who_answers_in_which_state(world, state):
    asks, answers = set(), set()
    for key, user in world.people.items():
        case = world.case(state=state)
        try:
            finance_ask(case=case, actor=user)
            asks.add(key)
        except PermissionDenied:
            FinanceStatement.objects.create(case=case, asked_by=case.officer)
        try:
            finance_answer(case=case, actor=user, shown=money_sha256(case), text="Ja.")
            answers.add(key)
        except PermissionDenied:
            pass
    is_written = state in (CaseState.DRAFT, CaseState.SENT)
    assert asks == ({"case_officer", "manager"} if is_written else set())
    is_living = is_written or state == CaseState.APPROVED
    assert answers == ({"finance_reviewer"} if is_living else set())


def test_it_is_asked_for_once_at_a_time_and_of_somebody(case, ask):
    ask()
    with pytest.raises(Refusal):
        ask()
    FinanceStatement.objects.all().delete()
    Assignment.objects.filter(role=Role.FINANCE_REVIEWER).delete()
    with pytest.raises(Refusal, match="Havneudvalget"):
        ask()


def test_a_deadline_of_yesterday_is_refused(ask):
    with pytest.raises(Refusal) as refused:
        ask(deadline=timezone.localdate() - timedelta(days=1))
    assert refused.value.field == "deadline"


def test_reminders_come_before_and_after_the_deadline(world, case, ask, give):
    with time_machine.travel("2026-03-02T09:00:00+01:00", tick=False) as clock:
        ask(deadline=timezone.localdate() + timedelta(days=7))
        assert Job.objects.filter(name="finance_remind").count() == 2
        clock.move_to("2026-03-08T08:01:00+01:00")
        jobs_run_due()
        reviewer, officer = world.people["finance_reviewer"], world.people["case_officer"]
        assert [n.user for n in Notification.objects.filter(code="finance_remind")] == [reviewer]
        clock.move_to("2026-03-10T08:01:00+01:00")
        jobs_run_due()
        told = {n.user for n in Notification.objects.filter(code="finance_remind")}
        assert told == {reviewer, officer}


def test_nobody_is_reminded_of_what_is_answered(case, ask, give):
    with time_machine.travel("2026-03-02T09:00:00+01:00", tick=False) as clock:
        ask(deadline=timezone.localdate() + timedelta(days=7))
        give()
        clock.move_to("2026-03-10T08:01:00+01:00")
        jobs_run_due()
    assert not Notification.objects.filter(code="finance_remind").exists()


def test_a_statement_that_contradicts_its_section_is_told(case, world):
    said = "Økonomi bemærker, at sagen ikke belyser de økonomiske konsekvenser."
    write(case, MONEY, "<p>Det koster 2,5 mio. kr.</p>")
    assert "2,5 mio. kr." in contradiction(case, said)
    assert contradiction(case, "Intet at bemærke.") == ""
    assert contradiction(case, "") == ""


def test_the_queue_has_what_waits_and_what_is_outdated(world, case, ask, give):
    reviewer = world.people["finance_reviewer"]
    quiet = world.case(title="Uden penge")
    ask()
    assert [row.case for row in finance_queue(user=reviewer)] == [case]
    give()
    assert finance_queue(user=reviewer) == []
    write(case, MONEY, "<p>Det koster 12 kr.</p>")
    case.save()
    (row,) = finance_queue(user=reviewer)
    assert row.case == case
    assert row.finance.state is FinanceState.OUTDATED
    assert quiet not in [row.case for row in finance_queue(user=reviewer)]
    assert finance_queue(user=world.people["stranger"]) == []


def test_the_pages(world, case, client, django_assert_max_num_queries):
    client.force_login(world.people["case_officer"])
    path = f"/sager/{case.pk}/paategning/"
    assert client.get("/sager/paategninger/").status_code == 403
    key = uuid.uuid4()
    for _ in range(2):
        asked = client.post(f"{path}bed/", {"operation": key, "question": "Er det afsat?"})
        assert asked.status_code == 303
    assert FinanceStatement.objects.count() == 1
    assert client.post(f"{path}giv/", {"operation": uuid.uuid4()}).status_code == 403
    client.force_login(world.people["finance_reviewer"])
    with django_assert_max_num_queries(12):
        assert "Nye cykelskure" in client.get("/sager/paategninger/").content.decode()
    form = {"operation": uuid.uuid4(), "shown": money_sha256(case), "text": ""}
    assert client.post(f"{path}giv/", form).status_code == 422
    form = {"operation": uuid.uuid4(), "shown": "gammel", "text": "Det er afsat."}
    answer = client.post(f"{path}giv/", form)
    assert answer.status_code == 422
    assert "Det er afsat." in answer.content.decode()
    assert money_sha256(case) in answer.content.decode()
    form |= {"operation": uuid.uuid4(), "shown": money_sha256(case), "nothing": "1"}
    for _ in range(2):
        assert client.post(f"{path}giv/", form).status_code == 303
    assert finance_of(case).latest.text == NOTHING_TO_REMARK
    client.force_login(world.people["stranger"])
    assert client.get(path).status_code == 404
