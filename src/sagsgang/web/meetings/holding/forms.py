"""What the buttons of the meeting screen send: each carries its own key, so twice is once."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.meetings.models import Meeting

#: How long ago an operation that waited without connection may have been done.
_OLDEST = timedelta(hours=24)


class ActForm(OperationForm):
    """One of everything that can be done on the screen; each act takes what it needs.

    `moment` is when the button was pressed, as the screen knows it: an operation that waited for
    the connection is written with its own time. `time` is what somebody wrote.
    """

    seat = forms.IntegerField(required=False)
    guest = forms.IntegerField(required=False)
    item = forms.IntegerField(required=False)
    event = forms.IntegerField(required=False)
    person = forms.IntegerField(required=False)
    moment = forms.CharField(required=False, max_length=40)
    time = forms.TimeField(required=False, label=_("Time"))
    text = forms.CharField(required=False, max_length=1000)
    value = forms.CharField(required=False, max_length=20)

    def at(self, meeting: Meeting) -> datetime | None:
        """When it happened, where the form says so."""
        typed = self.cleaned_data.get("time")
        if typed is not None:
            day = timezone.localdate(meeting.opened_at or meeting.plan.starts_at)
            return timezone.make_aware(datetime.combine(day, typed))
        try:
            moment = parse_datetime(self.cleaned_data.get("moment") or "")
        except ValueError:
            return None
        if moment is None or timezone.is_naive(moment):
            return None
        now = timezone.now()
        # Another machine's clock may be wrong: what it says of the future is now.
        return min(moment, now) if moment > now - _OLDEST else None


class OpenForm(OperationForm):
    """Who leads the meeting, and who is there as it begins."""

    led_by = forms.ChoiceField(label=_("Who leads the meeting"), required=False)
    present = forms.MultipleChoiceField(
        label=_("Who is here"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, seats: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {seat.pk: seat for seat in seats}
        leaders = [(seat.sitting_id, str(seat.sitting)) for seat in seats if not seat.called_in_at]
        self.fields["led_by"].choices = [("", _("The chair, or the vice-chair")), *leaders]
        self.fields["present"].choices = [(seat.pk, _named(seat)) for seat in seats]
        self.fields["present"].initial = [
            seat.pk for seat in seats if seat.notice_at is None and not seat.called_in_at
        ]

    def leader(self) -> Any:
        """The person chosen, None where the law's own order holds."""
        chosen = self.cleaned_data.get("led_by")
        found = (seat.sitting for seat in self.seats.values() if str(seat.sitting_id) == chosen)
        return next(found, None) if chosen else None

    def here(self) -> list[Any]:
        """The seats of those who are ticked."""
        return [self.seats[int(key)] for key in self.cleaned_data.get("present", ())]


def _named(seat: Any) -> str:
    return (
        f"{seat.sitting} ({_('told that she is absent')})" if seat.notice_at else str(seat.sitting)
    )


class ReasonForm(OperationForm):
    """Why a closed meeting is opened again."""

    reason = forms.CharField(label=_("Why the meeting is opened again"), max_length=300)
