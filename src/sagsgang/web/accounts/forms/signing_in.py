"""allauth's forms with our labels: what each field is called and what helps to fill it in."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second_step
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

_LABELS = {
    "login": _("Mail address"),
    "email": _("Mail address"),
    "password": _("Password"),
    "oldpassword": _("Your present password"),
    "password1": _("New password"),
    "password2": _("New password once more"),
    "code": _("Code"),
    "name": _("What the key is called"),
    "passwordless": _("Sign in with this key alone, without a password"),
}
_HELP = {
    "password1": _("At least 12 characters; a sentence of your own is good."),
    "name": _("For instance the computer or telephone that it is in."),
}


class _OurWords(forms.Form):
    """Puts our labels on, and takes the words out of the fields themselves."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = _LABELS.get(name, field.label)
            field.help_text = _HELP.get(name, "")
            field.widget.attrs.pop("placeholder", None)


class SignInForm(_OurWords, account.LoginForm):
    """Mail address and password."""


class ForgottenForm(_OurWords, account.ResetPasswordForm):
    """The mail address to which a link is sent."""


class ChooseForm(_OurWords, account.ResetPasswordKeyForm):
    """A new password, by the link of a mail."""


class ChangeForm(_OurWords, account.ChangePasswordForm):
    """A new password in place of the present one."""


class SetForm(_OurWords, account.SetPasswordForm):
    """A first password, for whoever signs in another way."""


class ConfirmForm(_OurWords, account.ReauthenticateForm):
    """The password once more, before something is changed that matters."""


class CodeForm(_OurWords, second_step.AuthenticateForm):
    """The app's code, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _("Six digits from the app, or one of your recovery codes.")


class ConfirmCodeForm(_OurWords, second_step.ReauthenticateForm):
    """The same, before something is changed that matters."""


class AppForm(_OurWords, ActivateTOTPForm):
    """The first code that the app shows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _("The six digits that the app shows now.")


class AddKeyForm(_OurWords, AddWebAuthnForm):
    """A key, and what it is called."""
