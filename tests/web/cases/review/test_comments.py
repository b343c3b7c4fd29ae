"""Comments in the margin: who reads them, who writes them, and where they never show."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from sagsgang.web.cases.models import CaseState, Comment, FinanceStatement
from sagsgang.web.cases.review.comment_selectors import comment_threads
from sagsgang.web.cases.review.comment_services import (
    comment_add,
    comment_answer,
    comment_settle,
    comment_unsettle,
)
from sagsgang.web.cases.selectors import case_content
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.notifications.models import Notification

pytestmark = pytest.mark.django_db
SECRET = "Kajen er rådden, sig det ikke"
READERS = {"case_officer", "manager", "finance_reviewer"}


@pytest.fixture
def case(world):
    case = world.case(state=CaseState.APPROVED)
    FinanceStatement.objects.create(case=case, asked_by=case.officer)
    return case


@pytest.fixture
def comment(world, case):
    return comment_add(
        case=case,
        actor=world.people["manager"],
        text=SECRET,
        section=case.sections.first().pk,
        quote="Der bygges to skure.",
    )


@pytest.mark.parametrize("state", CaseState.values)
def test_who_reads_comments_in_which_state(world, case, comment, state):
    case.state = state
    case.save()
    readers = {
        key
        for key, user in world.people.items()
        if comment_threads(user=user, case=case) is not None
    }
    also = {"secretary"} if state != CaseState.DRAFT else set()
    assert readers == READERS | also


@pytest.mark.parametrize("state", CaseState.values)
def test_who_writes_comments_in_which_state(world, case, state):
    case.state = state
    case.save()
    writers = set()
    for key, user in world.people.items():
        try:
            comment_add(case=case, actor=user, text="Se her.")
        except PermissionDenied:
            continue
        writers.add(key)
    expected = {
        CaseState.DRAFT: READERS,
        CaseState.SENT: READERS | {"secretary"},
        CaseState.APPROVED: READERS | {"secretary"},
    }
    assert writers == expected.get(state, set())


def test_a_colleague_sees_no_comment_on_any_page(world, case, comment, client):
    client.force_login(world.people["colleague"])
    for path in ("", "bilag/", "tilknytninger/", "paategning/"):
        answer = client.get(f"/sager/{case.pk}/{path}")
        assert answer.status_code == 200
        assert "Kajen er rådden" not in answer.content.decode()
    assert client.get(f"/sager/{case.pk}/kommentarer/").status_code == 403
    client.force_login(world.people["stranger"])
    assert client.get(f"/sager/{case.pk}/kommentarer/").status_code == 404
    client.force_login(world.people["case_officer"])
    assert "Kajen er rådden" in client.get(f"/sager/{case.pk}/kommentarer/").content.decode()


def test_comments_are_neither_in_versions_nor_found_by_searching(world, case, comment):
    assert SECRET not in str(case_content(case))
    case.refresh_from_db()
    assert SECRET.lower() not in case.search_text


def test_the_officer_and_those_who_wrote_are_told(world, case, comment):
    officer, manager = world.people["case_officer"], world.people["manager"]
    assert [n.user for n in Notification.objects.all()] == [officer]
    comment_answer(comment=comment, actor=officer, text="Det skriver jeg om.")
    told = Notification.objects.latest("id")
    assert told.user == manager
    assert SECRET not in told.text


def test_an_answer_to_an_answer_stands_under_the_same_comment(world, case, comment):
    officer = world.people["case_officer"]
    answer = comment_answer(comment=comment, actor=officer, text="Ja.")
    second = comment_answer(comment=answer, actor=officer, text="Nej.")
    assert second.answers == comment
    (thread,) = comment_threads(user=officer, case=case)
    assert [each.text for each in thread.answers] == ["Ja.", "Nej."]


def test_settled_and_unsettled_again(world, case, comment):
    officer = world.people["case_officer"]
    for _ in range(2):
        comment_settle(comment=comment, actor=officer)
    comment.refresh_from_db()
    assert comment.settled_by == officer
    comment_unsettle(comment=comment, actor=officer)
    comment.refresh_from_db()
    assert comment.settled_at is None
    assert comment.settled_by is None


def test_words_that_are_gone_are_told_as_gone(world, case, comment):
    officer = world.people["case_officer"]
    (thread,) = comment_threads(user=officer, case=case)
    assert thread.is_quote_there
    case.sections.filter(pk=comment.section_id).update(html="<p>Nyt.</p>")
    (thread,) = comment_threads(user=officer, case=case)
    assert not thread.is_quote_there


def test_a_section_of_another_case_and_an_empty_comment_are_refused(world, case):
    other = world.case()
    manager = world.people["manager"]
    with pytest.raises(Refusal):
        comment_add(case=case, actor=manager, text="Se.", section=other.sections.first().pk)
    with pytest.raises(Refusal):
        comment_add(case=case, actor=manager, text="   ")


def test_sent_twice_it_is_written_once_and_escaped(world, case, client):
    client.force_login(world.people["manager"])
    form = {"operation": uuid.uuid4(), "section": "", "text": "<script>alert(1)</script>"}
    for _ in range(2):
        assert client.post(f"/sager/{case.pk}/kommentarer/", form).status_code == 303
    assert Comment.objects.count() == 1
    page = client.get(f"/sager/{case.pk}/kommentarer/").content.decode()
    assert "&lt;script&gt;alert" in page
    assert "<script>alert" not in page


def test_an_empty_comment_keeps_the_quoted_words(world, case, client):
    client.force_login(world.people["manager"])
    form = {"operation": uuid.uuid4(), "section": "", "quote": "to skure", "text": " "}
    answer = client.post(f"/sager/{case.pk}/kommentarer/", form)
    assert answer.status_code == 422
    assert 'value="to skure"' in answer.content.decode()


def test_buttons_only_for_those_who_may(world, case, comment, client):
    path = f"/sager/{case.pk}/kommentarer/{comment.pk}/"
    client.force_login(world.people["colleague"])
    for name in ("klaret/", "genaabn/", "svar/"):
        form = {"operation": uuid.uuid4(), "text": "Hej"}
        assert client.post(path + name, form).status_code == 403
    client.force_login(world.people["secretary"])
    assert client.post(f"{path}klaret/", {"operation": uuid.uuid4()}).status_code == 303
    answered = client.post(f"{path}svar/", {"operation": uuid.uuid4(), "text": "Ja"})
    assert answered.status_code == 303
    other = world.case(state=CaseState.APPROVED)
    wrong = f"/sager/{other.pk}/kommentarer/{comment.pk}/klaret/"
    assert client.post(wrong, {"operation": uuid.uuid4()}).status_code == 404
