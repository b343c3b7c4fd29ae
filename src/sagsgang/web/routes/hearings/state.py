"""In which state a hearing is: it follows from its columns and the day, and is stored nowhere."""

from datetime import date

from django.db.models import Q, TextChoices
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from sagsgang.web.routes.models import Hearing, HearingRound


class HearingState(TextChoices):
    """What has become of one body's part. `late`: the deadline has passed and no answer is here."""

    DISPATCHED = "dispatched", pgettext_lazy("hearing", "Sent")
    REMINDED = "reminded", pgettext_lazy("hearing", "Reminded")
    LATE = "late", pgettext_lazy("hearing", "Late")
    ANSWERED = "answered", pgettext_lazy("hearing", "Answered")
    ENDED = "ended", pgettext_lazy("hearing", "Ended")


class RoundState(TextChoices):
    """Whether answers can still come."""

    RUNNING = "running", pgettext_lazy("hearing", "Running")
    OVER = "over", pgettext_lazy("hearing", "Closed")


def hearing_state(hearing: Hearing, on: date | None = None) -> HearingState:
    """The state of one body's part of a hearing on a day (today unless told)."""
    if hearing.ended_at is not None or hearing.round.ended_at is not None:
        return HearingState.ENDED
    if hearing.answered_at is not None:
        return HearingState.ANSWERED
    if (on or timezone.localdate()) > hearing.round.deadline:
        return HearingState.LATE
    return HearingState.DISPATCHED if hearing.reminded_at is None else HearingState.REMINDED


def round_state(asked: HearingRound) -> RoundState:
    """Whether the hearing runs."""
    return RoundState.RUNNING if asked.ended_at is None else RoundState.OVER


def awaiting_q() -> Q:
    """The hearings whose answer is waited for, for a query on `Hearing`."""
    return Q(ended_at__isnull=True, round__ended_at__isnull=True, answered_at__isnull=True)
