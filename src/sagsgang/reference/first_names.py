"""Common first names in Denmark: what tells a person's name from that of a place or a project."""

from functools import cache
from importlib import resources


@cache
def first_names() -> frozenset[str]:
    """The names in lower case. Chosen by hand: one that is missing is only not recognised."""
    text = resources.files(__package__).joinpath("first_names.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(name.casefold() for line in lines for name in line.split())
