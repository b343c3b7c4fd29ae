"""A case goes from draft to sent, approved and closed, back again, and out."""

import pytest
from django.core.exceptions import PermissionDenied

from sagsgang.web.audit.models import Event
from sagsgang.web.cases.models import Approval, CaseState, CaseVersion, KeptText
from sagsgang.web.cases.services import (
    case_approve,
    case_close,
    case_recall,
    case_reopen,
    case_return,
    case_revise,
    case_send,
    case_withdraw,
)
from sagsgang.web.design.refusal import Refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(world):
    return world.people


def test_from_draft_to_closed(world, people):
    case = world.case()
    version = case_send(actor=people["case_officer"], case=case)
    assert case.state == CaseState.SENT
    assert version.reason == CaseVersion.Reason.SENT
    approval = case_approve(actor=people["manager"], case=case)
    assert case.state == CaseState.APPROVED
    assert approval.version.reason == "approved"
    case_close(actor=people["secretary"], case=case)
    assert case.state == CaseState.CLOSED
    codes = list(Event.objects.values_list("code", flat=True))
    assert codes == ["case_sent", "case_approved", "case_closed"]


def test_sending_says_which_sections_are_empty(world, people):
    case = world.case()
    case.sections.filter(kind="financial_implications").update(
        is_required=True, html="<p>&nbsp;</p>"
    )
    with pytest.raises(Refusal) as refused:
        case_send(actor=people["case_officer"], case=case)
    assert "Økonomi" in str(refused.value.message)
    assert "Sagsfremstilling" not in str(refused.value.message)
    case.refresh_from_db()
    assert case.state == CaseState.DRAFT
    assert not case.versions.exists()


def test_a_required_recommendation_needs_points(world, people):
    case = world.case()
    section = case.sections.first()
    section.kind, section.is_required, section.html = "recommendation", True, ""
    section.save()
    case.points.all().delete()
    with pytest.raises(Refusal):
        case_send(actor=people["case_officer"], case=case)


def test_a_case_with_two_texts_that_wait_is_not_sent(world, people):
    case = world.case()
    KeptText.objects.create(
        case=case,
        section=case.sections.first(),
        html="<p>Mit.</p>",
        based_on=1,
        author=people["case_officer"],
    )
    with pytest.raises(Refusal):
        case_send(actor=people["case_officer"], case=case)


def test_recall_revise_and_reopen_make_it_a_draft_again(world, people):
    case = world.case()
    case_send(actor=people["case_officer"], case=case)
    case_recall(actor=people["case_officer"], case=case)
    assert case.state == CaseState.DRAFT
    case.state = CaseState.APPROVED
    case.save()
    case_revise(actor=people["case_officer"], case=case)
    assert case.state == CaseState.DRAFT
    case_withdraw(actor=people["case_officer"], case=case, reason="Pengene kom ikke.")
    assert case.state == CaseState.WITHDRAWN
    assert case.withdrawn_because == "Pengene kom ikke."
    case_reopen(actor=people["case_officer"], case=case)
    assert case.state == CaseState.DRAFT
    assert case.withdrawn_because == ""


def test_a_return_needs_words_and_leaves_an_approval_row(world, people):
    case = world.case(state=CaseState.SENT)
    with pytest.raises(Refusal) as refused:
        case_return(actor=people["manager"], case=case, comment=" ")
    assert refused.value.field == "comment"
    case_return(actor=people["manager"], case=case, comment="Skriv prisen.")
    row = Approval.objects.get()
    assert not row.is_approved
    assert row.comment == "Skriv prisen."
    assert case.state == "draft"


def test_withdrawing_needs_a_reason(world, people):
    with pytest.raises(Refusal):
        case_withdraw(actor=people["case_officer"], case=world.case(), reason="")


def test_twice_is_refused_by_the_state(world, people):
    case = world.case()
    stale = type(case).objects.get(pk=case.pk)
    case_send(actor=people["case_officer"], case=case)
    with pytest.raises(PermissionDenied):
        case_send(actor=people["case_officer"], case=stale)
    assert case.versions.count() == 1


def test_the_name_of_a_closed_case_stands_in_no_event(world, people):
    case = world.case(title="Afsked af havnefogeden", is_closed=True, public_title="Personalesag")
    case_send(actor=people["case_officer"], case=case)
    case_return(actor=people["manager"], case=case, comment="Mere.")
    case_withdraw(actor=people["case_officer"], case=case, reason="Havnefogeden bliver.")
    for sentence in Event.objects.values_list("sentence", flat=True):
        assert "Personalesag" in sentence
        assert "avnefoged" not in sentence
