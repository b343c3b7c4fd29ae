"""Notes and highlights are their writer's alone, stay at their words, and are never lost."""

import json

import pytest
from django.core import serializers
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from sagsgang.web.audit.models import Event
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.members import services
from sagsgang.web.meetings.members.selectors import note_get, own_item
from sagsgang.web.meetings.models import AgendaVersion, Note

pytestmark = pytest.mark.django_db
SECRET = "Spørg hvem der betaler Kragelund"


def the_note(member, item):
    (found,) = own_item(member, item).notes
    return found


def test_words_are_marked_and_found_again_in_a_new_version(member, item, send_again):
    services.note_add(actor=member, item=item, quote="to skure")
    send_again(item, "<p>Først noget andet.</p><p>Der bygges to skure.</p>")
    found = the_note(member, item)
    assert (found.state, found.quote) == ("there", "to skure")
    assert found.before.endswith("Der bygges ")


def test_words_that_are_gone_keep_the_note(member, item, send_again):
    services.note_add(actor=member, item=item, quote="to skure", text=SECRET)
    send_again(item, "<p>Der sker ingenting.</p>")
    found = the_note(member, item)
    assert (found.state, found.note.quote, found.note.text) == ("gone", "to skure", SECRET)


def test_words_must_stand_in_the_item(member, item):
    with pytest.raises(Refusal):
        services.note_add(actor=member, item=item, quote="noget helt andet")
    with pytest.raises(Refusal):
        services.note_add(actor=member, item=item)
    assert not Note.objects.exists()


def test_what_was_written_on_another_device_is_kept(member, item):
    note = services.note_add(actor=member, item=item, text="fra telefonen")
    based_on = note.changed_at.isoformat()
    services.note_save(actor=member, note=note, text="fra tavlen", based_on=based_on)
    saved = services.note_save(actor=member, note=note, text="uden net", based_on=based_on)
    assert "fra tavlen" in saved.text
    assert "uden net" in saved.text
    again = services.note_save(
        actor=member, note=note, text="nu", based_on=saved.changed_at.isoformat()
    )
    assert again.text == "nu"


def test_a_note_at_an_attachment_hangs_on_the_file_itself(member, item, monkeypatch):
    sha = "a" * 64
    version = AgendaVersion.objects.get(meeting=item.meeting)
    told = next(each for each in version.content["items"] if each["key"] == item.pk)
    told["case"]["content"]["attachments"] = [
        {
            "id": 1,
            "title": "Tegning",
            "is_closed": False,
            "version": 1,
            "file_name": "tegning.pdf",
            "sha256": sha,
        }
    ]
    AgendaVersion.objects.filter(pk=version.pk).update(content=version.content)
    services.note_add(actor=member, item=item, attachment=sha, page=3, text="Se her", quote="tag")
    found = the_note(member, item)
    assert (found.state, found.file.title, found.note.page) == ("there", "Tegning", 3)
    with pytest.raises(Refusal):
        services.note_add(actor=member, item=item, attachment="b" * 64, text="Se her")
    told["case"]["content"]["attachments"][0]["sha256"] = "c" * 64
    AgendaVersion.objects.filter(pk=version.pk).update(content=version.content)
    found = the_note(member, item)
    assert (found.state, found.file, found.note.text) == ("gone", None, "Se her")


def test_nobody_else_reaches_a_note(world, member, item):
    note = services.note_add(actor=member, item=item, text=SECRET)
    for key, user in world.people.items():
        if key == "member":
            continue
        assert note_get(user, note.pk) is None
        with pytest.raises(PermissionDenied):
            services.note_save(actor=user, note=note, text="andet")
        with pytest.raises(PermissionDenied):
            services.note_remove(actor=user, note=note)
    assert Note.objects.get().text == SECRET


def test_no_page_of_anybody_else_has_a_word_of_it(world, member, item, client):
    note = services.note_add(actor=member, item=item, text=SECRET, quote="to skure")
    world.people["administrator"].save()
    pages = [
        "/",
        reverse("meetings:own"),
        reverse("meetings:own_agenda", args=[item.meeting_id]),
        reverse("meetings:own_notes", args=[item.pk]),
        reverse("meetings:agenda", args=place(item)),
        reverse("meetings:agenda_whole", args=place(item)),
        reverse("meetings:item", args=[*place(item), item.number]),
        reverse("meetings:versions", args=place(item)),
        reverse("cases:case", args=[item.stop.case_id]),
        reverse("bodies:body", args=["havneudvalget"]),
    ]
    client.force_login(member)
    assert SECRET in client.get(pages[3]).content.decode()
    for key in ("secretary", "chair", "administrator", "manager", "case_officer", "stranger"):
        client.force_login(world.people[key])
        for page in pages:
            assert SECRET not in client.get(page).content.decode(), (key, page)
        for name in ("own_note", "own_note_remove"):
            assert client.post(reverse(f"meetings:{name}", args=[note.pk])).status_code == 404


def test_nothing_that_is_given_out_has_a_word_of_it(member, item, send_again):
    services.note_add(actor=member, item=item, text=SECRET, quote="to skure")
    send_again(item, "<p>Der bygges to skure igen.</p>")
    given = json.dumps([v.content for v in AgendaVersion.objects.all()], ensure_ascii=False)
    events = serializers.serialize("json", Event.objects.all(), ensure_ascii=False)
    assert "Kragelund" not in given + events


def place(item):
    day = item.meeting.plan.starts_at.date()
    return ["havneudvalget", day.isoformat()]
