"""The words and addresses of publishing."""

from typing import Any

from django import template
from django.urls import reverse

from sagsgang.web.meetings.agendas.selectors.meetings import meeting_place
from sagsgang.web.publishing.wording import KINDS, SLUGS, STATES, TITLES

register = template.Library()


@register.simple_tag
def publishing_url(meeting: Any, name: str = "publishing", kind: str = "") -> str:
    """The address of a page of publishing."""
    more = [SLUGS[kind]] if kind else []
    place = meeting_place(meeting.plan)
    return reverse(f"publishing:{name}", args=[meeting.plan.body.slug, place, *more])


@register.filter
def kind_title(kind: str) -> Any:
    """Agenda, or minutes."""
    return TITLES[kind]


@register.filter
def kind_words(kind: str) -> Any:
    """The same in the middle of a sentence."""
    return KINDS[kind]


@register.filter
def publication_state(state: str) -> Any:
    """How a version stands."""
    return STATES[state]
