"""A member's pages: for her alone, few questions to the database, and what a device may keep."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.cases.attachments.storage import bytes_keep
from sagsgang.web.cases.models import Attachment, AttachmentVersion
from sagsgang.web.meetings.members import services
from sagsgang.web.meetings.members.keeping import NOBODY, person_token
from sagsgang.web.meetings.models import Note, ReadMark

pytestmark = pytest.mark.django_db


def press(client, name, key, **fields):
    data = {"operation": str(uuid4()), **fields}
    return client.post(reverse(f"meetings:{name}", args=[key]), data)


def test_nobody_comes_in_without_signing_in(client, sent, item):
    for path in (
        reverse("meetings:own"),
        reverse("meetings:own_agenda", args=[sent.pk]),
        reverse("meetings:own_notes", args=[item.pk]),
        reverse("meetings:own_device"),
    ):
        assert client.get(path).status_code == 302


def test_the_agenda_of_others_is_not_there(client, world, building, put_on):
    item = put_on(building)
    for key in ("member", "stranger", "administrator"):
        client.force_login(world.people[key])
        path = reverse("meetings:own_agenda", args=[building.pk])
        assert client.get(path).status_code == 404
        for name in ("item_read", "item_unread", "own_notes", "own_disqualification"):
            assert press(client, name, item.pk).status_code == 404


def test_closed_titles_are_only_for_members(client, world, member, sent):
    client.force_login(member)
    path = reverse("meetings:own_agenda", args=[sent.pk])
    assert "Salg af grunden" in client.get(path).content.decode()
    for key in ("colleague", "manager", "administrator", "stranger"):
        client.force_login(world.people[key])
        answer = client.get(path)
        if key != "manager":  # the manager of the case reads her own
            assert "Salg af grunden" not in answer.content.decode(), key


def test_her_start_page_asks_little(
    client, member, sent, item, world, django_assert_max_num_queries
):
    services.item_read(actor=member, item=item)
    for days in (30, 60, 90):
        PlannedMeeting.objects.create(
            body=world.body("Havneudvalget"), starts_at=sent.plan.starts_at + timedelta(days=days)
        )
    client.force_login(member)
    # The frame asks about six of these.
    with django_assert_max_num_queries(20):
        assert client.get(reverse("meetings:own")).status_code == 200
    with django_assert_max_num_queries(20):
        assert client.get(reverse("meetings:own_agenda", args=[sent.pk])).status_code == 200


def test_a_note_sent_twice_is_one(client, member, item):
    client.force_login(member)
    data = {"operation": str(uuid4()), "text": "Spørg om taget"}
    path = reverse("meetings:own_notes", args=[item.pk])
    answers = [client.post(path, data, headers={"Accept": "application/json"}) for _ in "ab"]
    told = [json.loads(answer.content) for answer in answers]
    assert told[0]["note"] == told[1]["note"]
    assert Note.objects.count() == 1
    assert client.post(path, {"operation": str(uuid4())}).status_code == 422


def test_what_was_typed_stays_when_it_is_refused(client, member, item):
    client.force_login(member)
    path = reverse("meetings:own_notes", args=[item.pk])
    data = {"operation": str(uuid4()), "text": "Min tanke", "quote": "findes ikke"}
    answer = client.post(path, data)
    assert answer.status_code == 422
    assert "Min tanke" in answer.content.decode()


def test_reading_by_get_marks_nothing(client, member, sent, item):
    client.force_login(member)
    day = sent.plan.starts_at.date().isoformat()
    path = reverse("meetings:item", args=["havneudvalget", day, item.number])
    assert client.get(path).status_code == 200
    assert not ReadMark.objects.exists()
    assert press(client, "item_read", item.pk).status_code == 303
    assert ReadMark.objects.count() == 1


def test_a_button_leads_only_to_our_own_pages(client, member, item):
    client.force_login(member)
    answer = press(client, "item_read", item.pk, next="https://ond.example/")
    assert answer["Location"].startswith("/moeder/")


# What a device may keep -----------------------------------------------------------------------


def test_only_what_a_member_reads_may_be_kept(client, world, member, sent, item):
    day = sent.plan.starts_at.date().isoformat()
    kept = [
        reverse("meetings:own"),
        reverse("meetings:own_agenda", args=[sent.pk]),
        reverse("meetings:agenda", args=["havneudvalget", day]),
        reverse("meetings:item", args=["havneudvalget", day, item.number]),
    ]
    others = ["/", "/arbejde/", "/udvalg/", "/konto/", "/beskeder/", reverse("meetings:wish")]
    others += [reverse("cases:case", args=[item.stop.case_id])]
    client.force_login(member)
    for path in kept:
        answer = client.get(path)
        assert answer.headers["Sagsgang-Keep"] == "page", path
        assert int(answer.headers["Sagsgang-Until"]) > 0
        assert answer.headers["Sagsgang-Person"] == person_token(member)
    for path in others:
        assert "Sagsgang-Keep" not in client.get(path).headers, path
    client.force_login(world.people["administrator"])
    for path in (*kept, "/administration/"):
        assert "Sagsgang-Keep" not in client.get(path).headers, path
    client.force_login(world.people["secretary"])
    assert "Sagsgang-Keep" not in client.get(kept[2]).headers


def test_a_page_says_whose_it_is_without_saying_who(client, world, member):
    assert client.get("/").headers["Sagsgang-Person"] == NOBODY
    tokens = {person_token(world.people[key]) for key in world.people}
    assert len(tokens) == len(world.people)
    member.session_number += 1
    assert person_token(member) not in tokens


def test_closed_attachments_are_not_kept(client, member, item):
    case = item.stop.case
    made = Attachment.objects.create(case=case, order=1, title="Tegning")
    AttachmentVersion.objects.create(
        attachment=made,
        number=1,
        sha256=bytes_keep(b"abc"),
        file_name="tegning.txt",
        media_type="text/plain",
        size=3,
        uploaded_by=case.officer,
    )
    client.force_login(member)
    address = reverse("cases:attachment_file", args=[case.pk, made.pk, 1])
    assert client.get(address).headers["Sagsgang-Keep"] == "file"
    Attachment.objects.update(is_closed=True, closed_ground="Prisen")
    assert "Sagsgang-Keep" not in client.get(address).headers
    Attachment.objects.update(is_closed=False)
    item.is_closed, item.closed_ground = True, "Prisen"
    item.save()
    assert "Sagsgang-Keep" not in client.get(address).headers


def test_the_program_may_serve_every_page_and_is_asked_for_anew(client):
    answer = client.get(reverse("meetings:service_worker"))
    assert answer.headers["Service-Worker-Allowed"] == "/"
    assert answer.headers["Cache-Control"] == "no-cache"
    policy = answer.headers["Content-Security-Policy"]
    assert "worker-src 'self'" in policy
    assert "manifest-src 'self'" in policy
    assert answer.content.decode().startswith("const WORDS = {")


def test_only_members_get_the_app(client, world, member, sent):
    for key, has_it in (("member", True), ("chair", True), ("secretary", False)):
        client.force_login(world.people[key])
        assert ("manifest.webmanifest" in client.get("/udvalg/").content.decode()) is has_it
