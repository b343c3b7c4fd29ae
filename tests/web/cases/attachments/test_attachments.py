"""Attachments are added, versioned, closed and handed out; each only to those who may."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from sagsgang.web.audit.models import Event
from sagsgang.web.cases.attachments import gate
from sagsgang.web.cases.attachments.services import (
    attachment_move,
    attachment_remove,
    attachment_restore,
    attachment_save,
    attachment_version_add,
    attachments_add,
    file_receive,
)
from sagsgang.web.cases.models import CaseState
from sagsgang.web.design.refusal import Refusal

pytestmark = pytest.mark.django_db
NUMBER = b"Borgeren har cpr-nummer 070761-4285 i sagen."


def file(name="notat.txt", data=b"Skurene males."):
    return SimpleUploadedFile(name, data)


@pytest.fixture
def case(world):
    return world.case()


@pytest.fixture
def attach(world):
    def _attach(case, *files, actor=None):
        received = [file_receive(each) for each in files or (file(),)]
        return attachments_add(
            case=case, actor=actor or world.people["case_officer"], received=received
        )

    return _attach


def url(attachment, number=1):
    return f"/sager/{attachment.case_id}/bilag/{attachment.pk}/fil/{number}/"


def status(client, world, key, path):
    client.force_login(world.people[key])
    return client.get(path).status_code


@pytest.mark.parametrize("state", CaseState.values)
@pytest.mark.parametrize(
    "who", ["case_officer", "colleague", "manager", "finance_reviewer", "secretary", "stranger"]
)
def test_only_the_officer_of_a_draft_and_the_manager_of_a_sent_case_attach(
    world, attach, state, who
):
    case = world.case(state=state)
    may = (who, state) in {("case_officer", "draft"), ("manager", "sent")}
    if may:
        assert attach(case, actor=world.people[who])
    else:
        with pytest.raises(PermissionDenied):
            attach(case, actor=world.people[who])
        assert not case.attachments.exists()


def test_a_file_is_handed_out_to_be_saved_and_nothing_else(world, case, attach, client):
    (attachment,) = attach(case, file("../bør\r\nX: y.txt"))
    client.force_login(world.people["case_officer"])
    answer = client.get(url(attachment))
    assert answer.status_code == 200, answer.content[:600]
    assert b"".join(answer.streaming_content) == b"Skurene males."
    assert answer["Content-Disposition"].startswith("attachment;")
    assert "\n" not in answer["Content-Disposition"]
    assert "/" not in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]


def test_an_html_page_without_script_is_no_page_here(world, case, attach, client):
    (attachment,) = attach(case, file("side.html", b"<html><body><p>Hej</p></body></html>"))
    client.force_login(world.people["case_officer"])
    assert client.get(url(attachment))["Content-Type"] == "application/octet-stream"


def test_a_closed_attachment_is_not_there_for_a_colleague(world, case, attach, client):
    closed, open_one = attach(case, file("lukket.txt"), file("aaben.txt", b"Aaben."))
    officer = world.people["case_officer"]
    attachment_version_add(
        attachment=closed, actor=officer, received=file_receive(file("lukket.txt", b"Ny"))
    )
    attachment_save(
        attachment=closed,
        actor=officer,
        title="Tilbud fra Skurfirma",
        is_closed=True,
        ground="§ 10",
    )
    for number in (1, 2):
        assert status(client, world, "colleague", url(closed, number)) == 404
        assert status(client, world, "case_officer", url(closed, number)) == 200
        assert status(client, world, "manager", url(closed, number)) == 200
    assert status(client, world, "colleague", url(open_one)) == 200
    client.force_login(world.people["colleague"])
    page = client.get(f"/sager/{case.pk}/bilag/").content.decode()
    assert "Skurfirma" not in page
    assert "aaben" in page
    case.refresh_from_db()
    assert "skurfirma" not in case.search_text
    assert not Event.objects.filter(sentence__contains="Skurfirma").exists()


def test_earlier_and_removed_versions_are_only_for_those_who_see_versions(
    world, case, attach, client
):
    (attachment,) = attach(case)
    officer = world.people["case_officer"]
    attachment_version_add(
        attachment=attachment, actor=officer, received=file_receive(file(data=b"Nyt"))
    )
    assert status(client, world, "colleague", url(attachment, 1)) == 404
    assert status(client, world, "colleague", url(attachment, 2)) == 200
    attachment_remove(attachment=attachment, actor=officer)
    assert status(client, world, "colleague", url(attachment, 2)) == 404
    assert status(client, world, "manager", url(attachment, 1)) == 200


def test_a_guessed_address_gives_nothing(world, case, attach, client):
    (attachment,) = attach(case)
    other = world.case(title="En anden sag")
    for who in ("stranger", "administrator", "member"):
        assert status(client, world, who, url(attachment)) == 404
    client.force_login(world.people["case_officer"])
    path = url(attachment)
    for wrong in (
        path.replace(f"/sager/{case.pk}/", f"/sager/{other.pk}/"),
        path.replace("/fil/1/", "/fil/2/"),
        path.replace("/fil/1/", "/fil/99999999999999999999/"),
    ):
        assert client.get(wrong).status_code == 404
    client.logout()
    assert client.get(path).status_code == 404


def test_a_closed_case_hides_its_attachments(world, attach, client):
    case = world.case(is_closed=True)
    (attachment,) = attach(case)
    assert status(client, world, "colleague", url(attachment)) == 404
    assert status(client, world, "case_officer", url(attachment)) == 200


def test_a_later_room_opens_open_attachments_only(world, case, attach, monkeypatch):
    (attachment,) = attach(case)
    stranger = world.people["stranger"]
    version = attachment.versions.get()
    assert not gate.attachment_open(stranger, version, is_newest=True)
    monkeypatch.setattr(gate, "_hooks", [lambda user, attachment: user == stranger])
    assert gate.attachment_open(stranger, version, is_newest=True)
    assert not gate.attachment_open(stranger, version, is_newest=False)
    version.attachment.is_closed = True
    assert not gate.attachment_open(stranger, version, is_newest=True)


def test_closing_demands_a_ground(world, case, attach):
    (attachment,) = attach(case)
    with pytest.raises(Refusal) as refused:
        attachment_save(
            attachment=attachment,
            actor=world.people["case_officer"],
            title="Notat",
            is_closed=True,
            ground="  ",
        )
    assert refused.value.field == "ground"


def test_the_same_file_is_no_new_version(world, case, attach):
    (attachment,) = attach(case)
    with pytest.raises(Refusal):
        attachment_version_add(
            attachment=attachment,
            actor=world.people["case_officer"],
            received=file_receive(file("andet-navn.txt")),
        )


def test_moved_removed_and_put_back(world, case, attach):
    a, _b, c = attach(case, file("a.txt", b"a"), file("b.txt", b"b"), file("c.txt", b"c"))
    officer = world.people["case_officer"]

    def titles():
        return [x.title for x in case.attachments.filter(removed_at__isnull=True)]

    attachment_move(attachment=c, actor=officer, steps=-1)
    assert titles() == ["a", "c", "b"]
    attachment_move(attachment=a, actor=officer, steps=-1)
    assert titles() == ["a", "c", "b"]
    attachment_remove(attachment=a, actor=officer)
    with pytest.raises(Refusal):
        attachment_remove(attachment=a, actor=officer)
    attachment_restore(attachment=a, actor=officer)
    assert titles() == ["c", "b", "a"]
    assert case.versions.exists()


def test_what_must_not_be_published_is_found_in_a_file(world, case, attach):
    (attachment,) = attach(case, file("liste.txt", NUMBER))
    findings = attachment.versions.get().findings
    assert [each["rule"] for each in findings if each["severity"] == "blocks"] == ["P01"]
    assert "4285" not in str(findings)


def test_good_files_are_kept_when_one_is_bad(world, case, client):
    client.force_login(world.people["case_officer"])
    form = {
        "operation": uuid.uuid4(),
        "files": [file("godt.txt"), file("program.exe", b"MZ"), file("tom.txt", b"")],
    }
    answer = client.post(f"/sager/{case.pk}/bilag/", form)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "program.exe" in page
    assert "tom.txt" in page
    assert [each.title for each in case.attachments.all()] == ["godt"]


def test_sent_twice_it_is_attached_once(world, case, client):
    client.force_login(world.people["case_officer"])
    key = uuid.uuid4()
    for _ in range(2):
        form = {"operation": key, "files": [file()]}
        assert client.post(f"/sager/{case.pk}/bilag/", form).status_code == 303
    assert case.attachments.count() == 1


def test_the_buttons_of_the_page_write(world, case, attach, client):
    one, two = attach(case, file("a.txt", b"a"), file("b.txt", b"b"))
    client.force_login(world.people["case_officer"])

    def press(name, attachment, **more):
        path = f"/sager/{case.pk}/bilag/{attachment.pk}/{name}/"
        return client.post(path, {"operation": uuid.uuid4(), **more}).status_code

    assert press("flyt", two, vej="op") == 303
    assert [each.title for each in case.attachments.all()] == ["b", "a"]
    assert press("fjern", one) == 303
    assert press("fjern", one) == 303  # told that it is gone, by a message
    assert press("tilbage", one) == 303
    assert press("version", one, file=file("a.txt", b"aa")) == 303
    assert one.versions.count() == 2
    assert client.get(f"/sager/{case.pk}/bilag/{one.pk}/").status_code == 200
    client.force_login(world.people["colleague"])
    assert press("fjern", one) == 403
