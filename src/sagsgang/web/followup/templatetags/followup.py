"""How kinds and states are written on a page, and how a day stands to today."""

from datetime import date
from typing import Any

from django import template
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sagsgang.web.followup import wording

register = template.Library()
_TABLES = {
    "kind": wording.KINDS,
    "origin": wording.ORIGINS,
    "state": wording.STATES,
    "badge": wording.STATE_BADGES,
    "why_not": wording.WHY_NOT,
}


@register.filter
def follow_words(value: str, of: str) -> Any:
    """The word for a kind, an origin or a state."""
    return _TABLES[of].get(value, value)


@register.filter
def days_words(days: int | None) -> str:
    """`om 3 dage`, `i dag`, `3 dage over`; nothing for None."""
    if days is None:
        return ""
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("in %(n)s day", "in %(n)s days", days) % {"n": days}
    return ngettext("%(n)s day late", "%(n)s days late", -days) % {"n": -days}


@register.filter
def printed_day(iso: str) -> str:
    """`2026-05-12` of a frozen list as `12. maj 2026`."""
    return formats.date_format(date.fromisoformat(iso), _("j F Y"))


@register.filter
def printed_hours(hours: str) -> str:
    """`2.50` of a frozen list as `2,5`."""
    return hours.rstrip("0").rstrip(".").replace(".", ",")
