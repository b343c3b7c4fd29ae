"""The page of an outgoing answer, for its writer and for those it was left to."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from sagsgang.web.cases.models import CaseState
from sagsgang.web.routes.models import OutgoingAnswer

pytestmark = pytest.mark.django_db


def post(client, user, path, **data):
    client.force_login(user)
    return client.post(path, {"operation": uuid.uuid4(), **data})


def test_from_draft_to_sent_by_the_pages(world, client):
    officer, chair = world.people["case_officer"], world.people["chair"]
    case = world.case(state=CaseState.APPROVED)
    done = post(
        client,
        officer,
        reverse("routes:outgoing_begin", args=[case.pk]),
        recipient="Ministeriet",
        subject="Ekspertgruppens rapport",
        deadline=(timezone.localdate() + timedelta(days=20)).isoformat(),
        html="<p>Kommunen er enig.</p>",
        approvers=[chair.person.pk],
    )
    assert done.status_code == 303
    answer = OutgoingAnswer.objects.get()
    page = reverse("routes:outgoing", args=[answer.pk])
    client.force_login(chair)
    assert client.get(page).status_code == 404
    post(client, officer, reverse("routes:outgoing_ask", args=[answer.pk]))
    client.force_login(chair)
    shown = client.get(page).content.decode()
    assert "Kommunen er enig." in shown
    assert f"/sager/{case.pk}/" not in shown
    assert answer.subject in client.get(reverse("routes:hearings")).content.decode()
    back = post(
        client, chair, reverse("routes:outgoing_return", args=[answer.pk]), revision=1, comment=""
    )
    assert back.status_code == 422
    post(client, chair, reverse("routes:outgoing_approve", args=[answer.pk]), revision=1)
    answer.refresh_from_db()
    assert answer.state == "approved"
    sent = reverse("routes:outgoing_dispatch", args=[answer.pk])
    day = timezone.localdate().isoformat()
    assert post(client, chair, sent, dispatched_on=day, dispatched_how="mail").status_code == 403
    post(client, officer, sent, dispatched_on=day, dispatched_how="mail")
    copy = reverse("routes:outgoing_copy", args=[answer.pk])
    post(client, officer, copy, bodies=[world.bodies["Byrådet"].pk])
    client.force_login(officer)
    shown = client.get(page).content.decode()
    assert "Sendt " in shown
    assert "Byrådet" in shown
    listed = client.get(reverse("routes:case_outgoing", args=[case.pk])).content.decode()
    assert answer.subject in listed


@pytest.mark.parametrize("key", ["stranger", "member", "administrator"])
def test_others_find_nothing(world, client, key):
    answer = OutgoingAnswer.objects.create(
        case=world.case(state=CaseState.SENT),
        recipient="Ministeriet",
        subject="Rapport",
        deadline=timezone.localdate(),
        state="awaiting",
        created_by=world.people["case_officer"],
    )
    client.force_login(world.people[key])
    for name in ("outgoing", "outgoing_edit"):
        assert client.get(reverse(f"routes:{name}", args=[answer.pk])).status_code == 404
    path = reverse("routes:outgoing_approve", args=[answer.pk])
    assert post(client, world.people[key], path, revision=1).status_code == 404
