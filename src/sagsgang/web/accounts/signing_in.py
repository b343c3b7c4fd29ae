"""What is left in the history when somebody signs in or changes how she does."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record

_KINDS = {"totp": "en app", "webauthn": "en adgangsnøgle", "recovery_codes": "reservekoder"}


def listen() -> None:
    """Called once when the website starts."""
    user_logged_in.connect(_signed_in, dispatch_uid="sagsgang")
    user_logged_out.connect(_signed_out, dispatch_uid="sagsgang")
    for signal in (password_changed, password_reset, password_set):
        signal.connect(_password, dispatch_uid="sagsgang")
    authenticator_added.connect(_added, dispatch_uid="sagsgang")
    authenticator_reset.connect(_added, dispatch_uid="sagsgang")
    authenticator_removed.connect(_removed, dispatch_uid="sagsgang")


def _signed_in(user: Any, **more: Any) -> None:
    _leave("user_signed_in", user, "har logget ind")


def _signed_out(user: Any, **more: Any) -> None:
    _leave("user_signed_out", user, "har logget ud")


def _password(user: Any, **more: Any) -> None:
    _leave("password_changed", user, "har valgt en ny adgangskode")


def _added(user: Any, authenticator: Any, **more: Any) -> None:
    _leave("second_step_added", user, f"har fået {_KINDS[authenticator.type]} som andet trin")


def _removed(user: Any, authenticator: Any, **more: Any) -> None:
    _leave("second_step_removed", user, f"har fjernet {_KINDS[authenticator.type]} som andet trin")


@transaction.atomic
def _leave(code: str, user: Any, what: str) -> None:
    if isinstance(user, User):
        event_record(code=code, sentence=f"{user} {what}", actor=user, subject=user)
