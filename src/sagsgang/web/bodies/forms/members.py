"""Forms for people, seats, substitutes and roles."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.forms.fields import day_field
from sagsgang.web.bodies.wording import POSTS, ROLES


class Choice(forms.ChoiceField):
    """One of the rows it is given; cleans to the row, or to None."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.rows: dict[str, Any] = {}

    def offer(self, rows: Iterable[tuple[str, Any, Any]]) -> None:
        """Let (key, words, row) be chosen."""
        offered = list(rows)
        self.rows = {key: row for key, _words, row in offered}
        self.choices = [("", _("Choose")), *((key, words) for key, words, _row in offered)]

    def clean(self, value: Any) -> Any:
        """The row of the key that was sent."""
        return self.rows.get(super().clean(value))


class PersonForm(OperationForm):
    """Somebody who can get a seat."""

    name = forms.CharField(label=_("Name"), max_length=150)
    user = Choice(
        label=_("Account"),
        required=False,
        help_text=_("With an account she reads agendas and takes part here."),
    )

    def __init__(self, *args: Any, users: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(str(user.pk), f"{user.name} · {user.email}", user) for user in users]
        self.fields["user"].offer(rows)


class MembershipForm(OperationForm):
    """A seat: somebody who is known, or a new name."""

    person = Choice(label=_("Person"), required=False)
    new_person = forms.CharField(
        label=_("Or the name of somebody new"), max_length=150, required=False
    )
    post = forms.ChoiceField(label=_("Post"), choices=list(POSTS.items()), initial="member")
    party = forms.CharField(
        label=_("Party or group"),
        max_length=60,
        required=False,
        help_text=_("The letter of the list, or whom she represents."),
    )
    starts_on = day_field(_("First day"))
    ends_on = day_field(
        _("Last day"),
        required=False,
        help_text=_("When it is empty, a seat in a political body lasts until the term ends."),
    )

    def __init__(self, *args: Any, people: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].offer((str(each.pk), each.name, each) for each in people)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        is_new = bool((cleaned.get("new_person") or "").strip())
        if bool(cleaned.get("person")) == is_new and "person" not in self.errors:
            self.add_error("person", _("Choose a person, or write the name of a new one."))
        return cleaned


class EndForm(OperationForm):
    """The last day of a seat or a period."""

    ends_on = day_field(_("Last day"))


class PostForm(OperationForm):
    """Another post from a day on."""

    post = forms.ChoiceField(label=_("Post"), choices=list(POSTS.items()))
    from_day = day_field(_("From"))


class SubstituteForm(OperationForm):
    """Who sits for a member, and why."""

    substitute = Choice(label=_("Who stands in"))
    starts_on = day_field(_("First day"))
    ends_on = day_field(
        _("Last day"), required=False, help_text=_("Leave it empty until further notice.")
    )
    reason = forms.CharField(label=_("Reason"), max_length=200, required=False)

    def __init__(self, *args: Any, people: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["substitute"].offer((str(each.pk), each.name, each) for each in people)


class RoleForm(OperationForm):
    """A role for one body, or for all of a municipality."""

    role = forms.ChoiceField(label=_("Role"), choices=[("", _("Choose")), *ROLES.items()])
    place = Choice(label=_("For"))
    starts_on = day_field(_("First day"), required=False, help_text=_("Today when it is empty."))
    ends_on = day_field(
        _("Last day"), required=False, help_text=_("Leave it empty until further notice.")
    )

    def __init__(self, *args: Any, places: Iterable[tuple[str, Any, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].offer(places)


class RoleEndForm(OperationForm):
    """The last day of a role; at once when it is empty."""

    ends_on = day_field(
        _("Last day"), required=False, help_text=_("The role ends at once when it is empty.")
    )
