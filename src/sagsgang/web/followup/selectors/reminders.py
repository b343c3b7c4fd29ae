"""How many days before a day people are reminded."""

from sagsgang.web.bodies.models import Municipality
from sagsgang.web.followup.models import USUAL_DAYS, ReminderDays


def reminder_days(municipality: Municipality) -> list[int]:
    """Of this municipality, the most first."""
    found = ReminderDays.objects.filter(municipality=municipality).first()
    return list(found.days) if found else list(USUAL_DAYS)
