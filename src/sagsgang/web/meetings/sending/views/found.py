"""The trail to the pages of an agenda, and going there after a write."""

from typing import Any

from django.utils.translation import gettext as _

from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.agendas.views.found import meeting_found
from sagsgang.web.meetings.agendas.views.found import meeting_trail as trail_to

__all__ = ["meeting_found", "meeting_trail"]


def meeting_trail(meeting: Any, *crumbs: Crumb) -> list[Crumb]:
    """The trail to the agenda, or to a page under it."""
    own = Crumb(_("Agenda"), meeting_address(meeting, "agenda") if crumbs else None)
    return trail_to(meeting, own, *crumbs)
