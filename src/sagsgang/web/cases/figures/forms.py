"""The form of a figure: period, split, how it stands, words, and the indicator's parameters."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.figures.indicator import Indicator, Parameter
from sagsgang.figures.observation import Unit
from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.cases.figures.asking import MOST_PERIODS, Asked, members_of
from sagsgang.web.cases.figures.choosing import period_choices
from sagsgang.web.cases.figures.services import FigureInput
from sagsgang.web.cases.figures.services.writing import LONGEST_WORDS
from sagsgang.web.cases.figures.showing import dimension_words
from sagsgang.web.cases.models import Case, CaseFigure, FigureForm

_FORMS = [
    (FigureForm.NUMBER, _("A number in running text")),
    (FigureForm.TABLE, _("A table")),
    (FigureForm.CHART, _("A chart with its table")),
]


def parameters_of(indicator: Indicator) -> dict[str, Parameter]:
    """Those that somebody must give; what the calendar says is asked of nobody."""
    return {
        name: each for name, each in indicator.declared.parameters.items() if each.counted is None
    }


class FigureFields(OperationForm):
    """What is asked of one indicator, for one case."""

    form = forms.ChoiceField(label=_("Stands as"), choices=_FORMS, widget=forms.RadioSelect)
    period = forms.ChoiceField(label=_("Period"), choices=())
    periods = forms.IntegerField(
        label=_("How many periods back, this one counted"),
        min_value=1,
        max_value=MOST_PERIODS,
        required=False,
        help_text=_("For a table or a chart."),
    )
    by = forms.ChoiceField(
        label=_("Split by"), choices=(), required=False, help_text=_("For a table or a chart.")
    )
    where = forms.ChoiceField(label=_("Only"), choices=(), required=False)
    is_named = forms.BooleanField(label=_("Say what the number is"), required=False)
    words = forms.CharField(
        label=_("The analyst's words"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Stand under a table or a chart."),
    )
    price_level = forms.IntegerField(
        label=_("In the prices of the year"), min_value=1990, max_value=2100, required=False
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, indicator: Indicator, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indicator = indicator
        declared = indicator.declared
        kept = str(self.initial.get("period", ""))
        self._choose("period", period_choices(indicator, case.municipality, kept))
        if declared.by:
            named = [(name, dimension_words(name)) for name in declared.by]
            self._choose("by", [("", _("Not split")), *named])
            members = [
                (f"{name}={member}", f"{dimension_words(name)}: {member}")
                for name in declared.by
                for member in members_of(indicator, name, case.municipality)
            ]
            self._choose("where", [("", _("All")), *members])
        else:
            del self.fields["by"], self.fields["where"]
        if declared.unit is not Unit.KR:
            del self.fields["price_level"]
        for name, parameter in parameters_of(indicator).items():
            self.fields[f"given_{name}"] = forms.CharField(
                label=parameter.title,
                max_length=24,
                initial=f"{parameter.default:f}".replace(".", ",")
                if parameter.default is not None
                else "",
                help_text=str(parameter.unit.words),
            )

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        """The parameters as numbers, and what a number in running text cannot have."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for name in parameters_of(self.indicator):
            text = str(data.get(f"given_{name}", "")).replace(".", "").replace(",", ".").strip()
            try:
                value = Decimal(text)
                if not value.is_finite():
                    raise InvalidOperation
            except InvalidOperation:
                self.add_error(f"given_{name}", _("Write a number, such as 2,5."))
                continue
            data[f"given_{name}"] = f"{value:f}"
        if data.get("form") == FigureForm.NUMBER and data.get("by"):
            self.add_error("by", _("A number in running text is not split; choose a table."))
        return data

    def wanted(self) -> FigureInput:
        """The figure that a valid form asks for."""
        data = self.cleaned_data
        grain, _colon, period = data["period"].partition(":")
        name, is_chosen, member = (data.get("where") or "").partition("=")
        is_number = data["form"] == FigureForm.NUMBER
        return FigureInput(
            Asked(
                indicator=self.indicator.id,
                period=period,
                grain=grain,
                periods=1 if is_number else data["periods"] or 1,
                by=data.get("by") or "",
                where={name: member} if is_chosen else {},
                given={each: data[f"given_{each}"] for each in parameters_of(self.indicator)},
                price_level=data.get("price_level"),
            ),
            form=data["form"],
            is_named=data["is_named"],
            words=data["words"].replace("\r\n", "\n"),
        )


def initial_of(row: CaseFigure) -> dict[str, Any]:
    """The fields as a figure has them now."""
    where = next((f"{name}={member}" for name, member in row.where.items()), "")
    given = {f"given_{name}": value.replace(".", ",") for name, value in row.given.items()}
    return {
        "form": row.form,
        "period": f"{row.grain}:{row.period}",
        "periods": row.periods,
        "by": row.by,
        "where": where,
        "is_named": row.is_named,
        "words": row.words,
        "price_level": row.price_level,
        "based_on": row.revision,
        **given,
    }


FRESH: dict[str, Any] = {"form": FigureForm.NUMBER, "periods": 5, "is_named": True}
