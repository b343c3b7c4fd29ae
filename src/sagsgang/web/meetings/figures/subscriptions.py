"""An agenda is sent, an item is decided: what its cases' figures say then is kept for good."""

from typing import Any

from django.utils import timezone

from sagsgang.web.audit.events import Happening, event_subscribe
from sagsgang.web.cases.figures.content import figures_in
from sagsgang.web.cases.figures.services.freezing import figures_freeze
from sagsgang.web.cases.models import Case, FrozenFigure
from sagsgang.web.meetings.agendas.naming import meeting_in_words
from sagsgang.web.meetings.models import AgendaVersion, Meeting
from sagsgang.web.meetings.sending.content import items_by_key, last_version
from sagsgang.web.meetings.sending.services.send import SENT, SENT_AGAIN


def subscribe() -> None:
    """Told once, when the website starts."""
    for code in (SENT, SENT_AGAIN):
        event_subscribe(code, agenda_was_sent)
    event_subscribe("item_decided", item_was_decided)


def agenda_was_sent(happening: Happening) -> None:
    """Every figure of the cases on it, as this version of the agenda has it."""
    meeting: Meeting = happening.subject
    version = last_version(meeting)
    if version is None:
        return
    place = f"Dagsordenen til {meeting_in_words(meeting)}, version {version.number}"
    for told in items_by_key(version.content).values():
        _freeze(happening.actor, told, version, FrozenFigure.Because.AGENDA, place)


def item_was_decided(happening: Happening) -> None:
    """The figures of the item's case, as they were given out to those who decided."""
    item = happening.subject
    version = last_version(item.meeting)
    told = version and items_by_key(version.content).get(item.pk)
    if version is None or not told:
        return
    place = f"Beslutningen på {meeting_in_words(item.meeting)}, punkt {told['number']}"
    _freeze(happening.actor, told, version, FrozenFigure.Because.DECISION, place)


def _freeze(
    actor: Any, told: dict[str, Any], version: AgendaVersion, because: str, place: str
) -> None:
    kept = figures_in(told["case"] and told["case"]["content"])
    if not kept:
        return
    figures_freeze(
        actor=actor,
        case=Case.objects.get(pk=told["case"]["id"]),
        figures=kept,
        because=because,
        meeting=version.meeting_id,
        version=version.number,
        place=place,
        at=timezone.now(),
    )
