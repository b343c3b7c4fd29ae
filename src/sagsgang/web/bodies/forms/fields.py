"""Fields for days and hours as browsers and Danes write them."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone

_DAYS = ["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"]


class TimeInput(forms.TimeInput):
    """The browser's own field for an hour."""

    input_type = "time"


def day_field(label: Any, *, required: bool = True, help_text: Any = "", **more: Any) -> Any:
    """A day; a date picker in the browser."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        input_formats=_DAYS,
        widget=forms.DateInput(),
        **more,
    )


def hour_field(label: Any, **more: Any) -> Any:
    """An hour of the day; `16:30` and `16.30`."""
    return forms.TimeField(
        label=label, input_formats=["%H:%M", "%H.%M"], widget=TimeInput(format="%H:%M"), **more
    )


def moment(day: date, hour: time) -> datetime:
    """The moment at which the clock on the wall shows that."""
    return timezone.make_aware(datetime.combine(day, hour))


class TextArea(forms.Textarea):
    """A few lines."""

    def __init__(self, rows: int = 3) -> None:
        super().__init__(attrs={"rows": rows})
