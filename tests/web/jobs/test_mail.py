"""Mail is left as a job for each receiver; it is sent, or caught where no server is named."""

import smtplib

import pytest
from django.core import mail
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.db import transaction

from sagsgang.web.jobs import mail as room
from sagsgang.web.jobs.models import Job, Mail
from sagsgang.web.jobs.services import PAUSES, jobs_run_due

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def backend(settings, kinds):
    settings.EMAIL_BACKEND = "sagsgang.web.jobs.mail.JobMailBackend"
    settings.SAGSGANG_MAIL_URL = ""


def send(*to: str, **more) -> None:
    EmailMessage("Emne", "Kære Anja\n", "sagsgang@ny.example", list(to), **more).send()


def test_without_a_server_mail_is_caught(clock):
    send("Anja Lind <Anja.Lind@ny.example>", "bo@ny.example")
    assert not Mail.objects.exists()
    jobs_run_due()
    assert set(Mail.objects.values_list("to", "subject", "text")) == {
        ("anja.lind@ny.example", "Emne", "Kære Anja\n"),
        ("bo@ny.example", "Emne", "Kære Anja\n"),
    }


def test_caught_twice_is_once(clock):
    send("bo@ny.example")
    jobs_run_due()
    Job.objects.update(state=Job.State.WAITING)
    jobs_run_due()
    assert Mail.objects.count() == 1


def test_what_is_undone_sends_nothing(clock):
    def _undone():
        with transaction.atomic():
            send("bo@ny.example")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        _undone()
    assert not Job.objects.exists()


def test_with_a_server_each_receiver_gets_her_own(clock, settings, monkeypatch):
    settings.SAGSGANG_MAIL_URL = "smtp://localhost?from=sagsgang@ny.example"
    monkeypatch.setattr(room, "EmailBackend", lambda: mail.get_connection(LOCMEM))
    message = EmailMultiAlternatives("Emne", "Tekst", "sagsgang@ny.example", ["a@ny.example"])
    message.bcc = ["b@ny.example"]
    message.attach_alternative("<p>Tekst</p>", "text/html")
    message.send()
    jobs_run_due()
    assert [message.to for message in mail.outbox] == [["a@ny.example"], ["b@ny.example"]]
    assert mail.outbox[0].alternatives[0][0] == "<p>Tekst</p>"
    assert mail.outbox[0].message()["Auto-Submitted"] == "auto-generated"
    assert mail.outbox[0].message()["Message-ID"].endswith("@ny.example>")
    assert not Mail.objects.exists()


LOCMEM = "django.core.mail.backends.locmem.EmailBackend"


def test_a_server_that_is_away_is_tried_again(clock, settings, monkeypatch):
    settings.SAGSGANG_MAIL_URL = "smtp://localhost?from=sagsgang@ny.example"

    class Away:
        def send_messages(self, messages):
            raise smtplib.SMTPServerDisconnected("væk")

    monkeypatch.setattr(room, "EmailBackend", Away)
    send("bo@ny.example")
    jobs_run_due()
    assert Job.objects.get().state == Job.State.WAITING
    monkeypatch.setattr(room, "EmailBackend", lambda: mail.get_connection(LOCMEM))
    clock.shift(PAUSES[0])
    jobs_run_due()
    assert len(mail.outbox) == 1


def test_a_line_in_the_subject_is_refused_where_it_was_written():
    with pytest.raises(ValueError, match="newline"):
        EmailMessage("Emne\nBcc: x@y", "Tekst", "a@ny.example", ["b@ny.example"]).send()


def test_attachments_are_refused():
    with pytest.raises(ValueError, match="attachments"):
        send("bo@ny.example", attachments=[("a.txt", "a", "text/plain")])


def test_a_mail_tells_the_receivers_program_how_it_stops(clock, settings, monkeypatch):
    settings.SAGSGANG_MAIL_URL = "smtp://localhost?from=sagsgang@ny.example"
    monkeypatch.setattr(room, "EmailBackend", lambda: mail.get_connection(LOCMEM))
    told = {
        "List-Unsubscribe": f"<https://ny.example/abonner/stop/{'x' * 200}/>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    send("bo@ny.example", headers=told)
    jobs_run_due()
    message = mail.outbox[0].message()
    assert {name: message[name] for name in told} == told
    assert message["Auto-Submitted"] == "auto-generated"


def test_other_headers_are_refused():
    with pytest.raises(ValueError, match="X-Secret"):
        send("bo@ny.example", headers={"X-Secret": "1"})
