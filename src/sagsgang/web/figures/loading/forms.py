"""The forms of loading: a file, its columns, the yes to it, and why a load is withdrawn."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sagsgang.figures.sources import all_sources
from sagsgang.figures.sources.table.mapped import UNIT_WORDS
from sagsgang.figures.sources.units import UNITS
from sagsgang.web.audit.forms import OperationForm

#: Sources whose files are money.
_MONEY = ("ledger",)


class UploadForm(OperationForm):
    """What kind of file it is, and the file."""

    municipality = forms.TypedChoiceField(label=_("Municipality"))
    source = forms.ChoiceField(label=_("What kind of figures"))
    file = forms.FileField(
        label=_("File"), help_text=_("CSV, XLSX or ODS, at most 1 GB."), widget=forms.FileInput
    )
    unit = forms.ChoiceField(
        label=_("Unit of the money"),
        required=False,
        help_text=_("Only when the file does not say it."),
    )

    def __init__(self, *args: Any, municipalities: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = {str(each.pk): each for each in municipalities}
        field = self.fields["municipality"]
        field.coerce = lambda key: kept[key]
        field.choices = [(key, str(each)) for key, each in kept.items()]
        if len(kept) == 1:
            field.widget, field.initial = forms.HiddenInput(), next(iter(kept))
        self.fields["source"].choices = [(each.id, each.title) for each in all_sources()]
        self.fields["unit"].choices = [("", gettext("As the file says")), *_same(UNITS)]

    def mapping(self) -> dict[str, Any]:
        """What was said of the file besides."""
        unit = self.cleaned_data["unit"]
        return {"unit": unit} if unit and self.cleaned_data["source"] in _MONEY else {}


class ConfirmForm(OperationForm):
    """The file is to count."""

    is_confirmed = forms.BooleanField(
        label=_("I have looked at what is asked, and the file is right"), required=False
    )

    def __init__(self, *args: Any, asks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks:
            del self.fields["is_confirmed"]


class WithdrawForm(OperationForm):
    """Why a load is not to count."""

    because = forms.CharField(
        label=_("Why"),
        max_length=300,
        help_text=_("Everybody who looks at the figures of that time can read it."),
    )


class ColumnsForm(OperationForm):
    """What each column of a table is; for columns of numbers the unit, and the year of prices."""

    def __init__(
        self, *args: Any, names: Sequence[str], mapping: Mapping[str, Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.names = [name for name in names if name]
        roles = [
            ("", gettext("Is not used")),
            ("period", gettext("The period")),
            ("year", gettext("The year, beside a month")),
            ("area", gettext("The municipality")),
            ("dimension", gettext("Divides the figures")),
            ("value", gettext("Figures")),
        ]
        units = _same((*UNITS, *UNIT_WORDS))
        for at, name in enumerate(self.names):
            told = (mapping.get("values") or {}).get(name) or {}
            self.fields[f"role_{at}"] = forms.ChoiceField(
                label=gettext("“%(name)s” is") % {"name": name},
                choices=roles,
                required=False,
                initial=_role(name, mapping),
            )
            self.fields[f"unit_{at}"] = forms.ChoiceField(
                label=gettext("“%(name)s” is counted in") % {"name": name},
                choices=units,
                required=False,
                initial=told.get("unit", "antal"),
            )
            self.fields[f"series_{at}"] = forms.CharField(
                label=gettext("“%(name)s” is kept as") % {"name": name},
                max_length=80,
                required=False,
                initial=told.get("series")
                or (mapping.get("dimensions") or {}).get(name)
                or _series(name),
                help_text=gettext("Small letters a-z; a full stop in the name of figures."),
            )

    def groups(self) -> list[tuple[str, list[Any]]]:
        """Each column's name and its fields."""
        return [
            (name, [self[f"role_{at}"], self[f"unit_{at}"], self[f"series_{at}"]])
            for at, name in enumerate(self.names)
        ]

    def mapping(self) -> dict[str, Any]:
        """The mapping that was chosen."""
        told: dict[str, Any] = {"dimensions": {}, "values": {}}
        for at, name in enumerate(self.names):
            role = self.cleaned_data.get(f"role_{at}")
            kept = self.cleaned_data.get(f"series_{at}") or ""
            if role == "value":
                unit = self.cleaned_data.get(f"unit_{at}")
                told["values"][name] = {"series": kept, "unit": unit}
            elif role == "dimension":
                told["dimensions"][name] = kept.rpartition(".")[2]
            elif role:
                told[role] = name
        return told


def _role(name: str, mapping: Mapping[str, Any]) -> str:
    for role in ("period", "year", "area"):
        if mapping.get(role) == name:
            return role
    if name in (mapping.get("values") or {}):
        return "value"
    return "dimension" if name in (mapping.get("dimensions") or {}) else ""


def _series(name: str) -> str:
    from sagsgang.figures.sources.table.guessing import slug

    return f"egne.{slug(name)}"


def _same(words: Iterable[str]) -> list[tuple[str, str]]:
    return [(each, each) for each in words]
