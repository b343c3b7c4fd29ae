"""A form that writes: it carries its operation's key, so that sent twice it is done once."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django import forms

from sagsgang.web.audit.services import operation_once
from sagsgang.web.design.refusal import Refusal


class OperationForm(forms.Form):
    """Subclass it for every write. `once` runs the service; a refusal becomes the form's error.

    `conditional` names fields that are needed in some cases: the page does not call them optional.
    """

    conditional: frozenset[str] = frozenset()

    operation = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["operation"].initial = uuid4

    def once(self, name: str, do: Callable[[], dict[str, Any]]) -> dict[str, Any] | None:
        """What `do` says it did, or what it did the first time this form was sent; None when it
        refused, and then the form has the error and all that was typed.
        """
        try:
            details, _ = operation_once(key=self.cleaned_data["operation"], name=name, do=do)
        except Refusal as refusal:
            field = refusal.field if refusal.field in self.fields else None
            self.add_error(field, str(refusal.message))
            return None
        return details
