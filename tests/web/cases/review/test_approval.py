"""Approval: what stands in its way, returning with a comment, several at once."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from sagsgang.minutes import SectionKind
from sagsgang.web.cases.attachments.services import (
    attachment_save,
    attachments_add,
    file_receive,
)
from sagsgang.web.cases.checks.selectors import case_findings
from sagsgang.web.cases.models import Approval, CaseState, Suppression
from sagsgang.web.cases.review.approval_services import cases_approve
from sagsgang.web.cases.review.finance_services import finance_answer, finance_ask
from sagsgang.web.cases.review.money_text import money_sha256
from sagsgang.web.cases.review.obstacles import obstacles_of
from sagsgang.web.cases.services import case_approve, case_return, case_send
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.notifications.models import Notification

pytestmark = pytest.mark.django_db
NUMBER = "070761-4285"


@pytest.fixture
def sent(world):
    return world.case(state=CaseState.SENT)


def test_nothing_in_the_way(world, sent):
    assert obstacles_of(sent) == []
    case_approve(actor=world.people["manager"], case=sent)
    assert sent.state == CaseState.APPROVED


def test_money_without_a_statement_is_not_approved(world, sent):
    manager = world.people["manager"]
    sent.has_financial_implications = True
    sent.save()
    with pytest.raises(Refusal):
        case_approve(actor=manager, case=sent)
    finance_ask(case=sent, actor=manager)
    with pytest.raises(Refusal):
        case_approve(actor=manager, case=sent)
    reviewer = world.people["finance_reviewer"]
    finance_answer(case=sent, actor=reviewer, shown=money_sha256(sent), text="Det er afsat.")
    sent.sections.filter(kind=SectionKind.FINANCIAL_IMPLICATIONS).update(html="<p>12 kr.</p>")
    with pytest.raises(Refusal):
        case_approve(actor=manager, case=sent)
    sent.refresh_from_db()
    assert sent.state == CaseState.SENT
    assert not Approval.objects.exists()
    finance_answer(case=sent, actor=reviewer, shown=money_sha256(sent), text="Også det.")
    case_approve(actor=manager, case=sent)
    assert sent.state == CaseState.APPROVED


def test_a_personal_number_in_the_text_blocks_even_when_set_aside(world, sent):
    manager = world.people["manager"]
    text = sent.sections.filter(kind=SectionKind.PRESENTATION)
    text.update(html=f"<p>Borgeren har cpr-nummer {NUMBER}.</p>")
    (finding,) = [each for each in case_findings(sent) if each.rule == "P01"]
    Suppression.objects.create(
        case=sent, rule="P01", fingerprint=finding.fingerprint, reason="Det er i orden", by=manager
    )
    with pytest.raises(Refusal) as refused:
        case_approve(actor=manager, case=sent)
    assert NUMBER not in str(refused.value.message)


def test_a_personal_number_in_a_file_blocks_unless_it_is_closed(world, sent):
    manager = world.people["manager"]
    file = SimpleUploadedFile("liste.txt", f"cpr-nummer {NUMBER}".encode())
    (attachment,) = attachments_add(case=sent, actor=manager, received=[file_receive(file)])
    assert "liste" in obstacles_of(sent)[0].text
    with pytest.raises(Refusal):
        case_approve(actor=manager, case=sent)
    attachment_save(
        attachment=attachment, actor=manager, title="Liste", is_closed=True, ground="§ 10"
    )
    case_approve(actor=manager, case=sent)


def test_only_a_manager_and_only_a_sent_case(world):
    for state in CaseState.values:
        for key, user in world.people.items():
            case = world.case(state=state)
            if (key, state) == ("manager", CaseState.SENT):
                continue
            with pytest.raises(PermissionDenied):
                case_approve(actor=user, case=case)


def test_the_manager_is_told_and_then_the_officer(world):
    case = world.case()
    officer, manager = world.people["case_officer"], world.people["manager"]
    case_send(actor=officer, case=case)
    assert [n.user for n in Notification.objects.filter(code="case_sent")] == [manager]
    case_return(actor=manager, case=case, comment="Skriv, hvad det koster.")
    assert [n.user for n in Notification.objects.filter(code="case_returned")] == [officer]
    case_send(actor=officer, case=case)
    case_approve(actor=manager, case=case)
    assert [n.user for n in Notification.objects.filter(code="case_approved")] == [officer]


def test_several_at_once_each_with_its_own_result(world, sent):
    money = world.case(title="Med penge", state=CaseState.SENT, has_financial_implications=True)
    draft = world.case(title="Kladde")
    outcomes = cases_approve(
        keys=[sent.pk, money.pk, draft.pk, 999999, sent.pk], actor=world.people["manager"]
    )
    assert [bool(each.message) for each in outcomes] == [False, True, True, True]
    for case, state in ((sent, "approved"), (money, "sent"), (draft, "draft")):
        case.refresh_from_db()
        assert case.state == state
    assert Approval.objects.count() == 1


def test_several_never_tell_of_what_one_may_not_see(world):
    secret = world.case(title="Hemmelig", is_closed=True, state=CaseState.SENT)
    (outcome,) = cases_approve(keys=[secret.pk], actor=world.people["colleague"])
    assert "Hemmelig" not in outcome.title + outcome.message


def test_the_page_of_a_manager(world, sent, client):
    path = f"/sager/{sent.pk}/godkend/"
    for key, status in (("colleague", 403), ("case_officer", 403), ("stranger", 404)):
        client.force_login(world.people[key])
        assert client.get(path).status_code == status
    client.force_login(world.people["manager"])
    assert client.get(path).status_code == 200
    empty = client.post(f"{path}retur/", {"operation": uuid.uuid4(), "comment": " "})
    assert empty.status_code == 422
    form = {"operation": uuid.uuid4(), "comment": "Skriv mere."}
    for _ in range(2):
        assert client.post(f"{path}retur/", form).status_code == 303
    assert Approval.objects.get().comment == "Skriv mere."
    again = client.post(f"{path}ja/", {"operation": uuid.uuid4()})
    assert again.status_code == 403


def test_an_approval_that_is_refused_keeps_the_word_and_leads_on(world, sent, client):
    sent.has_financial_implications = True
    sent.save()
    client.force_login(world.people["manager"])
    form = {"operation": uuid.uuid4(), "comment": "Flot arbejde."}
    answer = client.post(f"/sager/{sent.pk}/godkend/ja/", form)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Flot arbejde." in page
    assert f"/sager/{sent.pk}/paategning/" in page


def test_the_list_for_approval(world, sent, client, django_assert_max_num_queries):
    for number in range(3):
        world.case(title=f"Sag {number}", state=CaseState.SENT)
    world.case(title="Kun en kladde")
    client.force_login(world.people["manager"])
    with django_assert_max_num_queries(12):
        page = client.get("/sager/til-godkendelse/").content.decode()
    assert "Sag 2" in page
    assert "Kun en kladde" not in page
    none = client.post("/sager/til-godkendelse/", {"operation": uuid.uuid4()})
    assert none.status_code == 422
    form = {"operation": uuid.uuid4(), "case": [sent.pk, "x", "9" * 30]}
    assert client.post("/sager/til-godkendelse/", form).status_code == 422
    form["case"] = [sent.pk]
    for _ in range(2):
        assert client.post("/sager/til-godkendelse/", form).status_code == 303
    sent.refresh_from_db()
    assert sent.state == CaseState.APPROVED
    client.force_login(world.people["case_officer"])
    assert client.get("/sager/til-godkendelse/").status_code == 403
