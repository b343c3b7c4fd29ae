"""What is published is what everybody may read; its address stays whatever becomes of it."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from sagsgang.web.cases.attachments.services import file_receive
from sagsgang.web.cases.models import Attachment, AttachmentVersion
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.deciding.services import decision_append
from sagsgang.web.meetings.models import AgendaVersion
from sagsgang.web.meetings.sending.content import agenda_content
from sagsgang.web.publishing import services
from sagsgang.web.publishing.models import Publication, PublishedItem
from sagsgang.web.publishing.selectors import standings

from ..meetings.minute_book.conftest import Held

pytestmark = pytest.mark.django_db
PLACE = "/offentlig/havneudvalget/"


def publish(held, kind="minutes", **more):
    return services.publication_make(actor=held.secretary, meeting=held.meeting, kind=kind, **more)


def address(made, rest=""):
    return f"/offentlig/{made.public.body_slug}/{made.public.place}/{rest}"


def test_the_minutes_are_read_without_signing_in(held, client):
    made = publish(held)
    answer = client.get(address(made))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Udvalget godkendte planen." in page
    assert "Set-Cookie" not in answer.headers
    assert client.cookies == {}


def test_a_closed_item_keeps_number_neutral_title_and_public_decision(held, client):
    made = publish(held)
    page = client.get(address(made, "punkt/2/")).content.decode()
    assert "Køb af ejendom" in page
    assert "Købet godkendt." in page
    for secret in ("Havnegade", "4,2", "Forhandling om pris"):
        assert secret not in page
        assert secret not in client.get(address(made)).content.decode()
        assert secret not in client.get(address(made, "referat.json")).content.decode()


def test_minutes_that_are_not_locked_are_not_published(world):
    table = Held(world)
    table.close()
    with pytest.raises(Refusal):
        publish(table)


def test_only_the_secretary_publishes(held, world):
    with pytest.raises(PermissionDenied):
        services.publication_make(
            actor=world.people["member"], meeting=held.meeting, kind="minutes"
        )


def test_before_it_is_published_it_says_what_becomes_public_and_for_whom(held, client):
    client.force_login(held.secretary)
    place = timezone.localdate(held.meeting.plan.starts_at)
    page = client.get(f"/moeder/havneudvalget/{place}/offentliggoer/").content.decode()
    box = re.search(
        r"<details[^>]*><summary[^>]*>Offentliggør referatet</summary>(.*?)</details>", page, re.S
    )[1]
    assert "Alle kan læse referatet med det samme, også uden at logge ind" in box
    assert "1 punkt kan læses med sin tekst" in box
    assert "1 lukket punkt kun med nummer" in box
    assert "0 bilag" not in box
    assert "Ja, offentliggør referatet" in box
    assert page.count("Ja, offentliggør referatet") == 1


def test_the_same_again_is_the_publication_there_is(held):
    assert publish(held) == publish(held)
    assert Publication.objects.count() == 1


def test_a_new_version_takes_the_place_and_the_old_address_says_so(held, client):
    first = publish(held)
    decision_append(actor=held.secretary, item=held.sheds, text="Det er 24 pladser.")
    assert [s.changed for s in standings(held.meeting)] == [False, True]
    second = publish(held, because="En tilføjelse til punkt 1")
    assert (second.number, second.state) == (2, "published")
    page = client.get(address(first)).content.decode()
    assert "Det er 24 pladser." in page
    old = client.get(address(first, "referat/udgave/1/"))
    assert old.status_code == 410
    assert "En tilføjelse til punkt 1" in old.content.decode()
    assert "Udvalget godkendte" not in old.content.decode()


def test_what_is_withdrawn_keeps_its_address_and_says_why(held, client):
    made = publish(held)
    services.publication_withdraw(
        actor=held.secretary, meeting=held.meeting, kind="minutes", reason="Et navn stod med"
    )
    for rest in ("", "referat/", "referat.pdf", "referat.json", "punkt/1/"):
        answer = client.get(address(made, rest))
        assert answer.status_code == 410, rest
        assert answer.headers["Cache-Control"] == "no-cache"
        assert "Et navn stod med" in answer.content.decode()
        assert "godkendte planen" not in answer.content.decode()
    again = publish(held)
    assert client.get(address(again)).status_code == 200


def test_a_passage_that_is_left_out_is_marked_and_gone_everywhere(held, client):
    made = publish(held)
    services.redaction_add(
        actor=held.secretary,
        meeting=held.meeting,
        item=held.sheds,
        passage="godkendte planen",
        reason="fortroligt, § 27",
    )
    publish(held, because="En passage er udeladt")
    for rest in ("", "punkt/1/", "referat.json"):
        page = client.get(address(made, rest)).content.decode()
        assert "godkendte planen" not in page
        assert "[udeladt: fortroligt, § 27]" in page


@pytest.mark.parametrize(
    ("passage", "reason"),
    [("står ikke der", "fortroligt"), ("x", "fortroligt"), ("godkendte planen", "")],
)
def test_what_cannot_be_left_out_is_refused(held, passage, reason):
    with pytest.raises(Refusal):
        services.redaction_add(
            actor=held.secretary,
            meeting=held.meeting,
            item=held.sheds,
            passage=passage,
            reason=reason,
        )


def test_a_personal_number_is_never_published(held):
    decision_append(actor=held.secretary, item=held.sheds, text="Gælder 070761-4285.")
    with pytest.raises(Refusal):
        publish(held)


def test_who_has_a_page_already_is_told_that_it_is_the_same(held, client):
    made = publish(held)
    for rest in ("", "punkt/1/", "referat.json"):
        etag = client.get(address(made, rest)).headers["ETag"]
        again = client.get(address(made, rest), headers={"if-none-match": etag})
        assert (again.status_code, again.content) == (304, b"")
    decision_append(actor=held.secretary, item=held.sheds, text="Mere.")
    publish(held)
    fresh = client.get(address(made, "punkt/1/"), headers={"if-none-match": etag})
    assert fresh.status_code == 200


def test_the_address_stays_when_the_body_is_renamed_and_the_meeting_moved(held, client):
    made = publish(held)
    held.body.name, held.body.slug = "Udvalget for havn og kyst", "havn-og-kyst"
    held.body.save()
    assert client.get(address(made)).status_code == 200


@pytest.mark.parametrize(
    "path", ["findes-ikke/", "havneudvalget/2020-01-01/", "sag/99/", "bilag/x/y"]
)
def test_what_is_not_there_says_so(held, client, path):
    publish(held)
    answer = client.get(f"/offentlig/{path}")
    assert answer.status_code == 404
    assert "Siden findes ikke" in answer.content.decode()


def test_nobody_writes_to_a_public_address(held, client):
    made = publish(held)
    assert client.post(address(made)).status_code == 405


def test_feeds_tell_what_is_new_and_calendars_when(held, client):
    made = publish(held)
    feed = client.get("/offentlig/havneudvalget/nyt.atom").content.decode()
    assert "Referat: Havneudvalget" in feed
    assert "Havnegade" not in feed
    calendar = client.get("/offentlig/havneudvalget/kalender.ics").content.decode()
    assert "SUMMARY:Havneudvalget" in calendar
    key = PublishedItem.objects.get(publication=made, number="1").case_id
    case = client.get(f"/offentlig/sag/{key}/").content.decode()
    assert "Udvalget godkendte planen." in case
    assert client.get(f"/offentlig/sag/{key}/nyt.atom").status_code == 200
    for path in ("", "havneudvalget/", "nyt.atom", "kalender.ics"):
        assert client.get(f"/offentlig/{path}").status_code == 200


def test_an_approval_is_no_change_until_all_have_approved(held, client):
    made = publish(held)
    keys = list(held.seats)
    for key in keys[:-1]:
        held.sign(key)
    assert [s.changed for s in standings(held.meeting)] == [False, False]
    held.sign(keys[-1])
    now = Publication.objects.get(state="published")
    assert (now.number, now.published_by) == (2, None)
    assert "Godkendt af" in client.get(address(made)).content.decode()


def test_a_pdf_whose_file_is_gone_is_made_again(held, client, settings):
    made = publish(held)
    path = address(made, "referat.pdf")
    assert b"".join(client.get(path).streaming_content).startswith(b"%PDF")
    sha256 = made.pdfs.get().sha256
    (Path(settings.SAGSGANG_DATA) / "attachments" / sha256[:2] / sha256).unlink()
    assert b"".join(client.get(path).streaming_content).startswith(b"%PDF")


def attach(case, actor, name, text, *, is_closed=False):
    received = file_receive(SimpleUploadedFile(name, text))
    row = Attachment.objects.create(case=case, order=1, title=name[:-4], is_closed=is_closed)
    AttachmentVersion.objects.create(
        attachment=row,
        number=1,
        file_name=received.name,
        media_type=received.media_type,
        size=received.size,
        sha256=received.sha256,
        uploaded_by=actor,
    )


def test_a_file_that_also_lies_in_closed_matter_has_its_open_name(world, client):
    closed = world.case("Andet", is_closed=True, closed_ground="Forhandling")
    attach(closed, world.people["case_officer"], "hemmelig-pris.txt", b"De samme ord.")
    table = Held(world)
    attach(table.sheds.stop.case, table.secretary, "kort.txt", b"De samme ord.")
    table.close()
    table.lock()
    page = client.get(address(publish(table), "punkt/1/")).content.decode()
    assert "kort.txt" in page
    assert "hemmelig" not in page


def test_words_that_are_left_out_are_not_in_the_name_of_a_file(world, client):
    table = Held(world)
    attach(table.sheds.stop.case, table.secretary, "Krog i Nordby.txt", "Ansøgning.".encode())
    table.close()
    table.lock()
    services.redaction_add(
        actor=table.secretary,
        meeting=table.meeting,
        item=table.sheds,
        passage="Krog i Nordby",
        reason="private forhold",
    )
    page = client.get(address(publish(table), "punkt/1/")).content.decode()
    assert "Krog" not in page
    (link,) = set(re.findall(r'href="(/offentlig/bilag/[^"]+)"', page))
    assert b"".join(client.get(link).streaming_content) == b"Ans\xc3\xb8gning."


def agenda_of(held):
    """As if the agenda had been sent."""
    AgendaVersion.objects.create(
        meeting=held.meeting,
        number=1,
        content=agenda_content(held.meeting),
        sha256="0" * 64,
        sent_at=timezone.now(),
        sent_by=held.secretary,
    )


def test_the_agenda_says_why_the_minutes_are_not_there(held, client):
    agenda_of(held)
    agenda = publish(held, "agenda")
    assert "Referatet er ikke offentliggjort endnu." in client.get(address(agenda)).content.decode()
    publish(held)
    services.publication_withdraw(
        actor=held.secretary, meeting=held.meeting, kind="minutes", reason="Et navn stod med"
    )
    for rest in ("", "punkt/1/"):
        page = client.get(address(agenda, rest)).content.decode()
        assert "Referatet er trukket tilbage" in page
        assert "Et navn stod med" in page


def test_words_left_out_of_a_decision_change_the_minutes_and_not_the_agenda(held):
    agenda_of(held)
    publish(held, "agenda")
    publish(held)
    services.redaction_add(
        actor=held.secretary,
        meeting=held.meeting,
        item=held.sheds,
        passage="godkendte planen",
        reason="fortroligt",
    )
    changed = {each.kind: each.changed for each in standings(held.meeting)}
    assert changed == {"agenda": False, "minutes": True}


def test_whoever_kept_a_page_asks_whether_it_is_still_there(held, client):
    made = publish(held)
    assert "no-cache" in client.get(address(made)).headers["Cache-Control"]
