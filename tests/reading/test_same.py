"""Changes that nobody sees on paper change nothing of what is read."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import sagsgang
from sagsgang.minutes import Minutes
from sagsgang.reading import read

MINUTES = Path(sagsgang.__file__).parent / "web" / "example" / "minutes"
TEXTS = sorted(path for path in MINUTES.glob("*-20??-??-??.*") if path.suffix in (".txt", ".md"))
_BETWEEN_WORDS = re.compile(r"(?<=\w) (?=\w)")
_IN_A_WORD = re.compile(r"(?<=[a-zæøå]{3})(?=[a-zæøå]{3})")


def _some(pattern: re.Pattern[str], sign: str, text: str) -> str:
    """`text` with `sign` at some of the places where the pattern matches."""
    chance = random.Random(1)
    return pattern.sub(lambda match: sign if chance.random() < 0.1 else match[0], text)


CHANGES: dict[str, Callable[[str], str]] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "blanks at line ends": lambda text: text.replace("\n", " \n"),
    "more empty lines": lambda text: text.replace("\n\n", "\n\n\n"),
    "empty lines first": lambda text: "\n\n" + text,
    "no last line end": lambda text: text.rstrip("\n"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "hard spaces": lambda text: _some(_BETWEEN_WORDS, "\xa0", text),
    "soft hyphens": lambda text: _some(_IN_A_WORD, "\xad", text),
    "zero width spaces": lambda text: _some(_BETWEEN_WORDS, " \u200b", text),
    "a margin": lambda text: re.sub(r"(?m)^(?=.)", "  ", text),
    "form feeds": lambda text: text.replace("\n\nPunkt", "\n\n\fPunkt"),
}


def without_lines(minutes: Minutes) -> object:
    """What is read, but for the numbers of lines and what the file itself is called."""

    def bare(value: object) -> object:
        if isinstance(value, dict):
            return {key: bare(v) for key, v in value.items() if key not in ("lines", "source")}
        return [bare(one) for one in value] if isinstance(value, list) else value

    return bare(minutes.as_json())


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_is_read_stays_the_same(path: Path, change: str) -> None:
    text = path.read_text("utf-8")
    changed = read(CHANGES[change](text).encode(), path.name)
    assert without_lines(changed.minutes) == without_lines(read(text.encode(), path.name).minutes)
    assert changed.trace.spans[-1].end <= len(changed.canonical.text)
