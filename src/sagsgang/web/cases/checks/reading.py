"""What the editor asks about: JSON with the texts on the screen, read with care."""

import json
from typing import Any

from django.http.request import RawPostDataException, RequestDataTooBig
from django.utils.translation import gettext as _

from sagsgang.web.cases.checks.composing import Draft
from sagsgang.web.design.refusal import Refusal

#: More sections and points than any case has.
MOST_PARTS = 200


def draft_read(body: bytes) -> Draft:
    """The draft in the JSON `{"sections": {"12": "<p>…"}, "points": ["at …"], "title": "…"}`, of
    which every part may be missing. Raises Refusal when it is anything else.
    """
    try:
        told = json.loads(body or b"{}")
        if not isinstance(told, dict):
            raise ValueError
        return Draft(_sections(told.get("sections")), _points(told.get("points")), _title(told))
    except (ValueError, RecursionError):
        raise Refusal(_("The text could not be read. Load the page again.")) from None


def _sections(told: Any) -> dict[int, str] | None:
    if told is None:
        return None
    if not isinstance(told, dict) or len(told) > MOST_PARTS:
        raise ValueError
    sections: dict[int, str] = {}
    for key, html in told.items():
        if not (isinstance(html, str) and key.isascii() and key.isdigit() and len(key) < 19):
            raise ValueError
        sections[int(key)] = html
    return sections


def _points(told: Any) -> list[str] | None:
    if told is None:
        return None
    if not isinstance(told, list) or len(told) > MOST_PARTS:
        raise ValueError
    if not all(isinstance(text, str) for text in told):
        raise ValueError
    return [text[:10_000] for text in told]


def _title(told: dict[str, Any]) -> str | None:
    title = told.get("title")
    if title is not None and not isinstance(title, str):
        raise ValueError
    return None if title is None else " ".join(title.split())[:300]


#: What Django raises when a request has more in it than it takes.
TOO_MUCH = (RequestDataTooBig, RawPostDataException)
