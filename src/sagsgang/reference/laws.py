"""The right titles of the laws that cases of the employment area name; `laws.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

#: Words that a title may have or lack: they tell no law from another.
_LIGHT = {"en", "et", "den", "det", "mv", "mm", "mfl", "m", "v", "fl"}
_WORDS = re.compile(r"[\wæøå]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Law:
    """A law: `title` without "lov om", its short names and its abbreviations.

    `words` are those of the title that tell it from others, in lower case.
    """

    title: str
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def full(self) -> str:
        """The whole title: "lov om aktiv socialpolitik"."""
        return f"lov om {self.title}"


@cache
def laws() -> tuple[Law, ...]:
    """Every law of the list."""
    data = tomllib.loads((files(__package__) / "laws.toml").read_text("utf-8"))
    return tuple(
        Law(
            entry["title"],
            tuple(entry["names"]),
            tuple(entry["abbreviations"]),
            title_words(entry["title"]),
        )
        for entry in data["law"]
    )


def title_words(text: str) -> tuple[str, ...]:
    """The words of a title that count, in lower case: no articles and no "m.v."."""
    words = (word.casefold() for word in _WORDS.findall(text))
    return tuple(word for word in words if word not in _LIGHT)
