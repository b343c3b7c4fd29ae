"""What a rule is: one module with its constants and one pure function, and one page beside it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sagsgang.checking.finding import (
    Finding,
    Language,
    Severity,
    Skipped,
    Status,
    Suppressed,
    Verified,
)
from sagsgang.minutes import Minutes

if TYPE_CHECKING:
    from sagsgang.checking.context import Context

#: What a rule may say about a document.
Answer = Finding | Suppressed | Verified | Skipped


class Words(NamedTuple):
    """The same words in Danish and English."""

    da: str
    en: str

    def in_language(self, language: Language) -> str:
        """The words in one of the languages."""
        return self.en if language == "en" else self.da


class Family(StrEnum):
    """The families of rules; the value is the letter that codes begin with.

    The rules of a municipality's own are X: ours never are.
    """

    FIGURES = "F"
    ATTENDANCE = "A"
    DECISIONS = "D"
    REFERENCES = "R"
    TIME = "T"
    PRIVACY = "P"
    APPROPRIATION = "B"
    LAYOUT = "L"
    OWN = "X"

    @property
    def folder(self) -> str:
        """The folder under `rules/` where the family lives."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the registry found it; `check` is pure: no clock, no files, no network.

    `help` is what an own rule says of itself when it has no page.
    """

    code: str
    title: Words
    family: Family
    severity: Severity
    status: Status
    check: "Callable[[Minutes, Context], Iterator[Answer]]"
    module: str
    page: Path
    help: str = ""

    @property
    def computes(self) -> bool:
        """True when what it says should stand was computed, and not found elsewhere or guessed."""
        return self.family is Family.FIGURES and ".sameness." not in self.module
