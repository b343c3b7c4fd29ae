"""A page leaves places open; a later room puts its panel there without the page knowing the room.

A place has a name (`case.side`, `desk.waiting`, `body.main`); a panel gets the request and what the
page is about, and returns HTML, or None where it has nothing to show this reader.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

Show = Callable[[HttpRequest, Any], SafeString | None]


@dataclass(frozen=True, slots=True)
class Panel:
    """`name` is unique in its place; lowest `order` first."""

    order: int
    name: str
    show: Show


_panels: dict[str, dict[str, Panel]] = defaultdict(dict)


def panel_register(place: str, panel: Panel) -> None:
    """Put a panel in a place; the same name again takes the place of the earlier one."""
    _panels[place][panel.name] = panel


def panels_shown(place: str, request: HttpRequest, subject: Any) -> list[SafeString]:
    """The panels of a place that have something to show this reader, in order."""
    panels = sorted(_panels[place].values(), key=lambda panel: (panel.order, panel.name))
    shown = (panel.show(request, subject) for panel in panels)
    return [html for html in shown if html]
