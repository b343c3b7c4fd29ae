"""The forms that tie a case to other things."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm

_RELATIONS = (("earlier", _("An earlier case")), ("related", _("A related case")))


class LinkForm(OperationForm):
    """A tie to a case or to an item of the archive, by its address."""

    address = forms.CharField(
        label=_("Address"),
        max_length=500,
        help_text=_("Copy it from the page of the case, or of the item in the archive."),
    )
    relation = forms.ChoiceField(label=_("It is"), choices=_RELATIONS)
    title = forms.CharField(label=_("What it is called"), required=False, max_length=300)
