"""How dates, hours, shares and icons are written on a page."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms, template
from django.forms import BoundField
from django.templatetags.static import static
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from sagsgang.web.design.panels import panels_shown

register = template.Library()


@register.filter
def long_date(value: date | datetime | None) -> str:
    """`mandag den 12. maj 2025`; nothing for None."""
    return formats.date_format(_local(value), gettext("l, j F Y")) if value else ""


@register.filter
def day_date(value: date | datetime | None) -> str:
    """`12. maj 2025`; nothing for None."""
    return formats.date_format(_local(value), gettext("j F Y")) if value else ""


@register.filter
def clock(value: datetime | None) -> str:
    """`kl. 16.30`; nothing for None."""
    return formats.date_format(_local(value), gettext("\\a\\t H:i")) if value else ""


@register.filter
def iso_date(value: date | datetime | None) -> str:
    """`2025-05-12`, for the `datetime` attribute."""
    return _local(value).strftime("%Y-%m-%d") if value else ""


@register.filter
def percent(share: float) -> str:
    """0.974 as `97 %`, rounded down so that 100 % means that nothing is in doubt."""
    return f"{int(Decimal(str(share)) * 100)} %"


@register.simple_tag
def icon(name: str) -> SafeString:
    """A decorative icon of the design system; the words beside it carry the meaning."""
    return format_html(
        '<svg class="icon-svg" focusable="false" aria-hidden="true"><use href="{}#{}"></use></svg>',
        static("dkfds/img/all-svg-icons.svg"),
        name,
    )


def _local(value: date | datetime) -> date | datetime:
    return (
        timezone.localtime(value)
        if isinstance(value, datetime) and timezone.is_aware(value)
        else value
    )


_WIDGET_CLASSES = (
    (forms.CheckboxInput, "form-checkbox"),
    (forms.CheckboxSelectMultiple, "form-checkbox"),
    (forms.RadioSelect, "form-radio"),
    (forms.Select, "form-select"),
    (forms.Textarea, "form-input form-textarea"),
    (forms.HiddenInput, ""),
    (forms.FileInput, "form-file"),
    (forms.Widget, "form-input"),
)


@register.inclusion_tag("design/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """A field of a form as the design system has it: label, hint, error, input, all tied."""
    widget = bound.field.widget
    css = next(name for kind, name in _WIDGET_CLASSES if isinstance(widget, kind))
    is_group = isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
    parts = [(bound.help_text, "hint"), (bound.errors, "error")]
    described = " ".join(f"{bound.auto_id}-{name}" for shown, name in parts if shown)
    attributes = {"class": css}
    if described and not is_group:
        attributes["aria-describedby"] = described
    if bound.errors and not is_group:
        attributes["aria-invalid"] = "true"
    if is_group:
        # Where the input lies inside its label, the design system draws no box.
        widget.template_name = "design/choices.html"
    if isinstance(widget, forms.DateInput):
        widget.input_type, widget.format = "date", "%Y-%m-%d"
    return {
        "field": bound,
        "input": "" if bound.is_hidden else bound.as_widget(attrs=attributes),
        "is_choice": isinstance(widget, forms.CheckboxInput),
        "is_group": is_group,
        "described": described,
    }


@register.inclusion_tag("design/form.html")
def fields(form: forms.BaseForm) -> dict[str, Any]:
    """Every field of a form, and above them what is wrong with the form as a whole."""
    return {"form": form}


@register.simple_tag(takes_context=True)
def panels(context: dict[str, Any], place: str, subject: Any = None) -> SafeString:
    """What later rooms show in this place of the page."""
    return mark_safe("\n".join(panels_shown(place, context["request"], subject)))
