"""The forms an answer is printed in."""

from enum import StrEnum


class Format(StrEnum):
    """For people, for programs, for spreadsheets, as a picture and as a page."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    SVG = "svg"
    HTML = "html"
