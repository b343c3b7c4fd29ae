"""A passage is left out of an item, wherever it stands there, and it shows that and why."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sagsgang.minutes.base import Noun

N = TypeVar("N", bound=Noun)
#: Fields that say what a thing is, not what is written.
_LITTLE = 3
_NOT_WRITTEN = frozenset({"kind", "outcome", "action", "notice", "sha256", "url"})


@dataclass(frozen=True, slots=True)
class Redaction:
    """Words of one paragraph or cell that are left out of the item with the number `item`; the
    reason is printed in their place.
    """

    item: str | None
    passage: str
    reason: str

    @property
    def mark(self) -> str:
        """What stands instead of the words."""
        return f"[udeladt: {self.reason}]"


def redacted(noun: N, redactions: Sequence[Redaction]) -> N:
    """The noun and all that belongs to it without the passages.

    What was drawn from a text may begin or end in the middle of a passage (one sentence of two, a
    point without its number): there the part that stands at its edge goes too.
    """
    for redaction in redactions:
        noun = _walked(noun, _replacer(redaction))
    return noun


def is_found(noun: Noun, passage: str) -> bool:
    """Whether the passage stands in the noun, in one piece."""
    found = False

    def look(text: str) -> str:
        nonlocal found
        found = found or _pattern(passage).search(text) is not None
        return text

    _walked(noun, look)
    return found


def _walked(noun: N, change: Callable[[str], str]) -> N:
    told = noun.model_dump(by_alias=False)
    return type(noun).model_validate(_changed(told, change), by_alias=False, by_name=True)


def _changed(value: object, change: Callable[[str], str], name: str = "") -> object:
    if isinstance(value, str):
        return value if name in _NOT_WRITTEN else change(value)
    if isinstance(value, dict):
        return {key: _changed(each, change, key) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return tuple(_changed(each, change, name) for each in value)
    return value


def _pattern(passage: str) -> re.Pattern[str]:
    words = [re.escape(word) for word in passage.split()]
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)")


def _replacer(redaction: Redaction) -> Callable[[str], str]:
    whole, words, mark = _pattern(redaction.passage), redaction.passage.split(), redaction.mark

    def change(text: str) -> str:
        changed, count = whole.subn(lambda _match: mark, text)
        if count or not words:
            return changed
        return _edges(text, words, mark)

    return change


def _edges(text: str, words: list[str], mark: str) -> str:
    """The text without what it begins or ends with of the passage's words."""
    told = text.split()
    if not told:
        return text
    joined, passage = " ".join(told), " ".join(words)
    if _pattern(joined).search(passage):
        return mark
    for count in range(min(len(words), len(told)) - 1, 0, -1):
        if told[:count] == words[-count:] and _tells(told[:count]) and "\n" not in text:
            text = mark + text[_end_of(text, count) :]
            break
    told = text.split()
    for count in range(min(len(words), len(told)) - 1, 0, -1):
        if told[-count:] == words[:count] and _tells(told[-count:]) and "\n" not in text:
            text = text[: _end_of(text, len(told) - count)].rstrip() + " " + mark
            break
    return text


def _tells(words: list[str]) -> bool:
    """Whether it is more than a little word that both happen to have."""
    return len(words) > 1 or len(words[0]) > _LITTLE


def _end_of(text: str, count: int) -> int:
    """Where the first `count` words of the text end."""
    end = 0
    for match in re.finditer(r"\S+", text):
        end = match.end()
        count -= 1
        if count == 0:
            break
    return end
