"""The forms of attachments: several files, a new version, title and closing."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm

#: More than anybody chooses on purpose.
MOST_FILES = 50


class _SeveralFilesInput(forms.FileInput):
    allow_multiple_selected = True


class SeveralFiles(forms.FileField):
    """One or more files; each is judged later, so that a bad one keeps no good one back."""

    widget = _SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """The files of the field."""
        files = [each for each in (data or []) if each is not None]
        if not files:
            raise forms.ValidationError(_("Choose at least one file."), code="required")
        if len(files) > MOST_FILES:
            raise forms.ValidationError(
                _("At most %(n)s files at a time. Send the rest afterwards."),
                params={"n": MOST_FILES},
            )
        return files


class UploadForm(OperationForm):
    """Files for a case."""

    files = SeveralFiles(
        label=_("Files"),
        help_text=_(
            "PDF, Word, Excel, PowerPoint, pictures and the like, at most 50 MB each. Choose "
            "several at once, or drop them here."
        ),
    )


class VersionForm(OperationForm):
    """A new version of one file."""

    file = forms.FileField(
        label=_("New version of the file"),
        allow_empty_file=True,
        help_text=_("The version before is kept."),
    )


class AttachmentForm(OperationForm):
    """What an attachment is called, and whether it is closed."""

    title = forms.CharField(label=_("Title"), max_length=200)
    is_closed = forms.BooleanField(
        label=_("Closed: only those who see closed matter may read it"), required=False
    )
    ground = forms.CharField(
        label=_("Why is it closed?"),
        required=False,
        max_length=300,
        help_text=_("A concrete reason, and the law it rests on."),
    )
