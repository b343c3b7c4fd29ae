"""How the pages of an agenda read its content: JSON that was sent, with names of its own."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext

from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.sending.deadlines import is_in_time
from sagsgang.web.routes.earlier import earlier_read

register = template.Library()


@register.filter
def agenda_items(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The items of a content: `content.items` is something else to a template."""
    found: list[dict[str, Any]] = content["items"]
    return found


@register.filter
def at(found: Mapping[int, Any], key: int) -> Any:
    """What is there under the key, or nothing."""
    return found.get(key, ())


@register.filter
def heading(level: int, top: int) -> str:
    """`h3` for a section of level 2 below headings that begin at `h2`."""
    return f"h{min(level - 1 + top, 6)}"


@register.filter
def sections_shown(told: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The sections with something under their heading: text, points, what finance says, or a
    section of a lower level that has text.
    """
    case = told["case"]
    found: list[dict[str, Any]] = []
    level = 0
    for section in reversed(case["content"]["sections"]):
        is_said = (
            section["html"]
            or (section["kind"] == "recommendation" and case["content"]["points"])
            or (section["kind"] == "financial_implications" and case.get("finance"))
        )
        if is_said or section["level"] < level:
            found.append(section)
            level = section["level"]
    return found[::-1]


@register.filter
def points_alone(told: Mapping[str, Any]) -> bool:
    """Whether the points of the recommendation have no section to stand in."""
    content = told["case"]["content"]
    return bool(content["points"]) and not any(
        section["kind"] == "recommendation" for section in content["sections"]
    )


@register.filter
def iso_day(printed: str) -> str:
    """`12. maj 2026` for `2026-05-12`."""
    return date_format(date.fromisoformat(printed), gettext("j F Y")) if printed else ""


@register.filter
def earlier_sent(told: Mapping[str, Any]) -> list[Any]:
    """What others had decided when the agenda was sent."""
    return [earlier_read(row) for row in told["earlier"]]


@register.filter
def kept_deadline(version: Any, meeting: Any) -> bool:
    """Whether the version was sent in time."""
    return is_in_time(meeting.plan, version.sent_at)


@register.simple_tag
def item_url(meeting: Any, number: str) -> str:
    """The page of the item with that number."""
    return meeting_address(meeting, "item", number)


@register.simple_tag
def version_url(meeting: Any, number: int) -> str:
    """The agenda as that version was sent."""
    return meeting_address(meeting, "version", number)


@register.simple_tag
def file_url(meeting: Any, file: Mapping[str, Any]) -> str:
    """The file as it was sent."""
    return meeting_address(meeting, "agenda_file", file["id"], file["version"] or 0)
