"""What the calendar does by itself: it warns while there is still time, and when there is none."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from sagsgang.reference.deadlines import weekday_deadline
from sagsgang.web.routes.hearings.calendar import on_the_day
from sagsgang.web.routes.models import OutgoingAnswer
from sagsgang.web.routes.outgoing.notices import answer_urgent

WARN_JOB = "outgoing_warn"
#: Weekdays before the deadline on which those who must act are warned.
WARN_WEEKDAYS = (3, 1)


def warnings_arrange(answer: OutgoingAnswer) -> None:
    """Put the warnings into the calendar, once for each day that is still to come."""
    for weekdays in WARN_WEEKDAYS:
        day = weekday_deadline(answer.deadline, weekdays, counting="inclusive")
        if day > timezone.localdate():
            on_the_day(
                name=WARN_JOB,
                key=str(answer.pk),
                day=day,
                arguments={"outgoing": answer.pk, "deadline": answer.deadline.isoformat()},
            )


@transaction.atomic
def warning_run(*, outgoing: int, deadline: str, day: str) -> None:
    """Warn of an answer that is not sent; nothing when it is, or when the deadline was moved."""
    answer = OutgoingAnswer.objects.select_related("case__officer").filter(pk=outgoing).first()
    if answer is None or answer.deadline != date.fromisoformat(deadline):
        return
    if answer.state in (OutgoingAnswer.State.DISPATCHED, OutgoingAnswer.State.WITHDRAWN):
        return
    answer_urgent(answer)
