"""Holstebro: account, recommendation, decision; initials and a route of abbreviations ("AMU -
SOU") below the title."""

from sagsgang.reading.dialects.standard import Dialect
from sagsgang.reading.layout.headings import known_word
from sagsgang.reading.layout.sheet import Sheet
from sagsgang.reference.headings import heading_key


class Holstebro(Dialect):
    """Only three headings, in this order, and nothing else that is a heading."""

    name = "holstebro"
    signature = ("Sagsfremstilling", "Indstilling", "Beslutning")

    def fits(self, sheet: Sheet, seen: frozenset[str]) -> float:
        """The three headings and no other, the account first."""
        if not {heading_key(word) for word in self.signature} <= seen or len(seen) > 5:
            return 0.0
        first = next(
            (text for text in sheet.text if 3 < len(text) < 30 and known_word(text) is not None), ""
        )
        return 0.9 if heading_key(first) == heading_key("Sagsfremstilling") else 0.0
