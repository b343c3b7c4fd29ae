"""When two files are one document in two formats: their items are numbered and decided alike."""

from typing import Any

from sagsgang.web.archive.models import Document
from sagsgang.web.archive.packing import json_to_show


def is_same_document(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two readings of one meeting differ by format alone.

    Of one format they are never the same: a newer file of a meeting is a newer version of it.
    """
    if one["source"]["format"] == other["source"]["format"]:
        return False
    return bool(one["items"]) and _items(one) == _items(other)


def is_surer(data: dict[str, Any], than: Document) -> bool:
    """Whether the reading found more of its text a place than the stored one did."""
    before: float = json_to_show(than.minutes)["source"]["confidence"]
    return bool(data["source"]["confidence"] > before)


def _items(minutes: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (
            _letters(item["number"] or ""),
            _letters(item["title"]),
            _letters(item["decision"]["text"] if item["decision"] else ""),
        )
        for item in minutes["items"]
    ]


def _letters(text: str) -> str:
    """Letters and digits alone: formats differ in blanks, hyphens and signs of lists."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def is_same_reading(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two readings say the same, whatever the file was called."""
    nameless = [{**data, "source": {**data["source"], "name": ""}} for data in (one, other)]
    return nameless[0] == nameless[1]
