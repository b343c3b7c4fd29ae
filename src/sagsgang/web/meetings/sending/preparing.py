"""How far an agenda is from being sent: what is found, what is changed, and the deadline."""

from dataclasses import dataclass

from sagsgang.web.meetings.agendas.selectors import item_numbers
from sagsgang.web.meetings.models import AgendaVersion, Meeting
from sagsgang.web.meetings.permissions import items_readable
from sagsgang.web.meetings.sending.checks import AgendaFinding, agenda_findings, blocking
from sagsgang.web.meetings.sending.comparing import AgendaChange, agenda_difference
from sagsgang.web.meetings.sending.content import agenda_content, last_version
from sagsgang.web.meetings.sending.deadlines import Meter, deadline_meter
from sagsgang.web.meetings.sending.showing import agenda_shown


@dataclass(frozen=True, slots=True)
class Prepared:
    """`before` is what was sent last, `change` what is new since; both None before the first."""

    meter: Meter
    findings: tuple[AgendaFinding, ...]
    left: int
    before: AgendaVersion | None
    change: AgendaChange | None
    asks_why: bool

    @property
    def is_ready(self) -> bool:
        """Whether nothing keeps it from being sent and there is something to send."""
        return not self.left and (self.change is None or bool(self.change))


def prepared_for(user: object, meeting: Meeting) -> Prepared:
    """The agenda as it would be sent now; findings about items that are closed to the user are
    counted and not shown.
    """
    before = last_version(meeting)
    numbers = item_numbers(meeting)
    content = agenda_content(meeting, numbers=numbers, before=before)
    findings = agenda_findings(meeting, content, numbers)
    readable = set(items_readable(user, meeting).values_list("pk", flat=True))
    change = None
    if before is not None:
        shown = [agenda_shown(user, meeting, each) for each in (before.content, content)]
        change = agenda_difference(*shown)
    meter = deadline_meter(meeting.plan)
    return Prepared(
        meter=meter,
        findings=tuple(each for each in findings if each.item is None or each.item in readable),
        left=len(blocking(findings)),
        before=before,
        change=change,
        asks_why=not meter.is_kept and (change is None or needs_reason(change)),
    )


def needs_reason(change: AgendaChange) -> bool:
    """Whether what is changed after the deadline must say why: a new item says it itself, and one
    that was taken off does too.
    """
    return bool(change.of("changed") or change.head or change.is_reordered)
