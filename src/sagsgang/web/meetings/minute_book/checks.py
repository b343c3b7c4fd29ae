"""What the checks say of minutes before they are locked, also of what happened at the meeting."""

from sagsgang.web.cases.checks.checked import findings_of, language_now
from sagsgang.web.meetings.compose import meeting_compose
from sagsgang.web.meetings.models import Item, Meeting
from sagsgang.web.meetings.sending.checks import (
    AgendaFinding,
    findings_ordered,
    findings_shown,
    findings_with_reasons,
)


def minutes_findings(meeting: Meeting) -> list[AgendaFinding]:
    """Everything found in the minutes as they would be locked. What was set aside on the agenda is
    set aside here, and what was set aside in a case with its reason printed, by the case's rule.
    """
    composed = meeting_compose(meeting)
    found = findings_of(
        composed.minutes,
        composed.lines,
        municipality=meeting.plan.body.municipality_id,
        language=language_now(),
        skip=(),
    )
    items = list(Item.objects.filter(pk__in=composed.keys).select_related("stop__case", "parent"))
    shown = findings_shown(found, composed, items)
    return findings_ordered(findings_with_reasons(meeting, shown), list(composed.keys))
