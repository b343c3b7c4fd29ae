"""Forms of a report: what it is called, a section, and its release."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.figures.overview import dimension_words
from sagsgang.figures.registry import all_indicators, indicator
from sagsgang.figures.report.description import MOST
from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.figures.information.cards import GRAINS, LIMITS
from sagsgang.web.figures.information.wording import FAMILIES, GRAIN_WORDS


class ReportForm(OperationForm):
    """What it is called and whose it is."""

    title = forms.CharField(label=_("Title"), max_length=200)
    body = forms.TypedChoiceField(
        label=_("Body"),
        required=False,
        help_text=_("An edition can become a case for the body's next agenda."),
    )

    def __init__(self, *args: Any, bodies: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = {str(each.pk): each for each in bodies}
        self.fields["body"].choices = [("", _("no body")), *((k, str(v)) for k, v in kept.items())]
        self.fields["body"].coerce = kept.__getitem__
        self.fields["body"].empty_value = None


class SectionForm(OperationForm):
    """One indicator, how it is told, and the analyst's words. `members` are what it may be limited
    to, by dimension.
    """

    title = forms.CharField(label=_("Heading"), max_length=200)
    indicator = forms.ChoiceField(label=_("Key figure"))
    grain = forms.ChoiceField(
        label=_("Per"), choices=[(GRAINS[key].value, words) for key, words in GRAIN_WORDS.items()]
    )
    count = forms.IntegerField(
        label=_("Number of periods up to the release"), min_value=1, max_value=MOST, initial=4
    )
    by = forms.ChoiceField(label=_("Split by"), required=False)
    committee = forms.ChoiceField(label=_("Only the committee"), required=False)
    policy_area = forms.ChoiceField(label=_("Only the policy area"), required=False)
    has_picture = forms.BooleanField(label=_("With a picture"), required=False, initial=True)
    has_table = forms.BooleanField(label=_("With a table"), required=False, initial=True)
    words = forms.CharField(
        label=_("Your words"), required=False, widget=forms.Textarea(attrs={"rows": 6})
    )

    def __init__(self, *args: Any, members: Mapping[str, Sequence[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, known in members.items():
            before = self.initial.get(name)
            more = [before] if before and before not in known else []
            self.fields[name].choices = [("", _("All")), *((m, m) for m in (*known, *more))]
        groups: dict[str, list[tuple[str, str]]] = {}
        for each in sorted(all_indicators(), key=lambda one: (one.family, one.title)):
            groups.setdefault(each.family, []).append((each.id, each.title))
        self.fields["indicator"].choices = [
            (FAMILIES.get(family, family.capitalize()), rows) for family, rows in groups.items()
        ]
        names = sorted({name for each in all_indicators() for name in each.declared.by})
        self.fields["by"].choices = [
            ("", _("nothing")),
            *((name, dimension_words(name)) for name in names),
        ]

    def clean(self) -> dict[str, Any]:
        """Say of a key figure that is not told as asked how it is told."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not data.get("indicator"):
            return data
        declared = indicator(data["indicator"]).declared
        known = ", ".join(dimension_words(name) for name in declared.by) or _("nothing")
        for name, dimension in (("by", data.get("by")), *((n, n) for n in LIMITS.values())):
            if data.get(name) and dimension not in declared.by:
                words = _("The key figure is told by: %(known)s.") % {"known": known}
                self.add_error(name, words)
        return data

    def told(self) -> dict[str, Any]:
        """The section as services take it."""
        data = {name: self.cleaned_data[name] for name in _KEPT}
        limits = {name: self.cleaned_data[name] for name in LIMITS.values()}
        return data | {"limits": {name: text for name, text in limits.items() if text}}


_KEPT = ("title", "indicator", "grain", "count", "by", "has_picture", "has_table", "words")


def section_values(section: Any) -> dict[str, Any]:
    """A section as the form shows it."""
    return {name: getattr(section, name) for name in _KEPT} | dict(section.limits)


class ReleaseForm(OperationForm):
    """The period that is seen, and why again where it was released before."""

    period = forms.CharField(max_length=7, widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Why it is released again"), required=False, max_length=300)
    is_for_agenda = forms.BooleanField(
        label=_("Make a case of it for the body's next agenda"), required=False, initial=True
    )


class ClickForm(OperationForm):
    """A button that needs no more."""
