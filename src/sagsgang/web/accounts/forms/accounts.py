"""The forms of one's own page and of the administrator's."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.accounts.models import User
from sagsgang.web.accounts.selectors import active_accounts
from sagsgang.web.audit.forms import OperationForm


class UserForm(OperationForm):
    """An account, new or changed."""

    name = forms.CharField(label=_("Name"), max_length=150)
    email = forms.EmailField(label=_("Mail address"), max_length=254)
    title = forms.CharField(
        label=_("Title"),
        max_length=150,
        required=False,
        help_text=_("What the person is called at work, for instance case officer."),
    )
    is_administrator = forms.BooleanField(
        label=_("Administrator: keeps users, bodies and settings"), required=False
    )


class NameForm(OperationForm):
    """One's own name."""

    name = forms.CharField(label=_("Name"), max_length=150)


class _PersonField(forms.ModelChoiceField):
    def label_from_instance(self, obj: User) -> str:
        return f"{obj.name}, {obj.title}" if obj.title else obj.name


class LeaveForm(OperationForm):
    """Days away, and who does the work meanwhile."""

    starts_on = forms.DateField(label=_("First day"), widget=forms.DateInput)
    ends_on = forms.DateField(label=_("Last day"), widget=forms.DateInput)
    substitute = _PersonField(
        label=_("Who stands in"), queryset=User.objects.none(), empty_label=_("Choose a person")
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = active_accounts().filter(is_example=user.is_example).exclude(pk=user.pk)
        self.fields["substitute"].queryset = others


class LeaveEndForm(OperationForm):
    """Nothing but the operation itself."""


class SearchForm(forms.Form):
    """Finding somebody."""

    soeg = forms.CharField(label=_("Name, title or mail address"), max_length=200, required=False)
    vis = forms.ChoiceField(
        label=_("Show"),
        choices=[
            ("", _("All accounts")),
            ("active", _("Open accounts")),
            ("inactive", _("Closed accounts")),
        ],
        required=False,
    )
