"""How a follow-up is named in sentences that others may read: closed matter never by its words."""

from django.urls import reverse

from sagsgang.web.followup.models import FollowUp
from sagsgang.web.followup.permissions import is_closed_to_public

CLOSED = "en lukket sag"


def in_words(follow_up: FollowUp) -> str:
    """`»Status på jobcaféen«`; of closed matter only that it is closed."""
    if is_closed_to_public(follow_up):
        return CLOSED
    return f"»{follow_up.text[:200]}«"


def address(follow_up: FollowUp) -> str:
    """Its page."""
    return reverse("followup:follow_up", args=[follow_up.pk])
