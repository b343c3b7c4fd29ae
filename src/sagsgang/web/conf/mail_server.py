"""Which mail server mail goes through: the one that a URL names, or none."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

#: Scheme → its usual port, and whether the connection is encrypted from the start.
_SCHEMES = {"smtp": (25, False), "smtps": (465, True)}
NOBODY = "Sagsgang <sagsgang@localhost>"


def mail_settings(url: str) -> dict[str, Any]:
    """Django's settings for `smtp://user:word@host:port?from=address`, or `smtps://…`.

    A password is never sent in the clear: with one, `smtp` asks for STARTTLS; `?starttls=1` asks
    for it without. Raises ValueError when the URL is of another kind or names no sender.
    """
    if not url:
        return {"DEFAULT_FROM_EMAIL": NOBODY, "SERVER_EMAIL": NOBODY}
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise ValueError("SAGSGANG_MAIL_URL: brug smtp://vært:port?from=adresse")
    query = parse_qs(parts.query)
    sender = query.get("from", [""])[0]
    if "@" not in sender:
        raise ValueError("SAGSGANG_MAIL_URL: afsenderen mangler: …?from=sagsgang@kommunen.dk")
    port, is_encrypted = _SCHEMES[parts.scheme]
    wants_encryption = bool(parts.password) or query.get("starttls", ["0"])[0] == "1"
    return {
        "EMAIL_HOST": unquote(parts.hostname),
        "EMAIL_PORT": parts.port or port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": is_encrypted,
        "EMAIL_USE_TLS": wants_encryption and not is_encrypted,
        "EMAIL_TIMEOUT": 20,
        "DEFAULT_FROM_EMAIL": sender,
        "SERVER_EMAIL": sender,
    }
