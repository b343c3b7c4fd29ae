"""Where allauth asks us: nobody signs up, mails and messages are our own words, and secrets are
kept unreadable in the database.
"""

import base64
import hashlib
import secrets
import time
from typing import Any

import qrcode  # type: ignore[import-untyped]
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from sagsgang.web.accounts.mails import mail_send
from sagsgang.web.accounts.selectors import account_by_mail
from sagsgang.web.design.navigation import menu_entries

#: Seconds within which a sign-in counts as proof.
_A_MOMENT = 300
#: What allauth tells on the next page, in our words; what is not here is not told.
MESSAGES = {
    "account/messages/logged_out.txt": _("You have signed out."),
    "account/messages/password_changed.txt": _("Your password is saved."),
    "account/messages/password_set.txt": _("Your password is saved."),
    "mfa/messages/totp_activated.txt": _("The app is your second step from now on."),
    "mfa/messages/totp_deactivated.txt": _("The app is no longer your second step."),
    "mfa/messages/webauthn_added.txt": _("The key is saved."),
    "mfa/messages/webauthn_removed.txt": _("The key is removed."),
    "mfa/messages/recovery_codes_generated.txt": _("Here are your new recovery codes."),
}
#: What a person is told by mail about her own account: subject and sentence.
NOTICES = {
    "account/email/password_changed": ("Din adgangskode er ændret", "Din adgangskode er ændret."),
    "account/email/password_set": ("Din adgangskode er valgt", "Du har valgt en adgangskode."),
    "account/email/password_reset": ("Din adgangskode er ændret", "Din adgangskode er ændret."),
    "mfa/email/totp_activated": ("Nyt andet trin", "En app er nu dit andet trin."),
    "mfa/email/totp_deactivated": ("Andet trin fjernet", "Din app er ikke længere andet trin."),
    "mfa/email/webauthn_added": ("Ny nøgle", "En adgangsnøgle er føjet til din konto."),
    "mfa/email/webauthn_removed": ("Nøgle fjernet", "En adgangsnøgle er fjernet fra din konto."),
    "mfa/email/recovery_codes_generated": ("Nye reservekoder", "Du har fået nye reservekoder."),
    "socialaccount/email/account_connected": (
        "Din konto er forbundet",
        "Din konto er forbundet med kommunens login. Fra nu af kan du logge ind med det.",
    ),
}


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by mail address and password."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("The mail address or the password is not right. Try again."),
        "too_many_login_attempts": _(
            "There were too many attempts. Wait five minutes, or ask for a new password."
        ),
        "incorrect_password": _("The password is not right."),
        "enter_current_password": _("The password is not right."),
        "rate_limited": _("There were too many attempts. Wait a few minutes."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an administrator makes the accounts."""
        return False

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Who signed in a moment ago need not prove again that it is she."""
        request = context.request
        records = get_authentication_records(request, request.user)
        if any(time.time() - record["at"] < _A_MOMENT for record in records):
            return False
        return super().is_reauthentication_required(app=app)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where the day's work begins: the first entry of the workplace's menu."""
        work = [entry for entry in menu_entries(request) if entry.group == "work"]
        return resolve_url(work[0].route if work else settings.LOGIN_REDIRECT_URL)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's own page."""
        return resolve_url("accounts:own")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Tell it in our own words."""
        words = message or MESSAGES.get(message_template or "")
        if words:
            messages.add_message(request, level, words, extra_tags=extra_tags)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Any,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell a person what was changed about her account."""
        if template_prefix in NOTICES:
            subject, sentence = NOTICES[template_prefix]
            wrong = "Var det ikke dig, så kontakt din administrator med det samme."
            mail_send(to=user, subject=subject, paragraphs=[sentence, wrong])

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:
        """The link to choose a new password; the example's people have no mail of their own."""
        mail_send(
            to=user,
            subject="Vælg en ny adgangskode",
            paragraphs=[
                "Nogen har bedt om en ny adgangskode til din konto i Sagsgang. "
                "Linket virker én gang og i tre dage:",
                context["password_reset_url"],
                "Var det ikke dig, skal du ikke gøre noget: adgangskoden er den samme.",
            ],
        )


class IdentityProviderAdapter(DefaultSocialAccountAdapter):
    """Sign-in by the municipality's own provider: finds the account, never makes one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never: whoever has no account gets a page that says so."""
        return False

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        """By a verified address, and never into the example, whose people are invented."""
        account = account_by_mail(email)
        return account is not None and not account.is_example


class SecondStepAdapter(DefaultMFAAdapter):
    """The second step: an app or a key."""

    def build_totp_svg(self, url: str) -> SafeString:
        """The picture to scan, without the inline style that our policy forbids."""
        code = qrcode.QRCode(border=4)
        code.add_data(url)
        rows = code.get_matrix()
        path = "".join(
            f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
        )
        return format_html(
            '<svg class="qr-code" viewBox="0 0 {0} {0}" role="img" aria-label="{1}">'
            '<path d="{2}"/></svg>',
            len(rows),
            _("QR code for the app"),
            mark_safe(path),
        )

    def encrypt(self, text: str) -> str:
        """Whoever reads a copy of the database cannot make codes from it."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """With another secret key nothing can be read, and then no code is right."""
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()


def _cipher() -> Fernet:
    key = hashlib.sha256(b"sagsgang.second-step:" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
