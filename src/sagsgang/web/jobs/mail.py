"""Mail leaves as jobs: through the mail server that is named, or into the list of caught mail."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import EmailMessage
from django.db import transaction
from django.utils import timezone

from sagsgang.web.jobs.models import Mail
from sagsgang.web.jobs.services import job_enqueue

JOB = "mail_deliver"
#: What a mail may say to the receiver's program, so that it can stop the mails (RFC 2369, 8058).
HEADERS = frozenset({"List-Unsubscribe", "List-Unsubscribe-Post"})
#: The one part besides text and HTML that a mail may carry.
CALENDAR = "text/calendar"


class JobMailBackend(BaseEmailBackend):
    """Django's mail, left as one job for each receiver in the caller's transaction: what is undone
    sends nothing, and a mail server that is away is tried again later.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Leave the jobs; returns how many messages were taken."""
        with transaction.atomic():
            for message in email_messages:
                self._leave(message)
        return len(email_messages)

    def _leave(self, message: EmailMessage) -> None:
        if message.attachments:
            raise ValueError("a mail carries no attachments: it links to them")
        if unknown := message.extra_headers.keys() - HEADERS:
            raise ValueError(f"a mail has no headers of its own: {', '.join(sorted(unknown))}")
        # A message that could not be sent is refused here, where its sender hears of it.
        message.message()
        alternatives = getattr(message, "alternatives", [])
        html = next((part[0] for part in alternatives if part[1] == "text/html"), "")
        calendar = next((part for part in alternatives if part[1].startswith(CALENDAR)), None)
        for to in dict.fromkeys(message.recipients()):
            key = f"mail:{uuid4()}"
            arguments = {
                "key": key,
                "to": to,
                "subject": message.subject,
                "text": message.body,
                "html": html,
                "sender": message.from_email,
            }
            if calendar is not None:
                arguments |= {"calendar": calendar[0], "calendar_type": calendar[1]}
            if message.extra_headers:
                arguments["headers"] = dict(message.extra_headers)
            job_enqueue(name=JOB, arguments=arguments, key=key)


def calendar_type(method: str) -> str:
    """The kind of a part that calendars read: `REQUEST` invites, `CANCEL` takes it back."""
    return f"{CALENDAR}; method={method}"


def mail_deliver(
    *,
    key: str,
    to: str,
    subject: str,
    text: str,
    html: str,
    sender: str,
    calendar: str = "",
    calendar_type: str = CALENDAR,
    headers: dict[str, str] | None = None,
) -> None:
    """Send one mail, or catch it where no mail server is named. `calendar` is the part that the
    receiver's calendar reads, `headers` are among HEADERS.
    """
    if not settings.SAGSGANG_MAIL_URL:
        caught: dict[str, Any] = {"to": _address(to), "subject": subject[:300], "text": text}
        Mail.objects.get_or_create(key=key, defaults=caught | {"at": timezone.now()})
        return
    message = EmailMultiAlternatives(
        subject, text, sender, [to], connection=EmailBackend(), headers=headers
    )
    # The same mail sent twice can be known by its receiver's server.
    domain = sender.rpartition("@")[2].rstrip(">") or "localhost"
    message.extra_headers["Message-ID"] = f"<{key.partition(':')[2]}@{domain}>"
    message.extra_headers["Auto-Submitted"] = "auto-generated"
    if html:
        message.attach_alternative(html, "text/html")
    if calendar:
        message.attach_alternative(calendar, calendar_type)
    message.send()


def _address(to: str) -> str:
    """`Anna Krog <anna@ny.example>` as `anna@ny.example`."""
    return to.rpartition("<")[2].rstrip(">").strip().lower()
