"""Invitations: one event for ever, counted up when it changes, called off when it is off."""

from datetime import time, timedelta

import pytest
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.rendering.ics import CalendarEvent, calendar_text
from sagsgang.web.bodies.services import meeting_plan_cancel, meeting_plan_move
from sagsgang.web.jobs import mail as mails
from sagsgang.web.jobs.models import Job
from sagsgang.web.meetings.agendas import services as agendas
from sagsgang.web.meetings.models import Invitation
from sagsgang.web.meetings.sending.services import agenda_send, invitations_update

from .conftest import MEETING_DAY, at, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def backend(settings):
    settings.EMAIL_BACKEND = "sagsgang.web.jobs.mail.JobMailBackend"


def read(text):
    """The file unfolded: every property with its parameters, as a calendar reads it (RFC 5545)."""
    assert text.endswith("\r\n")
    lines = text.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not any("\n" in line or "\r" in line for line in lines)
    unfolded = []
    for line in lines:
        if line.startswith(" "):
            unfolded[-1] += line[1:]
        else:
            unfolded.append(line)
    stack, found = [], {}
    for line in unfolded:
        name, _colon, value = line.partition(":")
        name = name.partition(";")[0]
        if name == "BEGIN":
            stack.append(value)
        elif name == "END":
            assert stack.pop() == value
        elif stack[-1] in ("VEVENT", "VCALENDAR"):
            assert name not in found
            found[name] = line[len(name) :].lstrip(";:") if ";" in line[: len(name) + 1] else value
    assert stack == []
    return found


def unescaped(value):
    return value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")


@given(
    words=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200),
    name=st.text(max_size=40),
)
def test_any_words_make_a_file_that_can_be_read(words, name):
    event = CalendarEvent(
        uid="moede-1.ny@sagsgang",
        sequence=3,
        stamp=at(MEETING_DAY),
        starts_at=at(MEETING_DAY, 16),
        ends_at=at(MEETING_DAY, 18),
        summary=words,
        place=words,
        attendee=(name, "anja@ny.example"),
    )
    told = read(calendar_text(event, "REQUEST"))
    assert told["UID"] == "moede-1.ny@sagsgang"
    assert told["SEQUENCE"] == "3"
    if "\\n" not in words:
        assert (
            unescaped(told["SUMMARY"].replace("\\\\", "\0").replace("\\n", "\n")).replace(
                "\0", "\\"
            )
            == words
        )


def test_summer_and_winter_are_local_time():
    for day, hour in ((MEETING_DAY, 16), (MEETING_DAY + timedelta(days=60), 16)):
        event = CalendarEvent("u", 0, at(day), at(day, hour), at(day, hour + 2), "Møde")
        text = calendar_text(event, "REQUEST")
        assert f"DTSTART;TZID=Europe/Copenhagen:{day:%Y%m%d}T160000\r\n" in text
        assert "BEGIN:VTIMEZONE\r\nTZID:Europe/Copenhagen\r\n" in text


def told_by_mail(code="REQUEST"):
    """The receivers and calendar parts of the mails of one method, in order."""
    rows = Job.objects.filter(name=mails.JOB).order_by("pk")
    return [
        (row.arguments["to"], row.arguments["calendar"])
        for row in rows
        if row.arguments.get("calendar_type", "").endswith(f"method={code}")
    ]


def guest(meeting, secretary, **more):
    return agendas.guest_add(
        actor=secretary,
        meeting=fresh(meeting),
        **{"name": "Rikke Holm", "email": "rikke@firma.example", "gets_invitation": True} | more,
    )


def test_everybody_who_sits_is_invited_once(sent, secretary):
    told = told_by_mail()
    assert [to for to, _text in told] == ["chair@ny.example", "member@ny.example"]
    for to, text in told:
        event = read(text)
        assert event["METHOD"] == "REQUEST"
        assert event["SEQUENCE"] == "0"
        assert to in event["ATTENDEE"]
        assert event["LOCATION"] == "Rådhuset\\, lokale 3"
        assert event["STATUS"] == "CONFIRMED"
    assert len({read(text)["UID"] for _to, text in told}) == 1
    assert invitations_update(actor=secretary, meeting=fresh(sent)) == 0
    assert len(told_by_mail()) == 2


