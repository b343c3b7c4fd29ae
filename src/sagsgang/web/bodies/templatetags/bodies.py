"""What kinds, posts and roles are called, and whether the reader may."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import template
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sagsgang.web.bodies import wording
from sagsgang.web.bodies.permissions import bodies_may
from sagsgang.web.bodies.selectors import dispatch_deadline

register = template.Library()
_WORDS = {
    "kind": wording.BODY_KINDS,
    "post": wording.POSTS,
    "role": wording.ROLES,
    "meeting_kind": wording.MEETING_KINDS,
    "origin": wording.ORIGINS,
}


@register.filter
def called(code: str, what: str) -> str | Promise:
    """`{{ seat.post|called:"post" }}`: what a code is called."""
    return _WORDS[what].get(code, code)


@register.filter
def month_name(month: int) -> str:
    """`marts` for 3."""
    from django.utils.dates import MONTHS

    return str(MONTHS[month])


@register.filter
def deadline(meeting: Any) -> date:
    """The last day to send the agenda."""
    return dispatch_deadline(meeting)


@register.filter
def has_begun(meeting: Any) -> bool:
    """Whether the meeting lies in the past."""
    return meeting.starts_at <= timezone.now()


@register.filter
def is_over(row: Any) -> bool:
    """Whether the last day of a seat, a period or a role has passed."""
    return row.ends_on is not None and row.ends_on < timezone.localdate()


@register.filter
def is_to_come(row: Any) -> bool:
    """Whether the first day has not come."""
    return row.starts_on is not None and row.starts_on > timezone.localdate()


@register.simple_tag(takes_context=True)
def may(context: dict[str, Any], operation: str, subject: Any) -> bool:
    """`{% may "meeting_plan" body as may_plan %}`."""
    return bodies_may(context["request"].user, operation, subject)


@register.simple_tag
def period(row: Any) -> str:
    """`1. januar 2026 – 31. december 2029`."""
    from django.utils.formats import date_format

    first = date_format(row.starts_on, _("j F Y")) if row.starts_on else ""
    last = date_format(row.ends_on, _("j F Y")) if row.ends_on else ""
    if not last:
        return _("from %(day)s") % {"day": first} if first else ""
    return f"{first} – {last}" if first else _("until %(day)s") % {"day": last}


@register.simple_tag
def operation_key() -> str:
    """A fresh key for a form of one button."""
    return str(uuid4())
