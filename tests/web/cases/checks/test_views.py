"""The checks as the editor asks for them, and findings set aside and taken up again."""

import json
import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from sagsgang.web.audit.models import Event
from sagsgang.web.cases.checks.selectors import case_findings, suppressions_printed
from sagsgang.web.cases.checks.services import finding_suppress, finding_unsuppress
from sagsgang.web.cases.models import CaseState, Suppression
from sagsgang.web.design.refusal import Refusal

pytestmark = pytest.mark.django_db
REASON = "Tallene er afrundet hver for sig."


@pytest.fixture
def case(world):
    made = world.case()
    made.sections.filter(order=1).update(html="<p>Der står skuret skuret her.</p>")
    return made


@pytest.fixture
def finding(case):
    (only,) = case_findings(case)
    return only


def ask(client, case, body) -> object:
    address = reverse("cases:case_checks", args=[case.pk])
    return client.post(address, body, content_type="application/json")


def test_what_is_on_the_screen_is_checked(client, world, case):
    client.force_login(world.people["case_officer"])
    section = case.sections.get(order=1)
    answer = ask(client, case, {"sections": {section.pk: "<p>Her er kajen kajen nu.</p>"}}).json()
    (told,) = answer["findings"]
    assert told["spot"]["words"] == "kajen kajen"
    assert told["spot"]["section"] == section.pk
    assert told["weight"] == "Værd at vide"
    assert answer["may_suppress"] is True
    assert section.html == "<p>Der står skuret skuret her.</p>"


@pytest.mark.parametrize("body", ["[]", "{", '{"sections": []}', '{"sections": {"x": "y"}}',
                                  '{"points": [1]}', '{"title": 1}', "[" * 100_000])  # fmt: skip
def test_what_cannot_be_read_is_told(client, world, case, body):
    client.force_login(world.people["case_officer"])
    answer = ask(client, case, body)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("Teksten kunne ikke læses")


def test_more_than_is_taken_is_told(client, world, case, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    client.force_login(world.people["case_officer"])
    assert ask(client, case, json.dumps({"title": "x" * 2000})).status_code == 413


def test_only_who_may_read_is_answered(client, world, case):
    for person, status in (("stranger", 404), ("member", 404), ("colleague", 200)):
        client.force_login(world.people[person])
        assert ask(client, case, "{}").status_code == status
        answer = client.get(reverse("cases:case_checks", args=[case.pk]))
        assert answer.status_code == status
    client.logout()
    assert ask(client, case, "{}").status_code == 404


def test_who_may_read_and_not_write_sets_nothing_aside(client, world, case, finding):
    client.force_login(world.people["colleague"])
    assert ask(client, case, "{}").json()["may_suppress"] is False
    address = reverse("cases:finding_set_aside", args=[case.pk])
    assert client.post(address, form(finding)).status_code == 403
    assert not Suppression.objects.exists()


def form(finding, **more):
    known = {"rule": finding.rule, "fingerprint": finding.fingerprint, "reason": REASON}
    return {"operation": str(uuid.uuid4()), **known, **more}


def test_set_aside_with_a_reason_that_is_printed_and_taken_up_again(client, world, case, finding):
    client.force_login(world.people["case_officer"])
    sent = form(finding)
    for _turn in range(2):
        answer = client.post(reverse("cases:finding_set_aside", args=[case.pk]), sent)
        assert (answer.status_code, answer.url) == (303, f"/sager/{case.pk}/tjek/")
    assert Event.objects.filter(code="finding_suppressed").count() == 1
    (aside,) = case_findings(case)
    assert aside.set_aside.reason == REASON
    assert suppressions_printed(case) == [f"{aside.title}: {REASON}"]
    page = client.get(f"/sager/{case.pk}/tjek/").content.decode()
    assert f"Sat til side af Signe Krogh: {REASON}" in page
    client.post(reverse("cases:finding_take_up", args=[case.pk]), form(finding))
    (again,) = case_findings(case)
    assert again.set_aside is None
    event = Event.objects.get(code="finding_unsuppressed")
    assert event.sentence.startswith("Signe Krogh tog et fund af tjekket »")


def test_the_editor_is_told_in_json(client, world, case, finding):
    client.force_login(world.people["case_officer"])
    address = reverse("cases:finding_set_aside", args=[case.pk])
    answer = client.post(
        address, form(finding, reason="nej"), headers={"accept": "application/json"}
    )
    assert answer.status_code == 400
    assert "begrundelsen bliver trykt" in answer.json()["error"]
    answer = client.post(address, form(finding), headers={"accept": "application/json"})
    assert answer.json() == {"set_aside": {"reason": REASON, "by": "Signe Krogh"}}


def test_a_refused_reason_stays_in_the_form(client, world, case, finding):
    client.force_login(world.people["case_officer"])
    answer = client.post(
        reverse("cases:finding_set_aside", args=[case.pk]), form(finding, reason="for kort")
    )
    assert answer.status_code == 422
    assert ">\nfor kort</textarea>" in answer.content.decode()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"reason": "x" * 301}, "højst 300"),
        ({"reason": "Borgeren er 070761-4285, og det er rigtigt."}, "personnummer"),
        ({"fingerprint": "abc"}, "kendes ikke"),
        ({"code": "Z99"}, "ikke noget tjek"),
    ],
)
def test_what_is_refused(case, world, finding, given, said):
    known = {"code": finding.rule, "fingerprint": finding.fingerprint, "reason": REASON}
    with pytest.raises(Refusal) as refusal:
        finding_suppress(actor=world.people["case_officer"], case=case, **known | given)
    assert said in str(refusal.value.message)
    assert not Suppression.objects.exists()


def test_a_sent_case_is_its_managers(case, world, finding):
    case.state = CaseState.SENT
    case.save()
    known = {"code": finding.rule, "fingerprint": finding.fingerprint}
    with pytest.raises(PermissionDenied):
        finding_suppress(actor=world.people["case_officer"], case=case, reason=REASON, **known)
    finding_suppress(actor=world.people["manager"], case=case, reason=REASON, **known)
    finding_unsuppress(actor=world.people["manager"], case=case, **known)
    finding_unsuppress(actor=world.people["manager"], case=case, **known)
    assert Event.objects.filter(code="finding_unsuppressed").count() == 1
