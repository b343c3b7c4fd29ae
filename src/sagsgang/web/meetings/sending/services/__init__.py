"""Writing what belongs to sending: the agenda, its newer versions, findings set aside, and who is
invited.
"""

from sagsgang.web.meetings.sending.services.inviting import invitations_update
from sagsgang.web.meetings.sending.services.send import agenda_send, agenda_send_again
from sagsgang.web.meetings.sending.services.setting_aside import (
    agenda_finding_set_aside,
    agenda_finding_take_up,
)

__all__ = [
    "agenda_finding_set_aside",
    "agenda_finding_take_up",
    "agenda_send",
    "agenda_send_again",
    "invitations_update",
]
