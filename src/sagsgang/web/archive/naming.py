"""What a municipality, a body and a meeting are called when the document does not say."""

from django.utils import formats
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from sagsgang.web.archive.models import Meeting
from sagsgang.web.bodies.models import Body, Municipality


def municipality_title(municipality: Municipality) -> str:
    """Its name, or words that say that the document gives none."""
    return municipality.name or _("Municipality not stated")


def body_title(body: Body) -> str:
    """Its name, or words that say that the document gives none."""
    return body.name or _("Body not stated")


def meeting_title(meeting: Meeting) -> str:
    """The day of the meeting in words."""
    if meeting.starts_at is None:
        return _("Meeting without a date")
    return formats.date_format(localtime(meeting.starts_at), _("j F Y"))
