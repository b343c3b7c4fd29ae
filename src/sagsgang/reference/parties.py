"""The parties that stand in many municipalities, and the letter each has on the ballot paper.

Local lists have letters of their own, municipality by municipality; they are not here.
"""

import csv
from functools import cache
from importlib.resources import files

from sagsgang.language.party_names import party_of


@cache
def party_names() -> dict[str, str]:
    """Letter → full name; `parties.csv`."""
    lines = (files(__package__) / "parties.csv").read_text("utf-8").splitlines()
    return {row["letter"]: row["name"] for row in csv.DictReader(lines)}


def party_name(letter: str) -> str | None:
    """The full name of the party with `letter`, or None for a letter that only local lists use."""
    return party_names().get(letter.strip().upper())


def party_letter(name: str) -> str | None:
    """The letter of a nationwide party from its letter or any spelling of its name; else None."""
    letter = party_of(name)
    return letter if letter in party_names() else None
