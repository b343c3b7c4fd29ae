"""An item as it was given out in a version of the agenda: its words, its files, what is new."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from sagsgang.web.cases.richtext.blocks import plain_text
from sagsgang.web.meetings.models import AgendaVersion, Item
from sagsgang.web.meetings.sending.content import Content, items_by_key


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file as it was attached then: version `number` of attachment `key` of a case."""

    key: int
    case: int
    number: int
    title: str
    sha256: str
    is_closed: bool


def fingerprint(entry: Content) -> str:
    """The same for two versions of an item that read alike: its words, points and files."""
    case = entry.get("case") or {}
    content = case.get("content") or {}
    told = {
        "title": entry.get("title"),
        "html": entry.get("html"),
        "finance": case.get("finance"),
        "points": [point.get("text") for point in content.get("points", ())],
        "sections": [(s.get("heading"), s.get("html")) for s in content.get("sections", ())],
        "files": [(a.get("title"), a.get("sha256")) for a in content.get("attachments", ())],
        "parts": [fingerprint(part) for part in entry.get("parts", ())],
    }
    text = json.dumps(told, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def words_of(entry: Content) -> str:
    """Everything that is read in the item: title, text, sections, points, and its parts."""
    content = (entry.get("case") or {}).get("content") or {}
    parts = [entry.get("title", ""), plain_text(entry.get("html") or "")]
    for section in content.get("sections", ()):
        parts += [section.get("heading", ""), plain_text(section.get("html") or "")]
    parts += [point.get("text", "") for point in content.get("points", ())]
    parts += [words_of(part) for part in entry.get("parts", ())]
    return "\n\n".join(part for part in parts if part)


def files_of(entry: Content) -> list[GivenFile]:
    """The files that the entry names."""
    case = entry.get("case") or {}
    return [
        GivenFile(
            key=each["id"],
            case=case["id"],
            number=each["version"] or 0,
            title=each["title"],
            sha256=each["sha256"],
            is_closed=each["is_closed"],
        )
        for each in (case.get("content") or {}).get("attachments", ())
        if each["sha256"]
    ]


def newest_versions(meetings: Any) -> dict[int, AgendaVersion]:
    """The newest version of each meeting whose agenda was sent, by the meeting's key; of a list of
    meetings or of a query.
    """
    found = AgendaVersion.objects.filter(meeting__in=meetings).order_by("number")
    return {version.meeting_id: version for version in found}


def newest_number(item: Item) -> int:
    """The number of the newest version that has the item; 0 when none was sent with it."""
    for version in AgendaVersion.objects.filter(meeting=item.meeting_id).order_by("-number"):
        if item.pk in items_by_key(version.content):
            return version.number
    return 0
