"""What is asked of those who sign in, and of those who keep accounts."""

from sagsgang.web.accounts.forms.accounts import (
    LeaveEndForm,
    LeaveForm,
    NameForm,
    SearchForm,
    UserForm,
)
from sagsgang.web.accounts.forms.signing_in import (
    AddKeyForm,
    AppForm,
    ChangeForm,
    ChooseForm,
    CodeForm,
    ConfirmCodeForm,
    ConfirmForm,
    ForgottenForm,
    SetForm,
    SignInForm,
)

__all__ = [
    "AddKeyForm",
    "AppForm",
    "ChangeForm",
    "ChooseForm",
    "CodeForm",
    "ConfirmCodeForm",
    "ConfirmForm",
    "ForgottenForm",
    "LeaveEndForm",
    "LeaveForm",
    "NameForm",
    "SearchForm",
    "SetForm",
    "SignInForm",
    "UserForm",
]
