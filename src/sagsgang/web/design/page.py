"""What the frame of every page needs to know: menu, languages, version, and the trail of
breadcrumbs.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise

from sagsgang import __version__
from sagsgang.web.design.navigation import menu_entries


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the trail; the last one has no address because the reader stands there."""

    text: str | Promise
    url: str | None = None


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Context processor: what `design/base.html` shows around every page."""
    menu = menu_entries(request)
    return {
        "work_menu": [entry for entry in menu if entry.group == "work"],
        "public_menu": [entry for entry in menu if entry.group != "work"],
        "sign_in_next": "" if request.path.startswith("/konto/") else request.get_full_path(),
        "languages": [{"code": code, "name": name} for code, name in settings.LANGUAGES],
        "path": request.get_full_path(),
        "version": __version__,
    }
