"""The forms that take files: to be added (with the key that makes a double click harmless), to be
checked.
"""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

#: Bytes of all files of one form together; the reader has its own limit for each.
_MAX_TOGETHER = 200_000_000


class SeveralFiles(forms.ClearableFileInput):
    """A file field of the browser that takes several files, chosen or dropped."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Cleans to a list of files, empty ones included: the reader says what is wrong with those."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, list) and data else [data or None]
        cleaned = [super(SeveralFilesField, self).clean(each, initial) for each in files]
        if sum(each.size or 0 for each in cleaned) > _MAX_TOGETHER:
            raise forms.ValidationError(
                _(
                    "Together the files are too large. Choose fewer at a time, "
                    "or use the command line."
                )
            )
        return cleaned


class UploadForm(forms.Form):
    """`operation` is made with the page; sending the same page twice is one operation."""

    operation = forms.UUIDField(widget=forms.HiddenInput)
    files = SeveralFilesField(
        allow_empty_file=True,
        error_messages={"required": _("Choose at least one file.")},
        label=_("Files"),
    )
    municipality = forms.CharField(required=False, max_length=200, label=_("Municipality"))


class CheckForm(forms.Form):
    """One file to be checked; an empty one is passed on, the reader says what is wrong with it."""

    file = forms.FileField(
        allow_empty_file=True, error_messages={"required": _("Choose a file.")}, label=_("File")
    )
