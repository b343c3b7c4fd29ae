"""The forms a report is printed in."""

from enum import StrEnum


class Format(StrEnum):
    """For people, for programs, for editors."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
