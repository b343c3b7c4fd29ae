"""What is asked for when a case is made, written in, shared and moved on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.models import Body, Municipality, Policy
from sagsgang.web.bodies.selectors import body_list, workplace_municipalities
from sagsgang.web.cases.labels import KINDS
from sagsgang.web.cases.models import Case, CaseTemplate
from sagsgang.web.cases.richtext.widget import RichText
from sagsgang.web.cases.selectors import bodies_for_cases, colleagues_to_share_with, templates_for
from sagsgang.web.cases.services import PointInput, SectionInput

CHOICES = ("", "A", "B", "C")


class _Head(OperationForm):
    """The fields that a new case and one that is there have in common."""

    conditional = frozenset({"closed_ground", "closed_reference", "public_title"})

    title = forms.CharField(label=_("Title"), max_length=300)
    kind = forms.ChoiceField(label=_("Kind of case"), choices=list(KINDS.items()))
    number = forms.CharField(
        label=_("Case number"),
        max_length=40,
        required=False,
        help_text=_("Leave it empty and the case gets the next number."),
    )
    is_number_confirmed = forms.BooleanField(
        label=_("The number is right as it stands"), required=False
    )
    deadline = forms.DateField(
        label=_("Must be decided by"), required=False, widget=forms.DateInput
    )
    has_financial_implications = forms.BooleanField(
        label=_("The case has financial implications"), required=False
    )
    is_closed = forms.BooleanField(label=_("The case is closed"), required=False)
    closed_ground = forms.CharField(
        label=_("Why this very case is closed"),
        max_length=300,
        required=False,
        help_text=_("Every case is assessed by itself: a category alone is not a ground."),
    )
    closed_reference = forms.CharField(
        label=_("The rule it is closed under"),
        max_length=200,
        required=False,
        help_text=_("Such as kommunestyrelsesloven § 10, stk. 2."),
    )
    public_title = forms.CharField(
        label=_("Title that everyone may read"),
        max_length=300,
        required=False,
        help_text=_("Neutral, without names and without what is closed."),
    )

    def head(self) -> dict[str, Any]:
        """What the services take, by its name."""
        names = ("operation", "body", "template", "based_on")
        return {name: v for name, v in self.cleaned_data.items() if name not in names}


class CaseCreateForm(_Head):
    """A new case: for which body, from which template."""

    body = forms.ModelChoiceField(label=_("Committee"), queryset=None)
    template = forms.ModelChoiceField(
        label=_("Template"),
        queryset=None,
        help_text=_("The template says which sections the case has."),
    )
    field_order = ("operation", "body", "template", "title", "kind", "number")

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = bodies_for_cases(user)
        templates = templates_for({body.municipality_id for body in bodies})
        body, template = self.fields["body"], self.fields["template"]
        body.queryset = _rows(Body, bodies)
        template.queryset = _rows(CaseTemplate, templates)
        body.initial = bodies[0] if len(bodies) == 1 else None
        template.initial = templates[0] if templates else None
        self.is_possible = bool(bodies and templates)


class HeadForm(_Head):
    """The head of a case that is there; `based_on` is its revision."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)
    policies = forms.ModelMultipleChoiceField(
        label=_("Policies that the case builds on"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        names = [name for name in _Head.base_fields if name not in ("operation",)]
        told = {name: getattr(case, name) for name in names if hasattr(case, name)}
        told |= {"based_on": case.revision, "policies": list(case.policies.all())}
        super().__init__(*args, initial=told, **kwargs)
        self.fields["policies"].queryset = Policy.objects.filter(municipality=case.municipality_id)
        self.fields["number"].help_text = ""
        if not self.fields["policies"].queryset.exists():
            del self.fields["policies"]


class TextForm(OperationForm):
    """One section, on the revision that the writer saw."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)
    settles = forms.IntegerField(widget=forms.HiddenInput, required=False)
    html = forms.CharField(label=_("Text"), required=False, widget=RichText, strip=False)

    def __init__(self, *args: Any, section: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if section is not None:
            # The checks beside the text look for it.
            self.fields["html"].widget.attrs["data-section"] = section


class PointsForm(OperationForm):
    """The points of the recommendation: rows of fields of one name each, in their order."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)
    settles = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def points(self) -> list[PointInput]:
        """The rows as they stand, after the button that was used has moved or removed one."""
        rows = zip(*(self.data.getlist(f"point_{n}") for n in _ROW), strict=False)
        points = [
            PointInput(text, _key(pk), _key(addressee), choice if choice in CHOICES else "")
            for text, pk, addressee, choice in rows
        ]
        return moved(points, self.data.get("move", ""))


_ROW = ("text", "id", "addressee", "choice")


class UploadForm(forms.Form):
    """A Word document; it is read and shown, and nothing is written."""

    file = forms.FileField(
        label=_("Word document (.docx)"),
        help_text=_("Its headings decide which section each part goes to."),
        widget=forms.FileInput({"accept": ".docx"}),
    )


class FillForm(OperationForm):
    """What of a Word document goes where: rows of fields of one name each."""

    points_based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def texts(self) -> list[tuple[int, int, str]]:
        """(section, revision it was seen at, HTML) of each part that was not left out."""
        names = ("place", "revision", "html")
        rows = zip(*(self.data.getlist(f"fill_{name}") for name in names), strict=False)
        found = [(_key(place), _key(revision), html) for place, revision, html in rows]
        return [(place, revision or 0, html) for place, revision, html in found if place]

    def points(self) -> list[PointInput] | None:
        """The points, or None when they are left out."""
        if self.data.get("use_points") != "1":
            return None
        return [PointInput(text) for text in self.data.getlist("fill_point")]


class BaseForm(OperationForm):
    """A button that needs to know nothing but the revision it was pressed on."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)


class ReasonForm(OperationForm):
    """Why a case is withdrawn."""

    reason = forms.CharField(
        label=_("Why is the case withdrawn?"), max_length=300, widget=forms.Textarea({"rows": 3})
    )


class ShareForm(OperationForm):
    """Who is to write in the case too."""

    user = forms.ModelChoiceField(label=_("Colleague"), queryset=None)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = colleagues_to_share_with(case)


class ReuseForm(OperationForm):
    """A new draft from an earlier case."""

    title = forms.CharField(label=_("Title"), max_length=300)
    number = forms.CharField(
        label=_("Case number"),
        max_length=40,
        required=False,
        help_text=_("Leave it empty and the case gets the next number."),
    )
    is_number_confirmed = forms.BooleanField(
        label=_("The number is right as it stands"), required=False
    )
    deadline = forms.DateField(
        label=_("Must be decided by"), required=False, widget=forms.DateInput
    )


def addressees_of(case: Case) -> list[Any]:
    """The bodies that a point can be put to."""
    return [body for body in body_list(municipality=case.municipality) if body.is_in_workplace]


def _rows(model: Any, found: list[Any]) -> Any:
    """The rows as a query, which a form's choice needs, in the order that their model has."""
    return model.objects.filter(pk__in=[row.pk for row in found])


def _key(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 19 else None


class TemplateForm(OperationForm):
    """What a template is called and for."""

    name = forms.CharField(label=_("Name"), max_length=100)
    note = forms.CharField(
        label=_("What it is for"),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    is_default = forms.BooleanField(label=_("New cases begin with this one"), required=False)


class TemplateCreateForm(OperationForm):
    """A new template of the municipality's own."""

    municipality = forms.ModelChoiceField(label=_("Municipality"), queryset=None)
    name = forms.CharField(label=_("Name"), max_length=100)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = workplace_municipalities(user)
        field = self.fields["municipality"]
        field.queryset = _rows(Municipality, found)
        if len(found) == 1:
            field.initial, field.widget = found[0], forms.HiddenInput()


class TemplateInstallForm(OperationForm):
    """A template that comes with Sagsgang, taken into use."""

    municipality = forms.ModelChoiceField(queryset=None, widget=forms.HiddenInput)
    origin = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = workplace_municipalities(user)
        self.fields["municipality"].queryset = _rows(Municipality, found)


_COLUMNS = ("heading", "kind", "level", "required", "public", "help", "nothing")


class TemplateSectionsForm(OperationForm):
    """The sections of a template: rows of fields of one name each, in their order."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)

    def sections(self) -> list[SectionInput]:
        """The rows as they stand, after the button that was used has moved or removed one."""
        rows = zip(*(self.data.getlist(f"section_{name}") for name in _COLUMNS), strict=False)
        sections = [
            SectionInput(
                heading=heading,
                kind=kind,
                level=2 if level == "2" else 1,
                is_required=required == "1",
                is_public=public == "1",
                help_text=help_text,
                nothing_text=nothing,
            )
            for heading, kind, level, required, public, help_text, nothing in rows
        ]
        return moved(sections, self.data.get("move", ""))


def moved(rows: list[Any], button: str) -> list[Any]:
    """The rows after a button such as `up:2` or `remove:0`; any other leaves them as they are."""
    name, _mark, place = button.partition(":")
    at = _key(place)
    if at is None or not 0 <= at < len(rows):
        return rows
    if name == "remove":
        return rows[:at] + rows[at + 1 :]
    to = at + {"up": -1, "down": 1}.get(name, 0)
    if 0 <= to < len(rows):
        rows[at], rows[to] = rows[to], rows[at]
    return rows
