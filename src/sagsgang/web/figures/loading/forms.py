"""The forms of loading: a file, its columns, the yes to it, and why a load is withdrawn."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sagsgang.figures.sources import all_sources
from sagsgang.figures.sources.files import slug
from sagsgang.figures.sources.table.mapped import UNIT_WORDS
from sagsgang.figures.sources.units import UNITS
from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.forms.fields import TextArea

#: Sources whose files are money.
_MONEY = ("ledger",)
#: Sources whose files come from a service.
_FETCHED = ("jobindsats", "statbank")


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
        municipality_choose(self.fields["municipality"], municipalities)
        self.fields["source"].choices = [
            (each.id, each.title) for each in all_sources() if each.id not in _FETCHED
        ]
        self.fields["unit"].choices = [("", gettext("As the file says")), *_same(UNITS)]

    def mapping(self) -> dict[str, Any]:
        """What was said of the file besides."""
        unit = self.cleaned_data["unit"]
        return {"unit": unit} if unit and self.cleaned_data["source"] in _MONEY else {}


class FetchForm(OperationForm):
    """Which table of which service."""

    municipality = forms.TypedChoiceField(label=_("Municipality"))
    service = forms.ChoiceField(
        label=_("The service"),
        choices=[("jobindsats", "jobindsats.dk"), ("statbank", "Danmarks Statistik (StatBank)")],
    )
    table = forms.RegexField(
        label=_("Table"),
        regex=r"\A[A-Za-z0-9_]{2,40}\Z",
        help_text=_("Its code, such as y07a02 or AUK01."),
    )
    latest = forms.IntegerField(
        label=_("How many of the latest months (jobindsats)"),
        min_value=1,
        max_value=120,
        initial=14,
        required=False,
    )
    chosen = forms.CharField(
        label=_("What is chosen of it"),
        required=False,
        widget=TextArea(4),
        help_text=_(
            "A line for each variable. StatBank: OMRÅDE=787,000; a variable that is not named is "
            "had whole. jobindsats: the dimension to split by, such as _sagsart."
        ),
    )

    def __init__(self, *args: Any, municipalities: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        municipality_choose(self.fields["municipality"], municipalities)

    def asked(self) -> dict[str, Any]:
        """What is asked of the service besides the table."""
        lines = [line.strip() for line in self.cleaned_data["chosen"].splitlines() if line.strip()]
        if self.cleaned_data["service"] == "jobindsats":
            return {"latest": self.cleaned_data["latest"], "dimensions": lines}
        parts = [line.partition("=") for line in lines]
        return {
            "chosen": {
                name.strip(): [each.strip() for each in told.split(",") if each.strip()]
                for name, _equals, told in parts
            }
        }


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

        self.conditional = frozenset(self.fields)

    def groups(self) -> list[tuple[str, list[Any], Any]]:
        """Each column's name, its fields, and what it is kept as."""
        return [
            (name, [self[f"role_{at}"], self[f"unit_{at}"]], self[f"series_{at}"])
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


def municipality_choose(field: Any, municipalities: Iterable[Any]) -> None:
    """Fill the field; of one municipality there is nothing to choose."""
    kept = {str(each.pk): each for each in municipalities}
    field.coerce = lambda key: kept[key]
    field.choices = [(key, str(each)) for key, each in kept.items()]
    if len(kept) == 1:
        field.widget, field.initial = forms.HiddenInput(), next(iter(kept))


def _role(name: str, mapping: Mapping[str, Any]) -> str:
    for role in ("period", "year", "area"):
        if mapping.get(role) == name:
            return role
    if name in (mapping.get("values") or {}):
        return "value"
    return "dimension" if name in (mapping.get("dimensions") or {}) else ""


def _series(name: str) -> str:
    return f"egne.{slug(name)}"


def _same(words: Iterable[str]) -> list[tuple[str, str]]:
    return [(each, each) for each in words]
