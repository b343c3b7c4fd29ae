"""The addresses of a meeting's pages, and the words for states, kinds and deadlines."""

from typing import Any

from django import template

from sagsgang.web.cases.labels import KINDS
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.agendas.wording import (
    ACTIVITIES,
    LINK_STATES,
    RECURRING,
    STATES,
    WHO,
    WHO_DOES,
)
from sagsgang.web.meetings.permissions import body_may, item_is_closed, meeting_may

register = template.Library()

_WORDS = {
    "state": STATES,
    "kind": KINDS,
    "recurring": RECURRING,
    "who": WHO,
    "does": WHO_DOES,
    "activity": ACTIVITIES,
    "link": LINK_STATES,
}


@register.filter
def in_words(value: str, of: str) -> Any:
    """The word for a state, a kind, a recurring item, a link of the chain or an activity."""
    return _WORDS[of].get(value, value)


@register.simple_tag
def meeting_url(meeting: Any, name: str = "meeting", *more: object) -> str:
    """The address of a page of the meeting."""
    return meeting_address(meeting, name, *more)


@register.filter
def is_closed_item(item: Any) -> bool:
    """Whether the item is closed matter, by itself or by its case."""
    return item_is_closed(item)


@register.simple_tag(takes_context=True)
def meeting_allows(context: dict[str, Any], operation: str, meeting: Any) -> bool:
    """Whether the reader may do that with the meeting."""
    return meeting_may(context["request"].user, operation, meeting)


@register.simple_tag(takes_context=True)
def body_allows(context: dict[str, Any], operation: str, body: Any) -> bool:
    """Whether the reader may do that for the body's meetings."""
    return body_may(context["request"].user, operation, body)
