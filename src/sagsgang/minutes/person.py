"""A person as the minutes print them: on the roster, or absent."""

from enum import StrEnum

from sagsgang.minutes.base import Noun


class Person(Noun):
    """A name and, where printed, the letter of the party."""

    name: str
    party: str | None = None


class Notice(StrEnum):
    """Whether an absence was announced (afbud) or not."""

    WITH_NOTICE = "with_notice"
    WITHOUT_NOTICE = "without_notice"


class Absence(Person):
    """A member who was not there: for the meeting, an item or part of an item."""

    notice: Notice | None = None
    substitute: str | None = None