def test_moved_is_the_same_event_counted_up(sent, secretary):
    first = read(told_by_mail()[0][1])
    meeting_plan_move(
        actor=secretary,
        meeting=fresh(sent).plan,
        starts_at=at(MEETING_DAY, 9),
        place="Havnekontoret",
    )
    told = [read(text) for to, text in told_by_mail() if to == "chair@ny.example"]
    assert [event["SEQUENCE"] for event in told] == ["0", "1"]
    assert told[1]["UID"] == first["UID"]
    assert "T090000" in told[1]["DTSTART"]


def test_cancelled_is_told_as_cancelled(sent, secretary):
    meeting_plan_cancel(actor=secretary, meeting=fresh(sent).plan, reason="Sygdom")
    told = told_by_mail("CANCEL")
    assert [to for to, _text in told] == ["chair@ny.example", "member@ny.example"]
    event = read(told[0][1])
    assert (event["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", "1")
    assert event["UID"] == read(told_by_mail()[0][1])["UID"]
    assert not Invitation.objects.filter(cancelled_at=None).exists()


def test_a_guest_gets_her_time_and_nothing_of_the_agenda(meeting, closed, on_agenda, secretary):
    item = closed(meeting)
    guest(meeting, secretary, item=item, starts_at=time(16, 30), ends_at=time(17, 0))
    agenda_send(actor=secretary, meeting=fresh(meeting))
    ((_to, text),) = [row for row in told_by_mail() if row[0] == "rikke@firma.example"]
    event = read(text)
    assert ("T163000" in event["DTSTART"], "T170000" in event["DTEND"]) == (True, True)
    assert "URL" not in event
    assert "DESCRIPTION" not in event
    whole = str(Job.objects.get(arguments__to="rikke@firma.example").arguments)
    for word in ("Lysholm", "ejendom", "dagsorden/", "punkt"):
        assert word not in whole.replace("Dagsordenen", "")


def test_a_guest_of_a_sent_agenda_is_invited_at_once_and_called_off(sent, secretary):
    row = guest(sent, secretary)
    assert told_by_mail()[-1][0] == "rikke@firma.example"
    agendas.guest_remove(actor=secretary, guest=row)
    assert [to for to, _text in told_by_mail("CANCEL")] == ["rikke@firma.example"]


def test_before_the_agenda_is_sent_nobody_is_invited(meeting, on_agenda, secretary):
    guest(meeting, secretary)
    assert told_by_mail() == []


def test_the_part_reaches_the_mail_server(sent, settings, monkeypatch):
    out: list[EmailMultiAlternatives] = []
    settings.SAGSGANG_MAIL_URL = "smtp://localhost?from=sagsgang@ny.example"
    monkeypatch.setattr(EmailMultiAlternatives, "send", lambda self: out.append(self))
    mails.mail_deliver(**Job.objects.filter(name=mails.JOB).first().arguments)
    (part,) = [p for p in out[0].message().walk() if p.get_content_type() == "text/calendar"]
    assert part.get_param("method") == "REQUEST"
    assert read(part.get_payload(decode=True).decode().replace("\r\n", "\n").replace("\n", "\r\n"))


def test_the_download_is_the_same_event(sent, client, world):
    from sagsgang.web.meetings.agendas.addresses import meeting_address

    client.force_login(world.people["member"])
    response = client.get(meeting_address(sent, "invitation"))
    assert response["Content-Type"].startswith("text/calendar")
    sent_one = next(text for to, text in told_by_mail() if to == "member@ny.example")
    assert response.content.decode() == sent_one
    assert reverse("meetings:list")
