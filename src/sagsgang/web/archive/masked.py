"""A checked file as its pages show it: the last four digits of every personal number hidden.

Each number keeps its length, so that what is marked stays where it is.
"""

import re
from collections.abc import Iterator
from typing import Any

from sagsgang.checking.privacy.personal_number import find_personal_numbers
from sagsgang.minutes import Minutes

_BEGINS = re.compile(r"(?<![0-9])[0-9]")
_SERIAL = re.compile(r"[0-9](?=(?:[^0-9]*[0-9]){0,3}[^0-9]*\Z)")


class Masking:
    """Hides the personal numbers of one document, wherever in it they are printed.

    What is called a personal number in one place (the head of its column) is one in all.
    """

    def __init__(self, text: str) -> None:
        self._printed = {text[each.start : each.end] for each in find_personal_numbers(text)}
        self._lengths = sorted({len(each) for each in self._printed}, reverse=True)

    @property
    def hides(self) -> bool:
        """Whether the text has personal numbers."""
        return bool(self._printed)

    def text(self, text: str) -> str:
        """The text, as long as before."""
        text = _hidden(text, self._known(text))
        return _hidden(text, ((each.start, each.end) for each in find_personal_numbers(text)))

    def json(self, value: Any) -> Any:
        """A JSON value with every text in it masked."""
        match value:
            case str():
                return self.text(value)
            case list():
                return [self.json(each) for each in value]
            case dict():
                return {key: self.json(each) for key, each in value.items()}
        return value

    def minutes(self, minutes: Minutes) -> Minutes:
        """The minutes with every text in them masked."""
        return Minutes.model_validate(self.json(minutes.as_json()))

    def _known(self, text: str) -> Iterator[tuple[int, int]]:
        behind = 0
        for match in _BEGINS.finditer(text) if self._lengths else ():
            start = match.start()
            for length in self._lengths:
                end = start + length
                is_known = text[start:end] in self._printed
                if is_known and start >= behind and not text[end : end + 1].isdigit():
                    yield start, end
                    behind = end
                    break


def _hidden(text: str, spans: Iterator[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in spans:
        parts += [text[at:start], _SERIAL.sub("X", text[start:end])]
        at = end
    return "".join((*parts, text[at:]))
