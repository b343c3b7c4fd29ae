"""What people are told about how to search, line by line; the lines themselves are data."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class HelpLine(NamedTuple):
    """What one may write, and what that finds."""

    write: str
    finds: str


@cache
def query_help(language: str = "da") -> tuple[HelpLine, ...]:
    """The lines for a help box, in Danish (`da`) or English (`en`)."""
    source = files("sagsgang.reference.search_words") / "query_help.toml"
    lines = tomllib.loads(source.read_text("utf-8"))["line"]
    return tuple(HelpLine(line["write"], line[language]) for line in lines)
