"""Mit arbejde shows what waits for me, nothing I may not see; Processer shows every row."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sagsgang.figures.registry import all_indicators
from sagsgang.web.bodies.models import Role
from sagsgang.web.cases.models import Approval, Case, CaseState, CaseVersion, KeptText
from sagsgang.web.cases.services import version_make
from sagsgang.web.desk.processes import STATES, process_documents
from sagsgang.web.desk.waiting import waiting_for
from sagsgang.web.routes.hearings.services import hearing_start
from sagsgang.web.routes.services import stop_add

pytestmark = pytest.mark.django_db


def test_whoever_is_not_signed_in_is_sent_to_sign_in(client):
    for address in ("/arbejde/", "/arbejde/soeg/?q=skur"):
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/konto/log-ind/")


def test_nothing_waits_for_a_newcomer(client, world):
    client.force_login(world.people["stranger"])
    assert "Der venter ikke noget på dig." in client.get("/arbejde/").content.decode()


def test_each_sees_what_is_hers_to_do(world):
    draft = world.case("Kajen males")
    sent = world.case("Molen forlænges", state=CaseState.SENT)
    titles = {
        key: {row.title for row in waiting_for(world.people[key])}
        for key in ("case_officer", "manager", "colleague", "member", "administrator")
    }
    assert titles == {
        "case_officer": {draft.title},
        "manager": {sent.title},
        "colleague": set(),
        "member": set(),
        "administrator": set(),
    }


def test_a_returned_case_says_why_and_a_kept_text_is_told(world):
    case = world.case("Kajen males")
    officer, manager = world.people["case_officer"], world.people["manager"]
    version = version_make(case=case, actor=officer, reason=CaseVersion.Reason.SENT)
    Approval.objects.create(
        case=case, version=version, is_approved=False, comment="Hvad koster det?", by=manager
    )
    KeptText.objects.create(
        case=case, section=case.sections.first(), html="<p>x</p>", based_on=1, author=officer
    )
    whys = [str(row.why) for row in waiting_for(officer)]
    assert "Hvad koster det?" in whys
    assert len(whys) == 2


def test_an_approved_case_without_a_way_waits_until_it_has_one(world):
    officer = world.people["case_officer"]
    case = world.case("Kajen males", state=CaseState.APPROVED)
    assert [(row.title, row.path) for row in waiting_for(officer)] == [
        (case.title, f"/sager/{case.pk}/vej/")
    ]
    stop_add(
        actor=officer, case=case, body=world.body("Byrådet"), kind="decision", is_deciding=True
    )
    assert waiting_for(officer) == []


def test_a_hearing_past_its_deadline_waits_once_for_who_answers(world):
    case = world.case("Kajen males", state=CaseState.APPROVED)
    council = world.body("Ældrerådet")
    world.assign(world.people["secretary"], Role.SECRETARY, council)
    hearing_start(
        actor=world.people["case_officer"],
        case=case,
        bodies=[council],
        deadline=timezone.localdate() + timedelta(days=3),
        sections=[section.pk for section in case.sections.all()],
    )
    with time_machine.travel(timezone.now() + timedelta(days=9)):
        rows = waiting_for(world.people["secretary"])
    assert [row.title for row in rows] == ["Kajen males – Ældrerådet"]


def test_the_nearest_deadline_is_on_top_and_a_late_one_is_told(client, world):
    today = timezone.localdate()
    world.case("Uden frist")
    world.case("Om en uge", deadline=today + timedelta(days=7))
    world.case("I går", deadline=today - timedelta(days=1))
    rows = waiting_for(world.people["case_officer"])
    assert [row.title for row in rows] == ["I går", "Om en uge", "Uden frist"]
    client.force_login(world.people["case_officer"])
    page = client.get("/arbejde/").content.decode()
    assert "1 frist er overskredet." in page


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(CaseState.values), st.booleans()), min_size=1, max_size=4)
)
def test_no_desk_and_no_search_shows_what_one_may_not_see(world, client, told):
    Case.objects.all().delete()
    for state, is_closed in told:
        world.case("Hemmelig kran", state=state, is_closed=is_closed, search_text="hemmelig kran")
    for key in ("stranger", "administrator", "chair", "member"):
        user = world.people[key]
        client.force_login(user)
        for address in ("/arbejde/", "/arbejde/soeg/?q=hemmelig"):
            # What she typed herself is the only place where the word may stand.
            page = re.sub(
                r'value="[^"]*"|\?q=\w+|»[^«]*«', "", client.get(address).content.decode()
            )
            assert "hemmelig" not in page.lower()


def test_the_search_finds_cases_bodies_and_policies(client, world):
    world.case("Nye cykelskure", search_text="nye cykelskure ved havnen")
    client.force_login(world.people["case_officer"])
    page = client.get("/arbejde/soeg/?q=CYKELSKURE").content.decode()
    assert "Nye cykelskure" in page
    assert "Havneudvalget" in client.get("/arbejde/soeg/?q=havneudv").content.decode()
    assert "Prøv med færre" in client.get("/arbejde/soeg/?q=giraf").content.decode()


def test_my_work_asks_the_database_little(client, world, django_assert_max_num_queries):
    for number in range(12):
        world.case(f"Sag {number}")
    client.force_login(world.people["case_officer"])
    client.get("/arbejde/")
    with django_assert_max_num_queries(24):
        client.get("/arbejde/")


def test_every_row_of_the_documents_is_a_process():
    counts = {each.name.split(",")[0]: len(each.processes) for each in process_documents()}
    assert counts == {
        "Thisted": 16,
        "Viborg": 10,
        "Lemvig": 8,
        "Sønderborg": 9,
        "Holstebro": 7,
        "Hvad dokumenterne ellers viser": 14,
    }


def test_what_runs_says_where_and_what_does_not_says_what_is_missing():
    for document in process_documents():
        for process in document.processes:
            assert process.state in STATES
            assert bool(process.room) == (process.state != "runs"), process
            if process.state != "coming":
                assert process.case or process.path, process


def test_every_indicator_named_is_one():
    named = {
        name
        for document in process_documents()
        for process in document.processes
        for name in process.indicators
    }
    assert len(named) > 10
    assert named <= {each.id for each in all_indicators()}


def test_the_page_shows_every_process(client):
    page = client.get("/processer/").content.decode()
    for document in process_documents():
        assert document.name in page
    assert page.count('<th scope="row">') == 64
