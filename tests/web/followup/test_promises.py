"""Promises in a case's text are suggested, and become follow-ups only when somebody says so."""

import pytest
from django.core.exceptions import PermissionDenied

from sagsgang.minutes import SectionKind
from sagsgang.web.cases.models import Section
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.followup import services
from sagsgang.web.followup.models import FollowUp, Origin, SettledPromise
from sagsgang.web.followup.selectors.promises import (
    all_suggestions,
    promises_in,
    set_aside_of,
    suggestions_of,
)
from sagsgang.web.meetings.models import Item

pytestmark = pytest.mark.django_db
SENTENCE = "Antallet af både opgøres om to år."


@pytest.fixture
def case(world):
    made = world.case(state="approved")
    section = Section.objects.get(case=made, kind=SectionKind.PRESENTATION)
    section.html = f"<p>Der bygges to skure. {SENTENCE}</p>"
    section.save()
    made.points.create(number=2, text="at skurene evalueres om et år.")
    return made


def test_they_are_suggested_to_officer_and_secretary_and_nothing_is_made(case, world):
    for key in ("case_officer", "manager", "secretary"):
        found = suggestions_of(world.people[key], case)
        assert [each.text for each in found] == [SENTENCE, "at skurene evalueres om et år."]
    for key in ("member", "chair", "stranger", "colleague"):
        assert suggestions_of(world.people[key], case) == []
    assert len(all_suggestions(world.people["secretary"])) == 2
    assert not FollowUp.objects.exists()


def test_a_draft_promises_nothing_yet(case, officer):
    case.state = "draft"
    case.save()
    assert suggestions_of(officer, case) == []


def test_accepted_it_is_a_follow_up_with_its_sentence(case, officer, soon):
    key = promises_in(case)[0].key
    wanted = {"text": "Tæl bådene", "owner": officer, "deadline": soon(700)}
    row = services.promise_accept(actor=officer, case=case, key=key, **wanted)
    assert (row.origin, row.quote, row.case, row.body) == (
        Origin.PROMISE,
        SENTENCE,
        case,
        case.body,
    )
    assert services.promise_accept(actor=officer, case=case, key=key, **wanted) == row
    assert len(suggestions_of(officer, case)) == 1
    with pytest.raises(Refusal):
        services.promise_set_aside(actor=officer, case=case, key=key, reason="Nej")


def test_set_aside_with_a_reason_and_brought_back(case, officer):
    key = promises_in(case)[0].key
    with pytest.raises(Refusal):
        services.promise_set_aside(actor=officer, case=case, key=key, reason="")
    services.promise_set_aside(actor=officer, case=case, key=key, reason="Det sker hvert år")
    assert len(suggestions_of(officer, case)) == 1
    assert [row.reason for row in set_aside_of(officer, case)] == ["Det sker hvert år"]
    services.promise_bring_back(actor=officer, case=case, key=key)
    assert len(suggestions_of(officer, case)) == 2
    assert not SettledPromise.objects.exists()


def test_a_sentence_that_was_changed_is_another_promise(case, officer):
    key = promises_in(case)[0].key
    services.promise_set_aside(actor=officer, case=case, key=key, reason="Nej")
    Section.objects.filter(case=case).update(html="<p>Antallet opgøres om tre år.</p>")
    assert len(suggestions_of(officer, case)) == 2
    with pytest.raises(Refusal):
        services.promise_accept(actor=officer, case=case, key=key, text="Nej")


def test_only_those_of_the_case_settle_a_promise(case, world):
    key = promises_in(case)[0].key
    for name in ("member", "colleague", "stranger"):
        with pytest.raises(PermissionDenied):
            services.promise_accept(actor=world.people[name], case=case, key=key, text="Nej")
        with pytest.raises(PermissionDenied):
            services.promise_set_aside(actor=world.people[name], case=case, key=key, reason="Nej")


def test_a_decision_that_made_no_follow_up_is_read_too(table, world):
    item = table.case("Nye bådskure")
    table.decide(item, "Godkendt. Udvalget ønsker en evaluering om to år.", outcome="approved")
    secretary = world.people["secretary"]
    assert suggestions_of(secretary, item.stop.case) == []
    table.close()
    (found,) = suggestions_of(secretary, item.stop.case)
    assert found.text == "Udvalget ønsker en evaluering om to år."


def test_a_decision_behind_closed_doors_suggests_nothing(table, world):
    item = table.case("Nye bådskure")
    Item.objects.filter(pk=item.pk).update(is_closed=True, closed_ground="Forhandling")
    item.refresh_from_db()
    table.decide(item, "Prisen forelægges igen i marts.", outcome="approved")
    table.close()
    assert suggestions_of(world.people["secretary"], item.stop.case) == []
