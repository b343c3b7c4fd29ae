"""What a reader limits a forecast to and assumes of the rest of the year, from the address."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sagsgang.figures.forecast import LIMITS, Scenario
from sagsgang.figures.periods import Period
from sagsgang.language.money import parse_money
from sagsgang.language.numbers import parse_number

#: More than this is no assumption but a slip: so many pct. either way, so many kr.
MOST_GROWTH = 100
MOST_AMOUNT = Decimal(10) ** 11
#: What the fields are called in an address, as on the other pages of Ledelsesinformation.
_IN_ADDRESS = {
    "committee": "udvalg",
    "policy_area": "omraade",
    "growth": "vaekst",
    "one_off": "beloeb",
    "month": "maaned",
    "municipality": "kommune",
}


class Assumptions(forms.Form):
    """`members` are what each of LIMITS may be, `rest` the months left of the year."""

    committee = forms.ChoiceField(label=gettext_lazy("Body"), required=False)
    policy_area = forms.ChoiceField(label=gettext_lazy("Policy area"), required=False)
    growth = forms.CharField(
        label=gettext_lazy("Growth in the rest of the year (pct.)"), required=False, max_length=20
    )
    one_off = forms.CharField(
        label=gettext_lazy("One-off amount (kr., minus for income)"), required=False, max_length=40
    )
    month = forms.ChoiceField(label=gettext_lazy("The amount falls in"), required=False)
    municipality = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    #: No field must be filled in, so none says that it need not.
    conditional = ("committee", "policy_area", "growth", "one_off", "month")

    def __init__(
        self, given: object, members: Mapping[str, Sequence[str]], rest: Sequence[Period]
    ) -> None:
        super().__init__(given)
        for name, known in members.items():
            self._choices(name, [("", _("All")), *((each, each) for each in known)])
        self._choices("month", [(str(each), each.in_danish()) for each in rest])

    def add_prefix(self, field_name: str) -> str:
        """The field's name in the address."""
        return _IN_ADDRESS.get(field_name, field_name)

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean_growth(self) -> Decimal:
        """In percent; 0 where nothing is told."""
        told = self.cleaned_data["growth"].strip()
        if not told:
            return Decimal(0)
        number = parse_number(told.removesuffix("%").removesuffix("pct."))
        if number is None or abs(number.value) > MOST_GROWTH:
            raise forms.ValidationError(_("Write a number from -100 to 100, such as 2,5."))
        return number.value

    def clean_one_off(self) -> Decimal:
        """In whole kr., + for more spending; 0 where nothing is told."""
        told = self.cleaned_data["one_off"].strip()
        if not told:
            return Decimal(0)
        number, money = parse_number(told), parse_money(told)
        kroner = number.value if number else money.kroner if money else None
        if kroner is None or abs(kroner) > MOST_AMOUNT:
            raise forms.ValidationError(
                _("Write an amount, such as 250.000 or 1,5 mio. kr., with minus for an income.")
            )
        return kroner.quantize(Decimal(1), ROUND_HALF_UP)

    def where(self) -> dict[str, tuple[str, ...]]:
        """The limits by dimension. Only of what is valid."""
        return {name: (self.cleaned_data[name],) for name in LIMITS if self.cleaned_data.get(name)}

    def scenario(self) -> Scenario:
        """What is assumed. Only of what is valid. An amount without a month falls in the last."""
        field = self.fields["month"]
        assert isinstance(field, forms.ChoiceField)
        amount, months = self.cleaned_data["one_off"], [code for code, _words in field.choices]
        month = self.cleaned_data["month"] or (months[-1] if months else "")
        one_off = {Period.parse(month): amount} if amount and month else {}
        return Scenario(one_off, self.cleaned_data["growth"])
