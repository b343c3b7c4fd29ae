"""How a mail about an account is written: plain text, to the one it is about."""

from django.conf import settings
from django.core.mail import EmailMessage

from sagsgang.web.accounts.models import User


def mail_send(*, to: User, subject: str, paragraphs: list[str]) -> None:
    """Send through Django's mail; where it goes from there is the installation's business."""
    text = "\n\n".join([f"Kære {to}", *paragraphs, "Venlig hilsen\nSagsgang"])
    EmailMessage(subject, text + "\n", settings.DEFAULT_FROM_EMAIL, [to.email]).send()
