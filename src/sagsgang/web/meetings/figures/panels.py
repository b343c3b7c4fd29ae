"""The figures of an item as they were given out, each with what newer data say."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.web.cases.figures.content import figures_in
from sagsgang.web.cases.figures.selectors import Newer, newer_of_content, told_of
from sagsgang.web.cases.figures.showing import source_line
from sagsgang.web.cases.figures.style import style_of
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.meetings.models import ItemDecision
from sagsgang.web.meetings.sending.content import items_by_key, last_version


@dataclass(frozen=True, slots=True)
class GivenOut:
    """A figure as it stands in what was sent."""

    key: str
    told: str
    source: str
    newer: Newer | None


def item_panel(request: HttpRequest, item: Any) -> SafeString | None:
    """On the item's page: the figures with their sources, and the way to where they come from."""
    return _panel(request, item, is_holding=False)


def holding_panel(request: HttpRequest, item: Any) -> SafeString | None:
    """On the meeting screen: only those that newer data tell otherwise."""
    return _panel(request, item, is_holding=True)


def _panel(request: HttpRequest, item: Any, *, is_holding: bool) -> SafeString | None:
    case: Case | None = item.stop.case if item.stop_id else None
    if case is None or not case_may(request.user, "case_read", case):
        return None
    rows = figures_given_out(item, case)
    if is_holding:
        rows = [row for row in rows if row.newer]
    if not rows:
        return None
    context = {
        "case": case,
        "rows": rows,
        "is_holding": is_holding,
        "is_decided": ItemDecision.objects.filter(item=item).exists(),
    }
    return render_to_string("meetings/figures/panel.html", context, request)


def figures_given_out(item: Any, case: Case) -> list[GivenOut]:
    """The figures of the item's case in the newest agenda that was sent."""
    version = last_version(item.meeting)
    told = version and items_by_key(version.content).get(item.pk)
    if not told or not told["case"]:
        return []
    style = style_of(case.municipality)
    return [
        GivenOut(
            key=kept["key"],
            told=told_of(kept["shown"], style),
            source=source_line(kept["shown"]),
            newer=newer_of_content(kept, case),
        )
        for kept in figures_in(told["case"]["content"])
    ]
