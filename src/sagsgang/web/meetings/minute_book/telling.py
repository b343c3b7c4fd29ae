"""Who is told about minutes: those who took part, that they can be approved, and again."""

from typing import Any

from sagsgang.web.accounts.models import User
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.agendas.naming import meeting_in_words
from sagsgang.web.meetings.minute_book.selectors import seats_there
from sagsgang.web.meetings.models import Meeting
from sagsgang.web.notifications.kinds import kind_register
from sagsgang.web.notifications.services import notify

TO_APPROVE = "minutes_to_approve"
_WHY = "du tog del i mødet og mangler at godkende referatet"


def kinds_register() -> None:
    """Make known what this room tells."""
    kind_register(TO_APPROVE, "Et referat skal godkendes", _WHY)


def told_to_approve(actor: Any, meeting: Meeting) -> None:
    """The minutes are locked and wait for those who took part."""
    users = [seat.sitting.user for seat in seats_there(meeting) if seat.sitting.user]
    text = f"Referatet af {meeting_in_words(meeting)} er klar til din godkendelse."
    _notify(meeting, users, text)


def reminded(meeting: Meeting, users: list[User]) -> int:
    """They are told once more, also those who have read it and done nothing."""
    text = f"Du mangler at godkende referatet af {meeting_in_words(meeting)}."
    _notify(meeting, users, text)
    return len(users)


def _notify(meeting: Meeting, users: list[User], text: str) -> None:
    path = meeting_address(meeting, "minutes")
    notify(users=users, code=TO_APPROVE, text=text, why=_WHY, path=path)
