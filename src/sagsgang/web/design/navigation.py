"""The links of the main menu; later rooms put themselves on it when they start."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """`route` is the name of an address; the entry shows while `is_shown(request)` is true; lowest
    `order` first. `group` tells the workplace's own entries (`work`) from what everyone reads.
    """

    order: int
    title: str | Promise
    route: str
    is_shown: Callable[[HttpRequest], bool] = lambda request: True
    group: str = "public"


_entries: dict[str, MenuEntry] = {}


def menu_register(entry: MenuEntry) -> None:
    """Put an entry on the menu; the same route again takes the place of the earlier one."""
    _entries[entry.route] = entry


def menu_entries(request: HttpRequest) -> list[MenuEntry]:
    """What the menu shows this reader, in order."""
    return sorted((e for e in _entries.values() if e.is_shown(request)), key=lambda e: e.order)
