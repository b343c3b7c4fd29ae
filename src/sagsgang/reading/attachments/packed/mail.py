"""E-mails (.eml): heads, text, and the files they carry."""

import email
import email.policy
import re
from email.message import EmailMessage

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.found import Found
from sagsgang.reading.attachments.plain.text import read_text
from sagsgang.reading.attachments.plain.web_page import read_web_page

_HEAD = re.compile(
    rb"(?:From|To|Received|Return-Path|Message-ID|MIME-Version|Subject|Date|Delivered-To"
    rb"|X-[\w-]+|Content-Type|Reply-To|Cc|DKIM-Signature): ?\S",
    re.I,
)
_NEEDED = re.compile(rb"^(?:From|Subject|Message-ID): ", re.I | re.M)
_SHOWN = {
    "From": "Fra", "To": "Til", "Cc": "Kopi", "Bcc": "Skjult kopi", "Reply-To": "Svar til",
    "Subject": "Emne", "Sender": "Afsender", "Delivered-To": "Leveret til",
}  # fmt: skip
_MOST_PARTS = 500


def is_mail(data: bytes) -> bool:
    """Whether `data` begins with the head of an e-mail."""
    head = data[:20_000].split(b"\r\n\r\n")[0].split(b"\n\n")[0]
    return _HEAD.match(head) is not None and len(_NEEDED.findall(head)) >= 2


def read_mail(data: bytes, found: Found) -> None:
    """Everything in an e-mail."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except (ValueError, RecursionError, LookupError):
        found.problem("e-mailen er beskadiget og er ikke læst")
        return
    for name, shown in _SHOWN.items():
        for text in _heads(message, name):
            found.add(FragmentKind.METADATA, f"e-mailens felt {shown}", text)
    try:
        parts = [part for part, _ in zip(message.walk(), range(_MOST_PARTS), strict=False)]
    except RecursionError:
        found.problem("e-mailen har for mange lag og er ikke læst til ende")
        return
    for part in parts:
        if not part.is_multipart() and isinstance(part, EmailMessage):
            _read_part(part, found)


def _heads(message: EmailMessage, name: str) -> list[str]:
    try:
        return [str(text) for text in message.get_all(name, [])]
    except (ValueError, IndexError, AttributeError, LookupError):
        return []


def _read_part(part: EmailMessage, found: Found) -> None:
    try:
        name = part.get_filename() or ""
        content = part.get_payload(decode=True)
        charset = part.get_content_charset("utf-8")
        kind = part.get_content_type()
    except (ValueError, IndexError, AttributeError, LookupError):
        found.problem("en del af e-mailen er beskadiget og er ikke læst")
        return
    if not isinstance(content, bytes):
        return
    if name or not kind.startswith("text/"):
        found.file(content, name or "uden navn", "vedhæftet fil", is_embedded=False)
        return
    try:
        text = content.decode(charset, "replace")
    except (LookupError, ValueError):
        text = content.decode("latin-1")
    if kind == "text/html":
        read_web_page(text, found, "e-mailens tekst")
    else:
        read_text(text, found)
